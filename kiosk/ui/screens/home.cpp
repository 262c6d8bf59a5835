// SPDX-License-Identifier: EUPL-1.2
// Home: a search field, the topics as large cards in the order of the pack, other ways into the
// content, what is new.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/chrome.h"
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

void draw_topics(Flow& flow, const std::vector<model::Topic>& topics) {
    const Words& words = flow.ui.words;
    std::vector<BigCard> cards;
    for (const model::Topic& topic : topics) {
        cards.push_back({.id = "topic." + topic.id,
                         .icon = topic.icon,
                         .language = topic.language,
                         .title = topic.title,
                         .text = topic.summary,
                         .foot = topic.pages == 1 ? words("home.pages_one")
                                                  : words("home.pages",
                                                          {{"count", std::to_string(topic.pages)}}),
                         .action = model::Open{model::Screen::topic, topic.id}});
    }
    draw_big_cards(flow, cards);
}

Labelled way(const Ui& ui, const std::string& key, const std::string& icon, model::Action action) {
    return {.id = "home." + key,
            .icon = icon,
            .words = ui.words("home." + key),
            .spoken = Spoken(ui.words.say("home." + key)),
            .action = std::move(action)};
}

/// Where the buttons stand in that many columns, from the cursor of the flow.
std::vector<Rect> way_places(const Flow& flow, std::size_t count, std::size_t columns) {
    const Look& look = flow.ui.look;
    const float width = std::floor((flow.width() - look.gap * static_cast<float>(columns - 1)) /
                                   static_cast<float>(columns));
    std::vector<Rect> places;
    for (std::size_t i = 0; i < count; ++i) {
        const auto column = static_cast<float>(i % columns), row = static_cast<float>(i / columns);
        places.push_back({flow.x() + column * (width + look.gap),
                          flow.y() + row * (look.primary + look.gap), width, look.primary});
    }
    return places;
}

/// Other ways into the content than its topics, as rows of buttons, in as many columns as leave
/// room for their words.
void draw_ways(Flow& flow) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    using model::Open, model::Screen;
    const std::vector<Labelled> ways = {
        way(ui, "map", "map", Open{Screen::map, {}}),
        way(ui, "timeline", "calendar", Open{Screen::timeline, {}}),
        way(ui, "compare", "compare", Open{Screen::compare, {}}),
        way(ui, "guides", "compass", Open{Screen::guides, {}}),
        way(ui, "learn", "school", Open{Screen::learn, {}}),
        way(ui, "tours", "present", Open{Screen::tours, {}}),
        way(ui, "news", "new", Open{Screen::news, {}}),
        way(ui, "surprise", "star", model::Surprise{}),
    };
    std::size_t columns = 4;
    const auto fit = [&] {
        return words_fit(ui, ways, way_places(flow, ways.size(), columns), Arrange::beside);
    };
    while (columns > 1 && !fit()) --columns;
    const std::vector<Rect> places = way_places(flow, ways.size(), columns);
    for (std::size_t row = 0; row < (ways.size() + columns - 1) / columns; ++row) {
        flow.item();
        flow.skip(look.primary + look.gap);
    }
    if (!ui.muted()) draw_labelled(ui, ways, places, Rank::primary, Arrange::beside);
    flow.skip(look.mm(7) - look.gap);
}

} // namespace

void draw_home(Ui& ui, const model::State& state) {
    const model::Catalogue& catalogue = state.view.catalogue;
    flow(ui, content_area(ui.look, Width::all), state.place().scroll, layout_of(ui.look, "home"),
         [&](Flow& page) {
             draw_head(page, state);
             draw_search_field(page);
             // On small panels the topics come first: the ways need a row each.
             const bool topics_first = ui.look.compact();
             if (!topics_first) draw_ways(page);
             draw_topics(page, catalogue.topics);
             if (topics_first) draw_ways(page);
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
