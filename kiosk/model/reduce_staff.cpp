// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/reduce_staff.h"

#include "kiosk/model/journey.h"
#include "kiosk/model/opening.h"
#include "kiosk/model/reduce.h"

#include <algorithm>
#include <utility>

namespace foyer::model {

namespace {

using Requests = std::vector<Request>;

/// How long nobody has to touch the kiosk in the staff room.
constexpr std::chrono::minutes quiet_staff{2};
constexpr int shown_days = 30;
constexpr std::string_view class_door = "class:";

bool is_behind_door(Screen screen) {
    return screen == Screen::staff || screen == Screen::classroom;
}

bool is_in_room(const State& state) {
    return std::any_of(state.history.begin(), state.history.end(),
                       [](const Place& place) { return is_behind_door(place.screen); });
}

bool is_locked(const State& state) { return state.now < state.staff.locked_until; }

/// A trainer may do no more than what a class needs.
bool may_ask(const State& state, const DeviceRequest& request) {
    if (state.staff.owner == PinOwner::staff) return true;
    const auto* out = std::get_if<WriteOut>(&request);
    const bool looks = std::holds_alternative<LookAtDevice>(request);
    return state.staff.owner == PinOwner::trainer &&
           (looks || (out && out->paper == Paper::class_results));
}

struct StaffReducer {
    State& state;
    StaffRoom& room;

    bool at_door() const {
        return state.place().screen == Screen::pin && !room.checking && !is_locked(state);
    }

    Requests operator()(const TypePin& type) {
        const bool digit = type.digit >= '0' && type.digit <= '9';
        if (!at_door() || !digit || room.digits.size() >= max_pin_digits) return {};
        room.digits += type.digit;
        room.wrong = false;
        return {};
    }

    Requests operator()(const ErasePin&) {
        if (at_door() && !room.digits.empty()) room.digits.pop_back();
        return {};
    }

    Requests operator()(const EnterPin&) {
        if (!at_door() || room.digits.size() < min_pin_digits) return {};
        room.checking = true;
        room.wrong = false;
        return {DeviceRequest{CheckPin{std::exchange(room.digits, {})}}};
    }

    Requests operator()(const LeaveStaff&) {
        leave_staff_room(state);
        return travel(state, {Place{Screen::home, {}, false, {}, {}}}, chosen(state));
    }

    Requests operator()(const ChangeSite& change) {
        if (room.owner != PinOwner::staff) return {};
        room.site = change.site;
        apply_site(state.settings, change.site);
        return {DeviceRequest{KeepSite{change.site}}};
    }

    Requests operator()(const AskDevice& ask) {
        if (!may_ask(state, ask.request)) return {};
        if (std::holds_alternative<WriteOut>(ask.request)) {
            if (room.writing) return {};
            room.writing = true;
            room.written.reset();
        }
        if (std::holds_alternative<GoBackToPack>(ask.request)) {
            room.asking_back = true;
            room.went_back = false;
            room.back_error.reset();
        }
        return {ask.request};
    }

    Requests operator()(const TouchAt& touch) {
        if (room.touches.size() < touch_crosses) room.touches.push_back(touch.at);
        return {};
    }

    Requests operator()(const ForgetTouches&) {
        room.touches.clear();
        return {};
    }

    Requests operator()(const HoursSeen& hours) {
        const bool opens = room.closed && !hours.closed;
        room.closed = hours.closed;
        if (opens && state.place().screen == Screen::attract) state.asleep = state.now;
        return {};
    }
};

struct DeviceListener {
    State& state;
    StaffRoom& room;

    Requests operator()(const DeviceFound& found) {
        room.staff_pin = found.staff_pin;
        room.trainer_pin = found.trainer_pin;
        room.site = found.site;
        apply_site(state.settings, found.site);
        // Nobody has touched the screen yet: the first visit is to begin as it was set here.
        const bool anew = found.site.start_language || found.site.reach;
        const bool waits = state.place().screen == Screen::attract && !visit_under_way(state);
        return anew && waits ? begin(state) : Requests{};
    }

    Requests operator()(const PinChecked& checked) {
        room.locked_until = state.now + checked.wait;
        if (!std::exchange(room.checking, false)) return {}; // whoever asked has left
        const std::string to = state.place().id;
        const bool to_class = to.starts_with(class_door);
        const bool may_enter =
            checked.owner == PinOwner::staff || (checked.owner == PinOwner::trainer && to_class);
        room.wrong = !may_enter && checked.looked;
        if (!may_enter) return {};
        room.owner = checked.owner;
        std::vector<Place> history = state.history;
        history.back() = to_class
                             ? Place{Screen::classroom, to.substr(class_door.size()), false, {}, {}}
                             : Place{Screen::staff, {}, false, {}, {}};
        return travel(state, std::move(history), chosen(state));
    }

