// SPDX-License-Identifier: EUPL-1.2
// Every text that will be seen passes through here once: composed characters only (NFC), and only
// those that a font of the kiosk can draw.
#pragma once

#include "content/packer/index.h"
#include "content/packer/source_text.h"

#include <cstddef>
#include <functional>
#include <string_view>

namespace foyer::packer {

/// `offset_of` tells for a byte of `text` where it stands in the file.
void check_characters(std::string_view text, const SourceText& source,
                      const std::function<std::size_t(std::size_t)>& offset_of, Checking& checking);

} // namespace foyer::packer
