// SPDX-License-Identifier: EUPL-1.2
// What the states of stage.h are made of, for the files that make them.
#pragma once

#include "tests/ui/stage.h"

#include <string>
#include <vector>

namespace foyer::test {

model::Inline runs(std::string words);
model::Block block(model::BlockKind kind, model::Inline text, int level = 0, int number = 0);
model::Card card(const std::string& page, const std::string& language);
model::Card case_card(const std::string& page, const std::string& language);
model::CaseFacts facts();
model::Page page(const std::string& language);
/// The kiosk at that screen, one step from the home screen.
model::State state_at(model::Screen screen, const std::string& id, const std::string& language);

/// The screens that lead into the content by other ways than its topics, and pages with charts.
std::vector<NamedState> discover_screens(const std::string& language);
/// Courses, quizzes and classes.
std::vector<NamedState> learn_screens(const std::string& language);
/// Tours; a step of one on the only display there is.
std::vector<NamedState> tour_screens(const std::string& language);
/// The staff room, its door and the privacy page (staff_screens.cpp).
std::vector<NamedState> staff_screens(const std::string& language);
model::State tour_state(const std::string& language, int step);

} // namespace foyer::test
