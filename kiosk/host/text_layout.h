// SPDX-License-Identifier: EUPL-1.2
// Text as a printer would set it: shaping, bidirectional order, line breaking, hyphens. One block
// is one paragraph or one label. Sizes are pixels of the screen; the caller computes them from
// millimetres. A newcomer's trap: `em_px` is the em of the font, not the height of its capitals;
// see TextLayouter::cap_height.
#pragma once

#include "kiosk/base/geometry.h"
#include "kiosk/host/bitmap.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace foyer::host {

enum class Weight : std::uint8_t { regular, medium, bold };
enum class Align : std::uint8_t { start, centre, end };
enum class Direction : std::uint8_t { left_to_right, right_to_left };

/// When a word may be divided at its soft hyphens. A headline is divided only where it would not
/// fit otherwise.
enum class Hyphens : std::uint8_t { everywhere, when_needed };

/// A part of the text, in bytes, that is set differently.
struct TextSpan {
    std::uint32_t begin = 0, end = 0;
    bool bold = false, italic = false, code = false;
    bool raised = false; ///< superscript, for the numbers of sources
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// Everything the look of a block depends on; equal specs give equal pixels.
struct TextSpec {
    std::string text; ///< valid UTF-8; "\n" begins a new line; U+00AD is a place to break and never
                      ///< drawn elsewhere
    std::vector<TextSpan> spans;
    std::string language = "de"; ///< BCP 47; "de-simple" is never hyphenated
    float em_px = 16;
    float line_height = 1.4f; ///< in em
    float width_px = 0;       ///< 0: one line, as wide as it gets
    Weight weight = Weight::regular;
    Align align = Align::start;
    Hyphens hyphens = Hyphens::everywhere;
    /// The last resort for a word wider than the column: divided anywhere, with a hyphen.
    bool may_break_words = false;
    Direction direction = Direction::left_to_right; ///< of the paragraph; start and end follow it

    friend bool operator==(const TextSpec&, const TextSpec&) = default;
};

struct TextLine {
    std::uint32_t begin = 0, end = 0; ///< bytes of the text
    Rect rect;                        ///< the inked advance box, relative to the block
    float baseline = 0;
    bool hyphen = false; ///< ends in a hyphen that is not in the text
};

/// A laid-out block. Not thread-safe; belongs to the thread that made it.
class TextBlock {
  public:
    virtual ~TextBlock() = default;
    /// The box of all lines; the width is that of the widest line, never of `width_px`.
    virtual Size size() const = 0;
    virtual const std::vector<TextLine>& lines() const = 0;
    /// Boxes of the bytes [begin, end), one per line they touch (more with mixed directions).
    virtual std::vector<Rect> rects(std::uint32_t begin, std::uint32_t end) const = 0;
    /// True when a word was wider than `width_px` and had to stick out. Words are never cut without
    /// a hyphen.
    virtual bool overflows() const = 0;
    /// Characters that no font has.
    virtual int missing_glyphs() const = 0;
    /// Whites with the coverage in alpha, at least `size()` large. The box of line rects begins at
    /// (`pad`, `pad`).
    virtual Bitmap render(int pad) const = 0;
};

class TextLayouter {
  public:
    virtual ~TextLayouter() = default;
    virtual std::unique_ptr<TextBlock> layout(const TextSpec& spec) = 0;
    /// Height of a capital H in em, of the base font, e.g. 0.727 for Inter.
    virtual float cap_height() const = 0;
};

} // namespace foyer::host
