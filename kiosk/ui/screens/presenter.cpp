// SPDX-License-Identifier: EUPL-1.2
// The presenter's view: where the tour is, how the time stands, what comes next, buttons, notes.
#include "kiosk/model/reduce_present.h"
#include "kiosk/ui/article.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/room.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/screens/tour_parts.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

/// The picture of the room, small; it takes so much of the width where there is much.
constexpr float preview_part = 0.34f;

const model::TourStep& step_of(const model::Presentation& p) {
    return p.tour.steps[static_cast<std::size_t>(p.step)];
}

int seconds_of(model::Milliseconds time) {
    return static_cast<int>(std::chrono::floor<std::chrono::seconds>(time).count());
}

/// "1:20 of 2:00, 0:40 left", or how much it is over.
std::string time_words(const Ui& ui, const std::string& key, int used, int planned) {
    const int left = planned - used;
    const std::string rest = left >= 0 ? ui.words("tour.left", {{"time", clock_words(left)}})
                                       : ui.words("tour.over", {{"time", clock_words(-left)}});
    return ui.words(key, {{"used", clock_words(used)}, {"planned", clock_words(planned)}}) +
           " \u00B7 " + rest;
}

void draw_line(Flow& flow, Type type, const std::string& words, const std::string& id, Tone tone,
               const std::string& language) {
    Ui& ui = flow.ui;
    const host::TextSpec spec = ui.look.text(type, words, flow.width(), language);
    flow.skip(ui.text({flow.x(), flow.y()}, spec, tone, id));
    flow.skip(ui.look.mm(1.5f));
}

void draw_title(Flow& flow, const model::Presentation& p) {
    Ui& ui = flow.ui;
    const host::TextSpec title =
        ui.look.text(Type::heading3, step_of(p).title, flow.width(), p.tour.card.language);
    flow.skip(ui.text({flow.x(), flow.y()}, title, ui.plain(), "presenter.title", Role::heading,
                      Spoken(text::without_soft_hyphens(title.text))));
    flow.skip(ui.look.mm(1.5f));
}

std::string where_words(const Ui& ui, const model::Presentation& p) {
    std::string words = ui.words("tour.step", {{"number", std::to_string(p.step + 1)},
                                               {"count", std::to_string(p.tour.steps.size())}});
    if (p.parts > 1)
        words += " \u00B7 " + ui.words("tour.part", {{"number", std::to_string(p.part + 1)},
                                                     {"count", std::to_string(p.parts)}});
    return words;
}

std::string next_words(const Ui& ui, const model::Presentation& p) {
    const auto next = static_cast<std::size_t>(p.step) + 1;
    if (next >= p.tour.steps.size()) return ui.words("tour.last");
    return ui.words("tour.after", {{"title", p.tour.steps[next].title}});
}

/// Where the tour is and how the time stands.
void draw_head(Flow& flow, const model::State& state, float readable_mm) {
    Ui& ui = flow.ui;
    const model::Presentation& p = *state.presentation;
    const std::string& own = ui.look.language;
    draw_line(flow, Type::small, where_words(ui, p) + " \u00B7 " + readable_words(ui, readable_mm),
              "presenter.place", ui.quiet(), own);
    draw_title(flow, p);
    if (p.blank)
        draw_line(flow, Type::body, ui.words("tour.dark"), "presenter.dark", ui.plain(), own);
    draw_line(
        flow, Type::body,
        time_words(ui, "tour.time_step", seconds_of(model::used_here(state)), step_of(p).seconds),
        "presenter.time_step", ui.plain(), own);
    draw_line(flow, Type::body,
              time_words(ui, "tour.time_all", seconds_of(model::used_in_all(state)),
                         model::planned_seconds(p.tour)),
              "presenter.time_all", ui.plain(), own);
    draw_line(flow, Type::body, next_words(ui, p), "presenter.next", ui.plain(), own);
}

/// What the room sees now, small; nothing in it is said twice.
void draw_preview(Ui& ui, Rect box, const model::State& state, const Size& mm) {
    const Look& look = ui.look;
    const model::Presentation& p = *state.presentation;
    const Room room(look, p.tour.card.language, {box.w, box.h}, mm, state.settings.room_distance_mm,
                    0);
    ui.fill(box, p.blank ? Colour{0, 0, 0} : look.palette.paper);
    if (!p.blank)
        ui.inset(room.look, box, Ui::Nodes::dropped,
                 [&](Ui& inner) { draw_room_step(inner, room, p); });
    ui.edge(box, look.palette.line, look.edge);
}

