// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/map_outlines.h"

#include <algorithm>
#include <cstddef>

namespace foyer::ui {

namespace {

/// The lists hold differences, to be small.
std::vector<std::size_t> sums(std::span<const int> differences) {
    std::vector<std::size_t> out;
    int sum = 0;
    for (const int by : differences) out.push_back(static_cast<std::size_t>(sum += by));
    return out;
}

std::vector<Plane> read_points(std::span<const int> differences) {
    std::vector<Plane> out;
    int longitude = 0, latitude = 0;
    for (std::size_t i = 0; i + 1 < differences.size(); i += 2) {
        longitude += differences[i];
        latitude += differences[i + 1];
        out.push_back(projected({latitude / 1000.0, longitude / 1000.0}));
    }
    return out;
}

/// With the points it needs and no others.
Surface read_surface(const std::vector<Plane>& points, std::span<const int> differences) {
    Surface out;
    std::vector<int> place(points.size(), -1);
    for (const std::size_t corner : sums(differences)) {
        if (place[corner] < 0) {
            place[corner] = static_cast<int>(out.points.size());
            out.points.push_back(points[corner]);
        }
        out.corners.push_back(static_cast<std::uint16_t>(place[corner]));
    }
    return out;
}

void set_box(Outline& line) {
    line.least = line.most = line.points.front();
    for (const Plane& p : line.points) {
        line.least = {std::min(line.least.x, p.x), std::min(line.least.y, p.y)};
        line.most = {std::max(line.most.x, p.x), std::max(line.most.y, p.y)};
    }
}

Outlines read(const MapData& data) {
    const std::vector<Plane> points = read_points(data.points);
    Outlines out{read_surface(points, data.land), read_surface(points, data.germany), {}};
    const std::vector<std::size_t> ways = sums(data.ways);
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < data.lines.size(); i += 2) {
        Outline line{static_cast<Border>(data.lines[i]), {}, {}, {}};
        for (int n = 0; n < data.lines[i + 1]; ++n) line.points.push_back(points[ways[at++]]);
        set_box(line);
        out.lines.push_back(std::move(line));
    }
    return out;
}

} // namespace

const Outlines& outlines() {
    static const Outlines all = read(map_data());
    return all;
}

} // namespace foyer::ui
