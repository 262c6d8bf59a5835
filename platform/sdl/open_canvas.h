// SPDX-License-Identifier: EUPL-1.2
// Which canvas a window gets.
#pragma once

#include "platform/sdl/canvas.h"

#include <memory>

struct SDL_Window;

namespace foyer::sdl {

/// In memory where the window has a surface, unless the graphics chip is asked for. Fails with
/// unreadable where the window can be drawn on in neither way. `window` must outlive the canvas.
Result<std::unique_ptr<Canvas>> open_canvas(SDL_Window* window, bool graphics_chip);

} // namespace foyer::sdl
