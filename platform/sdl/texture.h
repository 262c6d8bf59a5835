// SPDX-License-Identifier: EUPL-1.2
// A texture of the software canvas. Text is white with its coverage in alpha, so it is kept as the
// coverage alone: a quarter of the memory, and the tint comes from the vertices.
#pragma once

#include "kiosk/host/bitmap.h"

#include <cstdint>
#include <vector>

namespace foyer::sdl {

struct Texture {
    int width = 0, height = 0;
    std::uint64_t serial = 0;           ///< never used twice, unlike an address
    bool opaque = false;                ///< no pixel lets the ground through
    std::vector<std::uint8_t> coverage; ///< of a white texture; else empty
    std::vector<std::uint32_t> argb;    ///< straight alpha; empty when there is a coverage

    std::uint32_t texel(int x, int y) const {
        const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                        static_cast<std::size_t>(x);
        return coverage.empty() ? argb[at] : std::uint32_t{coverage[at]} << 24 | 0xFFFFFFu;
    }
};

Texture make_texture(const host::Bitmap& bitmap, std::uint64_t serial);

} // namespace foyer::sdl
