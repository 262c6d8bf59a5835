// SPDX-License-Identifier: EUPL-1.2
// Risk: pictures that shimmer, grow or are read beyond their end when made smaller.
#include "kiosk/host/area_average.h"

#include <catch2/catch_test_macros.hpp>
#include <numeric>

using namespace foyer;
using host::PixelSize;

TEST_CASE("a checkerboard made half as large is an even grey", "[host]") {
    std::vector<std::uint8_t> board(64);
    for (std::size_t i = 0; i < 64; ++i) board[i] = (i + i / 8) % 2 ? 200 : 100;
    const auto small = host::area_average(board, {8, 8}, {4, 4}, 1);
    CHECK(small == std::vector<std::uint8_t>(16, 150));
}

TEST_CASE("a size that does not divide counts parts of pixels", "[host]") {
    const std::vector<std::uint8_t> three{0, 90, 240};
    const auto two = host::area_average(three, {3, 1}, {2, 1}, 1);
    CHECK(two == std::vector<std::uint8_t>{30, 190});
}

TEST_CASE("the same size is the same picture, and channels do not mix", "[host]") {
    std::vector<std::uint8_t> pixels(5 * 7 * 3);
    std::iota(pixels.begin(), pixels.end(), std::uint8_t{0});
    CHECK(host::area_average(pixels, {5, 7}, {5, 7}, 3) == pixels);
}

TEST_CASE("the mean of a picture stays when it shrinks to one pixel", "[host]") {
    std::vector<std::uint8_t> pixels(101 * 37);
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<std::uint8_t>(i % 251);
    const int sum = std::accumulate(pixels.begin(), pixels.end(), 0);
    const int mean = (sum + 101 * 37 / 2) / (101 * 37);
    CHECK(host::area_average(pixels, {101, 37}, {1, 1}, 1).at(0) == mean);
}

TEST_CASE("a picture fits into its box with its aspect and is not enlarged", "[host]") {
    CHECK(host::shrunk_into({400, 300}, {200, 200}) == PixelSize{200, 150});
    CHECK(host::shrunk_into({400, 300}, {0, 30}) == PixelSize{40, 30});
    CHECK(host::shrunk_into({400, 300}, {800, 800}) == PixelSize{400, 300});
    CHECK(host::shrunk_into({4000, 1}, {10, 10}) == PixelSize{10, 1});
}
