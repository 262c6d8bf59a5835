// SPDX-License-Identifier: EUPL-1.2
// Map: the cases on a map of Europe, and the list that says the same. Where there is room both are
// shown; on small panels one of them, with a button that leads to the other.
#include "kiosk/model/case_filter.h"
#include "kiosk/ui/chrome.h"
#include "kiosk/ui/map_drawing.h"
#include "kiosk/ui/map_list.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foyer::ui {

namespace {

/// How far an arrow moves the map, of its width or height.
constexpr float arrow_part = 0.4f;
constexpr int pad_rows = 3;

struct Places {
    bool both = true; ///< map and list
    Rect head, filters, map, pad, list;
};

float key_side(const Look& look) {
    return look.compact() ? std::ceil(look.mm(12)) : look.secondary;
}

/// On small panels they are as small as the keys of the keyboard there.
Rank key_rank(const Look& look) { return look.compact() ? Rank::key : Rank::secondary; }

float pad_side(const Look& look) { return pad_rows * key_side(look) + (pad_rows - 1) * look.gap; }

Places places(const Look& look, Rect area) {
    Places p;
    const float space = std::max(look.gap, look.mm(5)), pad = pad_side(look);
    p.both = look.panel.upright() || area.w >= look.mm(260);
    float top = area.y;
    if (p.both) {
        p.head = {area.x, top, area.w, std::ceil(look.line_px(Type::heading2))};
        top += p.head.h + look.mm(2);
        p.filters = {area.x, top, area.w, filters_height(look)};
        top += p.filters.h + look.mm(3);
    }
    Rect rest{area.x, top, area.w, area.bottom() - top};
    p.list = rest;
    if (!p.both) {
        p.list.y += key_side(look) + look.gap;
        p.list.h -= key_side(look) + look.gap;
    } else if (look.panel.upright()) {
        rest.h = std::floor(std::max(rest.h * 0.5f, pad));
        p.list.y = rest.bottom() + look.gap;
        p.list.h = area.bottom() - p.list.y;
    } else {
        rest.w = std::floor(rest.w * 0.6f);
        p.list.x = rest.right() + space;
        p.list.w = area.right() - p.list.x;
    }
    p.pad = {rest.right() - pad, rest.y, pad, rest.h};
    p.map = {rest.x, rest.y, p.pad.x - look.gap - rest.x, rest.h};
    return p;
}

model::Action looking(const model::MapView& view) { return model::LookAtMap{view}; }

Labelled key(const Ui& ui, const std::string& name, const std::string& icon,
             const model::MapView& to) {
    return {.id = "map." + name,
            .icon = icon,
            .words = {},
            .spoken = Spoken(ui.words.say("map." + name)),
            .action = looking(to)};
}

/// From map to list or back.
model::MapView turned(model::MapView view) {
    view.list = !view.list;
    return view;
}

/// What moves the map, as a block of keys around the one that shows all of it.
void draw_pad(Ui& ui, Rect pad, const model::State& state, Rect viewport) {
    const model::MapView& view = state.map;
    const float dx = viewport.w * arrow_part, dy = viewport.h * arrow_part;
    const auto moved = [&](float x, float y) { return dragged(view, viewport, x, y); };
    std::vector<Labelled> keys = {key(ui, "closer", "plus", zoomed(view, 1)),
                                  key(ui, "north", "north", moved(0, dy)),
                                  key(ui, "away", "minus", zoomed(view, -1)),
                                  key(ui, "west", "west", moved(dx, 0)),
                                  key(ui, "europe", "map", on_europe(view)),
                                  key(ui, "east", "east", moved(-dx, 0)),
                                  key(ui, "germany", "germany", on_germany(view, viewport)),
                                  key(ui, "south", "south", moved(0, -dy))};
    // West is on the left in every language.
    if (ui.look.right_to_left) std::swap(keys[3], keys[5]);
    const float side = key_side(ui.look);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const float column = static_cast<float>(i % pad_rows),
                    row = static_cast<float>(i / pad_rows);
        draw_icon_button(
            ui,
            {pad.x + column * (side + ui.look.gap), pad.y + row * (side + ui.look.gap), side, side},
            keys[i], key_rank(ui.look));
    }
}

std::string summary(const Ui& ui, const model::State& state, std::size_t shown,
                    const std::vector<Mark>& seen) {
    std::string statuses;
    for (const std::string& status :
         model::values(state.view.cases, state.map.filter, &model::CaseFilter::status)) {
        model::CaseFilter filter = state.map.filter;
        if (!filter.status.empty() && filter.status != status) continue;
        filter.status = status;
        const std::string count = std::to_string(model::shown(state.view.cases, filter).size());
        statuses += (statuses.empty() ? "" : ", ") +
                    ui.words.say("value.say",
                                 {{"name", ui.words.say("status." + status)}, {"value", count}});
    }
    std::size_t in_sight = 0;
    for (const Mark& mark : seen) in_sight += mark.cases.size();
    return ui.words.say("map.summary",
                        {{"cases", text::without_soft_hyphens(count_words(ui, state, shown))},
                         {"statuses", statuses},
                         {"seen", std::to_string(in_sight)}});
}

