// SPDX-License-Identifier: EUPL-1.2
// Where a frame becomes pixels. Two ways: SurfaceCanvas draws into memory, RendererCanvas lets a
// graphics chip do it.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/host/bitmap.h"
#include "kiosk/host/screen.h"

#include <cstdint>

struct ImDrawData;

namespace foyer::sdl {

class Canvas {
  public:
    virtual ~Canvas() = default;
    /// 0 when it cannot be had.
    virtual host::TextureId upload(const host::Bitmap& bitmap) = 0;
    virtual void release(host::TextureId texture) = 0;
    virtual void present(const ImDrawData& frame, std::uint32_t background_rgba) = 0;
    /// What the window showed is lost: the next frame is shown whole.
    virtual void expose() = 0;
    virtual Result<host::Bitmap> screenshot() = 0;
};

} // namespace foyer::sdl
