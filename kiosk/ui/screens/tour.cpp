// SPDX-License-Identifier: EUPL-1.2
// Tour, where there is one display: the step as the room sees it, its edges to be touched, and over
// it, when somebody touches the middle, what a presenter needs.
#include "kiosk/model/reduce_present.h"
#include "kiosk/ui/room.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/tour_parts.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

const ButtonStyle unseen{.fill = Fill::none, .edge = false};

Labelled control(const Ui& ui, const std::string& key, const std::string& icon,
                 model::Action action) {
    return {.id = "tour." + key,
            .icon = icon,
            .words = ui.words("tour." + key),
            .spoken = Spoken(ui.words.say("tour." + key)),
            .action = std::move(action)};
}

void draw_edge(Ui& ui, Rect zone, const std::string& key, int by) {
    const Look& look = ui.look;
    ui.button("tour." + key, zone, Rank::primary, Spoken(ui.words.say("tour." + key)),
              model::Advance{by}, unseen);
    const float side = std::floor(look.mm(9));
    ui.icon({zone.centre().x - side / 2, zone.centre().y - side / 2, side, side}, key,
            look.palette.muted, Ui::Points::along);
}

/// Where a finger goes back or on, and the pause button while the tour plays. `field` is what of
/// the screen can be touched and reached.
void draw_edges(Ui& ui, const model::Presentation& p, Rect field) {
    const Look& look = ui.look;
    Rect end{field.right() - look.primary, field.y, look.primary, field.h};
    if (p.playing && !p.controls) {
        end.h -= look.primary + look.gap;
        draw_icon_button(ui, {end.x, end.bottom() + look.gap, look.primary, look.primary},
                         control(ui, "pause", "pause", model::TogglePlaying{}), Rank::primary);
    }
    draw_edge(ui, {field.x, field.y, look.primary, field.h}, "back", -1);
    draw_edge(ui, end, "next", 1);
}

std::string place_words(const Ui& ui, const model::Presentation& p, float readable_mm) {
    const std::size_t count = p.tour.steps.size();
    std::string words = ui.words(
        "tour.step", {{"number", std::to_string(p.step + 1)}, {"count", std::to_string(count)}});
    if (p.parts > 1)
        words += " \u00B7 " + ui.words("tour.part", {{"number", std::to_string(p.part + 1)},
                                                     {"count", std::to_string(p.parts)}});
    return words + " \u00B7 " + readable_words(ui, readable_mm);
}

std::vector<Rect> row_of_controls(const Look& look, Rect area, std::size_t columns,
                                  std::size_t count) {
    const float width = std::floor((area.w - look.gap * static_cast<float>(columns - 1)) /
                                   static_cast<float>(columns));
    const float height = std::max(look.primary, look.line_px(Type::label) * 2 + look.mm(9));
    const float row = look.compact() ? look.primary : height;
    std::vector<Rect> places;
    for (std::size_t i = 0; i < count; ++i) {
        const auto column = static_cast<float>(i % columns), line = static_cast<float>(i / columns);
        places.push_back(
            {area.x + column * (width + look.gap), area.y + line * (row + look.gap), width, row});
    }
    return places;
}

/// All that can be done, on a surface at the foot of the screen.
struct Controls {
    std::vector<Labelled> items;
    std::vector<Rect> places;
    host::TextSpec words;
    Rect surface;
};

Controls lay_out_controls(const Ui& ui, const model::Presentation& p, float readable_mm) {
    const Look& look = ui.look;
    Controls out;
    out.items = tour_controls(ui, p, false);
    const float bezel = look.bar.x, width = look.screen.w - 2 * bezel;
    out.words = look.text(Type::label, place_words(ui, p, readable_mm), width - 2 * look.gap);
    out.places = control_places(ui, out.items, {bezel, 0, width, 0});
    const float head = ui.measure(out.words).h + look.mm(3);
    const float height = head + out.places.back().bottom() + bezel + look.mm(2);
    out.surface = {0, std::floor(look.screen.h - height), look.screen.w, std::ceil(height)};
    for (Rect& place : out.places) place.y += out.surface.y + head;
    return out;
}

void draw_controls(Ui& ui, const Controls& controls) {
    const Look& look = ui.look;
    const Rect& surface = controls.surface;
    ui.fill(surface, look.palette.paper);
    ui.fill({surface.x, surface.y, surface.w, look.ring}, look.palette.accent);
    ui.text({look.bar.x + look.gap, surface.y + look.mm(2)}, controls.words, ui.plain(),
            "tour.place", Role::status, Spoken(text::without_soft_hyphens(controls.words.text)));
    draw_tour_controls(ui, controls.items, controls.places);
}

void draw_blank(Ui& ui) {
    ui.fill(ui.look.screen, {0, 0, 0});
    ui.button("tour.unblank", ui.look.screen, Rank::primary, Spoken(ui.words.say("tour.unblank")),
              model::ToggleBlank{}, unseen);
}

