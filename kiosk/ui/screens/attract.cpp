// SPDX-License-Identifier: EUPL-1.2
// Attract screen: what one sees from across the foyer. Calm, silent, one big button; the languages
// are shown, not offered, since the first touch only wakes.
#include "kiosk/model/reduce.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

/// Upper part in the accent colour: whose kiosk this is and what it is about.
void draw_poster(Ui& ui, const model::State& state, Rect area) {
    const Look& look = ui.look;
    const Palette& p = look.palette;
    const Tone tone{p.on_banner, p.banner};
    ui.fill(area, p.banner);
    if (p.banner == p.paper) ui.edge(area, p.line, look.edge);
    const float margin = look.margin * 2,
                width = std::min(area.w - 2 * margin, look.em_px(Type::display) * 17);
    const float x = area.x + margin;
    float y = area.y + margin;
    const float side = std::floor(std::min(look.mm(34), area.h * 0.2f));
    if (!state.settings.crest.empty()) {
        const int px = static_cast<int>(side);
        ui.picture({x, y, side, side}, {"file:" + state.settings.crest, px, px, {}},
                   "attract.crest", Spoken(state.settings.town));
    }
    const host::TextSpec town = look.text(Type::lead, state.settings.town, width);
    if (!state.settings.town.empty()) {
        const float town_x = state.settings.crest.empty() ? x : x + side + look.mm(5);
        ui.text({town_x, y + (side - ui.measure(town).h) / 2}, town, tone, "attract.town");
    }
    y += side + look.mm(8);
    const host::TextSpec title = look.text(Type::display, state.view.catalogue.title, width);
    const host::TextSpec line = look.text(Type::lead, ui.words("attract.subtitle"), width);
    const float height = ui.measure(title).h + look.mm(4) + ui.measure(line).h;
    y = std::max(y, area.bottom() - margin - height);
    y += ui.text({x, y}, title, tone, "attract.title", Role::heading,
                 Spoken(text::without_soft_hyphens(title.text))) +
         look.mm(4);
    ui.text({x, y}, line, tone, "attract.subtitle");
}

/// One page of the pack, another one every slide.
void draw_slide(Ui& ui, const model::State& state, Rect area) {
    const std::vector<model::Card>& cards = state.view.cards;
    if (cards.empty()) return;
    const Look& look = ui.look;
    const model::Card& card = cards[static_cast<std::size_t>(model::slide(state)) % cards.size()];
    const host::TextSpec title = look.text(Type::title, card.title, area.w, card.language);
    const host::TextSpec line =
        look.text(Type::lead, card.line, std::min(area.w, look.measure_px()), card.language);
    const float title_h = ui.measure(title).h, line_h = ui.measure(line).h;
    if (title_h > area.h) return;
    const bool both = title_h + look.mm(3) + line_h <= area.h;
    ui.text({area.x, area.y}, title, ui.plain(), "attract.slide");
    if (both)
        ui.text({area.x, area.y + title_h + look.mm(3)}, line, ui.quiet(), "attract.slide.line");
}

/// The names of the languages, as they are called in themselves. Returns the height it took above
/// `foot`.
float draw_languages(Ui& ui, const model::State& state, float x, float foot, float width) {
    const Look& look = ui.look;
    const float pad = look.mm(3.5f),
                height = std::max(look.mm(12), look.line_px(Type::label) + look.mm(4));
    struct Place {
        Rect rect;
        host::TextSpec spec;
    };
    std::vector<Place> places;
    float at = x, row = 0;
    for (const model::Language& language : offered_languages(state)) {
        const host::TextSpec spec = look.text(Type::label, language.name, 0, language.tag);
        const float w = ui.measure(spec).w + 2 * pad;
        if (at > x && at + w > x + width) {
            at = x;
            row += height + look.gap;
        }
        places.push_back({{at, row, w, height}, spec});
        at += w + look.gap;
    }
    if (places.empty()) return 0;
    const float total = row + height;
    int number = 0;
    for (Place& place : places) {
        place.rect.y += foot - total;
        ui.edge(place.rect, look.palette.line, look.edge, height / 2);
        const Size size = ui.measure(place.spec);
        ui.text({place.rect.x + pad, place.rect.y + (height - size.h) / 2}, place.spec, ui.plain(),
                "attract.language" + std::to_string(number++));
    }
    return total;
}

/// What to do: the finger and three words.
float draw_invitation(Ui& ui, float x, float y) {
    const Look& look = ui.look;
    const float side = std::floor(look.mm(look.compact() ? 12 : 18));
    ui.icon({x, y, side, side}, "touch", look.palette.accent);
    const host::TextSpec spec = look.text(Type::heading2, ui.words("attract.touch"));
    ui.text({x + side + look.mm(4), y + (side - ui.measure(spec).h) / 2}, spec,
            {look.palette.accent, look.palette.paper}, "attract.touch");
    return side;
}

} // namespace

void draw_attract(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    ui.node(Node{.id = "attract",
                 .role = Role::button,
                 .rank = Rank::primary,
                 .spoken = Spoken(ui.words.say("attract.touch"), ui.words.say("attract.say")),
                 .rect = look.screen,
                 .action = model::Open{model::Screen::home, {}}});
    const bool upright = look.panel.upright();
    const Rect poster = upright ? Rect{0, 0, look.screen.w, std::floor(look.screen.h * 0.46f)}
                                : Rect{0, 0, std::floor(look.screen.w * 0.56f), look.screen.h};
    draw_poster(ui, state, poster);
    const float margin = look.margin * 2;
    const Rect rest = upright
                          ? Rect{margin, poster.bottom() + margin, look.screen.w - 2 * margin,
                                 look.screen.h - poster.h - 2 * margin}
                          : Rect{poster.right() + margin, margin,
                                 look.screen.w - poster.w - 2 * margin, look.screen.h - 2 * margin};
    const float languages = draw_languages(ui, state, rest.x, rest.bottom(), rest.w);
    const float side = std::floor(look.mm(look.compact() ? 12 : 18));
    const float invitation_y = rest.bottom() - languages - side - look.mm(10);
    draw_invitation(ui, rest.x, invitation_y);
    draw_slide(ui, state, {rest.x, rest.y, rest.w, invitation_y - rest.y - look.mm(6)});
}

} // namespace foyer::ui
