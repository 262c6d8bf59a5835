// SPDX-License-Identifier: EUPL-1.2
// Passphrases, from a person at the terminal or, for scripts, from files.
#pragma once

#include "kiosk/base/result.h"

#include <string>

namespace foyer::publisher {

/// Asks on the terminal of this process, wherever its output goes, and shows nothing of what is
/// typed. Fails with unreadable if there is no terminal or nothing is typed.
Result<std::string> ask_secretly(const std::string& question);
/// Whether there is a terminal to ask on.
bool has_terminal();
/// The first line of a file. Fails with not_found, or invalid if it is empty.
Result<std::string> read_passphrase(const std::string& path);

} // namespace foyer::publisher
