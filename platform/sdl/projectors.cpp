// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/projectors.h"

#include "kiosk/base/log.h"
#include "platform/sdl/open_canvas.h"

#include <SDL.h>

#include <string_view>

namespace foyer::sdl {

Result<std::unique_ptr<Projector>> Projector::open(const SDL_Rect& place, bool full_screen,
                                                   bool graphics_chip) {
    std::unique_ptr<Projector> made(new Projector);
    const bool is_wayland = std::string_view(SDL_GetCurrentVideoDriver()) == "wayland";
    const Uint32 flags = !full_screen ? 0
                         : is_wayland
                             ? Uint32{SDL_WINDOW_FULLSCREEN_DESKTOP}
                             : Uint32{SDL_WINDOW_BORDERLESS} | Uint32{SDL_WINDOW_SKIP_TASKBAR};
    // It must not take the keys away from the panel.
    SDL_SetHint(SDL_HINT_WINDOW_NO_ACTIVATION_WHEN_SHOWN, "1");
    made->window_ = SDL_CreateWindow("Foyer", place.x, place.y, place.w, place.h, flags);
    SDL_SetHint(SDL_HINT_WINDOW_NO_ACTIVATION_WHEN_SHOWN, "0");
    if (!made->window_)
        return {Errc::unreadable, std::string("no window for the projector: ") + SDL_GetError()};
    made->canvas_ = TRY(open_canvas(made->window_, graphics_chip));
    return made;
}

Projector::~Projector() {
    canvas_.reset();
    if (window_) SDL_DestroyWindow(window_);
}

Size Projector::size() const {
    int width = 0, height = 0;
    SDL_GetWindowSizeInPixels(window_, &width, &height);
    return {static_cast<float>(width), static_cast<float>(height)};
}

std::uint32_t Projector::window_id() const { return SDL_GetWindowID(window_); }

void Projectors::exchange(std::unique_ptr<Projector> other) {
    if (current_) gone_.push_back(std::move(current_));
    current_ = std::move(other);
    keep_focus();
}

void Projectors::tell_of_gone() {
    for (std::unique_ptr<Projector>& projector : gone_) told_.push_back(std::move(projector));
    gone_.clear();
}

void Projectors::forget_gone() {
    if (told_.empty()) return;
    told_.clear();
    keep_focus();
}

/// Where nobody manages windows, X11 gives the keys to the window that came last, and to none when
/// it goes.
void Projectors::keep_focus() {
    if (std::string_view(SDL_GetCurrentVideoDriver()) == "x11") SDL_SetWindowInputFocus(panel_);
}

bool Projectors::look() {
    if (!looks_ || pretended_) return false;
    std::optional<std::array<int, 4>> found;
    const int own = SDL_GetWindowDisplayIndex(panel_);
    SDL_Rect place{};
    for (int i = 0; i < SDL_GetNumVideoDisplays() && !found; ++i) {
        SDL_Rect panel{};
        if (i == own || SDL_GetDisplayBounds(i, &place) != 0) continue;
        // Two outputs that show the same are one.
        if (SDL_GetDisplayBounds(own, &panel) == 0 && SDL_RectEquals(&panel, &place)) continue;
        found = {place.x, place.y, place.w, place.h};
    }
    if (found == place_) return false;
    place_ = found;
    std::unique_ptr<Projector> opened;
    if (found) {
        auto projector = Projector::open(place, true, graphics_chip_);
        if (projector) {
            opened = *std::move(projector);
        } else {
            log::warning(projector.error().what);
        }
    }
    const bool changes = opened || current_;
    exchange(std::move(opened));
    return changes;
}

void Projectors::pretend(Size px) {
    pretended_ = px.w > 0;
    std::unique_ptr<Projector> opened;
    if (pretended_) {
        auto projector = Projector::open({0, 0, static_cast<int>(px.w), static_cast<int>(px.h)},
                                         false, graphics_chip_);
        if (projector) {
            opened = *std::move(projector);
        } else {
            log::warning(projector.error().what);
        }
    }
    exchange(std::move(opened));
}

} // namespace foyer::sdl
