// SPDX-License-Identifier: EUPL-1.2
// News: everything that is new or changed since the pack before.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>

namespace foyer::ui {

void draw_news(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const model::Catalogue& catalogue = state.view.catalogue;
    flow(ui, content_area(look, Width::all), state.place().scroll, layout_of(look, "news"),
         [&](Flow& page) {
             draw_section(page, ui.words("news.title"), "news.title", Type::title);
             const std::string date = ui.words.date(catalogue.date);
             const host::TextSpec intro = look.text(
                 Type::lead,
                 ui.words(catalogue.fresh.empty() ? "news.none" : "news.text", {{"date", date}}),
                 std::min(page.width(), look.measure_px()));
             page.skip(ui.text({page.x(), page.y()}, intro, ui.quiet(), "news.text"));
             page.skip(look.mm(6));
             draw_cards(page, catalogue.fresh, "new",
                        std::min(3, card_columns(look, page.width(), 15)));
         });
}

} // namespace foyer::ui
