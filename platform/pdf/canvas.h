// SPDX-License-Identifier: EUPL-1.2
// The pages of a file while they are drawn. Lengths are points from the start of the text's edge
// and the top of the paper; from right to left everything is mirrored here and nowhere else.
// A trap of Cairo 1.16: only tags that hold no other tags may hold content, and those must end on
// the page where they began. So words are drawn as leaves, one a line.
#pragma once

#include "kiosk/base/geometry.h"
#include "kiosk/base/result.h"
#include "kiosk/host/document.h"
#include "platform/pdf/style.h"

#include <array>
#include <cairo.h>
#include <memory>
#include <string>
#include <vector>

namespace foyer::platform {
class PangoBlock;
}

namespace foyer::platform::pdf {

class Canvas {
  public:
    explicit Canvas(const host::Document& document);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// Tags nest; see PDF 1.7, 14.8.4 for their names.
    void begin(const char* tag);
    void end(const char* tag);
    /// What is drawn is decoration or is said elsewhere: no tags.
    void set_silent(bool silent) { silent_ = silent; }

    /// One line of a block, `at` is the start of its box. A leaf.
    void text(const PangoBlock& block, std::size_t line, Point at, const Type& type,
              const char* tag);
    /// The same, all of it leading to an address.
    void link(const PangoBlock& block, std::size_t line, Point at, const Type& type,
              const std::string& address);
    /// A place that leads to an address; draws nothing.
    void link(Rect place, const std::string& address);
    void fill(Rect rect, Ink colour, float radius = 0);
    /// A picture, drawn into `box`, and what it shows in words. A leaf.
    void picture(cairo_surface_t* picture, Size own, Rect box, const std::string& words);
    /// Squares of a QR code.
    void squares(const host::DocumentCodeSquare& code, Rect box, const std::string& words);
    /// A bookmark of this page. `level` from 1.
    void bookmark(int level, const std::string& text, float y);

    void next_page();
    /// The whole file; afterwards nothing can be drawn. Fails with unreadable.
    Result<std::string> finish();

  private:
    Rect on_paper(Rect rect) const;

    bool mirrored_, silent_ = false;
    int page_ = 1;
    std::string bytes_;
    std::vector<std::string> figures_; ///< what those that were drawn show
    std::string language_;
    std::array<int, 4> parents_{}; ///< bookmarks that are open, by level
    cairo_surface_t* surface_;
    cairo_t* cr_;
};

} // namespace foyer::platform::pdf
