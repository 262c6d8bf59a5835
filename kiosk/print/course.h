// SPDX-License-Identifier: EUPL-1.2
// A course as a handout: plan, goals, sections, exercises, questions, and on a page of its own what
// is right, so that a trainer can keep it back.
#pragma once

#include "kiosk/model/course.h"
#include "kiosk/print/paper.h"

namespace foyer::print {

/// "a)" for option 0.
std::string option_mark(std::size_t option);

host::Document course_document(const Edition& edition, const model::Course& course);

} // namespace foyer::print
