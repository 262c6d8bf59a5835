// SPDX-License-Identifier: EUPL-1.2
// courses/<id>.toml: courses for one who learns alone or for a class, one file each.
#pragma once

#include "content/packer/index.h"
#include "content/packer/tree.h"
#include "kiosk/model/pack_content.h"

#include <vector>

namespace foyer::packer {

constexpr std::size_t max_courses = 100, max_sections = 20, max_section_pages = 8,
                      max_section_questions = 20, max_goals = 6;

/// Fills content.courses, by their `order`, then by id; a file of a later folder takes the place of
/// one with the same name. Pages and questions must be in the index.
void read_courses(const std::vector<Tree>& trees, model::PackContent& content, Checking& checking);

} // namespace foyer::packer
