// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/article.h"

#include "kiosk/ui/chart.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

constexpr Type heading_type(int level) {
    return level <= 2 ? Type::heading2 : level == 3 ? Type::heading3 : Type::lead;
}

/// Widest a line of text may get, within the flow.
float text_width(const Flow& flow) { return std::min(flow.width(), flow.ui.look.measure_px()); }

void draw_heading(Flow& flow, const model::Block& block, const std::string& id,
                  const std::string& language) {
    const Look& look = flow.ui.look;
    const Composed composed =
        compose(look, heading_type(block.level), block.text, text_width(flow), language);
    flow.skip(look.mm(block.level <= 2 ? 5 : 3));
    flow.skip(
        draw_composed(flow.ui, {flow.x(), flow.y()}, composed, flow.ui.plain(), id, Role::heading));
    flow.skip(look.mm(2.5f));
}

void draw_item(Flow& flow, const model::Block& block, const std::string& id,
               const std::string& language) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float step = look.em_px(Type::body) * 1.5f;
    // Deep lists must leave room for the words.
    const float indent =
        std::min(step * static_cast<float>(std::max(1, block.level)), flow.width() * 0.35f);
    const float width = text_width(flow) - indent;
    const Composed composed = compose(look, Type::body, block.text, width, language);
    const float y = flow.y();
    if (block.number > 0) {
        host::TextSpec number =
            look.text(Type::body, std::to_string(block.number) + ".", 0, language);
        number.weight = host::Weight::bold;
        const float w = ui.measure(number).w;
        ui.text({flow.x() + indent - w - look.em_px(Type::body) * 0.45f, y}, number, ui.plain(),
                id + ".number");
    } else {
        const float dot = std::round(look.em_px(Type::body) * 0.28f);
        const float middle = y + look.line_px(Type::body) / 2;
        ui.fill({flow.x() + indent - look.em_px(Type::body) * 0.95f, std::round(middle - dot / 2),
                 dot, dot},
                look.palette.accent, dot / 2);
    }
    flow.skip(draw_composed(ui, {flow.x() + indent, y}, composed, ui.plain(), id));
    flow.skip(look.mm(2.2f));
}

/// A quote, or a key point on a surface of its own.
void draw_quote(Flow& flow, const model::Block& block, const std::string& id,
                const std::string& language) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const bool key = block.kind == model::BlockKind::key_point;
    const float bar = look.mm(key ? 1.6f : 0.9f), pad = look.padding;
    const float width = text_width(flow);
    const Composed composed =
        compose(look, key ? Type::lead : Type::body, block.text, width - bar - 2 * pad, language);
    const float height = ui.measure(composed.spec).h + 2 * pad;
    flow.skip(look.mm(2));
    const Rect box{flow.x(), flow.y(), width, height};
    const Tone tone{look.palette.ink, key ? look.palette.soft : look.palette.paper};
    if (key) ui.fill(box, tone.back, look.radius);
    ui.fill({box.x, box.y, bar, box.h}, key ? look.palette.warm : look.palette.accent);
    draw_composed(ui, {box.x + bar + pad, box.y + pad}, composed, tone, id);
    flow.skip(height + look.mm(4));
}

void draw_paragraph(Flow& flow, const model::Block& block, const std::string& id,
                    const std::string& language) {
    const Composed composed =
        compose(flow.ui.look, Type::body, block.text, text_width(flow), language);
    flow.skip(draw_composed(flow.ui, {flow.x(), flow.y()}, composed, flow.ui.plain(), id));
    flow.skip(flow.ui.look.mm(3.5f));
}

void append(Composed& composed, const model::Run& run) {
    const auto begin = static_cast<std::uint32_t>(composed.spec.text.size());
    if (run.source > 0) {
        // Thin and no break before the number, so that it never stands alone on a line.
        composed.spec.text += "\xE2\x81\xA0" + std::to_string(run.source);
    } else {
        composed.spec.text += run.text;
        composed.say += text::without_soft_hyphens(run.text);
    }
    const auto end = static_cast<std::uint32_t>(composed.spec.text.size());
    if (run.bold || run.italic || run.code || run.source > 0) {
        composed.spec.spans.push_back({begin, end, run.bold, run.italic, run.code, run.source > 0});
    }
    if (!run.term.empty()) composed.words.push_back({begin, end, run.term});
}

} // namespace

