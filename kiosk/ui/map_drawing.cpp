// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/map_drawing.h"

#include "kiosk/ui/map_outlines.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace foyer::ui {

namespace {

constexpr float pin_mm = 4.2f, cluster_mm = 6; // radius
constexpr float widest_name_mm = 52;
/// Points of a line that are nearer than this are one: nobody sees it, and it halves the work.
constexpr float least_step_mm = 0.75f;

void draw_surface(Ui& ui, const Sight& sight, const Surface& surface, Colour colour) {
    std::vector<Point> points;
    points.reserve(surface.points.size());
    for (const Plane& p : surface.points) points.push_back(sight.at(p));
    ui.surface(points, surface.corners, colour, sight.viewport);
}

void draw_outline(Ui& ui, const Sight& sight, const Outline& line, Colour colour, float thickness) {
    const Point a = sight.at({line.least.x, line.most.y}),
                b = sight.at({line.most.x, line.least.y});
    const Rect box{a.x - thickness, a.y - thickness, b.x - a.x + 2 * thickness,
                   b.y - a.y + 2 * thickness};
    const float least_step = ui.look.mm(least_step_mm);
    const bool is_tiny = b.x - a.x < least_step && b.y - a.y < least_step;
    if (is_tiny || intersection(box, sight.viewport).empty()) return;
    std::vector<Point> points;
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        const Point p = sight.at(line.points[i]);
        const bool is_end = i == 0 || i + 1 == line.points.size();
        if (!is_end && std::hypot(p.x - points.back().x, p.y - points.back().y) < least_step)
            continue;
        points.push_back(p);
    }
    ui.line(points, colour, thickness);
}

std::vector<Point> corners(Point centre, float radius, int count, float first_turn) {
    std::vector<Point> out;
    for (int i = 0; i < count; ++i) {
        const float turn =
            (first_turn + static_cast<float>(i) / static_cast<float>(count)) * 6.2831853f;
        out.push_back({centre.x + radius * std::cos(turn), centre.y + radius * std::sin(turn)});
    }
    return out;
}

struct Sign {
    int corners;
    float first_turn; ///< of a whole turn, from the right downwards
    float grown;      ///< so that all look equally large
};

Sign sign_of(const std::string& status) {
    if (status == "finished") return {4, 0.125f, 1.18f}; // a square
    if (status == "mixed") return {4, 0, 1.2f};          // a square on its corner
    if (status == "reversed") return {3, 0.25f, 1.3f};   // a triangle that points down
    if (status == "stopped") return {8, 0.0625f, 1.05f}; // the traffic sign
    return {32, 0, 1};
}

bool is_over(const std::string& status) { return status == "stopped" || status == "reversed"; }

/// What stands before the comma of a place: the map says where that is.
std::string short_place(const model::CaseMark& one) {
    return one.card.place.substr(0, one.card.place.find(','));
}

/// The place of all of them, or nothing where they differ.
std::string common_place(const Mark& mark) {
    std::string place = short_place(*mark.cases.front());
    for (const model::CaseMark* one : mark.cases) {
        if (short_place(*one) != place) return {};
    }
    return place;
}

std::string places(const Mark& mark) {
    std::string all;
    std::set<std::string> said;
    for (const model::CaseMark* one : mark.cases) {
        const std::string place = text::without_soft_hyphens(short_place(*one));
        if (place.empty() || !said.insert(place).second) continue;
        all += all.empty() ? place : ", " + place;
    }
    return all;
}

Spoken spoken(const Ui& ui, const Mark& mark, bool parts) {
    const std::string count = std::to_string(mark.cases.size());
    if (mark.cases.size() > 1) {
        return Spoken(
            parts
                ? ui.words.say("map.cluster_say", {{"count", count}, {"places", places(mark)}})
                : ui.words.say("map.same_place_say", {{"count", count}, {"places", places(mark)}}));
    }
    const model::Card& card = mark.cases.front()->card;
    const std::string title = text::without_soft_hyphens(card.title);
    const std::string status =
        card.status.empty() ? std::string() : ui.words.say("status." + card.status);
    return Spoken(title,
                  ui.words.say("map.mark_say", {{"place", text::without_soft_hyphens(card.place)},
                                                {"title", title},
                                                {"status", status}}));
}

