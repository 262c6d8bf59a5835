// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/surface_canvas.h"

#include "platform/sdl/raster.h"

#include <SDL.h>

namespace foyer::sdl {
namespace {

bool suits(const SDL_Surface* surface) {
    return surface && !SDL_MUSTLOCK(surface) && surface->format->BytesPerPixel == 4 &&
           surface->format->Rmask == 0xFF0000 && surface->format->Gmask == 0xFF00 &&
           surface->format->Bmask == 0xFF;
}

Pixels pixels_of(const SDL_Surface* surface) {
    return {static_cast<std::uint32_t*>(surface->pixels), surface->pitch / 4};
}

} // namespace

Result<std::unique_ptr<SurfaceCanvas>> SurfaceCanvas::create(SDL_Window* window) {
    if (!suits(SDL_GetWindowSurface(window)))
        return {Errc::unreadable,
                std::string("no 32-bit surface for the window: ") + SDL_GetError()};
    return std::unique_ptr<SurfaceCanvas>(new SurfaceCanvas(window));
}

host::TextureId SurfaceCanvas::upload(const host::Bitmap& bitmap) {
    if (bitmap.empty()) return 0;
    auto texture = std::make_unique<Texture>(make_texture(bitmap, ++uploads_));
    const auto id = reinterpret_cast<host::TextureId>(texture.get());
    textures_.emplace(id, std::move(texture));
    return id;
}

void SurfaceCanvas::release(host::TextureId texture) { textures_.erase(texture); }

void SurfaceCanvas::present(const ImDrawData& frame, std::uint32_t background_rgba) {
    SDL_Surface* surface = SDL_GetWindowSurface(window_);
    if (!suits(surface)) return;
    if (surface != surface_) tiles_.forget();
    surface_ = surface;
    const Area screen{0, 0, surface->w, surface->h};
    const std::uint32_t background = background_rgba >> 8;
    flatten(frame, screen, primitives_);
    const std::vector<Area> areas = tiles_.changes(primitives_, screen, background);
    const Pixels pixels = pixels_of(surface);
    std::vector<SDL_Rect> rects;
    for (const Area& area : areas) {
        fill(pixels, area, background);
        for (const Primitive& primitive : primitives_) draw(pixels, area, primitive);
        rects.push_back({area.x0, area.y0, area.x1 - area.x0, area.y1 - area.y0});
    }
    if (exposed_) rects = {{0, 0, surface->w, surface->h}};
    exposed_ = false;
    if (!rects.empty())
        SDL_UpdateWindowSurfaceRects(window_, rects.data(), static_cast<int>(rects.size()));
}

Result<host::Bitmap> SurfaceCanvas::screenshot() {
    if (!surface_ || SDL_GetWindowSurface(window_) != surface_)
        return {Errc::not_found, "no frame was shown at this size yet"};
    host::Bitmap bitmap{surface_->w, surface_->h, {}};
    bitmap.rgba.resize(static_cast<std::size_t>(surface_->w) *
                       static_cast<std::size_t>(surface_->h) * 4);
    std::uint8_t* to = bitmap.rgba.data();
    for (int y = 0; y < surface_->h; ++y) {
        const std::uint32_t* row = pixels_of(surface_).row(y);
        for (int x = 0; x < surface_->w; ++x)
            for (const unsigned shift : {16u, 8u, 0u, 24u})
                *to++ = static_cast<std::uint8_t>(shift == 24 ? 0xFFu : row[x] >> shift & 0xFFu);
    }
    return bitmap;
}

} // namespace foyer::sdl
