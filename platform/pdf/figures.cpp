// SPDX-License-Identifier: EUPL-1.2
#include "platform/pdf/figures.h"

#include "platform/pdf/style.h"
#include "platform/pictures/alpha.h"
#include "platform/pictures/decode_photo.h"
#include "platform/pictures/draw_svg.h"

#include <cstring>

namespace foyer::platform::pdf {

namespace {

constexpr float dots_per_inch = 300;
constexpr int most_px = static_cast<int>(page_width / 72 * dots_per_inch);

/// Bytes in the order RGBA, straight, to one premultiplied number a pixel, 0xAARRGGBB.
Picture painted(host::Bitmap bitmap) {
    Picture out{{}, {static_cast<float>(bitmap.width), static_cast<float>(bitmap.height)}};
    out.surface.reset(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, bitmap.width, bitmap.height));
    unsigned char* row = cairo_image_surface_get_data(out.surface.get());
    if (!row) return {};
    premultiply(bitmap.rgba);
    const std::uint8_t* from = bitmap.rgba.data();
    for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x, from += 4) {
            const std::uint32_t pixel = static_cast<std::uint32_t>(from[3]) << 24 |
                                        static_cast<std::uint32_t>(from[0]) << 16 |
                                        static_cast<std::uint32_t>(from[1]) << 8 | from[2];
            std::memcpy(row + static_cast<std::ptrdiff_t>(x) * 4, &pixel, 4);
        }
        row += cairo_image_surface_get_stride(out.surface.get());
    }
    cairo_surface_mark_dirty(out.surface.get());
    return out;
}

} // namespace

Result<Picture> Figures::read(const host::DocumentFigure& figure) {
    if (figure.bytes.size() > host::max_picture_bytes)
        return {Errc::too_large, "the picture's file is too large"};
    if (figure.type != host::PictureType::svg)
        return painted(TRY(decode_photo(figure.type, figure.bytes, {most_px, most_px})));
    RecordedSvg svg = TRY(record_svg(figure.bytes, drawing_css));
    Picture out;
    out.surface.reset(svg.surface.release());
    out.size = {static_cast<float>(svg.width), static_cast<float>(svg.height)};
    return out;
}

} // namespace foyer::platform::pdf
