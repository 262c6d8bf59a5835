// SPDX-License-Identifier: EUPL-1.2
// Page: the summary first, the rest under "more". On wide panels figure and facts stand in a column
// of their own.
#include "kiosk/model/take_along.h"
#include "kiosk/ui/article.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

const model::Block* first_figure(const model::Page& page) {
    for (const model::Block& block : page.body) {
        if (block.kind == model::BlockKind::figure) return &block;
    }
    return nullptr;
}

void draw_notice(Flow& flow, const std::string& words, const std::string& id) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float width = std::min(flow.width(), look.measure_px()), pad = look.mm(3);
    const float icon = std::floor(look.line_px(Type::small));
    const host::TextSpec spec = look.text(Type::small, words, width - icon - 3 * pad);
    const float height = ui.measure(spec).h + 2 * pad;
    const Rect box{flow.x(), flow.y(), width, height};
    ui.fill(box, look.palette.soft, look.radius);
    ui.edge(box, look.palette.line, look.edge, look.radius);
    ui.icon({box.x + pad, box.y + pad, icon, icon}, "about", look.palette.accent);
    ui.text({box.x + icon + 2 * pad, box.y + pad}, spec, {look.palette.ink, look.palette.soft}, id);
    flow.skip(height + look.mm(4));
}

void draw_notices(Flow& flow, const model::State& state, const model::Page& page) {
    const Words& words = flow.ui.words;
    const std::string& wanted = state.preferences.language;
    if (page.card.language != wanted) {
        std::string name = page.card.language;
        for (const model::Language& language : state.view.catalogue.languages) {
            if (language.tag == page.card.language) name = language.name;
        }
        draw_notice(flow, words("page.only_in", {{"language", name}}), "page.only_in");
    }
    if (page.card.language != "de-simple") return;
    draw_notice(flow,
                page.checked_by.empty() ? words("page.unchecked")
                                        : words("page.checked", {{"name", page.checked_by}}),
                "page.checked");
}

void draw_head(Flow& flow, const model::State& state, const model::Page& page) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    flow.item();
    flow.skip(look.mm(3));
    const host::TextSpec title =
        look.text(Type::title, page.card.title, std::min(flow.width(), look.measure_px()),
                  page.card.language);
    flow.skip(ui.text({flow.x(), flow.y()}, title, ui.plain(), "page.title", Role::heading,
                      Spoken(text::without_soft_hyphens(title.text))));
    flow.skip(look.mm(2));
    const std::string minutes = std::to_string(page.card.minutes);
    std::string facts = page.card.minutes == 1 ? ui.words("topic.minutes_one")
                                               : ui.words("topic.minutes", {{"minutes", minutes}});
    facts += " · " + ui.words("page.updated", {{"date", ui.words.date(page.updated)}});
    const host::TextSpec meta = look.text(Type::small, facts, flow.width());
    flow.skip(ui.text({flow.x(), flow.y()}, meta, ui.quiet(), "page.meta"));
    flow.skip(look.mm(5));
    draw_notices(flow, state, page);
    const host::TextSpec summary = look.text(
        Type::lead, page.summary, std::min(flow.width(), look.measure_px()), page.card.language);
    flow.item();
    flow.skip(ui.text({flow.x(), flow.y()}, summary, ui.plain(), "page.summary"));
    flow.skip(look.mm(6));
}

void draw_more_button(Flow& flow, bool open) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    flow.item();
    const float icon = std::floor(look.mm(8)), pad = look.mm(5);
    const host::TextSpec spec = look.text(Type::label, ui.words(open ? "nav.less" : "nav.more"));
    const float width = std::min(flow.width(), ui.measure(spec).w + icon + 3 * pad);
    const Rect box{flow.x(), flow.y(), std::max(width, look.mm(60)), look.primary};
    if (!ui.muted()) {
        const ButtonStyle style{.fill = Fill::accent, .edge = false};
        const int node = ui.button("page.more", box, Rank::primary,
                                   Spoken(ui.words.say(open ? "nav.less" : "nav.more")),
                                   model::ToggleMore{}, style);
        ui.icon({box.x + pad, box.y + (box.h - icon) / 2, icon, icon}, open ? "minus" : "plus",
                look.palette.on_accent);
        ui.label({box.x + icon + 1.8f * pad, box.y + (box.h - ui.measure(spec).h) / 2}, spec,
                 ui.tone(style), node);
    }
    flow.skip(box.h + look.mm(6));
}

