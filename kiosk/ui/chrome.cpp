// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/chrome.h"

#include "kiosk/model/reduce_present.h"
#include "kiosk/ui/keyboard.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

struct Insides {
    Rect icon, words;
};

float icon_side(const Ui& ui, Rect place, Arrange arrange) {
    const float most =
        std::min(ui.look.mm(11), place.w * (arrange == Arrange::beside ? 0.15f : 0.5f));
    const float share = arrange == Arrange::below ? 0.42f : 0.62f;
    return std::floor(std::min({most, place.h * share, place.w * 0.7f}));
}

Insides insides(const Ui& ui, Rect place, Arrange arrange) {
    const float pad = ui.look.mm(2), side = icon_side(ui, place, arrange);
    if (arrange == Arrange::below) {
        // Icon and one line stand in the middle together; more lines take what is left below.
        const float line = ui.look.line_px(Type::label);
        const float top = place.y + std::max(pad, (place.h - side - pad - line) / 2);
        const float words_y = top + side + pad / 2;
        return {{place.x + (place.w - side) / 2, top, side, side},
                {place.x + pad / 2, words_y, place.w - pad, place.bottom() - pad - words_y}};
    }
    const float start = place.x + pad * 1.5f;
    const float words_x = start + side + pad * 1.2f;
    return {{start, place.y + (place.h - side) / 2, side, side},
            {words_x, place.y, place.right() - pad - words_x, place.h}};
}

host::TextSpec words_spec(const Ui& ui, const Labelled& item, float width, Arrange arrange) {
    host::TextSpec spec = ui.look.text(Type::label, item.words, width);
    spec.may_break_words = false; // then the icon stands alone
    if (arrange == Arrange::below) spec.align = host::Align::centre;
    return spec;
}

bool fits(const Ui& ui, const Labelled& item, Rect place, Arrange arrange) {
    const Rect box = insides(ui, place, arrange).words;
    if (box.w <= 0) return false;
    const Size size = ui.measure(words_spec(ui, item, box.w, arrange));
    return size.w <= box.w && size.h <= box.h;
}

std::vector<Rect> grid(Rect area, std::size_t count, std::size_t rows, float gap) {
    std::vector<Rect> places;
    const std::size_t columns = (count + rows - 1) / rows;
    const float w =
        std::floor((area.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    const float h =
        std::floor((area.h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows));
    for (std::size_t i = 0; i < count; ++i) {
        const float column = static_cast<float>(i % columns), row = static_cast<float>(i / columns);
        places.push_back({area.x + column * (w + gap), area.y + row * (h + gap), w, h});
    }
    return places;
}

/// A rail of buttons, standing on its lower end.
std::vector<Rect> rail(const Ui& ui, Rect area, std::size_t count) {
    const float n = static_cast<float>(count), gap = ui.look.gap;
    const float height =
        std::floor(std::min(ui.look.mm(Look::rail_button_mm), (area.h - (n - 1) * gap) / n));
    std::vector<Rect> places;
    for (std::size_t i = 0; i < count; ++i) {
        const float from_end = static_cast<float>(count - i);
        places.push_back(
            {area.x, area.bottom() - from_end * height - (from_end - 1) * gap, area.w, height});
    }
    return places;
}

Labelled navigation(const Ui& ui, const std::string& key, const std::string& icon,
                    model::Action action, Ui::Points points = Ui::Points::nowhere) {
    return {.id = "nav." + key,
            .icon = icon,
            .words = ui.words("nav." + key),
            .spoken = Spoken(ui.words.say("nav." + key)),
            .action = std::move(action),
            .points = points};
}

Labelled setting(const Ui& ui, const std::string& key, const std::string& icon,
                 model::Action action, Ui::Points points = Ui::Points::nowhere) {
    return {.id = "bar." + key,
            .icon = icon,
            .words = ui.words(ui.words.has("bar." + key + ".short") ? "bar." + key + ".short"
                                                                    : "bar." + key),
            .spoken = Spoken(ui.words.say("bar." + key)),
            .action = std::move(action),
            .points = points};
}

Labelled with_value(const Ui& ui, Labelled item, const std::string& value) {
    item.value = value;
    item.spoken = Spoken(item.spoken.name,
                         ui.words.say("value.say", {{"name", item.spoken.name}, {"value", value}}));
    return item;
}

} // namespace

Labelled toggle(const Ui& ui, Labelled item, bool on) {
    item.role = Role::toggle;
    item.selected = on;
    item.state = ui.words.say(on ? "state.on" : "state.off");
    const std::string state = item.state;
    return with_value(ui, std::move(item), state);
}

void draw_icon_button(Ui& ui, Rect place, const Labelled& item, Rank rank) {
    const ButtonStyle style;
    ui.button(item.id, place, rank, item.spoken, item.action, style);
    const float side = std::floor(std::min(place.w, place.h) * 0.6f);
    ui.icon({place.x + (place.w - side) / 2, place.y + (place.h - side) / 2, side, side}, item.icon,
            ui.tone(style).front);
}

bool words_fit(const Ui& ui, const std::vector<Labelled>& items, const std::vector<Rect>& places,
               Arrange arrange) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!fits(ui, items[i], places[i], arrange)) return false;
    }
    return true;
}

