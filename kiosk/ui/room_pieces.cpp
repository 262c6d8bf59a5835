// SPDX-License-Identifier: EUPL-1.2
// From blocks to pieces, and from pieces to parts (room.h).
#include "kiosk/ui/article.h"
#include "kiosk/ui/chart.h"
#include "kiosk/ui/room.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

constexpr float open_lines = 1.3f; // big letters need less between them
constexpr float bar_mm = 5;

using Kind = RoomPiece::Kind;

/// Without the numbers of sources, and without the blanks that stood before them.
model::Inline without_sources(const model::Inline& runs) {
    model::Inline kept;
    for (const model::Run& run : runs) {
        if (run.source == 0) {
            kept.push_back(run);
            continue;
        }
        while (!kept.empty()) {
            std::string& words = kept.back().text;
            while (words.ends_with(' ')) words.pop_back();
            while (words.ends_with(text::no_break_space))
                words.resize(words.size() - text::no_break_space.size());
            if (!words.empty()) break;
            kept.pop_back();
        }
    }
    return kept;
}

/// Collects the pieces of a text. Lives for one call.
class Cutter {
  public:
    Cutter(Ui& ui, const RoomText& text, Size area)
        : ui_(ui), look_(ui.look), text_(text), area_(area) {}

    std::vector<RoomPiece> pieces() {
        for (const model::Block& block : text_.body) add(block);
        return std::move(pieces_);
    }

  private:
    float em() const { return look_.em_px(Type::body); }

    /// Whole words, as far as they fit: a room reads headlines.
    void add_text(const model::Inline& runs, RoomPiece piece, float indent = 0,
                  host::Weight weight = host::Weight::regular) {
        Composed composed =
            compose(look_, Type::body, without_sources(runs), area_.w - indent, text_.language);
        if (composed.spec.text.empty()) return;
        piece.spec = std::move(composed.spec);
        piece.spec.line_height = open_lines;
        piece.spec.weight = weight;
        piece.spec.hyphens = host::Hyphens::when_needed;
        piece.say = composed.say;
        for (const model::Run& run : runs)
            if (run.source > 0) piece.sources.push_back(run.source);
        if (piece.above == 0) piece.above = std::round(em() * 0.55f);
        pieces_.push_back(std::move(piece));
    }

    void add(const model::Block& block) {
        switch (block.kind) {
        case model::BlockKind::heading:
            return add_text(block.text, {.heading = true, .keeps = true}, 0, host::Weight::bold);
        case model::BlockKind::item: return add_item(block);
        case model::BlockKind::table: return add_table(block.rows);
        case model::BlockKind::figure: return add_figure(block);
        case model::BlockKind::chart: return add_chart(block);
        case model::BlockKind::key_point: return add_text(block.text, {}, 0, host::Weight::medium);
        case model::BlockKind::quote:
        case model::BlockKind::paragraph:
        case model::BlockKind::code: return add_text(block.text, {});
        }
    }

    void add_item(const model::Block& block) {
        const std::string mark =
            block.number > 0 ? std::to_string(block.number) + "." : std::string("\u2022");
        const float depth = static_cast<float>(std::clamp(block.level, 1, 3));
        add_text(block.text, {.mark = mark, .above = std::round(em() * 0.35f)},
                 std::round(em() * 1.3f * depth));
    }

    /// Row by row, each cell with the head of its column, as on narrow panels.
    void add_table(const std::vector<std::vector<model::Inline>>& rows) {
        for (std::size_t row = 1; row < rows.size(); ++row) {
            for (std::size_t column = 0; column < rows[row].size(); ++column) {
                model::Inline words;
                if (column > 0 && column < rows[0].size()) {
                    words = rows[0][column];
                    words.push_back({.text = ": "});
                }
                for (const model::Run& run : rows[row][column]) words.push_back(run);
                add_text(words, {.keeps = column == 0, .above = column == 0 ? 0.0f : 1.0f}, 0,
                         column == 0 ? host::Weight::bold : host::Weight::regular);
            }
        }
    }

    void add_figure(const model::Block& block) {
        RoomPiece picture{.kind = Kind::figure, .above = std::round(em() * 0.5f), .block = &block};
        for (const model::Run& run : block.figure.caption)
            if (run.source > 0) picture.sources.push_back(run.source);
        pieces_.push_back(std::move(picture));
        add_text(block.figure.caption, {.quiet = true});
    }