    Requests operator()(const SiteKept& kept) {
        room.site_error = kept.error;
        return {};
    }

    Requests operator()(const ClassKept&) { return {}; }

    Requests operator()(const AddedUp& added) {
        if (room.owner == PinOwner::staff) room.statistics = added.statistics;
        return {};
    }

    Requests operator()(const DeviceSeen& seen) {
        if (room.owner != PinOwner::nobody) room.status = seen.status;
        return {};
    }

    Requests operator()(const WrittenOut& written) {
        room.writing = false;
        if (room.owner != PinOwner::nobody) room.written = written;
        return {};
    }

    Requests operator()(const WentBack& back) {
        room.asking_back = false;
        room.back_error = back.error;
        room.went_back = !back.error;
        if (back.error || room.owner != PinOwner::staff) return {};
        return {DeviceRequest{LookAtDevice{}}};
    }
};

} // namespace

std::optional<Place> door_before(const State& state, const Place& place) {
    const PinOwner owner = state.staff.owner;
    if (place.screen == Screen::staff && owner != PinOwner::staff)
        return Place{Screen::pin, "staff", false, {}, {}};
    if (place.screen == Screen::classroom && owner == PinOwner::nobody)
        return Place{Screen::pin, std::string(class_door) + place.id, false, {}, {}};
    // Whoever is in needs no door.
    if (place.screen == Screen::pin && place.id == "staff" && owner == PinOwner::staff)
        return Place{Screen::staff, {}, false, {}, {}};
    if (place.screen == Screen::pin && place.id.starts_with(class_door) &&
        owner != PinOwner::nobody)
        return Place{Screen::classroom, place.id.substr(class_door.size()), false, {}, {}};
    return std::nullopt;
}

Requests reduce_staff(State& state, const StaffAction& action) {
    return std::visit(StaffReducer{state, state.staff}, action);
}

Requests hear_device(State& state, const DeviceAnswer& answer) {
    return std::visit(DeviceListener{state, state.staff}, answer);
}

Requests arrive_in_staff_room(State& state) {
    StaffRoom& room = state.staff;
    if (state.place().screen != Screen::pin) {
        room.digits.clear();
        room.wrong = false;
        room.checking = false;
    }
    if (room.owner == PinOwner::nobody) return {};
    if (!is_in_room(state)) {
        leave_staff_room(state);
        return {};
    }
    if (state.place().screen != Screen::staff) return {};
    const std::string& part = state.place().id;
    if (part != "test:touch") room.touches.clear();
    if (part != "statistics" && part != "logs") room.written.reset();
    if (part != "pack") room.went_back = false;
    Requests wishes = {DeviceRequest{LookAtDevice{}}};
    if (part == "statistics") wishes.push_back(DeviceRequest{AddUp{shown_days}});
    return wishes;
}

void leave_staff_room(State& state) {
    StaffRoom fresh;
    StaffRoom& room = state.staff;
    fresh.staff_pin = room.staff_pin;
    fresh.trainer_pin = room.trainer_pin;
    fresh.locked_until = room.locked_until;
    fresh.site = std::move(room.site);
    fresh.site_error = room.site_error;
    fresh.writing = room.writing;
    fresh.closed = room.closed;
    room = std::move(fresh);
}

std::optional<Milliseconds> quiet_time_of_staff(const State& state) {
    if (state.staff.owner == PinOwner::nobody) return std::nullopt;
    return quiet_staff;
}

std::optional<Milliseconds> next_staff(const State& state) {
    if (state.place().screen != Screen::pin || !is_locked(state)) return std::nullopt;
    const Milliseconds left = state.staff.locked_until - state.now;
    const Milliseconds whole = std::chrono::floor<std::chrono::seconds>(left - Milliseconds{1});
    return state.staff.locked_until - whole;
}

int seconds_locked(const State& state) {
    const Milliseconds left = state.staff.locked_until - state.now;
    return static_cast<int>(
        std::chrono::ceil<std::chrono::seconds>(std::max(left, Milliseconds{0})).count());
}

} // namespace foyer::model
