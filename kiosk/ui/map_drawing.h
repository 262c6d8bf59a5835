// SPDX-License-Identifier: EUPL-1.2
// The map as it is drawn: land and sea without meaning, marks as buttons with their names. A
// viewport is a rectangle on the screen; of right-to-left languages only what stands around it is
// mirrored.
#pragma once

#include "kiosk/ui/map_marks.h"
#include "kiosk/ui/ui.h"

#include <string>
#include <vector>

namespace foyer::ui {

/// What of the palette the map is painted with.
struct MapColours {
    Colour sea, land, germany, coast, border;
};
MapColours map_colours(const Palette& palette);

MarkSizes mark_sizes(const Look& look);

/// Land, sea and borders, without a node.
void draw_ground(Ui& ui, const Sight& sight);

/// The sign of a status, at most `radius` px wide on all sides: its shape says what its colour
/// does. `centre` is written left to right, as everywhere.
void draw_sign(Ui& ui, Point centre, float radius, const std::string& status);

/// Buttons of what is in sight, and the names of their places where those have room. `map` is the
/// node of the map, on which they stand.
void draw_marks(Ui& ui, const std::vector<Mark>& all, const model::MapView& view, Rect viewport,
                int map);

} // namespace foyer::ui
