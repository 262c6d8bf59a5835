// SPDX-License-Identifier: EUPL-1.2
// Topic: its pages as cards.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>

namespace foyer::ui {

void draw_topic(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const std::vector<model::Topic>& topics = state.view.catalogue.topics;
    const auto topic = std::find_if(topics.begin(), topics.end(), [&](const model::Topic& t) {
        return t.id == state.place().id;
    });
    const Rect area = content_area(look, Width::all);
    flow(ui, area, state.place().scroll, layout_of(look, "topic:" + state.place().id),
         [&](Flow& page) {
             if (topic != topics.end()) {
                 draw_section(page, topic->title, "topic.title", Type::title);
                 const host::TextSpec summary =
                     look.text(Type::lead, topic->summary,
                               std::min(page.width(), look.measure_px()), topic->language);
                 page.skip(ui.text({page.x(), page.y()}, summary, ui.quiet(), "topic.summary"));
                 page.skip(look.mm(6));
             }
             if (state.view.cards.empty()) {
                 const host::TextSpec empty =
                     look.text(Type::body, ui.words("topic.empty"), page.width());
                 page.skip(ui.text({page.x(), page.y()}, empty, ui.plain(), "topic.empty"));
                 return;
             }
             draw_cards(page, state.view.cards, "card",
                        std::min(3, card_columns(look, page.width(), 15)));
         });
}

} // namespace foyer::ui
