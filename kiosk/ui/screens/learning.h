// SPDX-License-Identifier: EUPL-1.2
// What the screens for learners and trainers share.
#pragma once

#include "kiosk/ui/rows.h"
#include "kiosk/ui/screens/screens.h"

#include <string>
#include <vector>

namespace foyer::ui {

/// Minutes, sections and questions in one line.
std::string course_facts(const Words& words, const model::CourseCard& course);
/// There is a PIN with which a course can be held.
bool can_hold(const model::State& state);
/// Into the classroom, by its door for whoever is not in yet.
model::Action way_to_class(const model::State& state, const std::string& course);

/// A button of these screens; `id` is its words' key, too.
Labelled labelled(const Ui& ui, const std::string& key, const std::string& icon,
                  model::Action action);
/// Which pages explain a question, and where it comes from.
void draw_explained(Flow& flow, const model::QuizQuestion& question, const std::string& id);

} // namespace foyer::ui
