// SPDX-License-Identifier: EUPL-1.2
// About this kiosk: whose it is, imprint, privacy, accessibility with a person to turn to, and what
// it shows.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

void draw_text(Flow& page, const std::string& words, const std::string& id,
               const std::string& language) {
    Ui& ui = page.ui;
    const host::TextSpec spec =
        ui.look.text(Type::body, text::with_address_breaks(words),
                     std::min(page.width(), ui.look.measure_px()), language);
    page.skip(ui.text({page.x(), page.y()}, spec, ui.plain(), id, Role::text,
                      Spoken(text::without_soft_hyphens(words))));
    page.skip(ui.look.mm(4));
}

void draw_town(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    const Look& look = ui.look;
    const model::TownText* town = model::town_text(state.settings, look.language);
    if (!state.settings.crest.empty()) {
        const float side = std::floor(look.mm(26));
        const int px = static_cast<int>(side);
        page.item();
        page.skip(look.mm(2));
        ui.picture({page.x(), page.y(), side, side}, {"file:" + state.settings.crest, px, px, {}},
                   "about.crest", Spoken(state.settings.town));
        page.skip(side + look.mm(3));
    }
    if (!state.settings.town.empty()) draw_section(page, state.settings.town, "about.town");
    if (!town)
        return draw_text(page, ui.words("about.no_settings"), "about.no_settings", look.language);
    const std::pair<const char*, const std::string&> parts[] = {
        {"accessibility", town->accessibility},
        {"contact", town->contact},
        {"imprint", town->imprint},
        {"privacy", town->privacy}};
    if (!town->greeting.empty()) draw_text(page, town->greeting, "about.greeting", town->language);
    for (const auto& [key, words] : parts) {
        if (words.empty()) continue;
        const std::string id = std::string("about.") + key;
        draw_section(page, ui.words(id), id);
        draw_text(page, words, id + ".text", town->language);
    }
}

} // namespace

void draw_about(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const model::Catalogue& catalogue = state.view.catalogue;
    flow(ui, content_area(look, Width::text), state.place().scroll, layout_of(look, "about"),
         [&](Flow& page) {
             draw_section(page, ui.words("about.title"), "about.title", Type::title);
             draw_text(page, ui.words("about.kiosk_text"), "about.kiosk", look.language);
             draw_town(page, state);
             draw_section(page, ui.words("about.pack"), "about.pack");
             std::string pack =
                 catalogue.title + "\n" + catalogue.publisher + "\n" +
                 ui.words("about.pack_version", {{"version", catalogue.version}}) + " " +
                 ui.words("about.pack_date", {{"date", ui.words.date(catalogue.date)}});
             draw_text(page, pack, "about.pack.text", look.language);
             draw_section(page, ui.words("about.program"), "about.program");
             draw_text(page, ui.words("app.name") + " " FOYER_VERSION, "about.program.text",
                       look.language);
         });
}

} // namespace foyer::ui
