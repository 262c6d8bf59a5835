// SPDX-License-Identifier: EUPL-1.2
// The command line of foyer.
#pragma once

#include "kiosk/foyer_status.h"
#include "kiosk/model/state.h"

#include <chrono>
#include <optional>
#include <string>

namespace foyer {

struct Arguments {
    enum class Command { run, pin, status } command = Command::run;
    bool trainer = false;              ///< of pin: the trainer's
    StatusWish wish;                   ///< of status
    std::string pack, settings, share; ///< empty: beside the program
    std::string store, state;          ///< folders; empty: none; a store needs a state
    std::optional<std::string> page;
    bool windowed = false, headless = false, gpu = false;
    int width = 1920, height = 1080;
    std::optional<float> panel_width_mm, panel_height_mm, mount_bottom_mm, distance_mm;
    std::string control;                          ///< path of the socket
    std::string status;                           ///< path of the socket for `foyer status`
    std::string media;                            ///< the folder below which sticks appear
    std::optional<std::chrono::sys_seconds> date; ///< at the start, instead of the system's
    bool fake_clock = false, pseudo_locale = false, appliance = false, verbose = false;
    std::optional<std::string> language;
    std::optional<model::Theme> theme;
    std::optional<int> size;
    bool reach = false;
    std::optional<int> leave; ///< end at once with this exit status: help, version, a mistake
};

Arguments read_arguments(int count, char** values);

} // namespace foyer
