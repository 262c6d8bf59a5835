// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

namespace foyer::sdl {
namespace {

/// x / 255, rounded, for x up to 255 * 255.
constexpr std::uint32_t by_255(std::uint32_t x) { return (x + 128 + ((x + 128) >> 8)) >> 8; }

/// `colour` over `ground` with `alpha` of 255: red and blue at once, two to a word.
inline std::uint32_t blend(std::uint32_t ground, std::uint32_t colour, std::uint32_t alpha) {
    const std::uint32_t a = alpha + (alpha >> 7), b = 256 - a;
    const std::uint32_t red_blue = (colour & 0xFF00FF) * a + (ground & 0xFF00FF) * b + 0x800080;
    const std::uint32_t green = (colour & 0x00FF00) * a + (ground & 0x00FF00) * b + 0x008000;
    return (red_blue >> 8 & 0xFF00FF) | (green >> 8 & 0x00FF00);
}

void span(std::uint32_t* at, int count, std::uint32_t argb) {
    const std::uint32_t alpha = argb >> 24;
    if (alpha == 0xFF)
        std::fill_n(at, count, argb & 0xFFFFFF);
    else if (alpha != 0)
        for (int i = 0; i < count; ++i) at[i] = blend(at[i], argb, alpha);
}

/// A texel tinted by a vertex colour.
std::uint32_t tinted(std::uint32_t texel, std::uint32_t tint) {
    if (tint == 0xFFFFFFFF) return texel;
    std::uint32_t result = 0;
    for (unsigned shift = 0; shift < 32; shift += 8)
        result |= by_255((texel >> shift & 0xFF) * (tint >> shift & 0xFF)) << shift;
    return result;
}

/// Between the four texels around (u, v); colours count as much as they cover.
std::uint32_t sampled(const Texture& texture, float u, float v) {
    const float x = std::clamp(u * static_cast<float>(texture.width) - 0.5f, 0.0f,
                               static_cast<float>(texture.width - 1));
    const float y = std::clamp(v * static_cast<float>(texture.height) - 0.5f, 0.0f,
                               static_cast<float>(texture.height - 1));
    const int left = static_cast<int>(x), top = static_cast<int>(y);
    const int right = std::min(left + 1, texture.width - 1);
    const int below = std::min(top + 1, texture.height - 1);
    const float fx = x - static_cast<float>(left), fy = y - static_cast<float>(top);
    const std::uint32_t texels[] = {texture.texel(left, top), texture.texel(right, top),
                                    texture.texel(left, below), texture.texel(right, below)};
    const float weights[] = {(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy};
    float alpha = 0, red = 0, green = 0, blue = 0;
    for (int i = 0; i < 4; ++i) {
        const float a = weights[i] * static_cast<float>(texels[i] >> 24);
        alpha += a;
        red += a * static_cast<float>(texels[i] >> 16 & 0xFF);
        green += a * static_cast<float>(texels[i] >> 8 & 0xFF);
        blue += a * static_cast<float>(texels[i] & 0xFF);
    }
    if (alpha < 0.5f) return 0;
    const auto channel = [](float value) { return static_cast<std::uint32_t>(value + 0.5f); };
    return channel(alpha) << 24 | channel(red / alpha) << 16 | channel(green / alpha) << 8 |
           channel(blue / alpha);
}

/// A line of a text. Most of it is the ground between the letters: eight such pixels take one look.
void draw_covered(std::span<const std::uint8_t> coverage, std::uint32_t* to, std::uint32_t tint) {
    const std::uint32_t tint_alpha = tint >> 24;
    for (std::size_t i = 0; i < coverage.size();) {
        std::uint64_t eight = 1;
        if (i + sizeof eight <= coverage.size()) std::memcpy(&eight, &coverage[i], sizeof eight);
        if (eight == 0) {
            i += sizeof eight;
            continue;
        }
        const std::size_t end = std::min(i + sizeof eight, coverage.size());
        for (; i < end; ++i) {
            if (coverage[i] != 0) to[i] = blend(to[i], tint, by_255(coverage[i] * tint_alpha));
        }
    }
}

/// One texel to one pixel: all text, and every picture that was decoded for its box.
void draw_exact(const Pixels& pixels, const Area& area, const Texture& texture, int dx, int dy,
                std::uint32_t tint) {
    const int count = area.x1 - area.x0;
    for (int y = area.y0; y < area.y1; ++y) {
        std::uint32_t* to = pixels.row(y) + area.x0;
        const auto texel =
            static_cast<std::size_t>(y - dy) * static_cast<std::size_t>(texture.width) +
            static_cast<std::size_t>(area.x0 - dx);
        if (!texture.coverage.empty()) {
            draw_covered({&texture.coverage[texel], static_cast<std::size_t>(count)}, to, tint);
            continue;
        }
        const std::uint32_t* from = &texture.argb[texel];
        if (texture.opaque && tint == 0xFFFFFFFF) {
            std::copy_n(from, count, to);
            continue;
        }
        for (int i = 0; i < count; ++i) {
            const std::uint32_t colour = tinted(from[i], tint);
            to[i] = blend(to[i], colour, colour >> 24);
        }
    }
}

void draw_rectangle(const Pixels& pixels, const Area& area, const Primitive& p) {
    const Vertex &a = p.corners[0], &b = p.corners[1];
    if (!p.texture || (a.u == b.u && a.v == b.v)) {
        const std::uint32_t colour =
            p.texture ? tinted(sampled(*p.texture, a.u, a.v), a.argb) : a.argb;
        for (int y = area.y0; y < area.y1; ++y)
            span(pixels.row(y) + area.x0, area.x1 - area.x0, colour);
        return;
    }
    const Texture& texture = *p.texture;
    const float wide = static_cast<float>(texture.width), high = static_cast<float>(texture.height);
    const float du = (b.u - a.u) / (b.x - a.x), dv = (b.v - a.v) / (b.y - a.y);
    if (std::abs(du * wide - 1) < 1e-3f && std::abs(dv * high - 1) < 1e-3f) {
        const int dx = static_cast<int>(std::lround(a.x - a.u * wide));
        const int dy = static_cast<int>(std::lround(a.y - a.v * high));
        const Area within = intersection(area, {dx, dy, dx + texture.width, dy + texture.height});
        if (!within.empty()) draw_exact(pixels, within, texture, dx, dy, a.argb);
        return;
    }
    for (int y = area.y0; y < area.y1; ++y) {
        const float v = a.v + (static_cast<float>(y) + 0.5f - a.y) * dv;
        for (int x = area.x0; x < area.x1; ++x) {
            const float u = a.u + (static_cast<float>(x) + 0.5f - a.x) * du;
            const std::uint32_t colour = tinted(sampled(texture, u, v), a.argb);
            pixels.row(y)[x] = blend(pixels.row(y)[x], colour, colour >> 24);
        }
    }
}

/// A value that changes evenly over a triangle.
struct Plane {
    float at_origin = 0, dx = 0, dy = 0;

    Plane(const std::array<Vertex, 3>& c, float v0, float v1, float v2) {
        const float x1 = c[1].x - c[0].x, y1 = c[1].y - c[0].y;
        const float x2 = c[2].x - c[0].x, y2 = c[2].y - c[0].y;
        const float twice_area = x1 * y2 - x2 * y1;
        if (twice_area != 0) {
            dx = ((v1 - v0) * y2 - (v2 - v0) * y1) / twice_area;
            dy = ((v2 - v0) * x1 - (v1 - v0) * x2) / twice_area;
        }
        at_origin = v0 - dx * c[0].x - dy * c[0].y;
    }
    float at(float x, float y) const { return at_origin + dx * x + dy * y; }
};

/// The colour of a triangle whose corners differ in colour or place in the texture.
class Shading {
  public:
    explicit Shading(const Primitive& p)
        : texture_(p.texture),
          alpha_(plane(p, 24)),
          red_(plane(p, 16)),
          green_(plane(p, 8)),
          blue_(plane(p, 0)),
          u_(p.corners, p.corners[0].u, p.corners[1].u, p.corners[2].u),
          v_(p.corners, p.corners[0].v, p.corners[1].v, p.corners[2].v) {}

    std::uint32_t at(float x, float y) const {
        const std::uint32_t colour = channel(alpha_, x, y) << 24 | channel(red_, x, y) << 16 |
                                     channel(green_, x, y) << 8 | channel(blue_, x, y);
        return texture_ ? tinted(sampled(*texture_, u_.at(x, y), v_.at(x, y)), colour) : colour;
    }

  private:
    static Plane plane(const Primitive& p, unsigned shift) {
        const auto of = [&](std::size_t i) {
            return static_cast<float>(p.corners[i].argb >> shift & 0xFF);
        };
        return {p.corners, of(0), of(1), of(2)};
    }
    static std::uint32_t channel(const Plane& plane, float x, float y) {
        return static_cast<std::uint32_t>(std::clamp(plane.at(x, y) + 0.5f, 0.0f, 255.0f));
    }

    const Texture* texture_;
    Plane alpha_, red_, green_, blue_, u_, v_;
};

/// Where the line through `a` and `b` crosses the height `y`. Both triangles at an edge ask with
/// the ends in the same order and so get the same answer to the last bit.
float crossing(const Vertex& a, const Vertex& b, float y) {
    return a.x + (y - a.y) * ((b.x - a.x) / (b.y - a.y));
}

void draw_triangle(const Pixels& pixels, const Area& area, const Primitive& p) {
    std::array<Vertex, 3> c = p.corners;
    std::sort(c.begin(), c.end(), [](const Vertex& a, const Vertex& b) {
        return a.y < b.y || (a.y == b.y && a.x < b.x);
    });
    const bool even = !p.texture && c[0].argb == c[1].argb && c[1].argb == c[2].argb;
    const Shading shading(p);
    for (int y = area.y0; y < area.y1; ++y) {
        const float centre = static_cast<float>(y) + 0.5f;
        if (centre < c[0].y || centre >= c[2].y) continue;
        const float one = crossing(c[0], c[2], centre);
        const float other =
            centre < c[1].y ? crossing(c[0], c[1], centre) : crossing(c[1], c[2], centre);
        const float left = std::clamp(std::min(one, other) - 0.5f, static_cast<float>(area.x0),
                                      static_cast<float>(area.x1));
        const float right = std::clamp(std::max(one, other) - 0.5f, static_cast<float>(area.x0),
                                       static_cast<float>(area.x1));
        const int x0 = static_cast<int>(std::ceil(left)), x1 = static_cast<int>(std::ceil(right));
        std::uint32_t* row = pixels.row(y);
        if (even) {
            span(row + x0, x1 - x0, c[0].argb);
            continue;
        }
        for (int x = x0; x < x1; ++x) {
            const std::uint32_t colour = shading.at(static_cast<float>(x) + 0.5f, centre);
            row[x] = blend(row[x], colour, colour >> 24);
        }
    }
}

} // namespace

void fill(const Pixels& pixels, const Area& area, std::uint32_t argb) {
    for (int y = area.y0; y < area.y1; ++y)
        std::fill_n(pixels.row(y) + area.x0, area.x1 - area.x0, argb & 0xFFFFFF);
}

void draw(const Pixels& pixels, const Area& area, const Primitive& primitive) {
    const Area within = intersection(area, primitive.covered);
    if (within.empty()) return;
    if (primitive.shape == Primitive::Shape::rectangle)
        draw_rectangle(pixels, within, primitive);
    else
        draw_triangle(pixels, within, primitive);
}

} // namespace foyer::sdl