Rect around(Point centre, float radius) {
    return {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
}

/// Two digits have room in it, however large the letters are.
float cluster_radius(const Look& look) {
    return std::max(look.mm(cluster_mm), look.em_px(Type::label) * 0.76f);
}

float radius_of(const Look& look, const Mark& mark) {
    return mark.cases.size() > 1 ? cluster_radius(look) : look.mm(pin_mm);
}

/// Where a mark is painted: where it is, but not over the edge.
Point pin_at(const Look& look, const Mark& mark, Rect viewport) {
    const Rect room = viewport.inset(radius_of(look, mark) + look.mm(2));
    return {std::clamp(mark.at.x, room.x, room.right()),
            std::clamp(mark.at.y, room.y, room.bottom())};
}

bool is_chosen(const Mark& mark, const model::MapView& view) {
    return std::any_of(mark.cases.begin(), mark.cases.end(),
                       [&](const model::CaseMark* one) { return one->card.page == view.chosen; });
}

void paint_pin(Ui& ui, const Mark& mark, Point pin, bool selected, int node) {
    const Look& look = ui.look;
    const Palette& p = look.palette;
    const float radius = radius_of(look, mark);
    const Point centre = ui.mirrored(pin);
    if (selected) {
        ui.dot(centre, radius + look.mm(2.6f), p.ink);
        ui.dot(centre, radius + look.mm(1.6f), p.paper);
    }
    if (mark.cases.size() == 1)
        return draw_sign(ui, centre, radius, mark.cases.front()->card.status);
    ui.dot(centre, radius + look.mm(1.3f), p.accent);
    ui.dot(centre, radius + look.mm(0.7f), p.paper);
    ui.dot(centre, radius, p.accent);
    const host::TextSpec number = look.text(Type::label, std::to_string(mark.cases.size()));
    ui.label_in(around(centre, radius), number, {p.on_accent, p.accent}, node);
}

bool lies_in(const Rect& box, const Rect& room) {
    return box.x >= room.x && box.y >= room.y && box.right() <= room.right() &&
           box.bottom() <= room.bottom();
}

/// Beside, under or over a pin, where nothing else stands; nothing if there is no such place.
std::optional<Rect> room_for(Size name, Rect pin, Rect viewport, const std::vector<Rect>& taken) {
    const Point c = pin.centre();
    for (const Rect& box : {Rect{pin.right(), c.y - name.h / 2, name.w, name.h},
                            Rect{pin.x - name.w, c.y - name.h / 2, name.w, name.h},
                            Rect{c.x - name.w / 2, pin.bottom(), name.w, name.h},
                            Rect{c.x - name.w / 2, pin.y - name.h, name.w, name.h}}) {
        const bool is_free = std::none_of(taken.begin(), taken.end(), [&](const Rect& other) {
            return !intersection(box.inset(0.5f), other).empty();
        });
        if (is_free && lies_in(box, viewport)) return box;
    }
    return std::nullopt;
}

void draw_name(Ui& ui, const Mark& mark, Rect pin, Rect viewport, std::vector<Rect>& taken,
               int node) {
    const Look& look = ui.look;
    const std::string place = common_place(mark);
    if (place.empty()) return;
    const host::TextSpec spec = look.text(Type::small, place, 0, mark.cases.front()->card.language);
    const Size words = ui.measure(spec);
    const float pad = look.mm(1.2f);
    if (words.w > look.mm(widest_name_mm)) return;
    const auto box = room_for({words.w + 2 * pad, words.h}, pin, viewport, taken);
    if (!box) return;
    taken.push_back(*box);
    const Rect written = ui.mirrored(*box);
    ui.fill(written, look.palette.paper, look.radius);
    ui.label({written.x + pad, written.y}, spec, ui.plain(), node);
}

} // namespace

MapColours map_colours(const Palette& palette) {
    return {mixed(palette.paper, palette.accent, 0.16f), palette.paper,
            mixed(palette.paper, palette.accent, 0.055f), mixed(palette.line, palette.paper, 0.25f),
            mixed(palette.line, palette.paper, 0.55f)};
}

MarkSizes mark_sizes(const Look& look) {
    return {std::max(look.primary, 2 * (cluster_radius(look) + look.mm(1.3f))), look.gap};
}

void draw_ground(Ui& ui, const Sight& sight) {
    const Look& look = ui.look;
    const MapColours colours = map_colours(look.palette);
    const Outlines& all = outlines();
    const Rect written = ui.mirrored(sight.viewport);
    ui.clip(written);
    ui.fill(written, colours.sea);
    draw_surface(ui, sight, all.land, colours.land);
    draw_surface(ui, sight, all.germany, colours.germany);
    const float thin = std::max(1.0f, look.mm(0.22f));
    for (const Outline& line : all.lines) {
        const bool is_detail = line.border == Border::land;
        if (is_detail && sight.px_per_km < look.mm(0.1f)) continue;
        const bool is_strong = line.border == Border::coast || line.border == Border::germany;
        draw_outline(ui, sight, line, is_strong ? colours.coast : colours.border,
                     line.border == Border::germany ? 1.6f * thin : thin);
    }
    ui.unclip();
    ui.edge(written, look.palette.line, look.edge);
}

void draw_sign(Ui& ui, Point centre, float radius, const std::string& status) {
    const Palette& p = ui.look.palette;
    const Sign sign = sign_of(status);
    // A triangle's middle lies above the middle of its box.
    if (sign.corners == 3) centre.y -= radius * 0.2f;
    const float r = radius * sign.grown;
    const float ring = ui.look.mm(0.7f) * (sign.corners == 3 ? 2 : sign.corners == 4 ? 1.4f : 1);
    ui.polygon(corners(centre, r + ring, sign.corners, sign.first_turn), p.paper);
    ui.polygon(corners(centre, r, sign.corners, sign.first_turn),
               is_over(status) ? p.warm : p.accent);
}

void draw_marks(Ui& ui, const std::vector<Mark>& all, const model::MapView& view, Rect viewport,
                int map) {
    if (ui.muted()) return;
    const MarkSizes sizes = mark_sizes(ui.look);
    std::vector<Rect> taken;
    for (const Mark& mark : all) {
        const float ring = ui.look.mm(is_chosen(mark, view) ? 2.6f : 1.3f);
        taken.push_back(around(pin_at(ui.look, mark, viewport), radius_of(ui.look, mark) + ring));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Mark& mark = all[i];
        const model::MapView next = touched(mark, view, viewport, sizes);
        const bool selected = is_chosen(mark, view);
        const std::string id =
            (mark.cases.size() > 1 ? "cluster." : "mark.") + mark.cases.front()->card.page;
        const ButtonStyle style{.fill = Fill::none, .edge = false};
        const int node =
            ui.button(id, ui.mirrored(mark.target), Rank::primary,
                      spoken(ui, mark, next.zoom > view.zoom), model::LookAtMap{next}, style);
        ui.at(node).parent = map;
        if (selected) ui.at(node).state = ui.words.say("state.selected");
        paint_pin(ui, mark, pin_at(ui.look, mark, viewport), selected, node);
        draw_name(ui, mark, taken[i], viewport, taken, map);
    }
}

} // namespace foyer::ui
