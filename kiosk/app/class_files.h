// SPDX-License-Identifier: EUPL-1.2
// What is written to a stick about a class: a table for spreadsheets, a summary and certificates to
// be printed. Counts only: the kiosk knows no names.
#pragma once

#include "kiosk/app/out_file.h"
#include "kiosk/model/state.h"
#include "kiosk/ui/words.h"

#include <string>
#include <vector>

namespace foyer::app {

/// The table: one row for each option of each question, as German and English spreadsheets open
/// it. Counts of questions that the pack no longer has come last, by their ids. `room` has a
/// record.
std::string class_table(const model::Classroom& room, const ui::Words& words);

/// All files about the class of `state`, none where there is no class; without a course the table
/// only. `words` are those of the language in which the class is held.
std::vector<OutFile> class_files(const model::State& state, const ui::Words& words,
                                 int certificates);

} // namespace foyer::app
