// SPDX-License-Identifier: EUPL-1.2
// Guide: one question a screen; at the end the result with its reasons, pages and a code to take
// along.
#include "kiosk/model/guide.h"

#include "kiosk/model/take_along.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/qr.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

float reading_width(const Flow& flow) { return std::min(flow.width(), flow.ui.look.measure_px()); }

void draw_words(Flow& flow, Type type, const std::string& words, const std::string& id, Tone tone,
                const std::string& language) {
    if (words.empty()) return;
    Ui& ui = flow.ui;
    const host::TextSpec spec = ui.look.text(type, words, reading_width(flow), language);
    flow.skip(ui.text({flow.x(), flow.y()}, spec, tone, id));
    flow.skip(ui.look.mm(4));
}

/// An answer as a button as wide as the page.
void draw_option(Flow& flow, const std::string& words, int number, const std::string& language) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float pad = look.mm(5), icon = std::floor(look.mm(7)), width = reading_width(flow);
    const host::TextSpec spec = look.text(Type::lead, words, width - icon - 3 * pad, language);
    const Rect box{flow.x(), flow.y(), width,
                   std::max(look.primary, ui.measure(spec).h + 2 * look.mm(4))};
    flow.item();
    if (!ui.muted()) {
        const ButtonStyle style;
        const int node =
            ui.button("option" + std::to_string(number), box, Rank::primary,
                      Spoken(text::without_soft_hyphens(words)), model::Answer{number}, style);
        ui.label({box.x + pad, box.y + (box.h - ui.measure(spec).h) / 2}, spec, ui.tone(style),
                 node);
        ui.icon({box.right() - pad - icon, box.y + (box.h - icon) / 2, icon, icon}, "next",
                look.palette.accent, Ui::Points::along);
    }
    flow.skip(box.h + std::max(look.gap, look.mm(4)));
}

void draw_question(Flow& flow, const model::Guide& guide, int number, std::size_t answered) {
    Ui& ui = flow.ui;
    const model::GuideQuestion& question = guide.questions[static_cast<std::size_t>(number) - 1];
    const std::string& language = guide.card.language;
    const host::TextSpec at = ui.look.text(
        Type::small, ui.words("guide.step", {{"number", std::to_string(answered + 1)}}),
        reading_width(flow));
    flow.skip(ui.text({flow.x(), flow.y()}, at, ui.quiet(), "guide.step") + ui.look.mm(2));
    const host::TextSpec asked =
        ui.look.text(Type::heading2, question.text, reading_width(flow), language);
    flow.skip(ui.text({flow.x(), flow.y()}, asked, ui.plain(), "guide.question", Role::heading,
                      Spoken(text::without_soft_hyphens(question.text))));
    flow.skip(ui.look.mm(3));
    draw_words(flow, Type::body, question.help, "guide.help", ui.quiet(), language);
    flow.skip(ui.look.mm(2));
    for (std::size_t i = 0; i < question.options.size(); ++i)
        draw_option(flow, question.options[i].text, static_cast<int>(i), language);
    draw_words(flow, Type::small, ui.words("guide.private"), "guide.private", ui.quiet(),
               ui.look.language);
}

void draw_reasons(Flow& flow, const std::vector<std::string>& reasons,
                  const std::string& language) {
    if (reasons.empty()) return;
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    draw_section(flow, ui.words("guide.reasons"), "guide.reasons", Type::heading3);
    const float icon = std::round(look.em_px(Type::body) * 1.15f), indent = icon * 1.6f;
    int number = 0;
    for (const std::string& reason : reasons) {
        flow.item();
        ui.icon({flow.x(), flow.y() + look.mm(0.5f), icon, icon}, "check", look.palette.accent);
        const host::TextSpec spec =
            look.text(Type::body, reason, reading_width(flow) - indent, language);
        flow.skip(ui.text({flow.x() + indent, flow.y()}, spec, ui.plain(),
                          "reason" + std::to_string(number++)));
        flow.skip(look.mm(3));
    }
}

constexpr float code_mm = 60;

