// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/keys.h"

#include <algorithm>

namespace foyer::app {

std::optional<KeyCommand> Keys::press(const host::KeyEvent& event) {
    if (!event.down || event.repeat || event.control || event.alt) return std::nullopt;
    const std::string name = (event.shift ? "Shift+" : "") + event.key;
    const bool too_soon = name == last_ && event.time - last_time_ < map_.double_press;
    last_ = name;
    last_time_ = event.time;
    if (too_soon) return std::nullopt;
    for (std::size_t command = 0; command < map_.keys.size(); ++command) {
        const std::vector<std::string>& names = map_.keys[command];
        if (std::find(names.begin(), names.end(), name) != names.end())
            return static_cast<KeyCommand>(command);
    }
    return std::nullopt;
}

} // namespace foyer::app
