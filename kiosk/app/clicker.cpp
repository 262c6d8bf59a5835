// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/clicker.h"

#include "kiosk/model/reduce_present.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace foyer::app {

namespace {

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), key) != names.end();
}

/// '\0' for no digit.
char digit_of(std::string_view key) {
    constexpr std::string_view keypad = "Keypad ";
    if (key.starts_with(keypad)) key.remove_prefix(keypad.size());
    return key.size() == 1 && key[0] >= '0' && key[0] <= '9' ? key[0] : '\0';
}

/// Back and on; 0 for neither.
int step_of(std::string_view key, const model::Presentation& p) {
    if (is_one_of(key, {"PageDown", "N", "AudioNext"})) return 1;
    if (is_one_of(key, {"PageUp", "P", "AudioPrev"})) return -1;
    // On the grid of all steps the arrows walk, as everywhere.
    if (p.overview) return 0;
    if (is_one_of(key, {"Right", "Down", "Space"})) return 1;
    return is_one_of(key, {"Left", "Up"}) ? -1 : 0;
}

model::Action present(model::PresentAction action) { return action; }

} // namespace

std::optional<model::Action> clicker_action(const host::KeyEvent& event,
                                            const model::State& state) {
    if (!model::shows_tour(state) || state.overlay != model::Overlay::none) return std::nullopt;
    if (!event.down || event.control || event.alt) return std::nullopt;
    const model::Presentation& p = *state.presentation;
    const std::string_view key = event.key;
    // "Play" is F5, or with Shift: from this step.
    if (is_one_of(key, {"F5", "AudioPlay"})) return present(model::TogglePlaying{});
    if (event.shift) return std::nullopt;
    if (const int by = step_of(key, p); by != 0) return present(model::Advance{by});
    if (const char digit = digit_of(key)) return present(model::TypeStepNumber{digit});
    if (is_one_of(key, {"B", ".", "Keypad ."})) return present(model::ToggleBlank{});
    if (key == "O") return present(model::ToggleOverview{});
    if (is_one_of(key, {"Return", "Keypad Enter"}) && !p.number.empty())
        return present(model::TypeStepNumber{'\n'});
    if (key == "Escape") return model::Back{};
    return std::nullopt;
}

} // namespace foyer::app
