// SPDX-License-Identifier: EUPL-1.2
// Wall: what the room sees on a display of its own. The step of a tour; while the presenter looks
// something up it stays, and a page that was opened for a question takes its place. Without a tour
// a still picture says whose kiosk this is.
#include "kiosk/model/reduce_present.h"
#include "kiosk/ui/room.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>

namespace foyer::ui {

namespace {

void draw_name_of_kiosk(Ui& ui, const Room& room, const model::State& state) {
    const Look& look = ui.look;
    host::TextSpec title =
        ui.fitting({Type::display, Type::title, Type::heading2}, state.view.catalogue.title,
                   {room.content.w, room.content.h * 0.6f});
    host::TextSpec town =
        ui.fitting({Type::lead}, state.settings.town, {room.content.w, room.content.h * 0.3f});
    for (host::TextSpec* spec : {&title, &town}) spec->align = host::Align::centre;
    const float gap = look.mm(6), height = ui.measure(title).h + gap + ui.measure(town).h;
    float y = room.content.y + (room.content.h - height) / 2;
    y += ui.text({room.content.x, y}, title, ui.plain(), "wall.title", Role::heading,
                 Spoken(text::without_soft_hyphens(title.text))) +
         gap;
    if (!state.settings.town.empty()) ui.text({room.content.x, y}, town, ui.quiet(), "wall.town");
}

std::string language_on_wall(const model::State& state) {
    if (!state.presentation) return state.preferences.language;
    const bool is_page = state.place().screen == model::Screen::page && state.view.page;
    return is_page ? state.view.page->card.language : state.presentation->tour.card.language;
}

/// The page that was opened for a question: its summary and first figure; when the presenter reads
/// on, about the part that he sees himself.
void draw_page_on_wall(Ui& ui, const Room& room, const model::State& state) {
    const model::Page& page = *state.view.page;
    std::vector<model::Block> shown(1);
    shown.front().text = {{.text = page.summary}};
    for (const model::Block& block : page.body) {
        if (!state.place().more && block.kind != model::BlockKind::figure) continue;
        shown.push_back(block);
        if (!state.place().more) break;
    }
    const int items = static_cast<int>(shown.size()) + 4; // and what the page has around its text
    const RoomText text{model::TourShow::page, page.card.language, page.card.title, shown,
                        page.sources};
    draw_room_text(ui, room, text, [&](int parts) {
        return state.place().more ? state.place().scroll.item * parts / items : 0;
    });
}

} // namespace

Tree draw_wall(Ui& ui, const model::State& state) {
    const Look& display = ui.look;
    const Room room(display, language_on_wall(state), display.panel.px, display.panel.mm,
                    state.settings.room_distance_mm, 0);
    ui.inset(room.look, display.screen, Ui::Nodes::kept, [&](Ui& inner) {
        const model::Screen screen = state.place().screen;
        if (!state.presentation || state.presentation->ended)
            return draw_name_of_kiosk(inner, room, state);
        const model::Presentation& p = *state.presentation;
        if (model::shows_tour(state) && p.blank) return inner.fill(inner.look.screen, {0, 0, 0});
        if (screen == model::Screen::page && state.view.page)
            return draw_page_on_wall(inner, room, state);
        draw_room_step(inner, room, p);
    });
    return ui.finish();
}

} // namespace foyer::ui
