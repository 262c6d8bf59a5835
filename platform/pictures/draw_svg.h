// SPDX-License-Identifier: EUPL-1.2
// SVG to pixels with librsvg: in foyer-decode for the drawings of a pack, in foyer_bake_icons for
// our own.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/host/area_average.h"
#include "kiosk/host/bitmap.h"

#include <string_view>

namespace foyer::platform {

/// As large as fits into `box`, aspect kept; a side that is 0 does not limit, an empty box means
/// the drawing's own size. Fails with refused (see svg_gate.h), damaged, too_large.
Result<host::Bitmap> draw_svg(std::string_view svg, std::string_view css, host::PixelSize box);

} // namespace foyer::platform
