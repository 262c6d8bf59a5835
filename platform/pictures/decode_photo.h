// SPDX-License-Identifier: EUPL-1.2
// PNG and JPEG to pixels. Runs in foyer-decode only.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/host/area_average.h"
#include "kiosk/host/pictures.h"

#include <string_view>

namespace foyer::platform {

/// Shrunk into `box`, never enlarged. Fails with wrong_format, damaged, too_large.
Result<host::Bitmap> decode_photo(host::PictureType type, std::string_view bytes,
                                  host::PixelSize box);

} // namespace foyer::platform
