// SPDX-License-Identifier: EUPL-1.2
// Tours: the tours as cards.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>

namespace foyer::ui {

namespace {

BigCard card_of(const Ui& ui, const model::TourCard& tour) {
    return {.id = "tour." + tour.id,
            .icon = "present",
            .language = tour.language,
            .title = tour.title,
            .text = tour.summary,
            .foot = ui.words("tours.length", {{"steps", std::to_string(tour.steps)},
                                              {"minutes", std::to_string(tour.minutes)}}),
            .action = model::Open{model::Screen::tour, tour.id}};
}

} // namespace

void draw_tours(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    flow(ui, content_area(look, Width::all), state.place().scroll, layout_of(look, "tours"),
         [&](Flow& page) {
             draw_section(page, ui.words("tours.title"), "tours.title", Type::title);
             const std::string words =
                 ui.words(state.view.tours.empty() ? "tours.none" : "tours.text");
             const host::TextSpec intro =
                 look.text(Type::lead, words, std::min(page.width(), look.measure_px()));
             page.skip(ui.text({page.x(), page.y()}, intro, ui.quiet(), "tours.text"));
             page.skip(look.mm(6));
             std::vector<BigCard> cards;
             for (const model::TourCard& tour : state.view.tours)
                 cards.push_back(card_of(ui, tour));
             draw_big_cards(page, cards);
         });
}

} // namespace foyer::ui
