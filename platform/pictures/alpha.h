// SPDX-License-Identifier: EUPL-1.2
// Straight alpha to premultiplied and back, in place.
#pragma once

#include <cstdint>
#include <span>

namespace foyer::platform {

inline void premultiply(std::span<std::uint8_t> rgba) {
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4)
        for (std::size_t c = 0; c < 3; ++c) {
            const unsigned product = static_cast<unsigned>(rgba[i + c]) * rgba[i + 3];
            rgba[i + c] = static_cast<std::uint8_t>((product + 127) / 255);
        }
}

inline void unpremultiply(std::span<std::uint8_t> rgba) {
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
        const unsigned alpha = rgba[i + 3];
        if (alpha == 0 || alpha == 255) continue;
        for (std::size_t c = 0; c < 3; ++c) {
            const unsigned straight = (rgba[i + c] * 255u + alpha / 2) / alpha;
            rgba[i + c] = static_cast<std::uint8_t>(straight > 255 ? 255 : straight);
        }
    }
}

} // namespace foyer::platform
