// SPDX-License-Identifier: EUPL-1.2
// How a quiz goes on. Pure; part of reduce().
#pragma once

#include "kiosk/model/action.h"

#include <vector>

namespace foyer::model {

std::vector<Request> reduce_quiz(State& state, const QuizAction& action);
/// After every journey: a quiz that was opened begins, or goes on where it was left.
void arrive_at_quiz(State& state);
/// Answers that were not handed in would be forgotten in a history like this.
bool loses_answers(const State& state, const std::vector<Place>& history);
/// "Back" inside of a quiz leads to the question before. False: there is none.
bool step_back(State& state);

} // namespace foyer::model
