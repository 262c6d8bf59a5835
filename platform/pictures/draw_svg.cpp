// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/draw_svg.h"

#include "kiosk/host/pictures.h"
#include "platform/pictures/alpha.h"
#include "platform/pictures/svg_gate.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <librsvg/rsvg.h>
#include <memory>
#include <string>

namespace foyer::platform {

namespace {

struct HandleFree {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
using Handle = std::unique_ptr<RsvgHandle, HandleFree>;

Error taken(Errc code, GError* error) {
    const std::string what = error ? error->message : "librsvg does not say why";
    if (error) g_error_free(error);
    return {code, what};
}

Result<void> admitted(std::string_view svg) {
    const std::vector<SvgFinding> findings = svg_findings(svg);
    if (findings.empty()) return {};
    const SvgFinding& first = findings.front();
    return {first.code, "line " + std::to_string(first.line) + ", column " +
                            std::to_string(first.column) + ": " + first.what};
}

Result<Handle> loaded(std::string_view svg, std::string_view css) {
    GError* error = nullptr;
    const auto bytes = [](std::string_view s) { return reinterpret_cast<const guint8*>(s.data()); };
    Handle handle(rsvg_handle_new_from_data(bytes(svg), svg.size(), &error));
    if (!handle) return taken(Errc::damaged, error);
    rsvg_handle_set_dpi(handle.get(), 96);
    if (!css.empty() && !rsvg_handle_set_stylesheet(handle.get(), bytes(css), css.size(), &error))
        return taken(Errc::invalid, error);
    return handle;
}

struct Extent {
    double width = 0, height = 0;
};

/// In pixels, or at least in the right proportion; empty when the drawing does not say.
Extent own_size(RsvgHandle* handle) {
    Extent size;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height)) return size;
    gboolean has_width = FALSE, has_height = FALSE, has_view_box = FALSE;
    RsvgLength width, height;
    RsvgRectangle view_box;
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height,
                                         &has_view_box, &view_box);
    if (has_view_box) return {view_box.width, view_box.height};
    return {};
}

Result<host::PixelSize> target_size(Extent own, host::PixelSize box) {
    const bool sane =
        own.width > 0 && own.height > 0 && std::isfinite(own.width) && std::isfinite(own.height);
    if (!sane) return {Errc::damaged, "the drawing has neither a size nor a viewBox"};
    double factor = 1;
    if (box.width > 0 && box.height > 0)
        factor = std::min(box.width / own.width, box.height / own.height);
    else if (box.width > 0)
        factor = box.width / own.width;
    else if (box.height > 0)
        factor = box.height / own.height;
    const double width = std::max(1.0, std::round(own.width * factor));
    const double height = std::max(1.0, std::round(own.height * factor));
    if (width * height > static_cast<double>(host::max_picture_pixels))
        return {Errc::too_large, "more than 32 million pixels"};
    return host::PixelSize{static_cast<int>(width), static_cast<int>(height)};
}

/// Cairo keeps a pixel as one number, 0xAARRGGBB premultiplied; ours are bytes in the order RGBA.
std::vector<std::uint8_t> rgba_of(cairo_surface_t* surface, host::PixelSize size) {
    std::vector<std::uint8_t> rgba;
    rgba.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
    const unsigned char* row = cairo_image_surface_get_data(surface);
    std::uint8_t* to = rgba.data();
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x, to += 4) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, row + static_cast<std::ptrdiff_t>(x) * 4, 4);
            to[0] = static_cast<std::uint8_t>(pixel >> 16);
            to[1] = static_cast<std::uint8_t>(pixel >> 8);
            to[2] = static_cast<std::uint8_t>(pixel);
            to[3] = static_cast<std::uint8_t>(pixel >> 24);
        }
        row += cairo_image_surface_get_stride(surface);
    }
    unpremultiply(rgba);
    return rgba;
}

Result<void> render(RsvgHandle* handle, cairo_surface_t* surface, Extent size) {
    cairo_t* cr = cairo_create(surface);
    const RsvgRectangle viewport{0, 0, size.width, size.height};
    GError* error = nullptr;
    const bool drawn = rsvg_handle_render_document(handle, cr, &viewport, &error);
    cairo_destroy(cr);
    if (!drawn) return taken(Errc::damaged, error);
    return {};
}

} // namespace

Result<host::Bitmap> draw_svg(std::string_view svg, std::string_view css, host::PixelSize box) {
    TRY(admitted(svg));
    const Handle handle = TRY(loaded(svg, css));
    const host::PixelSize size = TRY(target_size(own_size(handle.get()), box));
    const CairoSurface surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, size.width, size.height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return {Errc::too_large, "no memory for the drawing"};
    TRY(render(handle.get(), surface.get(),
               {static_cast<double>(size.width), static_cast<double>(size.height)}));
    cairo_surface_flush(surface.get());
    return host::Bitmap{size.width, size.height, rgba_of(surface.get(), size)};
}

Result<RecordedSvg> record_svg(std::string_view svg, std::string_view css) {
    TRY(admitted(svg));
    const Handle handle = TRY(loaded(svg, css));
    const Extent size = own_size(handle.get());
    TRY(target_size(size, {})); // is there one, and is it sane?
    const cairo_rectangle_t extents{0, 0, size.width, size.height};
    CairoSurface surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
    TRY(render(handle.get(), surface.get(), size));
    return RecordedSvg{std::move(surface), size.width, size.height};
}

} // namespace foyer::platform
