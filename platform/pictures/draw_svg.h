// SPDX-License-Identifier: EUPL-1.2
// SVG to pixels with librsvg: in foyer-decode for the drawings of a pack, in foyer_bake_icons for
// our own. For paper (platform/pdf) it stays what it is, lines and shapes.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/host/area_average.h"
#include "kiosk/host/bitmap.h"

#include <cairo.h>
#include <memory>
#include <string_view>

namespace foyer::platform {

/// As large as fits into `box`, aspect kept; a side that is 0 does not limit, an empty box means
/// the drawing's own size. Fails with refused (see svg_gate.h), damaged, too_large.
Result<host::Bitmap> draw_svg(std::string_view svg, std::string_view css, host::PixelSize box);

struct CairoSurfaceFree {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using CairoSurface = std::unique_ptr<cairo_surface_t, CairoSurfaceFree>;

/// A drawing that Cairo remembers and can paint at any size; `width` and `height` are its own.
struct RecordedSvg {
    CairoSurface surface;
    double width = 0, height = 0;
};

/// Fails as draw_svg does.
Result<RecordedSvg> record_svg(std::string_view svg, std::string_view css);

} // namespace foyer::platform
