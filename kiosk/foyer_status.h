// SPDX-License-Identifier: EUPL-1.2
// `foyer status`: asks the kiosk that runs how it is doing.
#pragma once

#include <string>

namespace foyer {

struct StatusWish {
    std::string socket = "/run/foyer/status"; ///< where the kiosk listens
    std::string prometheus;                   ///< write a text file for node_exporter; empty: none
    bool json = false, words = false;
};

/// Prints one line as a monitoring plugin does, or JSON, or words. Returns the exit status: 0 OK,
/// 1 WARNING, 2 CRITICAL (also without an answer in time), 3 UNKNOWN (nobody listens).
int show_status(const StatusWish& wish);

} // namespace foyer
