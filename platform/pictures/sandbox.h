// SPDX-License-Identifier: EUPL-1.2
// The decoder gives up what it does not need before it reads its first byte: it may compute, read
// fonts and answer on its socket. What takes it over gains a process that can do no more.
#pragma once

#include "kiosk/base/result.h"

#include <string>
#include <vector>

namespace foyer::platform {

/// For good, for this process and what it starts. Of the file system only `readable` (folders with
/// all below, and files) can be opened, and only on kernels that have Landlock; nothing can be
/// written. Fails with unreadable if the system refuses; then nothing must be decoded.
Result<void> lock_down(const std::vector<std::string>& readable);

/// Where fontconfig and FreeType read, judged by this process' environment.
std::vector<std::string> font_places();

} // namespace foyer::platform
