// SPDX-License-Identifier: EUPL-1.2
// Attract screen: what one sees from across the foyer. Calm, silent, one big button; the languages
// are shown, not offered, since the first touch only wakes.
#include "kiosk/model/reduce.h"
#include "kiosk/ui/article.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

/// Too small a panel for generous margins.
bool is_small(const Look& look) { return std::max(look.panel.mm.w, look.panel.mm.h) < 300; }

float wide_margin(const Look& look) { return look.margin * (is_small(look) ? 1 : 2); }

/// Upper part in the accent colour: whose kiosk this is and what it is about.
void draw_poster(Ui& ui, const model::State& state, Rect area) {
    const Look& look = ui.look;
    const Palette& p = look.palette;
    const Tone tone{p.on_banner, p.banner};
    ui.fill(area, p.banner);
    if (p.banner == p.paper) ui.edge(area, p.line, look.edge);
    const float margin = wide_margin(look), width = area.w - 2 * margin;
    const float x = area.x + margin, gap = look.mm(4);
    const float side = std::floor(std::min(look.mm(34), area.h * 0.2f));
    const bool crest = !state.settings.crest.empty();
    if (crest) {
        const int px = static_cast<int>(side);
        ui.picture({x, area.y + margin, side, side}, {"file:" + state.settings.crest, px, px, {}},
                   "attract.crest", Spoken(state.settings.town));
    }
    const float town_x = crest ? x + side + look.mm(5) : x;
    const host::TextSpec town = ui.fitting({Type::lead, Type::body, Type::small},
                                           state.settings.town, {x + width - town_x, side});
    if (!state.settings.town.empty() && ui.measure(town).h <= side) {
        ui.text({town_x, area.y + margin + (side - ui.measure(town).h) / 2}, town, tone,
                "attract.town");
    }
    const float top = area.y + margin + side + gap, room = area.bottom() - margin - top;
    const host::TextSpec title = ui.fitting(
        {Type::display, Type::title, Type::heading2, Type::heading3}, state.view.catalogue.title,
        {std::min(width, look.em_px(Type::display) * 17), room});
    const host::TextSpec line =
        ui.fitting({Type::lead, Type::body, Type::small}, ui.words("attract.subtitle"),
                   {width, room - ui.measure(title).h - gap});
    const bool both = ui.measure(title).h + gap + ui.measure(line).h <= room;
    const float height = ui.measure(title).h + (both ? gap + ui.measure(line).h : 0);
    float y = std::max(top, area.bottom() - margin - height);
    y += ui.text({x, y}, title, tone, "attract.title", Role::heading,
                 Spoken(text::without_soft_hyphens(title.text)));
    if (both) ui.text({x, y + gap}, line, tone, "attract.subtitle");
}

/// Where its letters can be read.
void draw_picture(Ui& ui, const model::Figure& figure, Rect area) {
    if (figure.width <= 0 || figure.height <= 0) return;
    const float aspect = static_cast<float>(figure.height) / static_cast<float>(figure.width);
    const float width = std::floor(std::min(area.w, area.h / aspect));
    if (width < ui.look.least_figure_px()) return;
    const Rect box{area.x, area.y, width, std::floor(width * aspect)};
    ui.picture(box, picture_of(ui.look, figure, {box.w, box.h}), "attract.picture",
               Spoken(figure.alt));
}

/// One page of the pack, another one every slide.
void draw_slide(Ui& ui, const model::State& state, Rect area) {
    const std::vector<model::Slide>& slides = state.view.slides;
    if (slides.empty()) return;
    const Look& look = ui.look;
    const model::Slide& slide =
        slides[static_cast<std::size_t>(model::slide(state)) % slides.size()];
    const model::Card& card = slide.card;
    const host::TextSpec title = ui.fitting({Type::title, Type::heading2, Type::heading3},
                                            card.title, {area.w, area.h}, card.language);
    const float title_h = ui.measure(title).h, gap = look.mm(3);
    if (title_h > area.h || ui.measure(title).w > area.w) return;
    ui.text({area.x, area.y}, title, ui.plain(), "attract.slide");
    const host::TextSpec line =
        ui.fitting({Type::lead, Type::body, Type::small}, card.line,
                   {std::min(area.w, look.measure_px()), area.h - title_h - gap}, card.language);
    if (title_h + gap + ui.measure(line).h > area.h) return;
    const float y =
        area.y + title_h + gap +
        ui.text({area.x, area.y + title_h + gap}, line, ui.quiet(), "attract.slide.line") +
        look.mm(8);
    if (slide.figure) draw_picture(ui, *slide.figure, {area.x, y, area.w, area.bottom() - y});
}

/// The names of the languages, as they are called in themselves. Returns the height it took above
/// `foot`.
float draw_languages(Ui& ui, const model::State& state, float x, float foot, float width) {
    const Look& look = ui.look;
    const float pad = look.mm(is_small(look) ? 2 : 3.5f),
                height = std::max(look.mm(12), look.line_px(Type::label) + look.mm(4));
    struct Place {
        Rect rect;
        host::TextSpec spec;
    };
    std::vector<Place> places;
    float at = x, row = 0;
    for (const model::Language& language : offered_languages(state)) {
        host::TextSpec spec = look.text(Type::label, language.name, 0, language.tag);
        while (ui.measure(spec).w + 2 * pad > width && spec.em_px > 8) spec.em_px -= 1;
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

/// What to do: the finger and two words.
void draw_invitation(Ui& ui, Rect area) {
    const Look& look = ui.look;
    const float side = area.h, gap = look.mm(4);
    ui.icon({area.x, area.y, side, side}, "touch", look.palette.accent);
    const host::TextSpec spec =
        ui.fitting({Type::heading2, Type::heading3, Type::label, Type::small},
                   ui.words("attract.touch"), {area.w - side - gap, side * 1.6f});
    ui.text({area.x + side + gap, area.y + (side - ui.measure(spec).h) / 2}, spec,
            {look.palette.accent, look.palette.paper}, "attract.touch");
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
    // Outside of the opening hours nothing shines; a touch wakes it all the same.
    if (state.staff.closed) return ui.fill(look.screen, {0, 0, 0});
    const bool upright = look.panel.upright();
    const Rect poster = upright ? Rect{0, 0, look.screen.w, std::floor(look.screen.h * 0.38f)}
                                : Rect{0, 0, std::floor(look.screen.w * 0.56f), look.screen.h};
    draw_poster(ui, state, poster);
    const float margin = wide_margin(look);
    const Rect rest = upright
                          ? Rect{margin, poster.bottom() + margin, look.screen.w - 2 * margin,
                                 look.screen.h - poster.h - 2 * margin}
                          : Rect{poster.right() + margin, margin,
                                 look.screen.w - poster.w - 2 * margin, look.screen.h - 2 * margin};
    const float languages = draw_languages(ui, state, rest.x, rest.bottom(), rest.w);
    const float side = std::floor(look.mm(look.compact() ? 12 : 18));
    const float invitation_y = rest.bottom() - languages - side - look.mm(look.compact() ? 4 : 10);
    draw_invitation(ui, {rest.x, invitation_y, rest.w, side});
    draw_slide(ui, state, {rest.x, rest.y, rest.w, invitation_y - rest.y - look.mm(6)});
}

} // namespace foyer::ui
