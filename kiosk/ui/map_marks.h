// SPDX-License-Identifier: EUPL-1.2
// Marks: the cases on the map. Those whose targets would lie on each other are one mark with their
// number, a cluster; touching it brings them apart, or where that cannot be, chooses its cases.
// Pure functions.
#pragma once

#include "kiosk/model/content.h"
#include "kiosk/ui/map_sight.h"

#include <vector>

namespace foyer::ui {

struct MarkSizes {
    float target = 0; ///< px, the side of what can be touched
    float gap = 0;    ///< px, between two of them
};

/// One or more cases at one place on the screen.
struct Mark {
    std::vector<const model::CaseMark*> cases; ///< in the order they were given
    Point at;                                  ///< where they are, on the screen
    Rect target;                               ///< inside the viewport
};

/// What is in sight; no two targets are nearer than the gap.
std::vector<Mark> marks(const std::vector<const model::CaseMark*>& cases, const Sight& sight,
                        const MarkSizes& sizes);

/// What a touch of a mark leads to.
model::MapView touched(const Mark& mark, const model::MapView& view, Rect viewport,
                       const MarkSizes& sizes);

/// The cases that stand where the chosen one does, however large the map: what the choice shows.
std::vector<const model::CaseMark*> chosen(const std::vector<const model::CaseMark*>& cases,
                                           const model::MapView& view, Rect viewport,
                                           const MarkSizes& sizes);

} // namespace foyer::ui
