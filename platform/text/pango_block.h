// SPDX-License-Identifier: EUPL-1.2
// One paragraph as Pango broke it into lines. Offsets seen from outside are those of the caller's
// text, also where soft hyphens were taken out before Pango saw it.
#pragma once

#include "kiosk/host/text_layout.h"

#include <memory>
#include <pango/pango.h>
#include <string>
#include <vector>

namespace foyer::platform {

struct Unref {
    template <class T> void operator()(T* object) const { g_object_unref(object); }
};
template <class T> using GOwned = std::unique_ptr<T, Unref>;

/// A text without its soft hyphens, and the way back to the offsets of the original.
struct PlainText {
    std::string text;
    std::vector<std::uint32_t> cuts; ///< offsets in `text` where a soft hyphen stood, ascending

    std::uint32_t to_original(std::uint32_t offset) const;
    std::uint32_t from_original(std::uint32_t offset) const;
};
PlainText plain(const std::string& text);

/// A glyph as it is drawn: its number in the font of that family.
struct ShapedGlyph {
    std::uint32_t glyph = 0;
    std::string family;
};

class PangoBlock final : public host::TextBlock {
  public:
    /// `layout` holds `plain.text`, its width is set. `cap_height` in em centres the capitals.
    PangoBlock(GOwned<PangoLayout> layout, PlainText plain, const host::TextSpec& spec,
               float cap_height);

    Size size() const override { return size_; }
    const std::vector<host::TextLine>& lines() const override { return lines_; }
    std::vector<Rect> rects(std::uint32_t begin, std::uint32_t end) const override;
    bool overflows() const override { return overflows_; }
    int missing_glyphs() const override;
    host::Bitmap render(int pad) const override;
    /// One line as Pango has it, for those who draw it themselves.
    PangoLayoutLine* pango_line(std::size_t line) const;

    /// The glyphs of a line from left to right, so that the shaping can be held against HarfBuzz.
    std::vector<ShapedGlyph> glyphs(std::size_t line) const;

  private:
    float shift(const host::TextSpec& spec, float line_width) const;
    int ink_below(float height) const;

    GOwned<PangoLayout> layout_;
    PlainText plain_;
    std::vector<host::TextLine> lines_;
    Size size_;
    bool overflows_ = false;
};

} // namespace foyer::platform
