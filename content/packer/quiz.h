// SPDX-License-Identifier: EUPL-1.2
// quiz.toml: questions for the quiz and for courses.
#pragma once

#include "content/packer/facts.h"
#include "content/packer/index.h"
#include "content/packer/tree.h"
#include "kiosk/model/pack_content.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::packer {

constexpr std::size_t max_quiz = 2'000, least_quiz_options = 2, most_quiz_options = 5;

/// Fills content.questions; a question of a later folder takes the place of one with the same id.
/// `facts` are those of all pages, by page: a question must rest on some of them. A number of the
/// right option or the explanation that none of them has is a warning.
void read_quiz(const std::vector<Tree>& trees, const std::map<std::string, FactSheet>& facts,
               model::PackContent& content, Checking& checking);

} // namespace foyer::packer