void draw_code(Flow& flow, const model::State& state, int result) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const model::Guide& guide = *state.view.guide;
    const model::TakeAlong taken = model::take_along(state.view.catalogue, guide, result);
    draw_section(flow, ui.words("take.title"), "take.title", Type::heading3);
    draw_words(flow, Type::small, ui.words("guide.take"), "guide.take", ui.quiet(), look.language);
    flow.skip(draw_qr(ui, {flow.x(), flow.y()}, std::min(flow.width(), look.mm(code_mm)),
                      taken.text, "guide.qr", Spoken(ui.words.say("take.title"))));
    flow.skip(look.mm(6));
}

void draw_advice(Flow& flow, const model::Guide& guide, const model::GuideStep& step) {
    Ui& ui = flow.ui;
    const model::GuideResult& result = guide.results[static_cast<std::size_t>(step.result) - 1];
    const std::string& language = guide.card.language;
    const host::TextSpec title =
        ui.look.text(Type::heading2, result.title, reading_width(flow), language);
    flow.skip(ui.text({flow.x(), flow.y()}, title, ui.plain(), "guide.result", Role::heading,
                      Spoken(text::without_soft_hyphens(result.title))));
    flow.skip(ui.look.mm(3));
    draw_words(flow, Type::lead, result.text, "guide.result.text", ui.plain(), language);
    draw_reasons(flow, step.reasons, language);
}

/// The advice, and the code beside it where there is room. Returns whether there was.
bool draw_advice_and_code(Flow& flow, const model::State& state, const model::GuideStep& step) {
    const Look& look = flow.ui.look;
    const float text = reading_width(flow), gap = look.mm(12);
    const bool beside = flow.width() - text - gap >= look.mm(code_mm);
    const float top = flow.cursor();
    draw_advice(flow, *state.view.guide, step);
    if (!beside) return false;
    const float below = flow.cursor();
    const Rect whole = flow.viewport;
    flow.set_cursor(top);
    flow.viewport.x += text + gap;
    flow.viewport.w -= text + gap;
    draw_code(flow, state, step.result);
    flow.viewport = whole;
    flow.set_cursor(std::max(below, flow.cursor()));
    return true;
}

void draw_result(Flow& flow, const model::State& state, const model::GuideStep& step) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const model::Guide& guide = *state.view.guide;
    const model::GuideResult& result = guide.results[static_cast<std::size_t>(step.result) - 1];
    const bool has_code = draw_advice_and_code(flow, state, step);
    if (!result.pages.empty()) {
        draw_section(flow, ui.words("guide.pages"), "guide.pages", Type::heading3);
        draw_cards(flow, result.pages, "card", std::min(3, card_columns(look, flow.width(), 15)));
    }
    if (!has_code) draw_code(flow, state, step.result);
    draw_chips(flow, {{"guide.again", ui.words("guide.again"), Spoken(ui.words.say("guide.again")),
                       model::Open{model::Screen::guide, guide.card.id}}});
    draw_words(flow, Type::small, ui.words("guide.private"), "guide.private", ui.quiet(),
               look.language);
}

} // namespace

void draw_guide(Ui& ui, const model::State& state) {
    if (!state.view.guide) return;
    const model::Guide& guide = *state.view.guide;
    const std::vector<int>& answers = state.place().answers;
    const model::GuideStep step = model::follow(guide, answers);
    std::string layout = "guide:" + guide.card.id;
    for (const int answer : answers) layout += "/" + std::to_string(answer);
    flow(ui, content_area(ui.look, step.result > 0 ? Width::all : Width::text),
         state.place().scroll, layout_of(ui.look, layout), [&](Flow& page) {
             page.item();
             page.skip(ui.look.mm(3));
             const host::TextSpec name = ui.look.text(Type::heading3, guide.card.title,
                                                      reading_width(page), guide.card.language);
             page.skip(ui.text({page.x(), page.y()}, name, ui.quiet(), "guide.title", Role::heading,
                               Spoken(text::without_soft_hyphens(guide.card.title))));
             page.skip(ui.look.mm(4));
             if (step.result > 0) {
                 draw_result(page, state, step);
             } else if (step.question > 0) {
                 draw_question(page, guide, step.question, answers.size());
             }
         });
}

} // namespace foyer::ui
