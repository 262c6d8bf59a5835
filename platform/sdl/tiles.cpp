// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl/tiles.h"

#include <algorithm>

namespace foyer::sdl {
namespace {

constexpr int tile_px = 64;
/// Beyond this many areas one around all of them costs less than going through the frame for each.
constexpr std::size_t most_areas = 12;

constexpr int tiles_across(int pixels) { return (pixels + tile_px - 1) / tile_px; }

} // namespace

std::vector<Area> Tiles::changes(const std::vector<Primitive>& frame, const Area& screen,
                                 std::uint32_t background) {
    const int columns = tiles_across(screen.x1), rows = tiles_across(screen.y1);
    now_.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), background);
    for (const Primitive& p : frame) {
        const int right = tiles_across(p.covered.x1), below = tiles_across(p.covered.y1);
        for (int row = p.covered.y0 / tile_px; row < below; ++row)
            for (int column = p.covered.x0 / tile_px; column < right; ++column) {
                std::uint64_t& tile = now_[static_cast<std::size_t>(row * columns + column)];
                tile = (tile ^ p.hash) * 0x9E3779B97F4A7C15u;
                tile ^= tile >> 29;
            }
    }
    std::vector<Area> areas;
    if (screen_ == screen && before_.size() == now_.size())
        areas = differing(columns, rows, screen);
    else if (!screen.empty())
        areas = {screen};
    screen_ = screen;
    before_.swap(now_);
    return areas;
}

/// Runs of tiles along each row; a run right below an equal one prolongs it.
std::vector<Area> Tiles::differing(int columns, int rows, const Area& screen) const {
    std::vector<Area> areas;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const auto differs = [&](int at) {
                const auto tile = static_cast<std::size_t>(row * columns + at);
                return at < columns && before_[tile] != now_[tile];
            };
            if (!differs(column)) continue;
            const int first = column;
            while (differs(column)) ++column;
            const Area run = intersection(
                screen, {first * tile_px, row * tile_px, column * tile_px, (row + 1) * tile_px});
            const auto above = std::find_if(areas.begin(), areas.end(), [&](const Area& a) {
                return a.x0 == run.x0 && a.x1 == run.x1 && a.y1 == run.y0;
            });
            if (above != areas.end())
                above->y1 = run.y1;
            else
                areas.push_back(run);
        }
    if (areas.size() <= most_areas) return areas;
    Area all = areas.front();
    for (const Area& area : areas) all = bounds(all, area);
    return {all};
}

} // namespace foyer::sdl
