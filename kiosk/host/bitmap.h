// SPDX-License-Identifier: EUPL-1.2
// A picture in memory: 8-bit RGBA, straight alpha, rows from the top without padding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace foyer::host {

struct Bitmap {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba; ///< width * height * 4 bytes

    std::size_t bytes() const { return rgba.size(); }
    bool empty() const { return width <= 0 || height <= 0; }
};

} // namespace foyer::host
