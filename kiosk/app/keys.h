// SPDX-License-Identifier: EUPL-1.2
// Keys: any keypad that acts as a keyboard. Which key does what is a setting; a key held down acts
// once.
#pragma once

#include "kiosk/host/screen.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace foyer::app {

enum class KeyCommand { next, previous, select, back, home, help };

struct KeyMap {
    /// Names by command, as SDL calls them, "Shift+" before those that need it.
    std::array<std::vector<std::string>, 6> keys = {{{"Tab", "Down", "Right"},
                                                     {"Shift+Tab", "Up", "Left"},
                                                     {"Return", "Space", "Keypad Enter"},
                                                     {"Escape", "Backspace"},
                                                     {"Home"},
                                                     {"F1"}}};
    /// The same key within this time counts once (EN 301 549 5.8).
    std::chrono::milliseconds double_press{0};
};

/// Turns key events into commands. UI thread.
class Keys {
  public:
    explicit Keys(KeyMap map) : map_(std::move(map)) {}
    /// False for a repetition, and a second press too soon.
    bool counts(const host::KeyEvent& event);
    /// Nothing for a key without a meaning.
    std::optional<KeyCommand> command(const host::KeyEvent& event) const;
    /// Both.
    std::optional<KeyCommand> press(const host::KeyEvent& event);

  private:
    KeyMap map_;
    std::string last_;
    std::chrono::milliseconds last_time_{-1'000'000};
};

} // namespace foyer::app
