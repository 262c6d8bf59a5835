// SPDX-License-Identifier: EUPL-1.2
// The part of App that listens: fingers, keys and the wheel become actions.
#include "kiosk/app/app.h"

#include "kiosk/app/clicker.h"
#include "kiosk/ui/map_sight.h"

#include <algorithm>
#include <cmath>

namespace foyer::app {

namespace {

constexpr float drag_mm = 8;
constexpr float wheel_lines = 3;

template <class... Visitors> struct Overloaded : Visitors... { using Visitors::operator()...; };
template <class... Visitors> Overloaded(Visitors...) -> Overloaded<Visitors...>;

} // namespace

void App::handle(const host::Event& event) {
    std::visit(Overloaded{[this](const host::PointerEvent& e) { pointer(e); },
                          [this](const host::KeyEvent& e) { key(e); },
                          [this](const host::TextEvent& e) { typed(e.text); },
                          [this](const host::WheelEvent& e) {
                              state_.now = devices_.clock.now();
                              act(model::Activity{});
                              if (!tree_.scroll || !look_) return;
                              momentum_.stop();
                              scroll_to(tree_.scroll->offset +
                                        e.lines * wheel_lines * look_->line_px(ui::Type::body));
                          },
                          [this](const host::ResizeEvent&) { dirty_ = true; },
                          [this](const host::ExposeEvent&) { dirty_ = true; },
                          [this](const host::QuitEvent&) { quit(); },
                          [this](const host::ProjectorEvent&) { see_projector(); },
                          [](const host::WakeEvent&) {}},
               event);
}

void App::pointer(const host::PointerEvent& event) {
    if (!look_) return;
    state_.now = devices_.clock.now();
    const std::string pressed_before = gestures_.pressed();
    const Gesture gesture = gestures_.handle(event, tree_, look_->mm(drag_mm), momentum_.moving());
    if (event.phase == host::Phase::down) {
        keys_used_ = false;
        act(model::Activity{});
        measure_touch(event.at);
    } else if (event.phase == host::Phase::move) {
        state_.active = state_.now;
    }
    if (gestures_.pressed() != pressed_before) {
        dirty_ = true;
        const ui::Node* node = tree_.find(gestures_.pressed());
        if (node && !gesture.tapped) prefetch(*node);
    }
    if (gesture.stopped) momentum_.stop();
    if (gesture.scroll_by != 0 && tree_.scroll) scroll_to(tree_.scroll->offset + gesture.scroll_by);
    if (gesture.drag_by != Point{} && tree_.follows) {
        act(model::LookAtMap{
            ui::dragged(state_.map, *tree_.follows, gesture.drag_by.x, gesture.drag_by.y)});
    }
    if (gesture.fling) momentum_.start(*gesture.fling, state_.now);
    if (!gesture.tapped) return;
    if (const ui::Node* node = tree_.find(*gesture.tapped)) perform(*node);
}

/// In the touch test every finger that does not operate something is for the next cross.
void App::measure_touch(Point at) {
    const model::Place& place = state_.place();
    if (place.screen != model::Screen::staff || place.id != "test:touch") return;
    if (tree_.at(at) == nullptr && state_.overlay == model::Overlay::none)
        act(model::StaffAction{model::TouchAt{at}});
}

void App::perform(const ui::Node& node) {
    const model::Action action = *node.action;
    if (const auto* turn = std::get_if<model::TurnPage>(&action)) {
        if (!tree_.scroll) return;
        // A line of the last screen stays in sight.
        const float step = tree_.scroll->viewport.h - look_->line_px(ui::Type::body);
        momentum_.stop();
        return scroll_to(tree_.scroll->offset + static_cast<float>(turn->by) * step);
    }
    act(action);
}

void App::scroll_to(float offset) {
    if (!tree_.scroll) return;
    const model::Scroll to = tree_.scroll->at(std::round(offset));
    if (to.offset_px == tree_.scroll->offset) return;
    act(model::ScrollTo{to});
    // The next event may come before the next frame.
    tree_.scroll->offset = to.offset_px;
}

void App::key(const host::KeyEvent& event) {
    if (!event.down) return;
    if (setup_.leave_by_key && event.control && event.key == "Q") return quit();
    const bool counts = keys_.counts(event);
    const std::optional<KeyCommand> command = counts ? keys_.command(event) : std::nullopt;
    state_.now = devices_.clock.now();
    const bool was_idle = state_.overlay == model::Overlay::idle;
    act(model::Activity{}); // any key says that somebody is there
    if (was_idle) return;   // the first key only says "still here"
    if (counts && click(event)) return;
    if (!command) return;
    keys_used_ = true;
    if (state_.place().screen == model::Screen::attract)
        return act(model::Open{model::Screen::home, {}});
    if (pin_key(event)) return;
    const bool typing =
        state_.place().screen == model::Screen::search && state_.overlay == model::Overlay::none;
    switch (*command) {
    case KeyCommand::next: return move_focus(1);
    case KeyCommand::previous: return move_focus(-1);
    case KeyCommand::select: {
        if (typing && event.key == "Space") return; // comes as text as well
        const ui::Node* node = tree_.find(state_.place().focus);
        if (node && node->operable()) perform(*node);
        return;
    }
    case KeyCommand::back:
        if (typing && event.key == "Backspace" && !state_.search.query.empty())
            return act(model::Erase{false});
        return act(model::Back{});
    case KeyCommand::home: return act(model::Open{model::Screen::home, {}});
    case KeyCommand::help: return act(model::Open{model::Screen::help, {}});
    }
}

/// The keys of a clicker, while a tour is shown. What has the focus is performed all the same.
bool App::click(const host::KeyEvent& event) {
    const std::optional<model::Action> action = clicker_action(event, state_);
    if (!action) return false;
    act(*action);
    return true;
}

/// The keys of the PIN: those that type come as text.
bool App::pin_key(const host::KeyEvent& event) {
    if (state_.place().screen != model::Screen::pin || state_.overlay != model::Overlay::none)
        return false;
    const bool enters = event.key == "Return" || event.key == "Keypad Enter";
    if (enters && state_.place().focus.empty() && !state_.staff.digits.empty()) {
        act(model::StaffAction{model::EnterPin{}});
        return true;
    }
    if (event.key != "Backspace" || state_.staff.digits.empty()) return false;
    act(model::StaffAction{model::ErasePin{}});
    return true;
}

void App::typed(const std::string& text) {
    if (state_.place().screen == model::Screen::pin && state_.overlay == model::Overlay::none) {
        state_.now = devices_.clock.now();
        act(model::Activity{});
        for (const char letter : text) act(model::StaffAction{model::TypePin{letter}});
        return;
    }
    if (state_.place().screen != model::Screen::search || state_.overlay != model::Overlay::none)
        return;
    state_.now = devices_.clock.now();
    act(model::Activity{});
    act(model::Type{text});
}

void App::move_focus(int by) {
    const std::vector<std::string> order = tree_.focus_order();
    if (order.empty()) return;
    const auto current = std::find(order.begin(), order.end(), state_.place().focus);
    const std::ptrdiff_t count = std::ssize(order);
    std::ptrdiff_t to = by > 0 ? 0 : count - 1;
    if (current != order.end()) to = (current - order.begin() + by + count) % count;
    act(model::Focus{order[static_cast<std::size_t>(to)]});
    const ui::Node* node = tree_.find(state_.place().focus);
    if (!node || !node->scrolls || !tree_.scroll) return;
    // Into sight as a whole, with its ring.
    const Rect view = tree_.scroll->viewport.inset(2 * look_->ring);
    momentum_.stop();
    if (node->rect.y < view.y || node->rect.h > view.h) {
        scroll_to(tree_.scroll->offset + node->rect.y - view.y);
    } else if (node->rect.bottom() > view.bottom()) {
        scroll_to(tree_.scroll->offset + node->rect.bottom() - view.bottom());
    }
}

} // namespace foyer::app
