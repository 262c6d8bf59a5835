// SPDX-License-Identifier: EUPL-1.2
// Pictures and drawings become bitmaps here. The bytes may be hostile: they are decoded in a child
// process with limits on memory and time, so that one figure costs that figure.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/host/bitmap.h"

#include <string>

namespace foyer::host {

enum class PictureType { svg, png, jpeg };

/// The limits every decoder holds, whatever the file claims.
constexpr std::size_t max_picture_bytes = 16u << 20;  ///< encoded
constexpr std::size_t max_picture_pixels = 32u << 20; ///< decoded, width * height

struct PictureJob {
    PictureType type = PictureType::png;
    std::string bytes;
    int width_px = 0; ///< the box it is fitted into, aspect kept; photos are never enlarged; 0: no
                      ///< limit on this side, both 0: the picture's own size
    int height_px = 0;
    std::string css; ///< for drawings: rules for the classes of content/FORMAT.md, from the theme
};

class Pictures {
  public:
    virtual ~Pictures() = default;
    /// Blocks until done; call it from the worker. Straight alpha. Fails with too_large, damaged,
    /// refused (a reference out of the drawing, a script), timeout.
    virtual Result<Bitmap> decode(const PictureJob& job) = 0;
};

} // namespace foyer::host
