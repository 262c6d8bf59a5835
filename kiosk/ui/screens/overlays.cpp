// SPDX-License-Identifier: EUPL-1.2
// What lies over a screen: "still there?", the choice of languages, the explanation of a word.
#include "kiosk/model/reduce.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

/// What a dialog may cover: everything above the bar that may be touched.
Rect dialog_area(const Look& look) {
    return {0, look.stage.y, look.screen.w, look.bar.y - look.gap - look.stage.y};
}

float dialog_padding(const Look& look) { return look.padding * (look.compact() ? 1 : 1.5f); }

/// The width inside a dialog.
float dialog_room(const Look& look) {
    const float pad = dialog_padding(look);
    return std::floor(std::min(dialog_area(look).w - 2 * look.margin - 2 * pad, look.measure_px()));
}

/// A dialog over what was drawn so far. Returns its inner part.
Rect open_dialog(Ui& ui, float inner_height, const std::string& title) {
    const Look& look = ui.look;
    ui.cover();
    const float pad = dialog_padding(look);
    const Rect area = dialog_area(look);
    const float width = dialog_room(look) + 2 * pad;
    const float height = std::min(area.h, inner_height + 2 * pad);
    const Rect box{std::floor(area.x + (area.w - width) / 2),
                   std::floor(area.y + (area.h - height) / 2), width, height};
    ui.veil({0, 0, look.screen.w, area.bottom()});
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

namespace {

void draw_language(Ui& ui, Rect place, const model::Language& language, bool chosen) {
    const Look& look = ui.look;
    const ButtonStyle style{.fill = Fill::soft, .selected = chosen};
    const int node = ui.button("language." + language.tag, place, Rank::primary,
                               Spoken(language.name), model::SetLanguage{language.tag}, style);
    ui.at(node).language = language.tag;
    const float side = std::floor(look.mm(7)), pad = look.mm(2);
    if (chosen) {
        ui.at(node).state = ui.words.say("state.selected");
        ui.icon({place.x + pad, place.y + (place.h - side) / 2, side, side}, "check",
                ui.tone(style).front);
    }
    const Rect words{place.x + side + 2 * pad, place.y, place.w - 2 * side - 4 * pad, place.h};
    host::TextSpec spec = look.text(Type::label, language.name, words.w, language.tag);
    spec.align = host::Align::centre;
    ui.label_in(words, spec, ui.tone(style), node);
}

} // namespace

void draw_languages_overlay(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const std::vector<model::Language> languages = offered_languages(state);
    const host::TextSpec title =
        look.text(Type::heading2, ui.words("language.title"), dialog_room(look));
    const float head = ui.measure(title).h + look.mm(3);
    const std::size_t count = languages.size() + 1; // and "close"
    const float most = dialog_area(look).h - 2 * dialog_padding(look) - head;
    std::size_t columns = 1; // more where one column would not fit
    const auto rows = [&] { return (count + columns - 1) / columns; };
    while (columns<count&& static_cast<float>(rows()) * (look.primary + look.gap) - look.gap> most)
        ++columns;
    const float height = static_cast<float>(rows()) * (look.primary + look.gap) - look.gap;
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
        draw_language(ui, place(i), languages[i], languages[i].tag == state.preferences.language);
    }
    draw_close(ui, place(languages.size()), ui.words("nav.close"));
}

void draw_term_overlay(Ui& ui, const model::State& state) {
    if (!state.term) return;
    const Look& look = ui.look;
    const model::Term& term = *state.term;
    const float width = dialog_room(look);
    const host::TextSpec title = look.text(Type::heading2, term.term, width, term.language);
    // A long explanation on a small panel is set smaller before it is cut.
    host::TextSpec text = look.text(Type::lead, term.text, width, term.language);
    const float around = ui.measure(title).h + look.mm(3) + look.mm(4) + look.primary;
    const float room = dialog_area(look).h - 2 * dialog_padding(look) - around;
    for (const Type type : {Type::body, Type::small}) {
        if (ui.measure(text).h > room) text = look.text(type, term.text, width, term.language);
    }
    const Rect inner =
        open_dialog(ui, around + ui.measure(text).h, text::without_soft_hyphens(term.term));
    const float y = inner.y + look.mm(3) +
                    ui.text({inner.x, inner.y}, title, ui.plain(), "term.title", Role::heading,
                            Spoken(text::without_soft_hyphens(term.term)));
    ui.text({inner.x, y}, text, ui.plain(), "term.text");
    draw_close(
        ui, {inner.x, inner.bottom() - look.primary, std::min(inner.w, look.mm(80)), look.primary},
        ui.words("glossary.close"));
}

} // namespace foyer::ui
