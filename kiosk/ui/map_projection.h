// SPDX-License-Identifier: EUPL-1.2
// The map's projection: Lambert's azimuthal one, equal in area, around 52 degrees north and 10
// east. Everything on the map is computed in this plane. Pure functions.
#pragma once

#include "kiosk/model/content.h"

namespace foyer::ui {

/// Kilometres east and north of the centre.
struct Plane {
    double x = 0, y = 0;
    friend bool operator==(const Plane&, const Plane&) = default;
};

Plane projected(const model::Spot& spot);
/// The inverse, for anything on the map.
model::Spot spot_at(const Plane& plane);

} // namespace foyer::ui
