// SPDX-License-Identifier: EUPL-1.2
// What a class answered: counts and nothing else, for the trainer to take along.
#pragma once

#include "kiosk/model/classroom.h"
#include "kiosk/print/paper.h"

namespace foyer::print {

/// Of each question of the course: how often each option was chosen, and which is right.
host::Document class_summary(const Edition& edition, const model::Course& course,
                             const model::ClassRecord& record, const std::string& town);

} // namespace foyer::print
