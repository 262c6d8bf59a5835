// SPDX-License-Identifier: EUPL-1.2
// How a class goes on, and what of it is kept. Pure; part of reduce(). Nothing happens unless a
// trainer or staff is in.
#pragma once

#include "kiosk/model/action.h"

#include <optional>
#include <vector>

namespace foyer::model {

/// How long nobody has to touch the kiosk in a class.
constexpr std::chrono::minutes quiet_class{45};
/// How much of the timer a power cut may cost.
constexpr int timer_kept_every_seconds = 15;

std::vector<Request> reduce_class(State& state, const ClassAction& action);
/// After every journey: a class that was opened begins, or goes on where it was left.
std::vector<Request> arrive_in_class(State& state);
/// The trainer is gone; what was confirmed stays.
void leave_class(State& state);
/// The class that the device found at its start, what it has kept, and what it has written.
void hear_of_class(State& state, const DeviceAnswer& answer);
/// The timer of an exercise.
std::vector<Request> tick_class(State& state);
std::optional<Milliseconds> next_class(const State& state);
/// Seconds left for the exercise.
int timer_left(const State& state);
/// Empty: there is no class on the way.
std::optional<Milliseconds> quiet_time_of_class(const State& state);

} // namespace foyer::model
