// SPDX-License-Identifier: EUPL-1.2
// Tables. A grid where every word finds room in its column; else each row becomes a small list of
// "column: cell", since nothing on this screen scrolls sideways.
#include "kiosk/ui/article.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foyer::ui {

namespace {

using Rows = std::vector<std::vector<model::Inline>>;

model::Inline bold(model::Inline runs) {
    for (model::Run& run : runs) run.bold = true;
    return runs;
}

struct Grid {
    std::vector<float> widths; ///< of the columns, without padding
    std::vector<std::vector<Composed>> cells;
    bool fits = true;
};

Composed cell(const Look& look, const Rows& rows, std::size_t row, std::size_t column, float width,
              const std::string& language) {
    const model::Inline runs = column < rows[row].size() ? rows[row][column] : model::Inline{};
    Composed made = compose(look, Type::body, row == 0 ? bold(runs) : runs, width, language);
    made.spec.may_break_words = false; // a list is better than a word in pieces
    return made;
}

/// Columns get room by the square root of what they hold, so that a long one does not starve the
/// others.
Grid lay_out(const Ui& ui, const Rows& rows, float width, const std::string& language) {
    const Look& look = ui.look;
    const std::size_t columns = rows.front().size();
    Grid grid;
    std::vector<float> wish(columns, 0);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            wish[c] = std::max(wish[c], ui.measure(cell(look, rows, r, c, 0, language).spec).w + 1);
        }
    }
    const float room = width - 2 * look.padding * static_cast<float>(columns);
    const float natural = std::accumulate(wish.begin(), wish.end(), 0.0f);
    if (natural > room) {
        for (float& w : wish) w = std::sqrt(w);
        const float sum = std::accumulate(wish.begin(), wish.end(), 0.0f);
        for (float& w : wish) w = std::floor(w / sum * room);
    }
    grid.widths = wish;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        grid.cells.emplace_back();
        for (std::size_t c = 0; c < columns; ++c) {
            grid.cells.back().push_back(cell(look, rows, r, c, wish[c], language));
            const Size size = ui.measure(grid.cells.back().back().spec);
            grid.fits = grid.fits && size.w <= wish[c] + 0.5f;
        }
    }
    return grid;
}

void draw_grid(Flow& flow, const Grid& grid, const std::string& id) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float pad = look.padding;
    float width = 0;
    for (const float w : grid.widths) width += w + 2 * pad;
    for (std::size_t r = 0; r < grid.cells.size(); ++r) {
        float height = 0;
        for (const Composed& one : grid.cells[r]) height = std::max(height, ui.measure(one.spec).h);
        height += pad * 1.2f;
        const Tone tone{look.palette.ink, r == 0 ? look.palette.soft : look.palette.paper};
        const Rect row{flow.x(), flow.y(), width, height};
        if (r == 0) ui.fill(row, tone.back);
        float x = row.x;
        for (std::size_t c = 0; c < grid.cells[r].size(); ++c) {
            draw_composed(ui, {x + pad, row.y + pad * 0.6f}, grid.cells[r][c], tone,
                          id + ".r" + std::to_string(r) + "c" + std::to_string(c));
            x += grid.widths[c] + 2 * pad;
        }
        ui.fill({row.x, row.bottom() - look.edge, row.w, look.edge}, look.palette.line);
        flow.skip(height);
    }
}

void draw_stacked(Flow& flow, const Rows& rows, const std::string& id,
                  const std::string& language) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float width = std::min(flow.width(), look.measure_px());
    for (std::size_t r = 1; r < rows.size(); ++r) {
        ui.fill({flow.x(), flow.y(), width, look.edge}, look.palette.line);
        flow.skip(look.mm(2));
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            const std::string part = id + ".r" + std::to_string(r) + "c" + std::to_string(c);
            if (c < rows[0].size() && !rows[0][c].empty()) {
                const Composed head = compose(look, Type::small, bold(rows[0][c]), width, language);
                flow.skip(
                    draw_composed(ui, {flow.x(), flow.y()}, head, ui.quiet(), part + ".head"));
            }
            const Composed body = compose(look, Type::body, rows[r][c], width, language);
            flow.skip(draw_composed(ui, {flow.x(), flow.y()}, body, ui.plain(), part));
            flow.skip(look.mm(2));
        }
    }
}

} // namespace

void draw_table(Flow& flow, const Rows& rows, const std::string& id, const std::string& language) {
    if (rows.empty() || rows.front().empty()) return;
    flow.skip(flow.ui.look.mm(2));
    const Grid grid = lay_out(flow.ui, rows, flow.width(), language);
    if (grid.fits) {
        draw_grid(flow, grid, id);
    } else {
        draw_stacked(flow, rows, id, language);
    }
    flow.skip(flow.ui.look.mm(5));
}

} // namespace foyer::ui
