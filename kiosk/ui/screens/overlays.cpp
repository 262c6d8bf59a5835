// SPDX-License-Identifier: EUPL-1.2
// What lies over a screen: "still there?", the choice of languages, the explanation of a word.
#include "kiosk/model/reduce.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

/// A dialog in the middle of the stage over what was drawn so far. Returns its inner part.
Rect open_dialog(Ui& ui, float inner_height, const std::string& title) {
    const Look& look = ui.look;
    ui.cover();
    const float pad = look.padding * 1.5f;
    const float width = std::min(look.stage.w - 2 * look.gap, look.measure_px() + 2 * pad);
    const float height = std::min(look.stage.h - 2 * look.gap, inner_height + 2 * pad);
    const Rect box{std::floor(look.stage.x + (look.stage.w - width) / 2),
                   std::floor(look.stage.y + (look.stage.h - height) / 2), width, height};
    ui.veil(look.stage);
    ui.fill(box, look.palette.paper, look.radius);
    ui.edge(box, look.palette.accent, look.ring, look.radius);
    ui.node(Node{.id = "dialog", .role = Role::dialog, .spoken = Spoken(title), .rect = box});
    return box.inset(pad);
}

void draw_close(Ui& ui, Rect box, const std::string& words) {
    const Look& look = ui.look;
    const ButtonStyle style{.fill = Fill::accent, .edge = false};
    const int node = ui.button("dialog.close", box, Rank::primary,
                               Spoken(text::without_soft_hyphens(words)), model::Close{}, style);
    ui.label_in(box, look.text(Type::label, words), ui.tone(style), node);
}

} // namespace

void draw_idle_overlay(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const std::string seconds = std::to_string(model::seconds_left(state));
    ui.cover();
    ui.veil(look.screen);
    const float width = std::min(look.screen.w - 2 * look.margin, look.measure_px());
    const float pad = look.padding * 1.5f;
    host::TextSpec title = look.text(Type::title, ui.words("idle.title"), width - 2 * pad);
    host::TextSpec text = look.text(Type::lead,
                                    seconds == "1" ? ui.words("idle.text_one")
                                                   : ui.words("idle.text", {{"seconds", seconds}}),
                                    width - 2 * pad);
    host::TextSpec go_on = look.text(Type::heading3, ui.words("idle.continue"), width - 2 * pad);
    for (host::TextSpec* spec : {&title, &text, &go_on}) spec->align = host::Align::centre;
    const float gap = look.mm(5), button = std::max(look.primary, ui.measure(go_on).h + look.mm(6));
    const float height = ui.measure(title).h + ui.measure(text).h + 2 * gap + button + 2 * pad;
    const float middle = look.stage.y + look.stage.h / 2;
    const Rect box{std::floor((look.screen.w - width) / 2),
                   std::floor(std::max(0.0f, middle - height / 2)), width, height};
    const int whole = ui.node(Node{
        .id = "idle",
        .role = Role::dialog,
        .rank = Rank::primary,
        .spoken = Spoken(ui.words.say("idle.title"),
                         ui.words.say("idle.title") + " " + text::without_soft_hyphens(text.text)),
        .value = seconds,
        .rect = look.screen,
        .action = model::Close{}});
    ui.fill(box, look.palette.paper, look.radius);
    ui.edge(box, look.palette.accent, look.ring, look.radius);
    float y = box.y + pad;
    y += ui.label({box.x + pad, y}, title, ui.plain(), whole) + gap;
    y += ui.label({box.x + pad, y}, text, ui.plain(), whole) + gap;
    const Rect area{box.x + pad, y, box.w - 2 * pad, button};
    ui.fill(area, look.palette.accent, look.radius);
    ui.label_in(area, go_on, {look.palette.on_accent, look.palette.accent}, whole);
}

void draw_languages_overlay(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const std::vector<model::Language> languages = offered_languages(state);
    const float room = std::min(look.stage.w - 2 * look.gap, look.measure_px() + 3 * look.padding) -
                       3 * look.padding;
    const host::TextSpec title = look.text(Type::heading2, ui.words("language.title"), room);
    const float head = ui.measure(title).h + look.mm(4);
    const std::size_t count = languages.size() + 1; // and "close"
    // Two columns where one would not fit between the edges of the stage.
    const float most = look.stage.h - 2 * look.gap - 3 * look.padding - head;
    const std::size_t columns =
        static_cast<float>(count) * (look.primary + look.gap) > most ? 2 : 1;
    const std::size_t rows = (count + columns - 1) / columns;
    const float height = static_cast<float>(rows) * (look.primary + look.gap) - look.gap;
    const Rect inner = open_dialog(ui, head + height, ui.words.say("language.title"));
    ui.text({inner.x, inner.y}, title, ui.plain(), "language.title", Role::heading,
            Spoken(ui.words.say("language.title")));
    const float width = std::floor((inner.w - look.gap * static_cast<float>(columns - 1)) /
                                   static_cast<float>(columns));
    const auto place = [&](std::size_t i) {
        return Rect{inner.x + static_cast<float>(i % columns) * (width + look.gap),
                    inner.y + head + static_cast<float>(i / columns) * (look.primary + look.gap),
                    width, look.primary};
    };
    for (std::size_t i = 0; i < languages.size(); ++i) {
        const model::Language& language = languages[i];
        const bool chosen = language.tag == state.preferences.language;
        const ButtonStyle style{.fill = Fill::soft, .selected = chosen};
        const int node = ui.button("language." + language.tag, place(i), Rank::primary,
                                   Spoken(language.name), model::SetLanguage{language.tag}, style);
        ui.at(node).language = language.tag;
        if (chosen) {
            ui.at(node).state = ui.words.say("state.selected");
            const float side = std::floor(look.mm(8));
            ui.icon({place(i).x + look.mm(4), place(i).y + (look.primary - side) / 2, side, side},
                    "check", ui.tone(style).front);
        }
        ui.label_in(place(i), look.text(Type::label, language.name, 0, language.tag),
                    ui.tone(style), node);
    }
    draw_close(ui, place(languages.size()), ui.words("nav.close"));
}

void draw_term_overlay(Ui& ui, const model::State& state) {
    if (!state.term) return;
    const Look& look = ui.look;
    const model::Term& term = *state.term;
    const float width =
        std::min(look.stage.w - 2 * look.gap, look.measure_px() + 3 * look.padding) -
        3 * look.padding;
    const host::TextSpec title = look.text(Type::heading2, term.term, width, term.language);
    const host::TextSpec text = look.text(Type::lead, term.text, width, term.language);
    const float height =
        ui.measure(title).h + look.mm(4) + ui.measure(text).h + look.mm(6) + look.primary;
    const Rect inner = open_dialog(ui, height, text::without_soft_hyphens(term.term));
    float y = inner.y;
    y += ui.text({inner.x, y}, title, ui.plain(), "term.title", Role::heading,
                 Spoken(text::without_soft_hyphens(term.term))) +
         look.mm(4);
    ui.text({inner.x, y}, text, ui.plain(), "term.text");
    draw_close(
        ui, {inner.x, inner.bottom() - look.primary, std::min(inner.w, look.mm(80)), look.primary},
        ui.words("glossary.close"));
}

} // namespace foyer::ui
