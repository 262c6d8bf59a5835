// SPDX-License-Identifier: EUPL-1.2
// What stands around the map and says the same in words: the list of cases, the filters, what the
// signs mean.
#pragma once

#include "kiosk/ui/flow.h"
#include "kiosk/ui/map_marks.h"

#include <string>
#include <vector>

namespace foyer::ui {

/// "12 of 37 examples".
std::string count_words(const Ui& ui, const model::State& state, std::size_t shown);

/// Buttons that lead to the next value of each filter, in a row; and one that lifts them all.
float filters_height(const Look& look);
void draw_filters(Ui& ui, Rect row, const model::State& state);

/// Whether the legend has room there without breaking a word.
bool legend_fits(const Ui& ui, Size room, const model::State& state);
/// What the signs mean. Returns the height; draws nothing while the Ui only measures.
float draw_legend(Ui& ui, Point at, float width, const model::State& state);

struct CaseList {
    std::vector<const model::CaseMark*> shown, chosen;
    bool with_filters = false; ///< where the map is not beside it
    bool with_legend = false;
};
void draw_case_list(Flow& flow, const model::State& state, const CaseList& list);

} // namespace foyer::ui
