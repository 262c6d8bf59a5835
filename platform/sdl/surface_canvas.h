// SPDX-License-Identifier: EUPL-1.2
// Draws into the window's surface, and there only what changed since the last frame: a pressed
// button costs that button. No graphics driver is loaded, which halves the memory of the program
// and the time to its first frame. The pixels are ours alone, so they are the same on every
// machine.
#pragma once

#include "platform/sdl/canvas.h"
#include "platform/sdl/tiles.h"

#include <memory>
#include <unordered_map>
#include <vector>

struct SDL_Window;
struct SDL_Surface;

namespace foyer::sdl {

class SurfaceCanvas final : public Canvas {
  public:
    /// Fails with unreadable where the window has no surface of 32-bit RGB. `window` must outlive
    /// the canvas.
    static Result<std::unique_ptr<SurfaceCanvas>> create(SDL_Window* window);

    host::TextureId upload(const host::Bitmap& bitmap) override;
    void release(host::TextureId texture) override;
    void present(const ImDrawData& frame, std::uint32_t background_rgba) override;
    void expose() override { exposed_ = true; }
    Result<host::Bitmap> screenshot() override;

  private:
    explicit SurfaceCanvas(SDL_Window* window) : window_(window) {}

    SDL_Window* window_;
    SDL_Surface* surface_ = nullptr; ///< SDL's; another one after the window changed its size
    bool exposed_ = false;
    std::uint64_t uploads_ = 0;
    std::unordered_map<host::TextureId, std::unique_ptr<Texture>> textures_;
    std::vector<Primitive> primitives_; ///< kept for its memory
    Tiles tiles_;
};

} // namespace foyer::sdl
