// SPDX-License-Identifier: EUPL-1.2
// Guides: the decision guides as cards.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>

namespace foyer::ui {

namespace {

BigCard card_of(const Ui& ui, const model::GuideCard& guide) {
    return {.id = "guide." + guide.id,
            .icon = guide.icon,
            .language = guide.language,
            .title = guide.title,
            .text = guide.summary,
            .foot = ui.words("guide.questions", {{"count", std::to_string(guide.questions)}}),
            .action = model::Open{model::Screen::guide, guide.id}};
}

} // namespace

void draw_guides(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    flow(ui, content_area(look, Width::all), state.place().scroll, layout_of(look, "guides"),
         [&](Flow& page) {
             draw_section(page, ui.words("guides.title"), "guides.title", Type::title);
             const host::TextSpec intro = look.text(Type::lead, ui.words("guides.text"),
                                                    std::min(page.width(), look.measure_px()));
             page.skip(ui.text({page.x(), page.y()}, intro, ui.quiet(), "guides.text"));
             page.skip(look.mm(6));
             std::vector<BigCard> cards;
             for (const model::GuideCard& guide : state.view.guides)
                 cards.push_back(card_of(ui, guide));
             draw_big_cards(page, cards);
         });
}

} // namespace foyer::ui
