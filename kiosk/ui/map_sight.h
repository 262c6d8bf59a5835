// SPDX-License-Identifier: EUPL-1.2
// Sight: what of the map stands where on the screen, and the ways to look elsewhere. Pure
// functions. A viewport is the map's rectangle in pixels of the screen; north is up in every
// language.
#pragma once

#include "kiosk/base/geometry.h"
#include "kiosk/model/state.h"
#include "kiosk/ui/map_projection.h"

#include <vector>

namespace foyer::ui {

/// Each step shows half as much again.
constexpr int most_zoom = 8;

struct Sight {
    Rect viewport;
    Plane centre; ///< of what is seen; never so far out that there is nothing but the edge
    double px_per_km = 1;

    Sight(const model::MapView& view, Rect in_viewport);
    Point at(const Plane& plane) const;
    Plane plane(Point on_screen) const;
};

/// The same view moved: what was under a finger is `dx`, `dy` px further right and down now.
model::MapView dragged(const model::MapView& view, Rect viewport, float dx, float dy);
model::MapView zoomed(const model::MapView& view, int by);
model::MapView on_europe(model::MapView view);
/// Germany, as large as the viewport allows.
model::MapView on_germany(model::MapView view, Rect viewport);

} // namespace foyer::ui
