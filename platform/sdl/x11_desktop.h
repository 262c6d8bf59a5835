// SPDX-License-Identifier: EUPL-1.2
// What SDL does not tell about the X11 desktop it draws on.
#pragma once

struct SDL_Window;

namespace foyer::sdl {

/// Whether somebody manages the windows of this X11 screen. Where nobody does, asking for full
/// screen makes SDL wait a tenth of a second for an answer that never comes.
bool has_window_manager(SDL_Window* window);

} // namespace foyer::sdl
