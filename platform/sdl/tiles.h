// SPDX-License-Identifier: EUPL-1.2
// Finds what changed between two frames. The screen is a grid of tiles; each tile gets a hash of
// everything that touches it, in drawing order. Tiles whose hash differs from the last frame's are
// drawn again, the others keep their pixels.
#pragma once

#include "platform/sdl/primitives.h"

#include <cstdint>
#include <vector>

namespace foyer::sdl {

class Tiles {
  public:
    /// The areas in which `frame` differs from the frame of the call before; they do not overlap.
    /// The first time, after forget() and at a new size that is the whole screen.
    std::vector<Area> changes(const std::vector<Primitive>& frame, const Area& screen,
                              std::uint32_t background);
    void forget() { before_.clear(); }

  private:
    std::vector<Area> differing(int columns, int rows, const Area& screen) const;

    Area screen_;
    std::vector<std::uint64_t> before_, now_;
};

} // namespace foyer::sdl
