// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/keyboard.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foyer::ui {

namespace {

using model::KeyboardLayout;

constexpr std::size_t slots = 11; // in a row
constexpr std::size_t row_count = 3;

/// The letters; the third row has room beside them for the keys that do something else.
struct Letters {
    std::string_view first, second, third;
};

Letters letters_of(KeyboardLayout layout) {
    switch (layout) {
    case KeyboardLayout::qwertz: return {"qwertzuiopü", "asdfghjklöä", "yxcvbnmß"};
    case KeyboardLayout::abc: return {"abcdefghijk", "lmnopqrstuv", "wxyzäöüß"};
    case KeyboardLayout::digits: break;
    }
    return {"1234567890-", "§&/.,:+()?!", "%€@"};
}

struct Key {
    std::string id, words, icon;
    Spoken spoken;
    model::Action action;
    float width = 1; ///< slots
    bool letter = false;
};

std::vector<Key> letter_keys(const Ui& ui, std::string_view row) {
    std::vector<Key> keys;
    for (std::size_t at = 0; at < row.size();) {
        const std::size_t bytes = text::decode(row, at).bytes;
        const std::string letter(row.substr(at, bytes));
        keys.push_back({"key." + letter,
                        letter,
                        {},
                        Spoken(letter, ui.words.say("key.say", {{"key", letter}})),
                        model::Type{letter},
                        1,
                        true});
        at += bytes;
    }
    return keys;
}

/// The key to the digits; among the digits, the keys back to either order of letters.
std::vector<Key> switches(const Ui& ui, KeyboardLayout layout) {
    const Words& words = ui.words;
    if (layout != KeyboardLayout::digits) {
        return {{"key.digits",
                 "12",
                 {},
                 Spoken(words.say("key.layout_digits")),
                 model::SetKeyboard{KeyboardLayout::digits}}};
    }
    return {{"key.layout_qwertz",
             "QWE",
             {},
             Spoken(words.say("key.layout_qwertz")),
             model::SetKeyboard{KeyboardLayout::qwertz},
             2},
            {"key.layout_abc",
             "ABC",
             {},
             Spoken(words.say("key.layout_abc")),
             model::SetKeyboard{KeyboardLayout::abc},
             2}};
}

std::array<std::vector<Key>, row_count> rows_of(const Ui& ui, KeyboardLayout layout) {
    const Letters l = letters_of(layout);
    std::vector<Key> third = switches(ui, layout);
    for (Key& key : letter_keys(ui, l.third)) third.push_back(std::move(key));
    float used = 0;
    for (const Key& key : third) used += key.width;
    const Words& words = ui.words;
    // What the letters leave over goes to the space key.
    const float rest = std::max(1.0f, static_cast<float>(slots) - used - 1);
    third.push_back(
        {"key.space", {}, "space", Spoken(words.say("key.space")), model::Type{" "}, rest});
    third.push_back(
        {"key.delete", {}, "delete", Spoken(words.say("key.delete")), model::Erase{false}});
    return {letter_keys(ui, l.first), letter_keys(ui, l.second), std::move(third)};
}

float key_height(const Look& look) {
    return std::ceil(look.mm(look.compact() ? 10 : look.panel.mm.h > 200 ? 17 : 15));
}

void draw_key(Ui& ui, Rect box, const Key& key) {
    const ButtonStyle style{.fill = key.letter ? Fill::soft : Fill::paper};
    const int node = ui.button(key.id, box, Rank::key, key.spoken, key.action, style);
    ui.at(node).role = Role::key;
    if (!key.icon.empty()) {
        const float side = std::floor(std::min(box.h * 0.62f, box.w * 0.8f));
        ui.icon({box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side}, key.icon,
                ui.tone(style).front,
                key.id == "key.delete" ? Ui::Points::along : Ui::Points::nowhere);
        return;
    }
    host::TextSpec spec = ui.look.text(Type::label, key.words);
    // Key words are short; where the large letters do not fit, the standard ones do.
    while (spec.em_px > 8 && (ui.measure(spec).w > box.w * 0.84f || ui.measure(spec).h > box.h))
        spec.em_px -= 1;
    ui.label_in(box, spec, ui.tone(style), node);
}

} // namespace

float keyboard_height(const Look& look) {
    return static_cast<float>(row_count) * key_height(look) +
           static_cast<float>(row_count - 1) * look.gap;
}

void draw_keyboard(Ui& ui, Rect area, KeyboardLayout layout) {
    const Look& look = ui.look;
    // The keyboard has its place mirrored and not its letters: they stand as on every keyboard.
    const Rect place = ui.mirrored(area);
    const float gap = look.gap;
    const float widest = look.mm(24);
    const float slot = std::min(widest, std::floor((area.w - gap * static_cast<float>(slots - 1)) /
                                                   static_cast<float>(slots)));
    const float width = slot * static_cast<float>(slots) + gap * static_cast<float>(slots - 1);
    float y = area.y;
    const auto rows = rows_of(ui, layout);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        float taken = 0;
        for (const Key& key : rows[r]) taken += key.width * slot + (key.width - 1) * gap + gap;
        taken -= gap;
        float x = place.x + (area.w - width) / 2 + (width - taken) / 2;
        for (const Key& key : rows[r]) {
            const float w = key.width * slot + (key.width - 1) * gap;
            const Rect box{std::round(x), y, std::floor(w), key_height(look)};
            draw_key(ui, look.right_to_left ? ui.mirrored(box) : box, key);
            x += w + gap;
        }
        y += key_height(look) + gap;
    }
}

} // namespace foyer::ui
