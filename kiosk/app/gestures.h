// SPDX-License-Identifier: EUPL-1.2
// Gestures: one finger presses, drags or flings. The first finger down owns the screen until it is
// up; a palm or a second finger does nothing. An action happens when the finger leaves where it
// came down.
#pragma once

#include "kiosk/host/screen.h"
#include "kiosk/ui/semantics.h"

#include <optional>
#include <string>

namespace foyer::app {

/// What an event of a finger meant.
struct Gesture {
    std::optional<std::string> tapped; ///< id of the node
    float scroll_by = 0;               ///< px the content follows the finger, towards its end
    Point drag_by;                     ///< px that a map follows it
    std::optional<float> fling;        ///< px per second, when the finger left moving
    bool stopped = false;              ///< the finger came down on moving content and holds it
};

/// UI thread.
class Gestures {
  public:
    /// `drag_px`: from how far on a finger drags instead of pressing (8 mm).
    Gesture handle(const host::PointerEvent& event, const ui::Tree& tree, float drag_px,
                   bool moving);
    /// The node that shows as pressed, or empty.
    const std::string& pressed() const { return pressed_; }
    /// The finger goes on, what it began is void: for a screen that changed under it.
    void forget() { pressed_.clear(); }

  private:
    Gesture down(const host::PointerEvent& event, const ui::Tree& tree, bool moving);
    Gesture move(const host::PointerEvent& event, const ui::Tree& tree, float drag_px);
    Gesture up(const host::PointerEvent& event, const ui::Tree& tree);

    std::optional<std::int64_t> finger_;
    std::string pressed_;
    Point from_, last_;
    bool in_scroll_ = false;
    bool in_map_ = false;
    bool dragging_ = false;
    float speed_ = 0; ///< px per second, smoothed
    std::chrono::milliseconds last_time_{0};
};

/// Content that goes on moving after a fling and comes to rest by itself.
class Momentum {
  public:
    void start(float px_per_second, std::chrono::milliseconds now);
    void stop() { speed_ = 0; }
    bool moving() const { return speed_ != 0; }
    /// How far it moved since the last call, px.
    float advance(std::chrono::milliseconds now);

  private:
    float speed_ = 0;
    std::chrono::milliseconds time_{0};
};

} // namespace foyer::app
