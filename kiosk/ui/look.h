// SPDX-License-Identifier: EUPL-1.2
// Look: sizes and places of everything on this panel, in pixels computed from millimetres and the
// viewing distance. Screens take their numbers from here; one that writes a number of its own is
// wrong.
#pragma once

#include "kiosk/base/geometry.h"
#include "kiosk/host/text_layout.h"
#include "kiosk/model/state.h"
#include "kiosk/ui/palette.h"

#include <algorithm>
#include <array>
#include <string>

namespace foyer::ui {

/// The device, from the settings.
struct Panel {
    Size px{1920, 1080};
    Size mm{476, 268};
    float mount_bottom_mm = 850; ///< lower edge of the picture above the floor
    float distance_mm = 600;     ///< from which it is read

    float px_per_mm() const { return px.w / mm.w; }
    bool upright() const { return px.h > px.w; }
    friend bool operator==(const Panel&, const Panel&) = default;
};

/// Steps of the type scale.
enum class Type { small, body, lead, label, heading3, heading2, title, display };

struct TypeSize {
    float cap_mm = 5;
    float line_height = 1.45f;
    host::Weight weight = host::Weight::regular;
};

class Look {
  public:
    Look(const Panel& panel, const model::Preferences& preferences, const Palette& palette,
         float cap_height);

    Panel panel;
    Palette palette;
    std::string language; ///< BCP 47 of the interface's words
    bool right_to_left = false;
    bool simple = false; ///< Leichte Sprache
    int size = 0;

    float mm(float millimetres) const { return millimetres * panel.px_per_mm(); }

    // Touch targets and gaps (ACCESS.md TO-01, TO-02).
    float primary = 0;   ///< 20 mm
    float secondary = 0; ///< 15 mm
    float gap = 0;       ///< 3 mm
    float margin = 0;    ///< around the content
    float padding = 0;   ///< inside cards
    float radius = 0;
    float edge = 0; ///< thickness of an edge
    float ring = 0; ///< thickness of each of the two focus rings

    // Places, mirrored by Ui for right-to-left.
    Rect screen; ///< all of it
    Rect bar;    ///< accessibility bar
    int bar_rows = 1;
    Rect nav;    ///< back, home, search; where `paging` is empty also up and down
    Rect paging; ///< up and down on low landscape panels
    Rect banner; ///< above the stage: nothing operable; may be empty
    Rect stage;  ///< where the content stands and scrolls

    /// Where a keyboard of that height stands: in the stage, or on small landscape panels across
    /// the whole width, and then the rails end above it.
    Rect keyboard(float height) const;
    /// The highest a button of a rail is.
    static constexpr float rail_button_mm = 34;
    /// Where a rail of five buttons, the most there are, begins: it stands on its lower end.
    float rail_top() const {
        return std::max(nav.y, nav.bottom() - 5 * mm(rail_button_mm) - 4 * gap);
    }
    bool keyboard_under_rails() const { return !panel.upright() && stage.w < mm(11 * 15 + 12 * 3); }

    /// Spec of a block of text of this step in the language of the interface.
    host::TextSpec text(Type type, std::string words, float width_px = 0) const;
    host::TextSpec text(Type type, std::string words, float width_px,
                        const std::string& in_language) const;

    const TypeSize& step(Type type) const { return steps_[static_cast<std::size_t>(type)]; }
    float em_px(Type type) const;
    float line_px(Type type) const { return em_px(type) * step(type).line_height; }
    float cap_mm_of(float em) const { return em * cap_height_ / panel.px_per_mm(); }
    /// The look of a picture that is `mm` large and read by a room from so far: all letters are as
    /// high as large text must be, and everything else as on a panel that looks as large at hand.
    Look seen_from(float distance_mm, Size px, Size mm) const;
    /// From how far a line of `characters` in a column of `width_mm` is as high as large text must
    /// be; in mm.
    float reach_mm(float width_mm, float characters) const;
    /// The widest a paragraph may be: about 70 characters (VI-10).
    float measure_px() const;
    /// The smallest letters that may be read from here, whatever size was chosen.
    float least_em_px() const;
    /// The narrowest a drawing may be: its smallest letters are as high as small text must be
    /// (FORMAT.md).
    float least_figure_px() const;

    /// The banner is high enough to say whose kiosk this is.
    bool has_banner() const { return banner.h >= mm(40); }
    bool compact() const { return panel.mm.h < 120 || panel.mm.w < 120; }

  private:
    void set_type();
    void set_places(bool reach);

    std::array<TypeSize, 8> steps_;
    float cap_height_;
};

} // namespace foyer::ui
