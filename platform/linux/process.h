// SPDX-License-Identifier: EUPL-1.2
// What the system knows about this process.
#pragma once

#include <cstddef>
#include <string>

namespace foyer::platform {

/// Memory that is resident now; 0 if the system does not tell.
std::size_t resident_bytes();

/// Call before there are threads: what is freed goes back to the system, also where it lay between
/// other things. A kiosk runs for months, and its texts and pictures come in all sizes.
void keep_heap_small();

/// Folder of the running program, without a slash at its end.
std::string program_folder();

/// Runs this program anew, with the same arguments; returns only if that fails.
void run_again(char** arguments);

} // namespace foyer::platform
