// SPDX-License-Identifier: EUPL-1.2
// How the staff room is entered, used and left, and what the device answers. Pure; part of
// reduce().
#pragma once

#include "kiosk/model/action.h"

#include <optional>
#include <vector>

namespace foyer::model {

std::vector<Request> reduce_staff(State& state, const StaffAction& action);
std::vector<Request> hear_device(State& state, const DeviceAnswer& answer);
/// After every journey: what the part of the staff room that was entered needs to know.
std::vector<Request> arrive_in_staff_room(State& state);
/// Whoever comes next is a visitor.
void leave_staff_room(State& state);
/// What stands between a place and whoever is here: the screen of the PIN, or, for those who are in
/// already, what lies behind it. Empty: nothing.
std::optional<Place> door_before(const State& state, const Place& place);
/// The wait after wrong PINs is counted down.
std::optional<Milliseconds> next_staff(const State& state);
/// Until the next PIN is looked at.
int seconds_locked(const State& state);
/// How long the kiosk stays quiet while staff or a trainer is in. Empty: nobody is.
std::optional<Milliseconds> quiet_time_of_staff(const State& state);

} // namespace foyer::model
