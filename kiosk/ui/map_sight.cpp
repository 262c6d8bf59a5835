// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/map_sight.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

constexpr double step = 1.5;

struct Box {
    Plane least, most;
    double w() const { return most.x - least.x; }
    double h() const { return most.y - least.y; }
};

// Kilometres. The first view holds Lisbon, Athens and Helsinki; the outlines go on beyond it, for
// panels of other shapes and for those who move the map.
constexpr Box europe{{-1680, -1560}, {1480, 1120}};
constexpr Box germany{{-340, -560}, {380, 370}};
constexpr Box drawn{{-2700, -2150}, {2500, 2250}};

double px_per_km(int zoom, Rect viewport) {
    return std::min(viewport.w / europe.w(), viewport.h / europe.h()) * std::pow(step, zoom);
}

/// As near to `centre` as what is drawn fills the half of `seen` km on both sides of it.
double kept(double centre, double seen, double least, double most) {
    if (seen >= most - least) return (least + most) / 2;
    return std::clamp(centre, least + seen / 2, most - seen / 2);
}

} // namespace

Sight::Sight(const model::MapView& view, Rect in_viewport)
    : viewport(in_viewport),
      centre(projected(view.centre)),
      px_per_km(ui::px_per_km(view.zoom, viewport)) {
    centre.x = kept(centre.x, viewport.w / px_per_km, drawn.least.x, drawn.most.x);
    centre.y = kept(centre.y, viewport.h / px_per_km, drawn.least.y, drawn.most.y);
}

Point Sight::at(const Plane& plane) const {
    const Point middle = viewport.centre();
    return {middle.x + static_cast<float>((plane.x - centre.x) * px_per_km),
            middle.y - static_cast<float>((plane.y - centre.y) * px_per_km)};
}

Plane Sight::plane(Point on_screen) const {
    const Point middle = viewport.centre();
    return {centre.x + static_cast<double>(on_screen.x - middle.x) / px_per_km,
            centre.y - static_cast<double>(on_screen.y - middle.y) / px_per_km};
}

model::MapView dragged(const model::MapView& view, Rect viewport, float dx, float dy) {
    const Point middle = viewport.centre();
    model::MapView moved = view;
    moved.centre = spot_at(Sight(view, viewport).plane({middle.x - dx, middle.y - dy}));
    // What lies beyond the edge is not remembered, or the way back would begin with nothing.
    moved.centre = spot_at(Sight(moved, viewport).centre);
    return moved;
}

model::MapView zoomed(const model::MapView& view, int by) {
    model::MapView out = view;
    out.zoom = std::clamp(view.zoom + by, 0, most_zoom);
    return out;
}

model::MapView on_europe(model::MapView view) {
    view.centre = model::MapView{}.centre;
    view.zoom = 0;
    return view;
}

model::MapView on_germany(model::MapView view, Rect viewport) {
    view.centre =
        spot_at({(germany.least.x + germany.most.x) / 2, (germany.least.y + germany.most.y) / 2});
    for (view.zoom = most_zoom; view.zoom > 0; --view.zoom) {
        const double scale = px_per_km(view.zoom, viewport);
        if (germany.w() * scale <= viewport.w && germany.h() * scale <= viewport.h) break;
    }
    return view;
}

} // namespace foyer::ui
