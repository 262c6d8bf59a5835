// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/open_canvas.h"

#include "kiosk/base/log.h"
#include "platform/sdl/renderer_canvas.h"
#include "platform/sdl/surface_canvas.h"

#include <SDL.h>

#include <string_view>

namespace foyer::sdl {

Result<std::unique_ptr<Canvas>> open_canvas(SDL_Window* window, bool graphics_chip) {
    const std::string_view driver = SDL_GetCurrentVideoDriver();
    const bool has_surface = driver == "x11" || driver == "dummy";
    if (has_surface && !graphics_chip) {
        auto canvas = SurfaceCanvas::create(window);
        if (canvas) return std::unique_ptr<Canvas>(*std::move(canvas));
        log::warning(canvas.error().what);
    }
    std::unique_ptr<Canvas> canvas = TRY(RendererCanvas::create(window));
    return canvas;
}

} // namespace foyer::sdl
