// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/read_block.h"

#include "kiosk/store/block_kind.h"
#include "kiosk/store/inline_markup.h"

namespace foyer::store {

namespace {

std::size_t weight(const model::Inline& runs) {
    std::size_t bytes = 0;
    for (const model::Run& run : runs) {
        bytes += sizeof run + run.text.size() + run.term.size() + run.page.size();
    }
    return bytes;
}

} // namespace

Result<model::Block> read_block(Row& row, int column) {
    model::Block block;
    const auto kind = block_kind(row.text(column));
    if (!kind) return Error{Errc::damaged, "an unknown kind of block"};
    block.kind = *kind;
    block.level = row.number(column + 1, 0, 100);
    block.number = row.number(column + 2, 0, 1'000'000'000);
    block.text = TRY(read_inline(row.text(column + 3)));
    return block;
}

std::size_t weight(const model::Block& block) {
    const model::Figure& figure = block.figure;
    std::size_t bytes = sizeof block + weight(block.text) + weight(figure.caption) +
                        figure.alt.size() + figure.long_text.size();
    for (const auto& row : block.rows) {
        for (const model::Inline& cell : row) bytes += sizeof cell + weight(cell);
    }
    const model::Chart& chart = block.chart;
    bytes += chart.title.size() + chart.unit.size() + chart.note.size();
    for (const model::ChartPoint& point : chart.points) {
        bytes += sizeof point + point.label.size() + point.shown.size();
    }
    return bytes;
}

} // namespace foyer::store
