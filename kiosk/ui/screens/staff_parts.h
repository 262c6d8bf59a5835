// SPDX-License-Identifier: EUPL-1.2
// The parts of the staff room, by Place::id.
#pragma once

#include "kiosk/ui/screens/learning.h"

#include <chrono>
#include <string>

namespace foyer::ui {

void draw_staff_overview(Flow& page, const model::State& state);
void draw_staff_pack(Flow& page, const model::State& state);
void draw_staff_settings(Flow& page, const model::State& state);
void draw_staff_hours(Flow& page, const model::State& state);
void draw_staff_tests(Flow& page, const model::State& state);
void draw_staff_statistics(Flow& page, const model::State& state);
void draw_staff_logs(Flow& page, const model::State& state);

// Test pictures, which take the whole stage.
void draw_test_ruler(Ui& ui, const model::State& state);
void draw_test_touch(Ui& ui, const model::State& state);
void draw_test_colours(Ui& ui, const model::State& state);
void draw_test_contrast(Ui& ui, const model::State& state);

/// "Name: value", the name in bold.
void draw_fact(Flow& page, const std::string& id, const std::string& name,
               const std::string& value);
/// What the last writing to a stick came to, if there was one.
void draw_written(Flow& page, const model::State& state, model::Paper paper);

std::string megabytes(const Words& words, std::int64_t bytes);
std::string duration(const Words& words, std::chrono::seconds time);
std::string pack_name(const Words& words, const model::PackEntry& pack);

} // namespace foyer::ui
