// SPDX-License-Identifier: EUPL-1.2
// Cases on the map for its tests: two in one place, two near each other, some far off.
#pragma once

#include "tests/ui/stage.h"

#include <string>
#include <vector>

namespace foyer::test {

constexpr model::Spot berlin{52.52, 13.405}, hamburg{53.551, 9.993}, munich{48.137, 11.575};

std::vector<model::CaseMark> cases();
/// The map screen; `list`: where only one has room, the list.
model::State map_state(const std::string& language = "de", bool list = false);

} // namespace foyer::test
