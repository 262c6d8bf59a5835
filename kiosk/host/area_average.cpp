// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/host/area_average.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace foyer::host {

namespace {

/// Which source cells a target cell covers, and how much of the first and the last.
struct Cover {
    int first = 0, last = 0;
    float first_part = 0, last_part = 0;

    float part(int cell) const {
        return cell == first ? first_part : cell == last ? last_part : 1.0f;
    }
};

std::vector<Cover> covers(int from, int to) {
    std::vector<Cover> out(static_cast<std::size_t>(to));
    const double step = static_cast<double>(from) / to;
    for (int i = 0; i < to; ++i) {
        const double begin = i * step, end = (i + 1) * step;
        Cover& cover = out[static_cast<std::size_t>(i)];
        cover.first = std::min(static_cast<int>(begin), from - 1);
        cover.last = std::clamp(static_cast<int>(std::ceil(end)) - 1, cover.first, from - 1);
        cover.first_part = static_cast<float>(std::min(end, cover.first + 1.0) - begin);
        cover.last_part = static_cast<float>(end - cover.last);
    }
    return out;
}

/// Adds one source row to `sums`, `weight` times, in cells of the target's width.
void add_row(std::span<float> sums, const std::uint8_t* row, const std::vector<Cover>& across,
             std::size_t channels, float weight) {
    float* sum = sums.data();
    for (const Cover& cover : across) {
        for (int x = cover.first; x <= cover.last; ++x) {
            const float part = cover.part(x) * weight;
            const std::uint8_t* pixel = row + static_cast<std::size_t>(x) * channels;
            for (std::size_t c = 0; c < channels; ++c)
                sum[c] += part * static_cast<float>(pixel[c]);
        }
        sum += channels;
    }
}

} // namespace

std::vector<std::uint8_t> area_average(std::span<const std::uint8_t> pixels, PixelSize from,
                                       PixelSize to, int channels) {
    const auto per_pixel = static_cast<std::size_t>(channels);
    const std::size_t from_row = static_cast<std::size_t>(from.width) * per_pixel;
    const std::size_t to_row = static_cast<std::size_t>(to.width) * per_pixel;
    assert(pixels.size() == from_row * static_cast<std::size_t>(from.height));
    const std::vector<Cover> across = covers(from.width, to.width);
    const float area = static_cast<float>(from.width) / static_cast<float>(to.width) *
                       static_cast<float>(from.height) / static_cast<float>(to.height);
    std::vector<std::uint8_t> out;
    out.reserve(to_row * static_cast<std::size_t>(to.height));
    std::vector<float> sums(to_row);
    for (const Cover& down : covers(from.height, to.height)) {
        std::fill(sums.begin(), sums.end(), 0.0f);
        for (int y = down.first; y <= down.last; ++y)
            add_row(sums, pixels.data() + static_cast<std::size_t>(y) * from_row, across, per_pixel,
                    down.part(y));
        for (const float sum : sums)
            out.push_back(static_cast<std::uint8_t>(std::min(sum / area + 0.5f, 255.0f)));
    }
    return out;
}

PixelSize shrunk_into(PixelSize size, PixelSize box) {
    double factor = 1;
    if (box.width > 0) factor = std::min(factor, static_cast<double>(box.width) / size.width);
    if (box.height > 0) factor = std::min(factor, static_cast<double>(box.height) / size.height);
    return {std::max(1, static_cast<int>(std::lround(size.width * factor))),
            std::max(1, static_cast<int>(std::lround(size.height * factor)))};
}

} // namespace foyer::host
