// SPDX-License-Identifier: EUPL-1.2
// Points and rectangles in pixels of the screen, the origin top left.
#pragma once

#include <algorithm>

namespace foyer {

struct Point {
    float x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Size {
    float w = 0, h = 0;
    friend bool operator==(const Size&, const Size&) = default;
};

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Point centre() const { return {x + w / 2, y + h / 2}; }
    bool empty() const { return w <= 0 || h <= 0; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }

    friend bool operator==(const Rect&, const Rect&) = default;
};

/// What both share; empty when they only touch.
inline Rect intersection(const Rect& a, const Rect& b) {
    const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    const float r = std::min(a.right(), b.right()), t = std::min(a.bottom(), b.bottom());
    return {x, y, std::max(0.0f, r - x), std::max(0.0f, t - y)};
}

} // namespace foyer
