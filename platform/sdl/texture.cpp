// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/texture.h"

#include <algorithm>

namespace foyer::sdl {
namespace {

/// White wherever it shows at all: the colour under a transparent pixel is nobody's.
bool white(const host::Bitmap& bitmap) {
    for (std::size_t i = 0; i + 3 < bitmap.rgba.size(); i += 4) {
        const std::uint8_t* p = &bitmap.rgba[i];
        if (p[3] != 0 && (p[0] & p[1] & p[2]) != 0xFF) return false;
    }
    return true;
}

} // namespace

Texture make_texture(const host::Bitmap& bitmap, std::uint64_t serial) {
    Texture texture{bitmap.width, bitmap.height, serial, true, {}, {}};
    const std::size_t pixels = bitmap.rgba.size() / 4;
    const bool coverage_only = white(bitmap);
    if (coverage_only)
        texture.coverage.resize(pixels);
    else
        texture.argb.resize(pixels);
    for (std::size_t i = 0; i < pixels; ++i) {
        const std::uint8_t* p = &bitmap.rgba[i * 4];
        if (p[3] != 0xFF) texture.opaque = false;
        if (coverage_only)
            texture.coverage[i] = p[3];
        else
            texture.argb[i] =
                static_cast<std::uint32_t>(p[3] << 24 | p[0] << 16 | p[1] << 8 | p[2]);
    }
    return texture;
}

} // namespace foyer::sdl
