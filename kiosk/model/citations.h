// SPDX-License-Identifier: EUPL-1.2
// The numbers of cited sources, where texts from several places come to stand together. Pure; any
// thread.
#pragma once

#include "kiosk/model/content.h"

#include <string>
#include <vector>

namespace foyer::model {

/// Gives each citation in a text the number that `number_for` answers for its old one.
template <class F> void renumber(Inline& runs, F&& number_for) {
    for (Run& run : runs) {
        if (run.source == 0) continue;
        run.source = number_for(run.source);
        run.text = std::to_string(run.source);
    }
}

/// The same in blocks: texts, cells, captions and charts, in the order of reading.
template <class F> void renumber(std::vector<Block>& blocks, F&& number_for) {
    for (Block& block : blocks) {
        renumber(block.text, number_for);
        for (auto& row : block.rows) {
            for (Inline& cell : row) renumber(cell, number_for);
        }
        renumber(block.figure.caption, number_for);
        if (block.chart.source > 0) block.chart.source = number_for(block.chart.source);
    }
}

} // namespace foyer::model
