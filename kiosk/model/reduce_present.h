// SPDX-License-Identifier: EUPL-1.2
// How a tour goes on: steps, time used, the blank screen, playing by itself. Pure; part of
// reduce().
#pragma once

#include "kiosk/model/action.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace foyer::model {

std::vector<Request> reduce_present(State& state, const PresentAction& action);
/// After every journey: a tour that was opened begins, or goes on where it was left.
void arrive_at_tour(State& state);
/// "Back" on a tour closes what lies over the step first. False: nothing did.
bool close_in_tour(State& state);
/// A tour that plays by itself goes on.
std::vector<Request> tick_present(State& state);
/// When tick_present() has something to do, or a time that is shown changes: at most once a second.
std::optional<Milliseconds> next_present(const State& state);
/// How long the kiosk stays quiet while a tour is shown or waits; empty: there is none.
std::optional<Milliseconds> quiet_time_of_tour(const State& state);

/// A tour is on the screen.
bool shows_tour(const State& state);
/// It goes on by itself, and the kiosk does not fall back.
bool plays(const State& state);
/// The presenter has a view of his own: notes, times and buttons instead of the step.
bool shows_presenter(const State& state);

/// How long the step that is shown was shown so far, and all of them.
Milliseconds used_here(const State& state);
Milliseconds used_in_all(const State& state);
/// The sum of the steps.
int planned_seconds(const Tour& tour);

/// What of a tour a passing of time may change on the screen.
std::tuple<int, int, std::string, long long> tour_by_time(const State& state);

} // namespace foyer::model
