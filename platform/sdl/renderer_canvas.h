// SPDX-License-Identifier: EUPL-1.2
// Lets SDL_Renderer draw: OpenGL ES where there is no window surface (Wayland, KMSDRM) or where it
// was asked for.
#pragma once

#include "platform/sdl/canvas.h"

#include <memory>

struct SDL_Window;
struct SDL_Renderer;
struct SDL_Texture;

namespace foyer::sdl {

class RendererCanvas final : public Canvas {
  public:
    /// Fails with unreadable. `window` must outlive the canvas.
    static Result<std::unique_ptr<RendererCanvas>> create(SDL_Window* window);
    ~RendererCanvas() override;
    RendererCanvas(const RendererCanvas&) = delete;
    RendererCanvas& operator=(const RendererCanvas&) = delete;

    host::TextureId upload(const host::Bitmap& bitmap) override;
    void release(host::TextureId texture) override;
    void present(const ImDrawData& frame, std::uint32_t background_rgba) override;
    void expose() override {}
    Result<host::Bitmap> screenshot() override;

  private:
    explicit RendererCanvas(SDL_Renderer* renderer) : renderer_(renderer) {}
    bool fit_picture();

    SDL_Renderer* renderer_;
    SDL_Texture* picture_ = nullptr; ///< the frame as drawn: a shown one cannot be read back
    int width_ = 0, height_ = 0;     ///< of the picture
};

} // namespace foyer::sdl
