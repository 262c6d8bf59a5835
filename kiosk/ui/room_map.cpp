// SPDX-License-Identifier: EUPL-1.2
// The map of a step: as on the map's own screen, but nothing on it can be touched (room.h).
#include "kiosk/ui/cards.h"
#include "kiosk/ui/map_drawing.h"
#include "kiosk/ui/room.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

bool holds(const Mark& mark, const std::string& page) {
    return std::any_of(mark.cases.begin(), mark.cases.end(),
                       [&](const model::CaseMark* one) { return one->card.page == page; });
}

/// The chosen case, named, beside its mark or on the other side where the picture ends.
void draw_chosen(Ui& ui, const Mark& mark, const std::string& page, Rect map, int node) {
    const auto found =
        std::find_if(mark.cases.begin(), mark.cases.end(),
                     [&](const model::CaseMark* one) { return one->card.page == page; });
    const model::Card& card = (*found)->card;
    const Look& look = ui.look;
    const Point at = mark.at;
    const float radius = look.mm(4);
    ui.dot(ui.mirrored(at), radius + look.mm(2.2f), look.palette.accent);
    ui.dot(ui.mirrored(at), radius + look.mm(1.2f), look.palette.paper);
    draw_sign(ui, ui.mirrored(at), radius, card.status);
    // The town alone: with its land it would cover the map.
    const std::string town = card.place.substr(0, card.place.find(','));
    const host::TextSpec name =
        look.text(Type::body, town.empty() ? short_title(card) : town, 0, card.language);
    const Size size = ui.measure(name);
    const float pad = look.mm(2), away = radius + look.mm(4);
    Rect box{at.x + away, at.y - size.h / 2, size.w + 2 * pad, size.h};
    if (box.right() > map.right()) box.x = at.x - away - box.w;
    box.x = std::max(box.x, map.x);
    box.y = std::clamp(box.y, map.y, map.bottom() - box.h);
    const Rect written = ui.mirrored(box);
    ui.fill(written, look.palette.paper, look.radius);
    ui.edge(written, look.palette.accent, look.edge, look.radius);
    ui.label({written.x + pad, written.y}, name, ui.plain(), node);
}

void draw_mark(Ui& ui, const Mark& mark, int node) {
    const Look& look = ui.look;
    const Point at = ui.mirrored(mark.at);
    if (mark.cases.size() == 1)
        return draw_sign(ui, at, look.mm(3.2f), mark.cases.front()->card.status);
    const host::TextSpec number = look.text(Type::small, std::to_string(mark.cases.size()));
    const Size size = ui.measure(number);
    const float radius = std::ceil(std::max(size.w, size.h * 0.8f) / 2 + look.mm(1));
    ui.dot(at, radius + look.mm(0.7f), look.palette.paper);
    ui.dot(at, radius, look.palette.accent);
    ui.label_in({at.x - radius, at.y - radius, 2 * radius, 2 * radius}, number,
                {look.palette.on_accent, look.palette.accent}, node);
}

} // namespace

void draw_room_map(Ui& ui, const std::vector<model::CaseMark>& all, const model::TourStep& step,
                   Rect area) {
    if (area.empty()) return;
    model::MapView view;
    view.centre = step.spot;
    view.zoom = step.zoom;
    const Rect map = ui.mirrored(area);
    const Sight sight(view, map);
    draw_ground(ui, sight);
    std::vector<const model::CaseMark*> cases;
    for (const model::CaseMark& one : all) cases.push_back(&one);
    const float apart = ui.look.mm(11);
    const std::vector<Mark> seen = marks(cases, sight, {apart, ui.look.mm(1)});
    std::size_t count = 0;
    for (const Mark& mark : seen) count += mark.cases.size();
    const int node =
        ui.node(Node{.id = "room.map",
                     .role = Role::image,
                     .spoken = Spoken(ui.words.say("map.title"),
                                      ui.words.say("tour.map", {{"count", std::to_string(count)}})),
                     .rect = area});
    ui.clip(area);
    for (const Mark& mark : seen)
        if (!holds(mark, step.page)) draw_mark(ui, mark, node);
    for (const Mark& mark : seen)
        if (!step.page.empty() && holds(mark, step.page))
            draw_chosen(ui, mark, step.page, map, node);
    ui.unclip();
}

} // namespace foyer::ui
