// SPDX-License-Identifier: EUPL-1.2
// Flow: content from top to bottom in a scroll area. The body is run once to draw; after a change
// of layout it is run before that to measure only, so that the place on the page can be found
// again.
#pragma once

#include "kiosk/ui/ui.h"

#include <functional>
#include <vector>

namespace foyer::ui {

class Flow {
  public:
    Flow(Ui& with_ui, Rect area, float at_offset)
        : ui(with_ui), viewport(area), offset_(at_offset) {}

    Ui& ui;
    Rect viewport;

    float x() const { return viewport.x; }
    float width() const { return viewport.w; }
    /// Where the next thing stands on the screen.
    float y() const { return viewport.y - offset_ + cursor_; }
    /// Marks the beginning of something that a visitor would call a place on the page.
    /// Beside what was drawn already, in a second column, there is no new one.
    void item() {
        if (tops_.empty() || cursor_ >= tops_.back()) tops_.push_back(cursor_);
    }
    void skip(float height) { cursor_ += height; }
    /// Takes `height` at the full width.
    Rect take(float height);

    // Columns: remember the cursor, draw one, go back, draw the other, go on below both.
    float cursor() const { return cursor_; }
    void set_cursor(float to) { cursor_ = to; }

    const std::vector<float>& tops() const { return tops_; }

  private:
    float offset_;
    float cursor_ = 0;
    std::vector<float> tops_;
};

/// Runs `body` in `area` scrolled to `scroll`. `layout` differs whenever the same content would be
/// laid out otherwise.
void flow(Ui& ui, Rect area, const model::Scroll& scroll, std::size_t layout,
          const std::function<void(Flow&)>& body);

/// A number for everything a layout depends on besides its content.
std::size_t layout_of(const Look& look, const std::string& content);

} // namespace foyer::ui
