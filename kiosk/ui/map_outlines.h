// SPDX-License-Identifier: EUPL-1.2
// What the map draws: coasts, borders and surfaces. Part of the program (assets/map/europe.txt says
// where they come from), so that there is no file that could be missing.
#pragma once

#include "kiosk/ui/map_projection.h"

#include <cstdint>
#include <span>
#include <vector>

namespace foyer::ui {

enum class Border { coast, country, germany, land };

/// Coordinates in kilometres of the plane.
struct Outline {
    Border border = Border::coast;
    std::vector<Plane> points;
    Plane least, most; ///< corners of the box around them
};

/// Triangles: three corners each, which count the points.
struct Surface {
    std::vector<Plane> points;
    std::vector<std::uint16_t> corners;
};

struct Outlines {
    Surface land, germany;
    std::vector<Outline> lines;
};

/// Computed at the first call, and the same for the life of the program.
const Outlines& outlines();

/// The numbers of assets/map/europe.txt, put into the program by the build.
struct MapData {
    std::span<const int> points, lines, ways, land, germany;
};
const MapData& map_data();

} // namespace foyer::ui