void draw_labelled(Ui& ui, const std::vector<Labelled>& items, const std::vector<Rect>& places,
                   Rank rank, Arrange arrange) {
    const bool all_fit = words_fit(ui, items, places, arrange);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Labelled& item = items[i];
        const ButtonStyle style{.fill = Fill::soft, .selected = item.selected};
        const Tone tone = ui.tone(style);
        const int node = ui.button(item.id, places[i], rank, item.spoken, item.action, style);
        ui.at(node).role = item.role;
        ui.at(node).value = item.value;
        ui.at(node).state = item.state;
        if (!all_fit) {
            const float side =
                std::floor(std::min({ui.look.mm(13), places[i].h * 0.72f, places[i].w * 0.72f}));
            const Point c = places[i].centre();
            ui.icon({c.x - side / 2, c.y - side / 2, side, side}, item.icon, tone.front,
                    item.points);
        } else {
            const Insides in = insides(ui, places[i], arrange);
            ui.icon(in.icon, item.icon, tone.front, item.points);
            const host::TextSpec spec = words_spec(ui, item, in.words.w, arrange);
            if (arrange == Arrange::below) {
                ui.label({in.words.x, in.words.y}, spec, tone, node);
            } else {
                ui.label_in(in.words, spec, tone, node);
            }
        }
        if (item.role == Role::toggle && item.selected) {
            // "On" shows by shape too: a bar along the foot.
            const Rect p = places[i];
            ui.fill({p.x + p.w * 0.3f, p.bottom() - ui.look.mm(1.8f), p.w * 0.4f, ui.look.mm(0.9f)},
                    tone.front);
        }
    }
}

namespace {

/// While a tour waits, the way back to it stands beside the others, or where they leave no room
/// instead of the way home.
void offer_tour(Ui& ui, std::vector<Labelled>& go) {
    const Look& look = ui.look;
    Labelled back = navigation(ui, "tour", "present", model::ReturnToTour{});
    back.words = ui.words("tour.return");
    back.spoken = Spoken(ui.words.say("tour.return"));
    const float count = static_cast<float>(go.size() + 1 + (look.paging.empty() ? 2 : 0));
    const float room = look.panel.upright() ? look.nav.w : look.nav.h;
    const bool fits = (room - (count - 1) * look.gap) / count >= look.primary;
    if (fits) {
        go.push_back(std::move(back));
    } else {
        go[1] = std::move(back);
    }
}

} // namespace

