// SPDX-License-Identifier: EUPL-1.2
// The command line of foyer-update.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

struct UpdateArguments {
    enum class Command { network, stick, watch, status, roll_back, heed };
    Command command = Command::status;
    std::string store = "/var/lib/foyer/store";
    std::string trust = "/usr/share/foyer/trust";
    std::string factory, note, user;
    std::string source; ///< address of a repository; with watch: asked now and then
    std::string folder; ///< of a stick, or of where sticks appear
    std::chrono::seconds every{std::chrono::hours(6)};
    bool share = false;                  ///< with watch: hands on what was verified
    std::uint16_t share_port = 0;        ///< 0: any
    std::vector<std::string> neighbours; ///< addresses that are asked like the source
    bool json = false, verbose = false;
    std::optional<int> leave; ///< end at once with this exit status: help, version, a mistake
};

UpdateArguments read_update_arguments(int count, char** values);

} // namespace foyer
