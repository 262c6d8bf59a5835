// SPDX-License-Identifier: EUPL-1.2
// A course and a quiz for tests: two sections, one with an exercise, three questions.
#pragma once

#include "tests/model/session.h"

namespace foyer::test {

model::QuizQuestion question(const std::string& id, const std::string& language, int options = 3,
                             int answer = 1);
model::Course course(const std::string& language);
/// A session whose pack has that course and five questions for the quick quiz; at home.
Session school();

} // namespace foyer::test
