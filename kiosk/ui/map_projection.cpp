// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/map_projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foyer::ui {

namespace {

constexpr double earth_km = 6371;
constexpr double degree = std::numbers::pi / 180;
constexpr double north_of_centre = 52 * degree, east_of_centre = 10 * degree;

} // namespace

Plane projected(const model::Spot& spot) {
    const double north = spot.latitude * degree, east = spot.longitude * degree - east_of_centre;
    const double sin0 = std::sin(north_of_centre), cos0 = std::cos(north_of_centre);
    const double towards = sin0 * std::sin(north) + cos0 * std::cos(north) * std::cos(east);
    const double k = earth_km * std::sqrt(2 / (1 + towards));
    return {k * std::cos(north) * std::sin(east),
            k * (cos0 * std::sin(north) - sin0 * std::cos(north) * std::cos(east))};
}

model::Spot spot_at(const Plane& plane) {
    const double away = std::hypot(plane.x, plane.y);
    if (away == 0) return {north_of_centre / degree, east_of_centre / degree};
    const double angle = 2 * std::asin(std::min(1.0, away / (2 * earth_km)));
    const double sin0 = std::sin(north_of_centre), cos0 = std::cos(north_of_centre);
    const double north =
        std::asin(std::cos(angle) * sin0 + plane.y * std::sin(angle) * cos0 / away);
    const double east = std::atan2(plane.x * std::sin(angle), away * cos0 * std::cos(angle) -
                                                                  plane.y * sin0 * std::sin(angle));
    return {north / degree, (east + east_of_centre) / degree};
}

} // namespace foyer::ui
