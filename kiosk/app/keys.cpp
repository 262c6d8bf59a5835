// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/keys.h"

#include <algorithm>

namespace foyer::app {

namespace {

std::string name_of(const host::KeyEvent& event) {
    return (event.shift ? "Shift+" : "") + event.key;
}

} // namespace

bool Keys::counts(const host::KeyEvent& event) {
    if (!event.down || event.repeat || event.control || event.alt) return false;
    const std::string name = name_of(event);
    const bool too_soon = name == last_ && event.time - last_time_ < map_.double_press;
    last_ = name;
    last_time_ = event.time;
    return !too_soon;
}

std::optional<KeyCommand> Keys::command(const host::KeyEvent& event) const {
    const std::string name = name_of(event);
    for (std::size_t command = 0; command < map_.keys.size(); ++command) {
        const std::vector<std::string>& names = map_.keys[command];
        if (std::find(names.begin(), names.end(), name) != names.end())
            return static_cast<KeyCommand>(command);
    }
    return std::nullopt;
}

std::optional<KeyCommand> Keys::press(const host::KeyEvent& event) {
    return counts(event) ? command(event) : std::nullopt;
}

} // namespace foyer::app