void draw_broken(Ui& ui) {
    const Rect area = content_area(ui.look, Width::text);
    const host::TextSpec spec = ui.look.text(Type::lead, ui.words("tour.broken"), area.w);
    ui.text({area.x, area.y + ui.look.mm(6)}, spec, ui.plain(), "tour.broken");
}

} // namespace

std::vector<Labelled> tour_controls(const Ui& ui, const model::Presentation& p, bool with_steps) {
    std::vector<Labelled> items;
    if (with_steps) {
        items.push_back(control(ui, "back", "back", model::Advance{-1}));
        items.push_back(control(ui, "next", "next", model::Advance{1}));
        for (Labelled& item : items) item.points = Ui::Points::along;
    }
    items.push_back(control(ui, "overview", "grid", model::ToggleOverview{}));
    if (!with_steps || p.notes)
        items.push_back(control(ui, p.notes ? "show" : "notes", p.notes ? "present" : "notes",
                                model::ToggleNotes{}));
    items.push_back(toggle(ui, control(ui, "blank", "blank", model::ToggleBlank{}), p.blank));
    items.push_back(p.playing ? control(ui, "pause", "pause", model::TogglePlaying{})
                              : control(ui, "play", "play", model::TogglePlaying{}));
    items.push_back(control(ui, "question", "search", model::Open{model::Screen::search, {}}));
    if (!with_steps)
        items.push_back(
            control(ui, "language", "language", model::Show{model::Overlay::languages, {}}));
    items.push_back(control(ui, "end", "close", model::EndTour{}));
    return items;
}

std::vector<Rect> control_places(const Ui& ui, const std::vector<Labelled>& items, Rect area) {
    const Look& look = ui.look;
    std::size_t columns = items.size();
    while (columns > 2 &&
           row_of_controls(look, area, columns, 1)[0].w < std::max(look.primary, look.mm(25)))
        columns = (columns + 1) / 2;
    const std::vector<Rect> few = row_of_controls(look, area, columns, items.size());
    if (look.compact()) return few;
    // Rather a row more than icons without words.
    for (; columns > 2; columns = (columns + 1) / 2) {
        std::vector<Rect> places = row_of_controls(look, area, columns, items.size());
        if (words_fit(ui, items, places, Arrange::below) ||
            words_fit(ui, items, places, Arrange::beside))
            return places;
    }
    return few;
}

void draw_tour_controls(Ui& ui, const std::vector<Labelled>& items,
                        const std::vector<Rect>& places) {
    const bool below = words_fit(ui, items, places, Arrange::below);
    draw_labelled(ui, items, places, Rank::primary, below ? Arrange::below : Arrange::beside);
}

std::string readable_words(const Ui& ui, float readable_mm) {
    // Never promise more than there is.
    const int decimetres = static_cast<int>(readable_mm / 100);
    const std::string metres = std::to_string(decimetres / 10) + ui.words("number.decimal") +
                               std::to_string(decimetres % 10);
    return ui.words("tour.readable", {{"metres", metres}});
}

void draw_typed_number(Ui& ui, const model::Presentation& p) {
    if (p.number.empty()) return;
    const Look& look = ui.look;
    const host::TextSpec words =
        look.text(Type::heading2, ui.words("tour.number", {{"number", p.number}}));
    const Size size = ui.measure(words);
    const float pad = look.mm(4);
    const Rect box{std::floor((look.screen.w - size.w) / 2 - pad), look.mm(8), size.w + 2 * pad,
                   size.h + 2 * pad};
    ui.fill(box, look.palette.accent, look.radius);
    ui.text({box.x + pad, box.y + pad}, words, {look.palette.on_accent, look.palette.accent},
            "tour.number", Role::status, Spoken(text::without_soft_hyphens(words.text)));
}

void draw_tour(Ui& ui, const model::State& state) {
    if (!model::shows_tour(state)) {
        // On the way into it or out of it nothing is broken.
        if (!state.journey) draw_broken(ui);
        return;
    }
    const model::Presentation& p = *state.presentation;
    if (p.overview) return draw_tour_overview(ui, state);
    if (model::shows_presenter(state)) return draw_presenter(ui, state);
    if (p.blank) return draw_blank(ui);
    const Look& look = ui.look;
    const Room room(look, p.tour.card.language, look.panel.px, look.panel.mm,
                    state.settings.room_distance_mm, look.primary);
    ui.inset(room.look, look.screen, Ui::Nodes::kept,
             [&](Ui& inner) { draw_room_step(inner, room, p); });
    const Controls controls = lay_out_controls(ui, p, room.readable_mm);
    const float foot = p.controls ? controls.surface.y - look.gap : look.screen.h - look.bar.x;
    const Rect field{0, look.stage.y, look.screen.w, foot - look.stage.y};
    ui.button(
        "tour.controls",
        {look.primary + look.gap, field.y, look.screen.w - 2 * (look.primary + look.gap), field.h},
        Rank::primary, Spoken(ui.words.say(p.controls ? "tour.controls_away" : "tour.controls")),
        model::ToggleControls{}, unseen);
    draw_edges(ui, p, field);
    if (p.controls) draw_controls(ui, controls);
    draw_typed_number(ui, p);
}

} // namespace foyer::ui