/// What can be done with a page: take it along, compare it.
void draw_uses(Flow& flow, const model::State& state, const model::Page& page) {
    const Words& words = flow.ui.words;
    std::vector<Chip> chips;
    if (!model::take_along(state.view.catalogue, page).text.empty()) {
        chips.push_back({"page.take", words("take.title"), Spoken(words.say("take.title")),
                         model::Show{model::Overlay::take, {}}, "qr"});
    }
    if (page.facts) {
        const auto& compared = state.compared;
        const bool is_in =
            std::find(compared.begin(), compared.end(), page.card.page) != compared.end();
        model::Action action = model::ToggleCompared{page.card.page};
        if (is_in) action = model::Open{model::Screen::compare, {}};
        const std::string key = is_in ? "compare.show" : "compare.add";
        chips.push_back({"page.compare", words(key), Spoken(words.say(key)), action, "compare"});
    }
    draw_chips(flow, chips);
    flow.skip(flow.ui.look.mm(3));
}

void draw_words_of_page(Flow& flow, const model::State& state, const model::Page& page) {
    if (page.terms.empty()) return;
    Ui& ui = flow.ui;
    draw_section(flow, ui.words("page.words"), "page.words");
    std::vector<Chip> chips;
    for (const std::string& term : page.terms) {
        std::string name = term;
        for (const model::Term& known : state.view.page_terms) {
            if (known.id == term) name = known.term;
        }
        chips.push_back({"term." + term, name, Spoken(text::without_soft_hyphens(name)),
                         model::Show{model::Overlay::term, term}});
    }
    draw_chips(flow, chips);
    flow.skip(ui.look.mm(3));
}

void draw_rest(Flow& flow, const model::State& state, const model::Page& page,
               const model::Block* hero) {
    draw_article(flow, {page.body, page.card.language, hero});
    if (page.facts && !page.facts->lessons.empty()) flow.skip(flow.ui.look.mm(2));
    draw_words_of_page(flow, state, page);
    draw_sources(flow, page);
}

void draw_related(Flow& flow, const model::Page& page) {
    if (page.related.empty()) return;
    Ui& ui = flow.ui;
    draw_section(flow, ui.words("page.related"), "page.related");
    draw_cards(flow, page.related, "related", std::min(3, card_columns(ui.look, flow.width(), 15)));
}

void draw_hero(Flow& flow, const model::Page& page, const model::Block* hero) {
    if (!hero) return;
    flow.item();
    draw_figure(flow, hero->figure, "page.figure", page.card.language, flow.viewport.h * 0.75f);
}

/// Runs a part of the flow in a narrower column and leaves the cursor below it.
void in_column(Flow& flow, float x, float width, const std::function<void()>& part) {
    const Rect whole = flow.viewport;
    flow.viewport.x = x;
    flow.viewport.w = width;
    part();
    flow.viewport = whole;
}

void draw_broken(Ui& ui, const model::State& state) {
    const Rect area = content_area(ui.look, Width::text);
    flow(ui, area, state.place().scroll, layout_of(ui.look, "broken"), [&](Flow& page) {
        page.item();
        page.skip(ui.look.mm(6));
        const host::TextSpec spec = ui.look.text(Type::lead, ui.words("page.broken"), page.width());
        page.skip(ui.text({page.x(), page.y()}, spec, ui.plain(), "page.broken"));
    });
}

} // namespace

void draw_page(Ui& ui, const model::State& state) {
    if (!state.view.page) return draw_broken(ui, state);
    const model::Page& page = *state.view.page;
    const model::Block* hero = first_figure(page);
    const bool more = state.place().more;
    const Look& look = ui.look;
    // Beside the text stand the facts of a case, or the figure where its letters stay large enough.
    const Rect wide = content_area(look, Width::all);
    const float column_gap = look.mm(12), least_text = look.em_px(Type::body) * 26;
    const float least_aside = page.facts ? look.em_px(Type::body) * 15 : look.least_figure_px();
    const bool columns = (hero || page.facts) && wide.w >= least_text + column_gap + least_aside;
    const Rect area = columns ? wide : content_area(look, Width::text);
    const auto text = [&](Flow& body, bool with_hero) {
        draw_head(body, state, page);
        if (!more) draw_more_button(body, more);
        draw_uses(body, state, page);
        if (with_hero) draw_hero(body, page, hero);
        if (!columns && page.facts) draw_case_facts(body, page);
        if (!more) return;
        draw_rest(body, state, page, hero);
        draw_more_button(body, more);
    };
    flow(ui, area, state.place().scroll,
         layout_of(look, "page:" + page.card.page + (more ? "+" : "")), [&](Flow& body) {
             if (!columns) {
                 text(body, true);
                 return draw_related(body, page);
             }
             const float left =
                 std::min(look.measure_px(), body.width() - column_gap - least_aside);
             const float top = body.cursor();
             in_column(body, area.x, left, [&] { text(body, page.facts.has_value()); });
             const float below = body.cursor();
             body.set_cursor(top + look.mm(3));
             in_column(body, area.x + left + column_gap, body.width() - left - column_gap, [&] {
                 if (page.facts) {
                     draw_case_facts(body, page);
                 } else {
                     draw_hero(body, page, hero);
                 }
             });
             body.set_cursor(std::max(below, body.cursor()));
             draw_related(body, page);
         });
}

} // namespace foyer::ui
