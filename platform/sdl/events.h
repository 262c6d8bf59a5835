// SPDX-License-Identifier: EUPL-1.2
// Between SDL's events and ours. The mouse is finger 0, the fingers of a touch screen count from 1.
// Injected events carry the time they were given; the others get the program's time, less how long
// they lay in the queue.
#pragma once

#include "kiosk/host/clock.h"
#include "kiosk/host/screen.h"

#include <optional>
#include <vector>

union SDL_Event;

namespace foyer::sdl {

/// Empty for events that mean nothing to the kiosk, a mouse that only moves among them.
std::optional<host::Event> from_sdl(const SDL_Event& event, Size screen, const host::Clock& clock);

/// What to put into SDL's queue for `event`: long text takes more than one. Nothing for a
/// WakeEvent, a ProjectorEvent and for a key SDL has no name for.
std::vector<SDL_Event> to_sdl(const host::Event& event, Size screen);

} // namespace foyer::sdl
