// SPDX-License-Identifier: EUPL-1.2
// The updater reads what strangers made, so after its start it gives up all that it does not need:
// rights of root, files but its own, programs, tracing, mounting, and sockets where no network is
// wanted. What takes it over by a crafted file gains no more than that.
#pragma once

#include "kiosk/base/result.h"
#include "platform/linux/call_filter.h"

#include <string>
#include <vector>

namespace foyer::platform {

/// For good becomes the user `name` with that user's groups and no others. No more than a check if
/// the process is that user already. Fails with not_found if there is no such user, refused if it
/// is root, unreadable if the system does not let go.
Result<void> drop_to_user(const std::string& name);

struct Confinement {
    /// Folders with all below them, mounted later or not, and files. What is not there is passed
    /// over.
    std::vector<std::string> readable;
    /// Folders in which files may also be made, replaced and removed. They have to be there.
    std::vector<std::string> writable;
    Network network = Network::none;
};

/// For good, for this process and all it starts; to be called while it has one thread, and after
/// whatever looks into /proc or /sys was opened. What only newer kernels know (Landlock) is done
/// where it can be. Returns in words what is in force, for the operator. Fails with refused if
/// there are threads already, not_found if a writable folder is missing, unreadable if the system
/// refuses what it should be able to do: then nothing must be opened that strangers made.
Result<std::string> confine(const Confinement& wish);

/// What finding a server by its name and checking its certificate reads.
std::vector<std::string> network_places();

} // namespace foyer::platform
