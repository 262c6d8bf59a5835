// SPDX-License-Identifier: EUPL-1.2
// Test pictures: what can be seen and measured at the screen itself.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/staff_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foyer::ui {

namespace {

model::Action part(const char* id) { return model::Open{model::Screen::staff, id}; }

/// Words for a picture that needs the room: large letters give way where they would take it.
host::TextSpec modest(const Ui& ui, Type type, const std::string& words, Size box) {
    host::TextSpec spec = ui.look.text(type, words, box.w);
    spec.may_break_words = true;
    while (spec.em_px > ui.look.least_em_px() && ui.measure(spec).h > box.h)
        spec.em_px = std::max(ui.look.least_em_px(), std::floor(spec.em_px * 0.94f));
    return spec;
}

/// A line of words at the upper end of the stage. Returns what is left below.
/// `instead` stands there without moving what is below.
Rect head(Ui& ui, const std::string& words, const std::string& id,
          const std::string& instead = {}) {
    constexpr float most = 0.25f;
    Rect area = content_area(ui.look, Width::all);
    const float width = std::min(area.w, ui.look.measure_px() * 1.5f);
    const host::TextSpec spec = modest(ui, Type::body, words, {width, area.h * most});
    const float height = ui.measure(spec).h + ui.look.mm(3);
    if (instead.empty()) {
        ui.text({area.x, area.y}, spec, ui.plain(), id, Role::heading,
                Spoken(text::without_soft_hyphens(words)));
    } else {
        ui.text({area.x, area.y}, modest(ui, Type::lead, instead, {width, height}), ui.plain(),
                "touch.worst", Role::heading, Spoken(text::without_soft_hyphens(instead)));
    }
    area.y += height;
    area.h -= height;
    return area;
}

void mark(Ui& ui, Point at, float half, Colour colour) {
    const float thick = std::max(1.0f, ui.look.mm(0.5f));
    ui.stroke({at.x - half, at.y}, {at.x + half, at.y}, colour, thick);
    ui.stroke({at.x, at.y - half}, {at.x, at.y + half}, colour, thick);
}

Point cross(const Rect& area, std::size_t number) {
    const auto column = static_cast<float>(number % 3), row = static_cast<float>(number / 3);
    return {area.x + area.w * (0.1f + 0.4f * column), area.y + area.h * (0.12f + 0.38f * row)};
}

float distance_mm(const Look& look, Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y) / look.panel.px_per_mm();
}

std::string tenths(const Words& words, float millimetres) {
    const long all = std::lround(millimetres * 10);
    return std::to_string(all / 10) + words("number.decimal") + std::to_string(all % 10);
}

/// Millimetres along an edge; every tenth is long and has its number.
void draw_scale(Ui& ui, Rect area, bool along) {
    const Look& look = ui.look;
    const float length = (along ? area.w : area.h) / look.panel.px_per_mm();
    const auto point = [&](float at, float across) {
        const float px = look.mm(at);
        return along ? Point{area.x + px, area.y + across} : Point{area.x + across, area.y + px};
    };
    for (int at = 0; at <= static_cast<int>(length); ++at) {
        const float reach = look.mm(at % 10 == 0 ? 8.0f : at % 5 == 0 ? 6.0f : 4.0f);
        const auto where = static_cast<float>(at);
        ui.stroke(point(where, 0), point(where, reach), look.palette.ink,
                  std::max(1.0f, look.mm(0.25f)));
        const bool numbered = at % 20 == 0 && at > 0 && where < length - 8;
        if (!numbered) continue;
        const std::string id = std::string("ruler.") + (along ? "x" : "y") + std::to_string(at);
        const host::TextSpec spec = look.text(Type::small, std::to_string(at));
        const Size size = ui.measure(spec);
        const Point tip = point(where, look.mm(9));
        ui.text(along ? Point{tip.x - size.w / 2, tip.y} : Point{tip.x, tip.y - size.h / 2}, spec,
                ui.plain(), id);
    }
}

void draw_swatches(Ui& ui, Rect area, const std::vector<Colour>& colours) {
    const float width = area.w / static_cast<float>(colours.size());
    float x = area.x;
    for (const Colour& colour : colours) {
        ui.fill({x, area.y, std::ceil(width), area.h}, colour);
        x += width;
    }
    ui.edge(area, ui.look.palette.line, ui.look.edge);
}

Colour grey(float part) {
    const auto value = static_cast<std::uint8_t>(std::lround(255 * part));
    return {value, value, value};
}

} // namespace

void draw_staff_tests(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    draw_section(page, ui.words("staff.tests"), "staff.tests.title");
    draw_words(page, {Type::body, ui.words("staff.tests_text"), "staff.tests_text"}, ui.plain());
    draw_buttons(page,
                 {labelled(ui, "staff.ruler", "compare", part("test:ruler")),
                  labelled(ui, "staff.touch", "touch", part("test:touch")),
                  labelled(ui, "staff.colours", "picture", part("test:colours")),
                  labelled(ui, "staff.contrast", "contrast", part("test:contrast")),
                  labelled(ui, "staff.tone", "play",
                           model::StaffAction{model::AskDevice{model::PlayTone{}}})},
                 Rank::primary);
    if (state.staff.status && !state.staff.status->can_sound)
        draw_line(page, "warning",
                  {Type::body, ui.words("staff.no_sound"), "staff.no_sound", {}, Role::status},
                  ui.plain());
}

