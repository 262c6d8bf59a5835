// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/texture.h"

namespace foyer::sdl {
namespace {

std::uint32_t pixel(const std::uint8_t* rgba) {
    return static_cast<std::uint32_t>(rgba[3]) << 24 | static_cast<std::uint32_t>(rgba[0]) << 16 |
           static_cast<std::uint32_t>(rgba[1]) << 8 | rgba[2];
}

} // namespace

Texture make_texture(const host::Bitmap& bitmap, std::uint64_t serial) {
    Texture texture{bitmap.width, bitmap.height, serial, true, {}, {}};
    const std::size_t pixels = bitmap.rgba.size() / 4;
    const std::uint8_t* rgba = bitmap.rgba.data();
    // White wherever it shows at all: the colour under a transparent pixel is nobody's.
    bool white = true, opaque = true;
    for (std::size_t i = 0; i < pixels; ++i) {
        const std::uint32_t p = pixel(rgba + i * 4);
        white = white && ((p & 0xFFFFFFu) == 0xFFFFFFu || p <= 0xFFFFFFu);
        opaque = opaque && p >= 0xFF000000u;
    }
    texture.opaque = opaque;
    if (white) {
        texture.coverage.resize(pixels);
        for (std::size_t i = 0; i < pixels; ++i) texture.coverage[i] = rgba[i * 4 + 3];
    } else {
        texture.argb.resize(pixels);
        for (std::size_t i = 0; i < pixels; ++i) texture.argb[i] = pixel(rgba + i * 4);
    }
    return texture;
}

} // namespace foyer::sdl