void draw_navigation(Ui& ui, const model::State& state, const std::optional<ScrollArea>& scroll) {
    const Look& look = ui.look;
    std::vector<Labelled> go = {
        navigation(ui, "back", "back", model::Back{}, Ui::Points::along),
        navigation(ui, "home", "home", model::Open{model::Screen::home, {}}),
        navigation(ui, "search", "search", model::Open{model::Screen::search, {}})};
    const auto selected = [&](std::size_t i, model::Screen screen) {
        if (state.place().screen != screen) return;
        go[i].selected = true;
        go[i].state = ui.words.say("state.selected");
    };
    selected(1, model::Screen::home);
    selected(2, model::Screen::search);
    const bool scrolls = scroll && scroll->most > 0.5f;
    const bool waits = state.presentation && !model::shows_tour(state);
    if (waits) offer_tour(ui, go);
    std::vector<Labelled> turn;
    if (scrolls) {
        turn = std::vector<Labelled>{navigation(ui, "up", "up", model::TurnPage{-1}),
                                     navigation(ui, "down", "down", model::TurnPage{1})};
    }
    if (look.panel.upright()) {
        const std::vector<Rect> places = grid(look.nav, go.size() + 2, 1, look.gap);
        for (Labelled& item : turn) go.push_back(std::move(item));
        draw_labelled(ui, go, places, Rank::primary,
                      look.panel.mm.w > 200 ? Arrange::beside : Arrange::below);
        return;
    }
    Rect area = look.nav;
    if (look.paging.empty()) {
        go.insert(go.begin(), turn.begin(), turn.end());
    } else if (state.place().screen == model::Screen::search && look.keyboard_under_rails()) {
        // The keyboard takes the room; back is enough to get everywhere.
        area.h = look.keyboard(keyboard_height(look)).y - look.gap - area.y;
        go.erase(go.begin() + 1, go.end());
    }
    draw_labelled(ui, go, rail(ui, area, go.size()), Rank::primary, Arrange::below);
    if (!look.paging.empty() && scrolls) {
        draw_labelled(ui, turn, rail(ui, look.paging, turn.size()), Rank::primary, Arrange::below);
    }
}

void draw_bar(Ui& ui, const model::State& state) {
    const model::Preferences& chosen = state.preferences;
    const Words& words = ui.words;
    std::string language = chosen.language;
    for (const model::Language& known : state.view.catalogue.languages) {
        if (known.tag == language) language = known.name;
    }
    const std::vector<Labelled> items = {
        with_value(ui, setting(ui, "size", "text-size", model::NextSize{}),
                   words.say("bar.size." + std::to_string(chosen.size))),
        with_value(ui, setting(ui, "theme", "contrast", model::NextTheme{}),
                   words.say(std::string("bar.theme.") + model::name(chosen.theme))),
        toggle(ui, setting(ui, "simple", "simple", model::ToggleSimple{}),
               chosen.language == "de-simple"),
        with_value(ui,
                   setting(ui, "language", "language", model::Show{model::Overlay::languages, {}}),
                   language),
        toggle(ui, setting(ui, "reach", "reach", model::ToggleReach{}), chosen.reach),
        setting(ui, "help", "help", model::Open{model::Screen::help, {}}),
        setting(ui, "about", "about", model::Open{model::Screen::about, {}}),
        setting(ui, "end", "end", model::EndSession{}, Ui::Points::along),
    };
    draw_labelled(
        ui, items,
        grid(ui.look.bar, items.size(), static_cast<std::size_t>(ui.look.bar_rows), ui.look.gap),
        Rank::secondary, Arrange::beside);
}

void draw_banner(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    if (!look.has_banner()) return;
    const Palette& p = look.palette;
    ui.fill({0, 0, look.banner.w, look.banner.h - look.gap}, p.banner);
    ui.fill({0, look.banner.h - look.gap - look.edge, look.banner.w, look.edge}, p.line);
    const Tone tone{p.on_banner, p.banner};
    const float x = look.margin, width = look.banner.w - 2 * look.margin;
    float foot = look.banner.h - look.gap - look.margin;
    const host::TextSpec title_spec = look.text(Type::title, state.view.catalogue.title, width);
    const float title_height = ui.measure(title_spec).h;
    if (title_height > foot - look.margin) return;
    ui.text({x, foot - title_height}, title_spec, tone, "banner.title");
    foot -= title_height + look.mm(3);
    const host::TextSpec town_spec = look.text(Type::lead, state.settings.town, width);
    const float town_height = ui.measure(town_spec).h;
    if (state.settings.town.empty() || foot - town_height < look.margin) return;
    ui.text({x, foot - town_height}, town_spec, tone, "banner.town");
    foot -= town_height + look.mm(5);
    const float side = std::min(look.mm(42), foot - look.margin);
    if (state.settings.crest.empty() || side < look.mm(14)) return;
    const int px = static_cast<int>(side);
    ui.picture({x, foot - side, side, side}, {"file:" + state.settings.crest, px, px, {}},
               "banner.crest", Spoken(state.settings.town));
}

} // namespace foyer::ui
