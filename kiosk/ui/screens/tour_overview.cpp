// SPDX-License-Identifier: EUPL-1.2
// The overview of a tour: all steps as a grid.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/tour_parts.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

const char* kind_key(model::TourShow show) {
    switch (show) {
    case model::TourShow::page: return "page";
    case model::TourShow::section: return "section";
    case model::TourShow::figure: return "figure";
    case model::TourShow::chart: return "chart";
    case model::TourShow::map: return "map";
    case model::TourShow::slide: return "slide";
    }
    return "";
}

/// A step being drawn as a card.
struct StepCard {
    host::TextSpec number, title, foot;
    float icon = 0, pad = 0, height = 0;
};

StepCard step_card(const Ui& ui, const model::Tour& tour, std::size_t at, bool shown, float width) {
    const Look& look = ui.look;
    const model::TourStep& step = tour.steps[at];
    StepCard card;
    card.pad = look.mm(3);
    card.icon = std::floor(look.mm(8));
    card.number = look.text(Type::heading3, std::to_string(at + 1));
    card.title = look.text(Type::body, step.title, width - 2 * card.pad, tour.card.language);
    std::string foot = ui.words("tour.minutes", {{"time", clock_words(step.seconds)}});
    if (shown) foot += " \u00B7 " + ui.words("tour.now");
    card.foot = look.text(Type::small, foot, width - 2 * card.pad);
    card.height = 2 * card.pad + std::max(card.icon, ui.measure(card.number).h) + look.mm(1) +
                  ui.measure(card.title).h + look.mm(1) + ui.measure(card.foot).h;
    card.height = std::max(card.height, look.primary);
    return card;
}

void draw_step_card(Ui& ui, Rect box, const model::Tour& tour, std::size_t at, bool shown,
                    const StepCard& card) {
    const Look& look = ui.look;
    const model::TourStep& step = tour.steps[at];
    const ButtonStyle style{.selected = shown};
    const Tone tone = ui.tone(style);
    const std::string title = text::without_soft_hyphens(step.title);
    const std::string name = card.number.text + ". " + title; // the same page may come twice
    const std::string say =
        name + ". " + kind_words(ui, step.show) + ". " + text::without_soft_hyphens(card.foot.text);
    const int node = ui.button("step" + std::to_string(at + 1), box, Rank::primary,
                               Spoken(name, say), model::JumpToStep{static_cast<int>(at)}, style);
    if (shown) ui.at(node).state = ui.words.say("state.selected");
    const float head = std::max(card.icon, ui.measure(card.number).h);
    float y = box.y + card.pad;
    ui.label({box.x + card.pad, y + (head - ui.measure(card.number).h) / 2}, card.number, tone,
             node);
    ui.icon({box.right() - card.pad - card.icon, y + (head - card.icon) / 2, card.icon, card.icon},
            kind_icon(step.show), tone.front);
    y += head + look.mm(1);
    ui.label({box.x + card.pad, y}, card.title, tone, node);
    ui.label({box.x + card.pad, box.bottom() - card.pad - ui.measure(card.foot).h}, card.foot, tone,
             node);
}

void draw_steps(Flow& flow, const model::Presentation& p) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const auto columns =
        static_cast<std::size_t>(std::clamp(card_columns(look, flow.width(), 11), 1, 5));
    const float width = std::floor((flow.width() - look.gap * static_cast<float>(columns - 1)) /
                                   static_cast<float>(columns));
    const std::size_t count = p.tour.steps.size();
    for (std::size_t first = 0; first < count; first += columns) {
        std::vector<StepCard> cards;
        float height = 0;
        for (std::size_t i = first; i < std::min(count, first + columns); ++i) {
            cards.push_back(step_card(ui, p.tour, i, static_cast<int>(i) == p.step, width));
            height = std::max(height, cards.back().height);
        }
        flow.item();
        for (std::size_t i = 0; i < cards.size() && !ui.muted(); ++i) {
            const float x = flow.x() + static_cast<float>(i) * (width + look.gap);
            draw_step_card(ui, {x, flow.y(), width, height}, p.tour, first + i,
                           static_cast<int>(first + i) == p.step, cards[i]);
        }
        flow.skip(height + look.gap);
    }
}

} // namespace

std::string clock_words(int seconds) {
    const std::string rest = std::to_string(seconds % 60);
    return std::to_string(seconds / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

std::string kind_words(const Ui& ui, model::TourShow show) {
    return ui.words.say(std::string("tour.kind.") + kind_key(show));
}

const char* kind_icon(model::TourShow show) {
    switch (show) {
    case model::TourShow::page: return "book";
    case model::TourShow::section: return "list";
    case model::TourShow::figure: return "picture";
    case model::TourShow::chart: return "chart";
    case model::TourShow::map: return "map";
    case model::TourShow::slide: return "present";
    }
    return "";
}

void draw_tour_overview(Ui& ui, const model::State& state) {
    const model::Presentation& p = *state.presentation;
    flow(ui, content_area(ui.look, Width::all), state.place().scroll,
         layout_of(ui.look, "tour.overview:" + p.tour.card.id), [&](Flow& page) {
             draw_section(page, p.tour.card.title, "tour.title", Type::heading2,
                          p.tour.card.language);
             draw_chips(page,
                        {{"tour.overview", ui.words("tour.show"), Spoken(ui.words.say("tour.show")),
                          model::ToggleOverview{}, "present"},
                         {"tour.end", ui.words("tour.end"), Spoken(ui.words.say("tour.end")),
                          model::EndTour{}, "close"}});
             page.skip(ui.look.mm(3));
             draw_steps(page, p);
         });
    draw_typed_number(ui, p);
}

} // namespace foyer::ui
