// SPDX-License-Identifier: EUPL-1.2
// The steps of a class, each a part of the classroom screen. They are drawn for whoever leads the
// class and read by the room behind.
#pragma once

#include "kiosk/ui/screens/learning.h"

namespace foyer::ui {

/// A section of the course, with the timer of its exercise. The class is there.
void draw_class_section(Flow& flow, const model::State& state);
/// A question: counts are entered, then shown with the right answer. The class is there.
void draw_class_question(Flow& flow, const model::State& state);
/// Results and certificates to a stick, and the end.
void draw_class_finish(Flow& flow, const model::State& state);

/// What of a class is and is not on the medium, in words with an icon.
enum class Keeping { saved, saving, failed };
void draw_keeping(Flow& flow, Keeping keeping, const std::string& id);

/// A number with its name before it, or above it where both have no room.
void draw_named_stepper(Flow& flow, const Stepper& stepper, const Sentence& name);

} // namespace foyer::ui
