// SPDX-License-Identifier: EUPL-1.2
// What lies over a screen: "still there?", the choice of languages, the explanation of a word.
#include "kiosk/model/reduce.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/chrome.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

void draw_idle_overlay(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const std::string seconds = std::to_string(model::seconds_left(state));
    ui.cover();
    ui.veil(look.screen);
    const float width = std::min(look.screen.w - 2 * look.margin, look.measure_px());
    const float pad = look.padding * 1.5f;
    const Size third{width - 2 * pad, look.screen.h * 0.27f};
    host::TextSpec title = ui.fitting({Type::title, Type::heading2, Type::heading3, Type::small},
                                      ui.words("idle.title"), third);
    host::TextSpec text = ui.fitting({Type::lead, Type::body, Type::small},
                                     seconds == "1" ? ui.words("idle.text_one")
                                                    : ui.words("idle.text", {{"seconds", seconds}}),
                                     third);
    host::TextSpec go_on =
        ui.fitting({Type::heading3, Type::label, Type::small}, ui.words("idle.continue"), third);
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
    const Rect words{place.x + side + 2 * pad, place.y, place.w - side - 3 * pad, place.h};
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
    const float most = dialog_most_height(look) - head;
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
    const float width = dialog_text_width(look);
    const host::TextSpec title = look.text(Type::heading2, term.term, width, term.language);
    const host::TextSpec text = look.text(Type::lead, term.text, width, term.language);
    draw_dialog_text(ui, state.overlay_scroll,
                     {text::without_soft_hyphens(term.term), ui.words("glossary.close"),
                      "term:" + term.id, [&](Flow& page) {
                          page.item();
                          page.skip(ui.text({page.x(), page.y()}, title, ui.plain(), "term.title",
                                            Role::heading,
                                            Spoken(text::without_soft_hyphens(term.term))) +
                                    look.mm(3));
                          page.skip(ui.text({page.x(), page.y()}, text, ui.plain(), "term.text"));
                      }});
}

} // namespace foyer::ui