void draw_map_itself(Ui& ui, Rect map, const model::State& state,
                     const std::vector<const model::CaseMark*>& shown) {
    const Rect viewport = ui.mirrored(map);
    const Sight sight(state.map, viewport);
    draw_ground(ui, sight);
    ui.follow_finger(map);
    const std::vector<Mark> seen = marks(shown, sight, mark_sizes(ui.look));
    const int node = ui.node(
        Node{.id = "map",
             .role = Role::image,
             .spoken = Spoken(ui.words.say("map.title"), summary(ui, state, shown.size(), seen)),
             .rect = map});
    draw_marks(ui, seen, state.map, viewport, node);
}

void draw_head(Ui& ui, Rect head, const model::State& state, std::size_t shown) {
    const Look& look = ui.look;
    const host::TextSpec count =
        ui.fitting({Type::lead, Type::small}, count_words(ui, state, shown),
                   {std::floor(head.w * 0.3f), head.h});
    const Size size = ui.measure(count);
    const Rect room{head.x, head.y, head.w - size.w - look.mm(6), head.h};
    host::TextSpec title =
        ui.fitting({Type::heading2, Type::heading3}, ui.words("map.title"), {room.w, room.h});
    while (ui.measure(title).h > room.h && title.em_px > look.least_em_px()) title.em_px -= 1;
    const float height = ui.measure(title).h;
    ui.text({room.x, head.y + (head.h - height) / 2}, title, ui.plain(), "map.title", Role::heading,
            Spoken(ui.words.say("map.title")));
    ui.text({head.right() - size.w, head.y + (head.h - size.h) / 2}, count, ui.quiet(), "map.count",
            Role::status, Spoken(text::without_soft_hyphens(count.text)));
}

/// The button that leads from the map to the list, or back.
void draw_switch(Ui& ui, Rect box, const model::State& state) {
    const std::string name = state.map.list ? "map.show_map" : "map.show_list";
    const Labelled item{.id = name,
                        .icon = state.map.list ? "map" : "list",
                        .words = ui.words(name),
                        .spoken = Spoken(ui.words.say(name)),
                        .action = looking(turned(state.map))};
    draw_labelled(ui, {item}, {box}, key_rank(ui.look), Arrange::beside);
}

/// Below the keys: where map and list do not stand together the way to the list and how many cases
/// there are; and what the signs mean. False: the legend has no room.
bool draw_below_pad(Ui& ui, Rect room, const model::State& state, std::size_t shown, bool both) {
    const Look& look = ui.look;
    if (!both) {
        const float side = key_side(look);
        draw_switch(ui, {room.x, room.y, room.w, side}, state);
        room.y += side + look.gap;
        room.h -= side + look.gap;
        host::TextSpec words =
            ui.fitting({Type::body, Type::small}, count_words(ui, state, shown), {room.w, room.h});
        words.may_break_words = false;
        const Size size = ui.measure(words);
        if (size.w > room.w || size.h > room.h) {
            // Then it is only said; the map's own words have the number, too.
            const std::string said = text::without_soft_hyphens(words.text);
            ui.node(Node{
                .id = "map.title", .role = Role::heading, .spoken = Spoken(said), .rect = room});
            return false;
        }
        const float height = ui.text({room.x, room.y}, words, ui.plain(), "map.count",
                                     Role::heading, Spoken(text::without_soft_hyphens(words.text)));
        room.y += height + look.gap;
        room.h -= height + look.gap;
    }
    if (!legend_fits(ui, {room.w, room.h}, state)) return false;
    draw_legend(ui, {room.x, room.y}, room.w, state);
    return true;
}

} // namespace

void draw_map(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const Rect area = content_area(look, Width::all);
    const Places at = places(look, area);
    const std::vector<const model::CaseMark*> shown =
        model::shown(state.view.cases, state.map.filter);
    const bool with_map = at.both || !state.map.list;
    const bool with_list = at.both || state.map.list;
    if (at.both) {
        draw_head(ui, at.head, state, shown.size());
        draw_filters(ui, at.filters, state);
    }
    bool has_legend = false;
    if (with_map) {
        draw_map_itself(ui, at.map, state, shown);
        draw_pad(ui, at.pad, state, ui.mirrored(at.map));
        const float below = at.pad.y + pad_side(look) + look.gap;
        has_legend = draw_below_pad(ui, {at.pad.x, below, at.pad.w, at.pad.bottom() - below}, state,
                                    shown.size(), at.both);
    }
    if (!with_list) return;
    if (!at.both) draw_switch(ui, {area.x, area.y, area.w, key_side(look)}, state);
    const CaseList list{shown, chosen(shown, state.map, ui.mirrored(at.map), mark_sizes(look)),
                        !at.both, !has_legend};
    flow(ui, at.list, state.place().scroll, layout_of(look, "map:" + state.map.chosen),
         [&](Flow& page) { draw_case_list(page, state, list); });
}

} // namespace foyer::ui
