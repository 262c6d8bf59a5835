// SPDX-License-Identifier: EUPL-1.2
// Draws primitives into memory. A pixel belongs to a shape when its centre lies inside, top and
// left edges included, as on a graphics chip: shapes that share an edge neither overlap nor gape.
#pragma once

#include "platform/sdl/primitives.h"

#include <cstddef>
#include <cstdint>

namespace foyer::sdl {

/// Pixels as 0x00RRGGBB, the upper byte ignored.
struct Pixels {
    std::uint32_t* data = nullptr;
    std::ptrdiff_t stride = 0; ///< from row to row, in pixels
    std::uint32_t* row(int y) const { return data + y * stride; }
};

/// `area` must lie within the pixels.
void fill(const Pixels& pixels, const Area& area, std::uint32_t argb);

/// Blends the part of `primitive` that lies in `area`.
void draw(const Pixels& pixels, const Area& area, const Primitive& primitive);

} // namespace foyer::sdl
