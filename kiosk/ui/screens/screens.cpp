// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/screens/screens.h"

#include "kiosk/model/reduce_present.h"
#include "kiosk/ui/chrome.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

void draw_screen(Ui& ui, const model::State& state) {
    switch (state.place().screen) {
    case model::Screen::attract: return draw_attract(ui, state);
    case model::Screen::home: return draw_home(ui, state);
    case model::Screen::topic: return draw_topic(ui, state);
    case model::Screen::page: return draw_page(ui, state);
    case model::Screen::search: return draw_search(ui, state);
    case model::Screen::map: return draw_map(ui, state);
    case model::Screen::timeline: return draw_timeline(ui, state);
    case model::Screen::compare: return draw_compare(ui, state);
    case model::Screen::guides: return draw_guides(ui, state);
    case model::Screen::guide: return draw_guide(ui, state);
    case model::Screen::news: return draw_news(ui, state);
    case model::Screen::tours: return draw_tours(ui, state);
    case model::Screen::tour: return draw_tour(ui, state);
    case model::Screen::learn: return draw_learn(ui, state);
    case model::Screen::course: return draw_course(ui, state);
    case model::Screen::quiz: return draw_quiz(ui, state);
    case model::Screen::help: return draw_help(ui, state);
    case model::Screen::about: return draw_about(ui, state);
    case model::Screen::privacy: return draw_privacy(ui, state);
    case model::Screen::pin: return draw_pin(ui, state);
    case model::Screen::staff: return draw_staff(ui, state);
    case model::Screen::classroom: return draw_classroom(ui, state);
    case model::Screen::fault: return draw_fault(ui, state);
    }
}

} // namespace

bool stands_alone(const model::State& state) {
    const model::Screen screen = state.place().screen;
    const bool is_step =
        model::shows_tour(state) && !model::shows_presenter(state) && !state.presentation->overview;
    return screen == model::Screen::attract || screen == model::Screen::fault || is_step;
}

Rect content_area(const Look& look, Width width) {
    const float room = look.stage.w - 2 * look.margin;
    const float w =
        std::floor(width == Width::all ? room : std::min(room, look.measure_px() * 1.12f));
    const float h = look.stage.h - look.gap;
    return {std::floor(look.stage.x + (look.stage.w - w) / 2), look.stage.y + look.gap, w, h};
}

std::vector<model::Language> offered_languages(const model::State& state) {
    std::vector<model::Language> offered;
    const std::vector<std::string>& allowed = state.settings.languages;
    for (const model::Language& language : state.view.catalogue.languages) {
        const bool is_allowed = allowed.empty() || std::find(allowed.begin(), allowed.end(),
                                                             language.tag) != allowed.end();
        if (is_allowed) offered.push_back(language);
    }
    return offered;
}

Tree draw(Ui& ui, const model::State& state) {
    const bool alone = stands_alone(state);
    if (!alone) draw_banner(ui, state);
    draw_screen(ui, state);
    if (!alone) draw_navigation(ui, state, ui.scroll_area());
    // A dialog is read before the bar, which stays usable; "still there?" covers everything.
    if (state.overlay == model::Overlay::languages) draw_languages_overlay(ui, state);
    if (state.overlay == model::Overlay::term) draw_term_overlay(ui, state);
    if (state.overlay == model::Overlay::take) draw_take_overlay(ui, state);
    if (state.overlay == model::Overlay::confirm) draw_confirm_overlay(ui, state);
    if (!alone) draw_bar(ui, state);
    if (state.overlay == model::Overlay::idle) draw_idle_overlay(ui, state);
    draw_notice(ui, state);
    return ui.finish();
}

} // namespace foyer::ui
