// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/gestures.h"

#include <algorithm>
#include <cmath>

namespace foyer::app {

namespace {

/// A finger that rested before it left does not fling.
constexpr std::chrono::milliseconds rest{80};
constexpr float least_fling = 120; // px per second
constexpr float most_fling = 8000;
constexpr float friction = 3.2f; // e-fold per second
constexpr float slow = 40;       // px per second: then it stands

} // namespace

Gesture Gestures::handle(const host::PointerEvent& event, const ui::Tree& tree, float drag_px,
                         bool moving) {
    if (event.phase == host::Phase::down) {
        if (finger_) return {};
        return down(event, tree, moving);
    }
    if (finger_ != event.finger) return {};
    if (event.phase == host::Phase::move) return move(event, tree, drag_px);
    Gesture gesture = event.phase == host::Phase::up ? up(event, tree) : Gesture{};
    finger_.reset();
    pressed_.clear();
    dragging_ = false;
    return gesture;
}

Gesture Gestures::down(const host::PointerEvent& event, const ui::Tree& tree, bool moving) {
    finger_ = event.finger;
    from_ = last_ = event.at;
    last_time_ = event.time;
    speed_ = 0;
    dragging_ = false;
    in_scroll_ = tree.scroll && tree.scroll->viewport.contains(event.at);
    in_map_ = tree.follows && tree.follows->contains(event.at);
    Gesture gesture;
    gesture.stopped = moving;
    const ui::Node* node = moving ? nullptr : tree.at(event.at);
    pressed_ = node ? node->id : std::string();
    return gesture;
}

Gesture Gestures::move(const host::PointerEvent& event, const ui::Tree& tree, float drag_px) {
    Gesture gesture;
    const float dx = event.at.x - from_.x, dy = event.at.y - from_.y;
    if (!dragging_ && std::hypot(dx, dy) > drag_px) {
        dragging_ = true;
        pressed_.clear();
        // The content catches up with the finger: what was under it stays under it.
    }
    if (dragging_ && in_map_) {
        gesture.drag_by = {event.at.x - last_.x, event.at.y - last_.y};
        last_ = event.at;
    } else if (dragging_ && in_scroll_) {
        gesture.scroll_by = last_.y - event.at.y;
        const float seconds = std::chrono::duration<float>(event.time - last_time_).count();
        if (seconds > 0) speed_ = 0.6f * speed_ + 0.4f * gesture.scroll_by / seconds;
        last_ = event.at;
        last_time_ = event.time;
    } else if (!dragging_ && !pressed_.empty()) {
        const ui::Node* node = tree.find(pressed_);
        if (!node || !node->rect.contains(event.at)) pressed_.clear();
    }
    return gesture;
}

Gesture Gestures::up(const host::PointerEvent& event, const ui::Tree& tree) {
    Gesture gesture;
    if (dragging_) {
        const bool rested = event.time - last_time_ > rest;
        if (in_scroll_ && !rested && std::abs(speed_) > least_fling) {
            gesture.fling = std::clamp(speed_, -most_fling, most_fling);
        }
    } else if (!pressed_.empty()) {
        const ui::Node* node = tree.find(pressed_);
        if (node && node->operable() && node->rect.contains(event.at)) gesture.tapped = pressed_;
    }
    return gesture;
}

void Momentum::start(float px_per_second, std::chrono::milliseconds now) {
    speed_ = px_per_second;
    time_ = now;
}

float Momentum::advance(std::chrono::milliseconds now) {
    const float seconds = std::chrono::duration<float>(now - time_).count();
    if (!moving() || seconds <= 0) return 0;
    time_ = now;
    const float faded = speed_ * std::exp(-friction * seconds);
    const float way = (speed_ - faded) / friction;
    speed_ = std::abs(faded) < slow ? 0 : faded;
    return way;
}

} // namespace foyer::app
