// SPDX-License-Identifier: EUPL-1.2
// What is new since the pack before: the pages a visitor would see differently.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/pack_content.h"

#include <string>
#include <vector>

namespace foyer::packer {

/// Ids of the pages of `content` that the pack `previous` lacks or shows differently in a language.
/// Writes the content beside `output` to compare pack with pack, and removes it again.
Result<std::vector<std::string>> fresh_pages(const model::PackContent& content,
                                             const std::string& previous,
                                             const std::string& output);

} // namespace foyer::packer