void draw_notes(Flow& flow, const model::Presentation& p) {
    Ui& ui = flow.ui;
    const model::TourStep& step = step_of(p);
    flow.item();
    draw_section(flow, ui.words("tour.notes"), "presenter.notes", Type::heading3);
    if (step.notes.empty())
        return draw_line(flow, Type::body, ui.words("tour.no_notes"), "presenter.none", ui.quiet(),
                         ui.look.language);
    draw_article(flow, {step.notes, p.tour.card.language, nullptr});
    int number = 1;
    for (const model::Source& source : step.sources) {
        flow.item();
        const std::string words = std::to_string(number) + "\u00A0 " + source.publisher +
                                  (source.publisher.empty() ? "" : ": ") + source.title + ", " +
                                  source.date;
        draw_line(flow, Type::small, words, "presenter.source" + std::to_string(number++),
                  ui.quiet(), source.language.empty() ? ui.look.language : source.language);
    }
}

/// Where the fixed things of the view stand.
struct Layout {
    bool fixed = false; ///< head and buttons stay while the notes scroll
    Rect head, preview, notes;
    std::vector<Rect> buttons;
};

float head_height(Ui& ui, const model::State& state, float width, float readable_mm) {
    ui.measure_only();
    Flow measured(ui, {0, 0, width, 0}, 0);
    draw_head(measured, state, readable_mm);
    ui.draw_again();
    return measured.cursor();
}

Layout lay_out(Ui& ui, const model::State& state, Size room_mm,
               const std::vector<Labelled>& controls, float readable_mm) {
    const Look& look = ui.look;
    const Rect area = content_area(look, Width::all);
    Layout at;
    at.buttons = control_places(ui, controls, area);
    const float buttons = at.buttons.back().bottom() - area.y, gap = look.mm(4);
    const float preview_w = std::floor(area.w * preview_part);
    const float preview_h = std::floor(preview_w * room_mm.h / room_mm.w);
    const bool has_preview =
        area.w >= look.mm(260) && preview_h < area.h * 0.4f && state.has_projector();
    at.head = {area.x, area.y, area.w - (has_preview ? preview_w + look.mm(8) : 0), 0};
    at.head.h = head_height(ui, state, at.head.w, readable_mm);
    if (has_preview) {
        at.preview = {area.right() - preview_w, area.y, preview_w, preview_h};
        at.head.h = std::max(at.head.h, preview_h);
    }
    const float least_notes = look.line_px(Type::body) * 5;
    at.fixed = at.head.h + buttons + 2 * gap + least_notes <= area.h;
    if (!at.fixed) {
        at.notes = area;
        at.head.w = area.w;
        return at;
    }
    for (Rect& button : at.buttons) button.y += area.h - buttons;
    const float top = area.y + at.head.h + gap;
    at.notes = {area.x, top, area.w, area.bottom() - buttons - gap - top};
    return at;
}

} // namespace

void draw_presenter(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const model::Presentation& p = *state.presentation;
    const Size px = state.has_projector() ? state.projector : look.panel.px;
    const float width_mm = state.has_projector() ? state.settings.projector_mm.w : look.panel.mm.w;
    const Size mm{width_mm, width_mm * px.h / px.w};
    const float readable = Room(look, p.tour.card.language, px, mm, state.settings.room_distance_mm,
                                state.has_projector() ? 0 : look.primary)
                               .readable_mm;
    const std::vector<Labelled> controls = tour_controls(ui, p, true);
    const Layout at = lay_out(ui, state, mm, controls, readable);
    const std::string id = "presenter:" + p.tour.card.id + "/" + std::to_string(p.step);
    if (at.fixed) {
        Flow head(ui, at.head, 0);
        draw_head(head, state, readable);
        if (!at.preview.empty()) draw_preview(ui, at.preview, state, mm);
        flow(ui, at.notes, state.place().scroll, layout_of(look, id),
             [&](Flow& page) { draw_notes(page, p); });
        draw_tour_controls(ui, controls, at.buttons);
    } else {
        flow(ui, at.notes, state.place().scroll, layout_of(look, id), [&](Flow& page) {
            page.item();
            draw_head(page, state, readable);
            page.item();
            const std::vector<Rect> places =
                control_places(ui, controls, {page.x(), page.y() + look.mm(2), page.width(), 0});
            if (!ui.muted()) draw_tour_controls(ui, controls, places);
            page.skip(places.back().bottom() - page.y() + look.mm(2));
            draw_notes(page, p);
        });
    }
    draw_typed_number(ui, p);
}

} // namespace foyer::ui
