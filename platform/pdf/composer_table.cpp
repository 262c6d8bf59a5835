// SPDX-License-Identifier: EUPL-1.2
// Tables: rows stay whole, and the head is there again on every page.
#include "platform/pdf/composer.h"

#include "platform/text/pango_block.h"

#include <algorithm>
#include <numeric>

namespace foyer::platform::pdf {

namespace {

constexpr float gap = mm(4), row_pad = mm(1.5f), rule = 0.5f;
/// A row with more lines than this goes on as another one: it might not fit on a page.
constexpr std::size_t most_lines = 24;

std::size_t column_count(const host::DocumentTable& table) {
    std::size_t columns = 0;
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    return columns;
}

/// Between what they need and what they would like, in proportion.
std::vector<float> shared(std::vector<float> least, const std::vector<float>& wish, float width) {
    const float all_least = std::accumulate(least.begin(), least.end(), 0.0f);
    const float all_wish = std::accumulate(wish.begin(), wish.end(), 0.0f);
    const float more = all_wish - all_least;
    for (std::size_t i = 0; i < least.size(); ++i) {
        if (all_least >= width)
            least[i] *= width / all_least;
        else if (all_wish > width)
            least[i] += (wish[i] - least[i]) * (width - all_least) / more;
        else
            least[i] = wish[i] + (width - all_wish) / static_cast<float>(least.size());
    }
    return least;
}

} // namespace

std::vector<float> Composer::columns(const host::DocumentTable& table, const Type& type) {
    const std::size_t count = column_count(table);
    const float width = page_width - gap * static_cast<float>(count - 1);
    const float all = std::accumulate(table.shares.begin(), table.shares.end(), 0.0f);
    if (table.shares.size() == count && all > 0) {
        std::vector<float> out;
        for (const float share : table.shares) out.push_back(width * share / all);
        return out;
    }
    std::vector<float> least(count, mm(8)), wish(count, mm(8));
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            host::TextSpec spec;
            spec.text = row[i].text;
            spec.spans = row[i].spans;
            spec.em_px = type.em;
            spec.weight = host::Weight::medium;
            wish[i] = std::max(wish[i], layouter_.block(spec)->size().w + 1);
            spec.width_px = 1; // as narrow as its words allow
            least[i] = std::max(least[i], layouter_.block(spec)->size().w + 1);
        }
    }
    return shared(std::move(least), wish, width);
}

void Composer::add(const host::DocumentTable& table) {
    if (column_count(table) == 0) return;
    Type type = scaled({9.5f, 1.4f});
    const std::vector<float> widths = columns(table, type);
    space(mm(3));
    open("Table");
    head_ = -1;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const bool head = table.has_head && r == 0;
        Row row;
        float x = 0;
        for (std::size_t i = 0; i < table.rows[r].size(); ++i) {
            Type own = type;
            if (head || (!table.has_head && i == 0)) own.weight = host::Weight::medium;
            const host::RichText& cell = table.rows[r][i];
            row.push_back({set(cell, own, widths[i]), x, widths[i], &cell.links});
            x += widths[i] + gap;
        }
        add_row(table, row, head, r == 0);
    }
    close("Table");
    head_ = -1;
    space(mm(5));
}

void Composer::add_row(const host::DocumentTable& table, const Row& row, bool head, bool first) {
    std::size_t lines = 1;
    for (const Cell& cell : row) lines = std::max(lines, cell.block->lines().size());
    for (std::size_t from = 0; from < lines; from += most_lines) {
        const std::size_t to = std::min(from + most_lines, lines);
        const Type type = scaled({9.5f, 1.4f, host::Weight::regular, head ? accent : ink});
        const float height = static_cast<float>(to - from) * type.line_pt() + 2 * row_pad + rule;
        const bool first_names = !table.has_head;
        Piece& piece = add_piece(height);
        piece.head = head ? -1 : head_;
        if (head) {
            head_ = static_cast<int>(out_.pieces.size()) - 1;
            glue_ = true;
        }
        piece.glued = piece.glued || (from > 0 && lines < 2 * most_lines);
        piece.draw = [=, top_rule = first && first_names](Canvas& canvas, float top) {
            if (top_rule) canvas.fill({0, top, page_width, rule}, hairline);
            const float below = top + height - rule;
            canvas.fill({0, below, page_width, head ? 2 * rule : rule}, head ? accent : hairline);
            canvas.begin("TR");
            for (std::size_t i = 0; i < row.size(); ++i) {
                const Cell& cell = row[i];
                const char* tag = head || (first_names && i == 0) ? "TH" : "TD";
                canvas.begin(tag);
                const std::size_t end = std::min(to, cell.block->lines().size());
                for (std::size_t at = from; at < end; ++at) {
                    const float y = top + row_pad + static_cast<float>(at - from) * type.line_pt();
                    canvas.text(*cell.block, at, {cell.x, y}, type, "Span");
                }
                canvas.end(tag);
            }
            canvas.end("TR");
        };
    }
}

} // namespace foyer::platform::pdf