    /// A chart that the area cannot hold is told bar by bar.
    void add_chart(const model::Block& block) {
        const model::Chart& chart = block.chart;
        RoomPiece whole{.kind = Kind::chart, .block = &block, .sources = {chart.source}};
        if (room_height(ui_, whole, area_.w) <= area_.h) {
            pieces_.push_back(std::move(whole));
            return;
        }
        add_text({{.text = chart.title}}, {.heading = true, .keeps = true}, 0, host::Weight::bold);
        double most = chart.kind == model::ChartKind::share ? 100 : 0;
        for (const model::ChartPoint& point : chart.points) most = std::max(most, point.value);
        for (const model::ChartPoint& point : chart.points) {
            host::TextSpec value =
                look_.text(Type::body, point.shown + "\u00A0" + chart.unit, 0, text_.language);
            value.weight = host::Weight::bold;
            value.line_height = open_lines;
            RoomPiece bar{.kind = Kind::bar,
                          .spec = value,
                          .point = &point,
                          .most = most,
                          .sources = {chart.source}};
            host::TextSpec label = look_.text(Type::body, point.label, 0, text_.language);
            label.line_height = open_lines;
            const float both = ui_.measure(label).w + em() + ui_.measure(value).w;
            if (both <= area_.w) {
                bar.label = label;
                bar.above = std::round(em() * 0.35f);
            } else {
                bar.spec.width_px = area_.w;
                add_text({{.text = point.label}}, {.keeps = true});
            }
            pieces_.push_back(std::move(bar));
        }
        std::string origin = ui_.words("case.result_date", {{"date", ui_.words.date(chart.date)}});
        if (!chart.note.empty()) origin = chart.note + ". " + origin;
        add_text({{.text = origin}}, {.quiet = true, .sources = {chart.source}});
    }

    Ui& ui_;
    const Look& look_;
    const RoomText& text_;
    Size area_;
    std::vector<RoomPiece> pieces_;
};

} // namespace

std::vector<RoomPiece> room_pieces(Ui& ui, const RoomText& text, Size area) {
    return Cutter(ui, text, area).pieces();
}

float room_height(Ui& ui, const RoomPiece& piece, float width) {
    if (piece.kind == Kind::bar)
        return ui.measure(piece.spec).h + ui.look.mm(bar_mm) + ui.look.mm(2);
    const bool was_muted = ui.muted();
    ui.measure_only();
    Flow measured(ui, {0, 0, width, 0}, 0);
    draw_chart(measured, piece.block->chart, "chart", ui.look.language);
    if (!was_muted) ui.draw_again();
    return measured.cursor();
}

namespace {

void draw_bar(Ui& ui, const RoomPlaced& placed, Rect box, const std::string& id) {
    const Look& look = ui.look;
    const host::TextSpec& label = placed.piece->label;
    const bool beside = !label.text.empty();
    const float x = beside ? box.right() - ui.measure(placed.spec).w : box.x;
    if (beside) ui.text({box.x, box.y}, label, ui.plain(), id + ".label");
    const float top = box.y + ui.text({x, box.y}, placed.spec, ui.plain(), id);
    const Rect track{box.x, top, box.w, look.mm(bar_mm)};
    ui.fill(track, look.palette.soft);
    ui.edge(track, look.palette.line, look.edge);
    const double most = placed.piece->most;
    const double share = most > 0 ? std::clamp(placed.piece->point->value / most, 0.0, 1.0) : 0;
    ui.fill({track.x, track.y, std::round(track.w * static_cast<float>(share)), track.h},
            look.palette.accent);
}

void draw_picture(Ui& ui, const model::Figure& figure, Rect box, const std::string& id) {
    const std::string say =
        figure.long_text.empty() ? figure.alt : figure.alt + " " + figure.long_text;
    ui.picture(box, picture_of(ui.look, figure, {box.w, box.h}), id,
               figure.decorative ? Spoken(std::string()) : Spoken(figure.alt, say));
}

} // namespace

void draw_room_piece(Ui& ui, const RoomPlaced& placed, Rect box, const std::string& id,
                     const std::string& language) {
    if (placed.piece->kind == Kind::bar) return draw_bar(ui, placed, box, id);
    if (placed.piece->kind == Kind::figure)
        return draw_picture(ui, placed.piece->block->figure, box, id);
    // The room has the sources' names instead of their numbers.
    model::Chart chart = placed.piece->block->chart;
    chart.source = 0;
    Flow flow(ui, box, 0);
    draw_chart(flow, chart, id, language);
}

} // namespace foyer::ui
