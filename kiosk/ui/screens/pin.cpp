// SPDX-License-Identifier: EUPL-1.2
// Pin: the door of the staff room and of the classroom. What was typed shows as dots and is never
// spoken.
#include "kiosk/model/reduce_staff.h"
#include "kiosk/ui/rows.h"
#include "kiosk/ui/screens/screens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foyer::ui {

namespace {

std::string wait_words(const Words& words, int seconds) {
    if (seconds < 60) return words("pin.wait_seconds", {{"seconds", words.number(seconds)}});
    return words("pin.wait_minutes", {{"minutes", words.number(seconds / 60)},
                                      {"seconds", words.number(seconds % 60)}});
}

void draw_said(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    const model::StaffRoom& room = state.staff;
    const int locked = model::seconds_locked(state);
    const auto tell = [&](const char* icon, const std::string& words) {
        draw_line(page, icon, {Type::body, words, "pin.said", {}, Role::status}, ui.plain());
    };
    if (room.checking) return tell("clock", ui.words("pin.checking"));
    if (locked > 0) return tell("warning", wait_words(ui.words, locked));
    if (room.wrong) return tell("warning", ui.words("pin.wrong"));
    tell("security", ui.words("pin.hint"));
}

/// One dot a digit; the place of the next one is empty.
void draw_dots(Flow& page, std::size_t count) {
    Ui& ui = page.ui;
    const Look& look = ui.look;
    const float size = std::floor(look.mm(look.compact() ? 5 : 7));
    page.item();
    const Rect box{page.x(), page.y(), std::min(page.width(), 13 * (size + look.gap)),
                   size + 2 * look.gap};
    if (!ui.muted()) {
        const std::string number = std::to_string(count);
        ui.node(Node{.id = "pin.digits",
                     .role = Role::field,
                     .spoken = Spoken(ui.words.say("pin.title"),
                                      ui.words.say("pin.typed", {{"count", number}})),
                     .value = number,
                     .rect = box});
        ui.edge(box, look.palette.line, look.edge, look.radius);
        for (std::size_t i = 0; i < count; ++i) {
            const float x = box.x + look.gap + (static_cast<float>(i) + 0.5f) * (size + look.gap);
            ui.dot({x, box.y + box.h / 2}, size / 2, look.palette.ink);
        }
    }
    page.skip(box.h + look.mm(4));
}

struct PadKey {
    std::string id, words, icon;
    Spoken spoken;
    model::StaffAction action;
};

std::vector<PadKey> keys(const Ui& ui) {
    std::vector<PadKey> all;
    for (const char digit : std::string_view("123456789")) {
        const std::string text(1, digit);
        all.push_back({"pin." + text, text, {}, Spoken(text), model::TypePin{digit}});
    }
    all.push_back(
        {"pin.erase", {}, "delete", Spoken(ui.words.say("key.delete")), model::ErasePin{}});
    all.push_back({"pin.0", "0", {}, Spoken("0"), model::TypePin{'0'}});
    all.push_back({"pin.enter", {}, "check", Spoken(ui.words.say("pin.enter")), model::EnterPin{}});
    return all;
}

void draw_key(Ui& ui, Rect box, const PadKey& key) {
    const ButtonStyle style{.fill = key.icon.empty() ? Fill::soft : Fill::paper};
    const int node = ui.button(key.id, box, Rank::primary, key.spoken, key.action, style);
    ui.at(node).role = Role::key;
    ui.at(node).is_private = true;
    if (!key.icon.empty()) {
        const float side = std::floor(box.h * 0.5f);
        ui.icon({box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side}, key.icon,
                ui.tone(style).front,
                key.id == "pin.erase" ? Ui::Points::along : Ui::Points::nowhere);
        return;
    }
    host::TextSpec digit = ui.fitting({Type::heading3, Type::lead, Type::body, Type::small},
                                      key.words, {box.w, box.h});
    digit.width_px = 0; // in the middle of its key
    ui.label_in(box, digit, ui.tone(style), node);
}

/// Three in a row as on a telephone, or more where that is too high. Digits stand in the same order
/// in every language.
void draw_pad(Flow& page) {
    Ui& ui = page.ui;
    const Look& look = ui.look;
    const std::vector<PadKey> all = keys(ui);
    const float side = look.panel.mm.h > 200 ? std::ceil(look.mm(24)) : look.primary;
    const float room = page.viewport.bottom() - (page.y());
    std::size_t columns = 3;
    for (const std::size_t more : {4u, 6u}) {
        const auto rows = static_cast<float>(all.size() / columns);
        const bool too_high = rows * (side + look.gap) > room;
        const bool fits = static_cast<float>(more) * (side + look.gap) <= page.width() + look.gap;
        if (too_high && fits) columns = more;
    }
    const float width = static_cast<float>(columns) * (side + look.gap) - look.gap;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i % columns == 0) page.item();
        const float x = page.x() + static_cast<float>(i % columns) * (side + look.gap);
        Rect box{x, page.y(), side, side};
        if (look.right_to_left) box.x = page.x() + width - (x - page.x()) - side;
        if (!ui.muted()) draw_key(ui, box, all[i]);
        if (i % columns == columns - 1) page.skip(side + look.gap);
    }
}

} // namespace

void draw_pin(Ui& ui, const model::State& state) {
    const bool to_class = state.place().id.starts_with("class");
    const model::StaffRoom& room = state.staff;
    flow(
        ui, content_area(ui.look, Width::text), state.place().scroll, layout_of(ui.look, "pin"),
        [&](Flow& page) {
            draw_words(page,
                       {Type::heading2,
                        ui.words(to_class ? "pin.title_class" : "pin.title"),
                        "pin.title",
                        {},
                        Role::heading},
                       ui.plain());
            if (!room.staff_pin && !room.trainer_pin)
                return draw_words(page, {Type::body, ui.words("pin.none"), "pin.none"}, ui.plain());
            draw_said(page, state);
            draw_dots(page, room.digits.size());
            draw_pad(page);
        });
}

} // namespace foyer::ui
