// SPDX-License-Identifier: EUPL-1.2
// About this kiosk: whose it is, imprint, privacy, accessibility with a person to turn to, and what
// it shows.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/learning.h"

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

/// Of a date and time in RFC 3339, the date.
std::string day(const Ui& ui, const std::string& time) { return ui.words.date(time.substr(0, 10)); }

/// How far what is shown is known to be the newest there is.
std::string freshness(const Ui& ui, const model::Freshness& fresh) {
    if (fresh.fresh_at.empty()) return ui.words("about.never_fresh");
    std::string all = ui.words("about.fresh", {{"date", day(ui, fresh.fresh_at)}});
    if (!fresh.clock_known) all += "\n" + ui.words("about.no_clock");
    return all;
}

/// When and by which way newer content was looked for last.
std::string last_check(const Ui& ui, const model::Freshness& fresh) {
    const std::string key = "about.checked." + fresh.last_source;
    if (fresh.last_success.empty() || !ui.words.has(key)) return {};
    return ui.words(key, {{"date", day(ui, fresh.last_success)}});
}

void draw_pack(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    const model::Catalogue& catalogue = state.view.catalogue;
    draw_section(page, ui.words("about.pack"), "about.pack");
    const std::string pack = catalogue.title + "\n" + catalogue.publisher + "\n" +
                             ui.words("about.pack_version", {{"version", catalogue.version}}) +
                             " " +
                             ui.words("about.pack_date", {{"date", ui.words.date(catalogue.date)}});
    draw_text(page, pack, "about.pack.text", ui.look.language);
    if (!state.update.has_store) return;
    const model::Freshness& fresh = state.update.freshness;
    draw_text(page, freshness(ui, fresh), "about.fresh", ui.look.language);
    const std::string checked = last_check(ui, fresh);
    if (!checked.empty()) draw_text(page, checked, "about.checked", ui.look.language);
}

/// To what is counted here, and, where there is a PIN, the door of the staff room.
void draw_ways(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    std::vector<Labelled> ways = {
        labelled(ui, "privacy.way", "security", model::Open{model::Screen::privacy, {}})};
    if (state.staff.staff_pin)
        ways.push_back(
            labelled(ui, "staff.door", "administration", model::Open{model::Screen::pin, "staff"}));
    draw_buttons(page, ways, Rank::primary);
    page.skip(ui.look.mm(4));
}

} // namespace

void draw_about(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    flow(ui, content_area(look, Width::text), state.place().scroll, layout_of(look, "about"),
         [&](Flow& page) {
             draw_section(page, ui.words("about.title"), "about.title", Type::title);
             draw_text(page, ui.words("about.kiosk_text"), "about.kiosk", look.language);
             draw_town(page, state);
             draw_ways(page, state);
             draw_pack(page, state);
             draw_section(page, ui.words("about.program"), "about.program");
             draw_text(page, ui.words("app.name") + " " FOYER_VERSION, "about.program.text",
                       look.language);
             draw_text(page, ui.words("map.credit"), "about.map", look.language);
         });
}

} // namespace foyer::ui
