// SPDX-License-Identifier: EUPL-1.2
// Journeys: going somewhere else. The old screen stays until the pack has answered. For reducers.
#pragma once

#include "kiosk/model/action.h"

#include <vector>

namespace foyer::model {

/// Starts a journey; the screen changes when the pack has answered.
std::vector<Request> travel(State& state, std::vector<Place> history, Preferences preferences);
/// To a place behind the one that is shown.
std::vector<Request> travel_to(State& state, Place place);

/// The journey of a visit; the way back to the attract screen is none. Null: there is none.
Journey* visit_under_way(State& state);
/// The preferences of a visit may be under way too: chosen, but not on the screen yet.
const Preferences& chosen(State& state);

} // namespace foyer::model
