// SPDX-License-Identifier: EUPL-1.2
// Pictures made in memory for the tests.
#pragma once

#include "kiosk/host/pictures.h"

#include <string>

namespace foyer::samples {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
};

std::string png(int width, int height, Colour colour);
std::string jpeg(int width, int height, Colour colour);
/// The first 33 bytes of a PNG that claims this size.
std::string png_header(std::uint32_t width, std::uint32_t height);

/// A PNG of transparent pixels, packed so well that 32 million of them are a megabyte.
std::string clear_png(std::uint32_t width, std::uint32_t height);

inline std::string svg(const std::string& inside, const std::string& size = "0 0 100 50") {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + size + "\">" + inside +
           "</svg>";
}

inline host::PictureJob job(host::PictureType type, std::string bytes, int width_px = 0,
                            int height_px = 0) {
    return {type, std::move(bytes), width_px, height_px, {}};
}

} // namespace foyer::samples
