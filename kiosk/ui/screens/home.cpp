// SPDX-License-Identifier: EUPL-1.2
// Home: the topics as large cards in the order of the pack, a search field, what is new.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

constexpr std::size_t most_new_cards = 4;

/// Crest and title of the pack, unless the banner says them.
float draw_title(Flow& flow, const model::State& state) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float side = std::floor(look.mm(look.compact() ? 10 : 16));
    float x = flow.x(), width = flow.width();
    if (!state.settings.crest.empty() && !look.compact()) {
        const int px = static_cast<int>(side);
        ui.picture({x, flow.y(), side, side}, {"file:" + state.settings.crest, px, px, {}},
                   "home.crest", Spoken(state.settings.town));
        x += side + look.mm(4);
        width -= side + look.mm(4);
    }
    const host::TextSpec title =
        look.text(look.compact() ? Type::heading2 : Type::title, state.view.catalogue.title, width);
    const float height = ui.measure(title).h;
    const float down = look.compact() ? 0 : std::max(0.0f, (side - height) / 2);
    ui.text({x, flow.y() + down}, title, ui.plain(), "home.title", Role::heading,
            Spoken(text::without_soft_hyphens(title.text)));
    return look.compact() ? height : std::max(side, height);
}

void draw_head(Flow& flow, const model::State& state) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    flow.item();
    flow.skip(look.mm(3));
    if (!look.has_banner()) flow.skip(draw_title(flow, state) + look.mm(2));
    // On small panels the topics come before a greeting.
    if (look.compact()) return;
    const model::TownText* town = model::town_text(state.settings, look.language);
    if (town && !town->greeting.empty()) {
        const host::TextSpec greeting = look.text(
            Type::lead, town->greeting, std::min(flow.width(), look.measure_px()), town->language);
        flow.skip(ui.text({flow.x(), flow.y()}, greeting, ui.quiet(), "home.greeting"));
    }
    flow.skip(look.mm(5));
}

void draw_search_field(Flow& flow) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    flow.item();
    const float icon = std::floor(look.mm(9)), pad = look.mm(4);
    const float width = std::min(flow.width(), look.mm(240));
    const host::TextSpec hint =
        look.text(Type::body, ui.words("home.search_hint"), width - icon - 3 * pad);
    const Rect box{flow.x(), flow.y(), width,
                   std::max(look.primary, ui.measure(hint).h + look.mm(5))};
    if (!ui.muted()) {
        const ButtonStyle style{.fill = Fill::paper};
        const int node =
            ui.button("home.search", box, Rank::primary, Spoken(ui.words.say("home.search_hint")),
                      model::Open{model::Screen::search, {}}, style);
        ui.icon({box.x + pad, box.y + (box.h - icon) / 2, icon, icon}, "search",
                look.palette.accent);
        ui.label({box.x + icon + 2 * pad, box.y + (box.h - ui.measure(hint).h) / 2}, hint,
                 ui.quiet(), node);
    }
    flow.skip(box.h + look.mm(7));
}

struct TopicParts {
    host::TextSpec title, summary, count;
    float icon = 0;
};

TopicParts parts(const Ui& ui, const model::Topic& topic, float width) {
    const Look& look = ui.look;
    const float inner = width - 2 * look.padding;
    TopicParts p;
    p.icon = std::floor(look.mm(look.compact() ? 10 : 15));
    p.title = look.text(Type::heading2, topic.title, inner - p.icon - look.mm(4), topic.language);
    p.summary = look.text(Type::body, topic.summary, inner, topic.language);
    p.count = look.text(Type::small,
                        topic.pages == 1
                            ? ui.words("home.pages_one")
                            : ui.words("home.pages", {{"count", std::to_string(topic.pages)}}),
                        inner);
    return p;
}

float topic_height(const Ui& ui, const model::Topic& topic, float width) {
    const Look& look = ui.look;
    const TopicParts p = parts(ui, topic, width);
    const float head = std::max(p.icon, ui.measure(p.title).h);
    return std::max(look.primary, 2 * look.padding + head + look.mm(3) + ui.measure(p.summary).h +
                                      look.mm(3) + ui.measure(p.count).h);
}

void draw_topic_card(Ui& ui, Rect box, const model::Topic& topic) {
    const Look& look = ui.look;
    const TopicParts p = parts(ui, topic, box.w);
    const ButtonStyle style;
    const Tone tone = ui.tone(style);
    const int node = ui.button(
        "topic." + topic.id, box, Rank::primary,
        Spoken(text::without_soft_hyphens(topic.title),
               text::without_soft_hyphens(topic.title + ". " + topic.summary + " " + p.count.text)),
        model::Open{model::Screen::topic, topic.id}, style);
    const float x = box.x + look.padding;
    float y = box.y + look.padding;
    const float head = std::max(p.icon, ui.measure(p.title).h);
    ui.icon({x, y + (head - p.icon) / 2, p.icon, p.icon}, topic.icon, look.palette.accent);
    ui.label({x + p.icon + look.mm(4), y + (head - ui.measure(p.title).h) / 2}, p.title, tone,
             node);
    y += head + look.mm(3);
    ui.label({x, y}, p.summary, tone, node);
    ui.label({x, box.bottom() - look.padding - ui.measure(p.count).h}, p.count,
             {look.palette.muted, tone.back}, node);
}

void draw_topics(Flow& flow, const std::vector<model::Topic>& topics) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const float gap = std::max(look.gap, look.mm(4));
    const std::size_t per_row =
        static_cast<std::size_t>(std::min(2, card_columns(look, flow.width(), 15)));
    const float width = std::floor((flow.width() - gap * static_cast<float>(per_row - 1)) /
                                   static_cast<float>(per_row));
    for (std::size_t first = 0; first < topics.size(); first += per_row) {
        const std::size_t end = std::min(topics.size(), first + per_row);
        float height = 0;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, topic_height(ui, topics[i], width));
        flow.item();
        for (std::size_t i = first; i < end && !ui.muted(); ++i) {
            const float x = flow.x() + static_cast<float>(i - first) * (width + gap);
            draw_topic_card(ui, {x, flow.y(), width, height}, topics[i]);
        }
        flow.skip(height + gap);
    }
}

} // namespace

void draw_home(Ui& ui, const model::State& state) {
    const model::Catalogue& catalogue = state.view.catalogue;
    flow(ui, content_area(ui.look, Width::all), state.place().scroll, layout_of(ui.look, "home"),
         [&](Flow& page) {
             draw_head(page, state);
             draw_search_field(page);
             draw_topics(page, catalogue.topics);
             if (catalogue.fresh.empty()) return;
             draw_section(page, ui.words("home.new", {{"date", ui.words.date(catalogue.date)}}),
                          "home.new");
             const std::size_t count = std::min(most_new_cards, catalogue.fresh.size());
             draw_cards(page,
                        {catalogue.fresh.begin(),
                         catalogue.fresh.begin() + static_cast<std::ptrdiff_t>(count)},
                        "new", std::min(2, card_columns(ui.look, page.width(), 15)));
         });
}

} // namespace foyer::ui