void draw_test_ruler(Ui& ui, const model::State&) {
    const Look& look = ui.look;
    const std::string size = std::to_string(std::lround(look.panel.mm.w)) + " × " +
                             std::to_string(std::lround(look.panel.mm.h));
    Rect area = head(ui, ui.words("staff.ruler_text", {{"size", size}}), "staff.ruler_text");
    area = area.inset(look.gap);
    draw_scale(ui, area, true);
    const float aside = look.mm(22);
    draw_scale(ui, {area.x, area.y + aside, area.w, area.h - aside}, false);
}

void draw_test_touch(Ui& ui, const model::State& state) {
    const Look& look = ui.look;
    const std::vector<Point>& touches = state.staff.touches;
    const bool done = touches.size() >= model::touch_crosses;
    const Words& words = ui.words;
    ui.measure_only();
    Rect area = head(ui, words("staff.touch_text"), "staff.touch_text");
    ui.draw_again();
    // Fingers touch the screen as it is; what is drawn may be its mirror image.
    const auto off = [&](std::size_t i) {
        return distance_mm(look, touches[i], ui.mirrored(cross(area, i)));
    };
    float worst = 0;
    for (std::size_t i = 0; i < touches.size(); ++i) worst = std::max(worst, off(i));
    head(ui, words("staff.touch_text"), "staff.touch_text",
         done ? words("staff.worst", {{"mm", tenths(words, worst)}}) : std::string());
    for (std::size_t i = 0; i < model::touch_crosses; ++i) {
        const Point at = cross(area, i);
        const bool next = i == touches.size();
        mark(ui, at, look.mm(next ? 8 : 5), next ? look.palette.accent : look.palette.muted);
        if (i >= touches.size()) continue;
        ui.dot(ui.mirrored(touches[i]), look.mm(1.2f), look.palette.warm);
        // On a small panel the button needs the room.
        if (done && look.compact()) continue;
        host::TextSpec spec =
            look.text(Type::small, words("staff.off", {{"mm", tenths(words, off(i))}}));
        spec.em_px = look.least_em_px();
        ui.text({at.x + look.mm(3), at.y + look.mm(3)}, spec, ui.plain(),
                "touch." + std::to_string(i));
    }
    if (!done) return;
    const float width = std::min(look.mm(40), area.w * 0.4f);
    const Rect again{area.x + area.w * 0.3f - width / 2, area.y + area.h * 0.31f - look.primary / 2,
                     width, look.primary};
    draw_labelled(
        ui, {labelled(ui, "staff.again", "related", model::StaffAction{model::ForgetTouches{}})},
        {again}, Rank::primary, Arrange::beside);
}

void draw_test_colours(Ui& ui, const model::State&) {
    const Rect area = head(ui, ui.words("staff.colours_text"), "staff.colours_text");
    const float row = std::floor(area.h / 4);
    const std::vector<Colour> pure = {{255, 0, 0},   {0, 255, 0},   {0, 0, 255},     {0, 255, 255},
                                      {255, 0, 255}, {255, 255, 0}, {255, 255, 255}, {0, 0, 0}};
    draw_swatches(ui, {area.x, area.y, area.w, row}, pure);
    std::vector<Colour> steps, dark, light;
    for (int i = 0; i <= 16; ++i) {
        const auto at = static_cast<float>(i);
        steps.push_back(grey(at / 16));
        dark.push_back(grey(at / 255 * 2));
        light.push_back(grey(1 - at / 255 * 2));
    }
    draw_swatches(ui, {area.x, area.y + row, area.w, row}, steps);
    draw_swatches(ui, {area.x, area.y + 2 * row, area.w, row}, dark);
    draw_swatches(ui, {area.x, area.y + 3 * row, area.w, row - ui.look.gap}, light);
}

void draw_test_contrast(Ui& ui, const model::State&) {
    const Look& look = ui.look;
    const Rect area = head(ui, ui.words("staff.contrast_text"), "staff.contrast_text");
    // Paint, not texts: most of it is meant to be hard to read.
    constexpr int steps = 8;
    const float row = std::floor((area.h - look.gap) / steps);
    for (int i = 0; i < steps; ++i) {
        const float part = static_cast<float>(i + 1) / steps;
        const Colour ink = mixed(look.palette.paper, look.palette.ink, part * part);
        const float y = area.y + static_cast<float>(i) * row;
        const double ratio = contrast(ink, look.palette.paper);
        const auto number = static_cast<long>(std::lround(ratio * 10));
        const std::string label = std::to_string(number / 10) + ui.words("number.decimal") +
                                  std::to_string(number % 10) + " : 1";
        ui.text({area.x, y}, look.text(Type::small, label), ui.plain(),
                "contrast." + std::to_string(i));
        for (int bar = 0; bar < 6; ++bar) {
            const float thick = look.mm(0.3f * static_cast<float>(6 - bar));
            const float x = area.x + area.w * (0.3f + 0.11f * static_cast<float>(bar));
            for (int line = 0; line < 5; ++line)
                ui.fill(
                    {x + static_cast<float>(line) * 2 * thick, y + row * 0.15f, thick, row * 0.6f},
                    ink);
        }
    }
}

} // namespace foyer::ui
