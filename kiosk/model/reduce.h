// SPDX-License-Identifier: EUPL-1.2
// How the state changes: pure, so that any moment can be tested without a window. Time comes in
// with Tick.
#pragma once

#include "kiosk/model/action.h"

#include <optional>
#include <vector>

namespace foyer::model {

/// Changes `state` and returns what has to be asked from the outside.
std::vector<Request> reduce(State& state, const Action& action);

/// The state at the start of a session, and after its end.
std::vector<Request> begin(State& state);

/// How long the kiosk stays quiet in this state before it asks "still there?": longer for large
/// text, Leichte Sprache and long pages (ACCESS.md TS-03).
Milliseconds quiet_time(const State& state);

/// When reduce must next be called with a Tick, if nothing else happens. Empty: never.
std::optional<Milliseconds> next_tick(const State& state);

/// The countdown of the idle overlay, in whole seconds.
int seconds_left(const State& state);

/// Which slide the attract screen shows.
int slide(const State& state);

} // namespace foyer::model
