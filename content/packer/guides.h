// SPDX-License-Identifier: EUPL-1.2
// guides/<id>.toml: decision guides, one file each.
#pragma once

#include "content/packer/index.h"
#include "content/packer/tree.h"
#include "kiosk/model/pack_content.h"

#include <vector>

namespace foyer::packer {

constexpr std::size_t max_questions = 12, least_options = 2, most_options = 5;
constexpr std::size_t max_results = 12, max_result_pages = 6, max_guides = 100;

/// Fills content.guides, by their `order`, then by id; a file of a later folder takes the place of
/// one with the same name. Sources and pages must be in the index.
void read_guides(const std::vector<Tree>& trees, model::PackContent& content, Checking& checking);

} // namespace foyer::packer
