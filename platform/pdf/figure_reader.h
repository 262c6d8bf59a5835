// SPDX-License-Identifier: EUPL-1.2
// Who reads the figures of a document. The printer itself decodes nothing: a kiosk prints no
// figures, and elsewhere a locked child does (confined_printer.h).
#pragma once

#include "kiosk/base/geometry.h"
#include "kiosk/base/result.h"
#include "kiosk/host/document.h"

#include <cairo.h>
#include <memory>

namespace foyer::platform::pdf {

struct SurfaceFree {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

/// A figure as Cairo paints it: shapes of a drawing, or pixels.
struct Picture {
    std::unique_ptr<cairo_surface_t, SurfaceFree> surface = {};
    Size size = {}; ///< of the surface, in its own units
};

/// Used by one thread at a time.
class FigureReader {
  public:
    virtual ~FigureReader() = default;
    /// Fails as host::Pictures::decode does.
    virtual Result<Picture> read(const host::DocumentFigure& figure) = 0;
};

} // namespace foyer::platform::pdf
