// SPDX-License-Identifier: EUPL-1.2
// What the operator decided: the settings file, the theme file, the words of the interface. All
// TOML, all optional: a file that does not hold is reported and the built-in values stay, since a
// kiosk must show something.
#pragma once

#include "kiosk/app/keys.h"
#include "kiosk/host/files.h"
#include "kiosk/model/state.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/words.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::app {

/// The hashes of the PINs, as `foyer pin` prints them; empty: none is set.
struct PinHashes {
    std::string staff, trainer;
};

struct Config {
    model::Settings settings;
    ui::Panel panel;        ///< sizes in mm and heights; the pixels come from the screen
    std::string theme_file; ///< empty: the built-in one
    KeyMap keys;
    PinHashes pins;
    std::vector<std::string> problems; ///< one sentence each, for the log and the operator
};

/// `folder` is where the file lies: paths in it are relative to that.
Config parse_settings(std::string_view toml, const std::string& folder);

using Palettes = std::array<ui::Palette, model::theme_count>;

/// Fails with invalid and all reasons if the file is not a theme or one of its colours has too
/// little contrast.
Result<Palettes> parse_theme(std::string_view toml);

/// Fails with invalid if the file is not a list of words.
Result<ui::Words> parse_words(std::string_view toml);

} // namespace foyer::app
