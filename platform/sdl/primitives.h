// SPDX-License-Identifier: EUPL-1.2
// A frame of Dear ImGui as a flat list of upright rectangles and triangles, each with its clip, its
// texture and a hash of all that it looks like. Nearly everything on a screen of text and cards is
// an upright rectangle, which is why those are told apart here.
#pragma once

#include "platform/sdl/texture.h"

#include <array>
#include <cstdint>
#include <vector>

struct ImDrawData;

namespace foyer::sdl {

/// Pixels [x0, x1) by [y0, y1).
struct Area {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    bool empty() const { return x0 >= x1 || y0 >= y1; }
    friend bool operator==(const Area&, const Area&) = default;
};

Area intersection(const Area& a, const Area& b);
Area bounds(const Area& a, const Area& b);

struct Vertex {
    float x = 0, y = 0, u = 0, v = 0;
    std::uint32_t argb = 0;
};

struct Primitive {
    enum class Shape : std::uint8_t { rectangle, triangle };
    Shape shape = Shape::triangle;
    std::array<Vertex, 3> corners;    ///< of a rectangle: top left and bottom right
    const Texture* texture = nullptr; ///< null: the colour of the vertices alone
    Area covered;                     ///< every pixel it may touch, clipped
    std::uint64_t hash = 0;
};

/// The primitives of `frame` in drawing order, clipped to `screen`. The texture ids of the frame
/// are addresses of Textures, 0 for none.
void flatten(const ImDrawData& frame, const Area& screen, std::vector<Primitive>& to);

} // namespace foyer::sdl