Composed compose(const Look& look, Type type, const model::Inline& runs, float width_px,
                 const std::string& language) {
    Composed composed;
    composed.spec = look.text(type, {}, width_px, language);
    const model::Run* before = nullptr;
    for (const model::Run& run : runs) {
        if (run.source > 0 && before && before->source > 0) {
            const auto begin = static_cast<std::uint32_t>(composed.spec.text.size());
            composed.spec.text += ",";
            composed.spec.spans.push_back({begin, begin + 1, false, false, false, true});
        }
        append(composed, run);
        before = &run;
    }
    return composed;
}

float draw_composed(Ui& ui, Point at, const Composed& composed, Tone tone, const std::string& id,
                    Role role) {
    const float height = ui.measure(composed.spec).h;
    if (ui.muted()) return height;
    ui.text(at, composed.spec, tone, id, role,
            Spoken(text::without_soft_hyphens(composed.spec.text), composed.say));
    int count = 0;
    for (const Composed::Word& word : composed.words) {
        for (const Rect& box : ui.boxes(at, composed.spec, word.begin, word.end)) {
            ui.fill(
                {box.x, box.bottom() - ui.look.mm(0.9f), box.w, std::max(2.0f, ui.look.mm(0.5f))},
                ui.look.palette.warm);
            const std::string spelled(
                std::string_view(composed.spec.text).substr(word.begin, word.end - word.begin));
            const float more = std::max(0.0f, (ui.look.mm(12) - box.h) / 2);
            ui.node(Node{.id = id + ".word" + std::to_string(count++),
                         .role = Role::word,
                         .rank = Rank::word,
                         .spoken = Spoken(text::without_soft_hyphens(spelled)),
                         .language = composed.spec.language,
                         .rect = {box.x, box.y - more, box.w, box.h + 2 * more},
                         .spoken_by_parent = true,
                         .action = model::Show{model::Overlay::term, word.term}});
        }
    }
    return height;
}

PictureKey picture_of(const Look& look, const model::Figure& figure, Size box) {
    const bool drawing = figure.media.ends_with(".svg");
    return {figure.media, static_cast<int>(box.w), static_cast<int>(box.h),
            drawing ? drawing_css(look.palette) : std::string()};
}

void draw_figure(Flow& flow, const model::Figure& figure, const std::string& id,
                 const std::string& language, float most_height) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float aspect = figure.width > 0
                             ? static_cast<float>(figure.height) / static_cast<float>(figure.width)
                             : 0.6f;
    const float width = std::floor(std::min(flow.width(), most_height / aspect));
    const float height = std::floor(width * aspect);
    flow.skip(look.mm(2));
    const Rect box{flow.x(), flow.y(), width, height};
    const PictureKey key = picture_of(look, figure, {width, height});
    const std::string say =
        figure.long_text.empty() ? figure.alt : figure.alt + " " + figure.long_text;
    if (figure.decorative) {
        ui.picture(box, key, id, Spoken(std::string()));
    } else {
        ui.picture(box, key, id, Spoken(figure.alt, say));
    }
    flow.skip(height + look.mm(2));
    if (!figure.caption.empty()) {
        const Composed caption = compose(look, Type::small, figure.caption,
                                         std::min(flow.width(), look.measure_px()), language);
        flow.skip(draw_composed(ui, {flow.x(), flow.y()}, caption, ui.quiet(), id + ".caption"));
    }
    flow.skip(look.mm(4));
}

void draw_article(Flow& flow, const Article& article) {
    int number = 0;
    for (const model::Block& block : article.blocks) {
        const std::string id = article.id + std::to_string(number++);
        if (&block == article.skip) continue;
        flow.item();
        switch (block.kind) {
        case model::BlockKind::heading: draw_heading(flow, block, id, article.language); break;
        case model::BlockKind::item: draw_item(flow, block, id, article.language); break;
        case model::BlockKind::quote:
        case model::BlockKind::key_point: draw_quote(flow, block, id, article.language); break;
        case model::BlockKind::table: draw_table(flow, block.rows, id, article.language); break;
        case model::BlockKind::figure:
            draw_figure(flow, block.figure, id, article.language, flow.viewport.h * 0.75f);
            break;
        case model::BlockKind::chart: draw_chart(flow, block.chart, id, article.language); break;
        case model::BlockKind::paragraph:
        case model::BlockKind::code: draw_paragraph(flow, block, id, article.language); break;
        }
    }
}

} // namespace foyer::ui
