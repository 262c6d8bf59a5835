// SPDX-License-Identifier: EUPL-1.2
// Timeline: what happened since 1983, from top to bottom, with a line that joins the years; events
// that belong to a page lead there.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

/// The themes that occur, in the order of their first event.
std::vector<std::string> themes_of(const std::vector<model::Event>& events) {
    std::vector<std::string> themes;
    for (const model::Event& event : events) {
        if (std::find(themes.begin(), themes.end(), event.theme) == themes.end())
            themes.push_back(event.theme);
    }
    return themes;
}

Chip theme_chip(const Ui& ui, const std::string& theme, const std::string& chosen) {
    const std::string key = "theme." + (theme.empty() ? "all" : theme);
    return {.id = "theme." + (theme.empty() ? "all" : theme),
            .words = ui.words(key),
            .spoken = Spoken(ui.words.say(key)),
            .action = model::FilterEvents{theme},
            .icon = {},
            .selected = theme == chosen};
}

void draw_themes(Flow& flow, const model::State& state) {
    std::vector<Chip> chips = {theme_chip(flow.ui, {}, state.timeline_theme)};
    for (const std::string& theme : themes_of(state.view.events))
        chips.push_back(theme_chip(flow.ui, theme, state.timeline_theme));
    draw_chips(flow, chips);
    flow.skip(flow.ui.look.mm(4));
}

/// Who says so, for the small print.
std::string sources_of(const model::Event& event) {
    std::string all;
    for (const model::Source& source : event.sources) {
        if (all.find(source.publisher) != std::string::npos) continue;
        all += (all.empty() ? "" : ", ") + source.publisher;
    }
    return all;
}

struct Measures {
    float line_x = 0; ///< of the line that joins the years
    float text_x = 0, text_w = 0;
    float padding = 0;
    float arrow = 0; ///< where an event leads on; nothing where the words need the width
};

Measures measures(const Flow& flow) {
    const Look& look = flow.ui.look;
    const bool narrow = flow.width() < look.em_px(Type::body) * 16;
    const float line = look.mm(narrow ? 3 : 6), text = look.mm(narrow ? 7 : 15);
    return {flow.x() + line, flow.x() + text, std::min(flow.width() - text, look.measure_px()),
            narrow ? look.mm(2) : look.padding, narrow ? 0 : std::floor(look.mm(7))};
}

/// No word of it is wider than the column.
bool fits(const Ui& ui, host::TextSpec spec) {
    spec.may_break_words = false;
    return ui.measure(spec).w <= spec.width_px;
}

/// The texts of an event below each other. Returns their height.
float draw_words(Ui& ui, const model::Event& event, Point at, float width, Tone tone, int parent) {
    const Look& look = ui.look;
    float y = at.y;
    const auto put = [&](Type type, const std::string& words, Tone as, const std::string& in) {
        y += ui.label({at.x, y}, look.text(type, words, width, in), as, parent);
    };
    const Tone quiet{look.palette.muted, tone.back};
    put(Type::small, ui.words.date(event.date), quiet, look.language);
    put(Type::heading3, event.title, tone, event.language);
    y += look.mm(1);
    if (!event.text.empty()) put(Type::body, event.text, tone, event.language);
    const std::string names = sources_of(event);
    const std::string sources = ui.words("timeline.sources", {{"names", names}});
    // In Leichte Sprache no word is divided; where one is too long, the page has the sources.
    if (!names.empty() && fits(ui, look.text(Type::small, sources, width))) {
        y += look.mm(1);
        put(Type::small, sources, quiet, look.language);
    }
    return y - at.y;
}

/// The mark on the line: a ring where a page belongs to it, else a dot.
void draw_mark(Ui& ui, Point at, bool leads_on) {
    const Look& look = ui.look;
    ui.dot(at, look.mm(3), look.palette.accent);
    if (leads_on) ui.dot(at, look.mm(1.4f), look.palette.paper);
}

void draw_event(Flow& flow, const model::Event& event) {
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    const Measures m = measures(flow);
    const bool leads_on = !event.page.empty();
    const float pad = m.padding, icon = leads_on ? m.arrow : 0;
    const float inner = m.text_w - 2 * pad - (icon > 0 ? icon + look.mm(3) : 0);
    flow.item();
    const bool measuring = ui.muted();
    ui.measure_only();
    const float words = draw_words(ui, event, {0, 0}, inner, ui.plain(), -1);
    if (!measuring) ui.draw_again();
    const float height = std::max(look.primary, words + 2 * pad), space = look.mm(4);
    const Rect box{m.text_x, flow.y(), m.text_w, height};
    ui.fill({m.line_x - look.mm(0.5f), flow.y(), look.mm(1), height + space}, look.palette.line);
    draw_mark(ui, {m.line_x, flow.y() + pad + look.line_px(Type::small) / 2}, leads_on);
    if (!measuring) {
        // A town may be the title of several events.
        const std::string name =
            ui.words.date(event.date) + ": " + text::without_soft_hyphens(event.title);
        std::string say = name + ". " + text::without_soft_hyphens(event.text);
        const std::string sources = sources_of(event);
        if (!sources.empty())
            say += " " + ui.words.say("timeline.sources", {{"names", sources}}) + ".";
        const std::string id = "event." + event.id;
        const ButtonStyle style{.fill = leads_on ? Fill::soft : Fill::none, .edge = leads_on};
        int node = 0;
        if (leads_on) {
            node = ui.button(id, box, Rank::primary, Spoken(name, say),
                             model::Open{model::Screen::page, event.page}, style);
            if (icon > 0)
                ui.icon({box.right() - pad - icon, box.y + (height - icon) / 2, icon, icon}, "next",
                        look.palette.accent, Ui::Points::along);
        } else {
            node = ui.node(Node{.id = id, .spoken = Spoken(name, say), .rect = box});
        }
        ui.at(node).language = event.language;
        const Tone tone = leads_on ? ui.tone(style) : ui.plain();
        draw_words(ui, event, {box.x + pad, box.y + pad}, inner, tone, node);
    }
    flow.skip(height + space);
}

} // namespace

void draw_timeline(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    flow(ui, content_area(look, Width::text), state.place().scroll,
         layout_of(look, "timeline:" + state.timeline_theme), [&](Flow& page) {
             draw_section(page, ui.words("timeline.title"), "timeline.title", Type::title);
             if (state.view.events.empty()) {
                 const host::TextSpec none =
                     look.text(Type::body, ui.words("timeline.none"), page.width());
                 page.skip(ui.text({page.x(), page.y()}, none, ui.plain(), "timeline.none"));
                 return;
             }
             draw_themes(page, state);
             for (const model::Event& event : state.view.events) {
                 const bool is_shown =
                     state.timeline_theme.empty() || event.theme == state.timeline_theme;
                 if (is_shown) draw_event(page, event);
             }
         });
}

} // namespace foyer::ui
