// SPDX-License-Identifier: EUPL-1.2
// The other end of a control socket: one question, one answer.
#pragma once

#include "kiosk/base/result.h"

#include <chrono>
#include <string>

namespace foyer::platform {

/// Sends a line and returns the answer, without its end. Fails with not_found (nobody listens
/// there), timeout, unreadable, too_large (more than a megabyte).
Result<std::string> ask_socket(const std::string& path, const std::string& line,
                               std::chrono::milliseconds within);

} // namespace foyer::platform
