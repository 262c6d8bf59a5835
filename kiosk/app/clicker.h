// SPDX-License-Identifier: EUPL-1.2
// Clicker: what the keys of a presenter's remote control, or of a keyboard, do while a tour is
// shown. Keys that are not named here do what they do everywhere.
#pragma once

#include "kiosk/host/screen.h"
#include "kiosk/model/action.h"

#include <optional>

namespace foyer::app {

/// Nothing where the key has no meaning of its own in a tour, or no tour is shown. Whether the key
/// counts at all (repetitions, double presses) is for Keys to say.
std::optional<model::Action> clicker_action(const host::KeyEvent& event, const model::State& state);

} // namespace foyer::app
