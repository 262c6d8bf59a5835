// SPDX-License-Identifier: EUPL-1.2
// What differs between two states of one page in one language.
#pragma once

#include "kiosk/model/content.h"

#include <string>
#include <vector>

namespace foyer::packer {

/// In words, as they stand behind "changed:". Empty when nothing of the page itself differs; its
/// figures' bytes are not looked at.
std::vector<std::string> changes(const model::Page& before, const model::Page& now);

} // namespace foyer::packer
