// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/primitives.h"

#include <imgui.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace foyer::sdl {
namespace {

/// The first pixel whose centre is at or behind `edge`. Frames may hold any float: what lies far
/// outside is brought near, so that it still fits an int.
int pixel(float edge) {
    constexpr float far = 1 << 20;
    if (!(edge > -far)) return -(1 << 20);
    return static_cast<int>(std::ceil(std::min(edge, far) - 0.5f));
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

std::uint64_t mix(std::uint64_t hash, float a, float b) {
    return mix(hash, std::uint64_t{std::bit_cast<std::uint32_t>(a)} << 32 |
                         std::bit_cast<std::uint32_t>(b));
}

std::uint64_t hash_of(const Primitive& p) {
    std::uint64_t hash = p.texture ? p.texture->serial : 0;
    for (const Vertex& c : p.corners) hash = mix(mix(mix(hash, c.x, c.y), c.u, c.v), c.argb);
    hash = mix(hash, static_cast<std::uint64_t>(p.shape));
    // The clip changes what is seen of it as well.
    const auto two = [](int a, int b) {
        return std::uint64_t{static_cast<std::uint32_t>(a)} << 32 | static_cast<std::uint32_t>(b);
    };
    return mix(mix(hash, two(p.covered.x0, p.covered.y0)), two(p.covered.x1, p.covered.y1));
}

Vertex vertex(const ImDrawVert& v) {
    const std::uint32_t c = v.col;
    return {v.pos.x, v.pos.y, v.uv.x, v.uv.y,
            (c & 0xFF00FF00u) | (c & 0xFFu) << 16 | (c >> 16 & 0xFFu)};
}

/// ImGui writes a rectangle as 0 1 2, 0 2 3, clockwise from its top left corner.
bool upright(const ImDrawVert* vertices, const ImDrawIdx* i) {
    if (i[3] != i[0] || i[4] != i[2]) return false;
    const ImDrawVert &a = vertices[i[0]], &b = vertices[i[1]], &c = vertices[i[2]],
                     &d = vertices[i[5]];
    return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
           a.pos.x <= c.pos.x && a.pos.y <= c.pos.y && a.uv.y == b.uv.y && b.uv.x == c.uv.x &&
           c.uv.y == d.uv.y && d.uv.x == a.uv.x && a.col == b.col && b.col == c.col &&
           c.col == d.col;
}

Area extent(const Primitive& p) {
    float x0 = p.corners[0].x, y0 = p.corners[0].y, x1 = x0, y1 = y0;
    const std::size_t corners = p.shape == Primitive::Shape::rectangle ? 2 : 3;
    for (std::size_t i = 1; i < corners; ++i) {
        x0 = std::min(x0, p.corners[i].x), x1 = std::max(x1, p.corners[i].x);
        y0 = std::min(y0, p.corners[i].y), y1 = std::max(y1, p.corners[i].y);
    }
    return {pixel(x0), pixel(y0), pixel(x1), pixel(y1)};
}

void flatten_command(const ImDrawList& list, const ImDrawCmd& command, const Area& clip,
                     std::vector<Primitive>& to) {
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawIdx* const end = index + command.ElemCount;
    while (end - index >= 3) {
        Primitive p;
        p.texture = static_cast<const Texture*>(command.GetTexID());
        if (end - index >= 6 && upright(vertices, index)) {
            p.shape = Primitive::Shape::rectangle;
            p.corners = {vertex(vertices[index[0]]), vertex(vertices[index[2]]), {}};
            index += 6;
        } else {
            p.corners = {vertex(vertices[index[0]]), vertex(vertices[index[1]]),
                         vertex(vertices[index[2]])};
            index += 3;
        }
        p.covered = intersection(extent(p), clip);
        if (p.covered.empty()) continue;
        p.hash = hash_of(p);
        to.push_back(p);
    }
}

} // namespace

Area intersection(const Area& a, const Area& b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

Area bounds(const Area& a, const Area& b) {
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

void flatten(const ImDrawData& frame, const Area& screen, std::vector<Primitive>& to) {
    to.clear();
    for (const ImDrawList* list : frame.CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const ImVec4& c = command.ClipRect;
            const Area clip =
                intersection(screen, {pixel(c.x), pixel(c.y), pixel(c.z), pixel(c.w)});
            if (!clip.empty() && !command.UserCallback) flatten_command(*list, command, clip, to);
        }
}

} // namespace foyer::sdl
