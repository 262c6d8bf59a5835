// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/rows.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {

namespace {

host::TextSpec spec_of(const Look& look, const Sentence& text, float width) {
    const std::string& language = text.language.empty() ? look.language : text.language;
    return look.text(text.type, text.words, width, language);
}

float draw_at(Ui& ui, Point at, const Sentence& text, Tone tone, float width) {
    return ui.text(at, spec_of(ui.look, text, width), tone, text.id, text.role,
                   Spoken(text::without_soft_hyphens(text.words)));
}

} // namespace

float reading_width(const Flow& flow) { return std::min(flow.width(), flow.ui.look.measure_px()); }

const std::string& quoting(const Look& look, const std::string& quoted) {
    return look.simple ? quoted : look.language;
}

void draw_words(Flow& flow, const Sentence& text, Tone tone) {
    if (text.words.empty()) return;
    flow.item();
    const bool heads = text.role == Role::heading;
    const float width = heads ? flow.width() : reading_width(flow);
    flow.skip(draw_at(flow.ui, {flow.x(), flow.y()}, text, tone, width));
    flow.skip(flow.ui.look.mm(3));
}

void draw_line(Flow& flow, const std::string& icon, const Sentence& text, Tone tone) {
    const Look& look = flow.ui.look;
    const float line = look.line_px(text.type);
    const float side = std::round(look.em_px(text.type) * 1.15f), indent = side * 1.6f;
    flow.item();
    flow.ui.icon({flow.x(), flow.y() + (line - side) / 2, side, side}, icon, tone.front);
    flow.skip(
        draw_at(flow.ui, {flow.x() + indent, flow.y()}, text, tone, reading_width(flow) - indent));
    flow.skip(look.mm(3));
}

namespace {

std::vector<Rect> places(const Flow& flow, std::size_t count, std::size_t columns, float height) {
    const float gap = flow.ui.look.gap;
    const float widest = flow.ui.look.mm(120);
    const float width =
        std::floor(std::min(widest, (flow.width() - gap * static_cast<float>(columns - 1)) /
                                        static_cast<float>(columns)));
    std::vector<Rect> rects;
    for (std::size_t i = 0; i < count; ++i) {
        const auto column = static_cast<float>(i % columns), row = static_cast<float>(i / columns);
        rects.push_back(
            {flow.x() + column * (width + gap), flow.y() + row * (height + gap), width, height});
    }
    return rects;
}

} // namespace

void draw_buttons(Flow& flow, const std::vector<Labelled>& buttons, Rank rank) {
    if (buttons.empty()) return;
    Ui& ui = flow.ui;
    const Look& look = ui.look;
    std::size_t columns = buttons.size();
    float height = rank == Rank::primary ? look.primary : look.secondary;
    const float most = 4 * look.primary;
    const auto fit = [&] {
        return words_fit(ui, buttons, places(flow, buttons.size(), columns, height),
                         Arrange::beside);
    };
    while (columns > 1 && !fit()) --columns;
    const float least = height;
    while (height < most && !fit()) height += look.gap;
    if (!fit()) height = least; // then their icons stand alone
    if (!ui.muted()) {
        draw_labelled(ui, buttons, places(flow, buttons.size(), columns, height), rank,
                      Arrange::beside);
    }
    const std::size_t rows = (buttons.size() + columns - 1) / columns;
    for (std::size_t row = 0; row < rows; ++row) {
        flow.item();
        flow.skip(height + look.gap);
    }
    flow.skip(look.mm(2));
}

namespace {

/// Room for three digits.
float number_width(const Ui& ui) {
    return std::max(ui.look.primary, std::ceil(ui.measure(ui.look.text(Type::heading2, "888")).w) +
                                         2 * ui.look.mm(2));
}

void draw_step(Ui& ui, Rect box, const Stepper& stepper, int by) {
    const std::string words = (by < 0 ? "\u2212" : "+") + std::to_string(std::abs(by));
    const ButtonStyle style;
    const std::string way = by < 0 ? ".less" : ".more";
    const std::string say =
        ui.words.say("class.change_say", {{"name", stepper.name}, {"by", words}});
    const int node =
        ui.button(stepper.id + way + std::to_string(std::abs(by)), box, Rank::primary, Spoken(say),
                  stepper.set(std::clamp(stepper.value + by, 0, stepper.most)), style);
    host::TextSpec spec = ui.look.text(Type::label, words);
    spec.direction = host::Direction::left_to_right;
    ui.label_in(box, spec, ui.tone(style), node);
}

void draw_number(Ui& ui, Rect box, const Stepper& stepper) {
    const std::string value = std::to_string(stepper.value);
    const int node = ui.node(
        Node{.id = stepper.id,
             .role = Role::status,
             .spoken = Spoken(stepper.name, ui.words.say("class.count_say", {{"name", stepper.name},
                                                                             {"count", value}})),
             .value = value,
             .rect = box});
    ui.label_in(box, ui.look.text(Type::heading2, value), ui.plain(), node);
}

float buttons_width(const Look& look) { return 4 * look.primary + 3 * look.gap; }

} // namespace

Size stepper_size(const Ui& ui, float room) {
    const Look& look = ui.look;
    const float row = buttons_width(look) + look.gap + number_width(ui);
    const float number = std::ceil(ui.measure(look.text(Type::heading2, "888")).h);
    if (row <= room) return {row, std::max(look.primary, number)};
    return {buttons_width(look), look.primary + look.gap + number};
}

void draw_stepper(Ui& ui, Rect box, const Stepper& stepper) {
    if (ui.muted()) return;
    const Look& look = ui.look;
    const float side = look.primary, gap = look.gap, middle = number_width(ui);
    const bool in_row = box.w > buttons_width(look);
    const float y = in_row ? box.y + std::floor((box.h - side) / 2) : box.bottom() - side;
    if (!in_row) draw_number(ui, {box.x, box.y, box.w, y - gap - box.y}, stepper);
    float x = box.x;
    for (const int by : {-5, -1, 1, 5}) {
        if (in_row && by == 1) {
            draw_number(ui, {x, box.y, middle, box.h}, stepper);
            x += middle + gap;
        }
        draw_step(ui, {x, y, side, side}, stepper, by);
        x += side + gap;
    }
}

} // namespace foyer::ui
