// SPDX-License-Identifier: EUPL-1.2
// The rows of the quiz and of courses: one part of write_pack.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/pack_content.h"
#include "kiosk/store/insert.h"

namespace foyer::store {

/// All questions. Sources, languages and pages must be there before. Fails with invalid where the
/// answer is none of the options, or a language has more or fewer of them.
Result<void> write_questions(Inserter& insert, const model::PackContent& content);

/// All courses, in the order given; after the questions. Fails with invalid where a section lacks a
/// language of its course, an exercise its minutes, or minutes their exercise.
Result<void> write_courses(Inserter& insert, const model::PackContent& content);

} // namespace foyer::store
