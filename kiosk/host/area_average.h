// SPDX-License-Identifier: EUPL-1.2
// Makes pictures smaller without shimmer: each new pixel is the mean of all that it covers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace foyer::host {

struct PixelSize {
    int width = 0, height = 0;
    friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

/// `pixels` holds from.width * from.height * channels bytes. Colours with alpha must be
/// premultiplied, or the invisible ones bleed into the visible. Neither size may be empty.
std::vector<std::uint8_t> area_average(std::span<const std::uint8_t> pixels, PixelSize from,
                                       PixelSize to, int channels);

/// `size` made as large as fits into `box`, aspect kept, never below one pixel and never enlarged.
/// A side of the box that is 0 does not limit.
PixelSize shrunk_into(PixelSize size, PixelSize box);

} // namespace foyer::host
