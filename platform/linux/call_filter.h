// SPDX-License-Identifier: EUPL-1.2
// What the updater may ask of the kernel, by name: the rest is answered with EPERM. There is no way
// to start a program, trace, mount, load, or get new rights.
#pragma once

#include "kiosk/base/result.h"

namespace foyer::platform {

enum class Network {
    none,   ///< no socket at all: for sticks
    client, ///< connections to others
    server, ///< also connections from others: for sharing
};

/// For good, for all threads. Fails with unreadable if the system refuses.
Result<void> filter_calls(Network network);

} // namespace foyer::platform
