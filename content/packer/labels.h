// SPDX-License-Identifier: EUPL-1.2
// Labels that say nothing when read alone, as a screen reader's list of links and headings does.
#pragma once

#include <string_view>

namespace foyer::packer {

/// True for "hier", "mehr", "more" and the like, whatever signs surround them.
bool says_nothing(std::string_view label);

} // namespace foyer::packer
