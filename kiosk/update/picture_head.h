// SPDX-License-Identifier: EUPL-1.2
// How large a photo says it is, read from its head without decoding anything: a few bytes can claim
// gigabytes.
#pragma once

#include "kiosk/base/result.h"

#include <cstdint>
#include <string_view>

namespace foyer::update {

struct PictureSize {
    std::uint32_t width = 0, height = 0; ///< pixels, never 0
};

/// Fail with damaged for anything else, or a size of 0.
Result<PictureSize> png_size(std::string_view bytes);
Result<PictureSize> jpeg_size(std::string_view bytes);

} // namespace foyer::update
