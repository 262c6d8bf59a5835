// SPDX-License-Identifier: EUPL-1.2
// The decoder gives up what it does not need before it reads its first byte.
#pragma once

#include "kiosk/base/result.h"

namespace foyer::platform {

/// For good. Fails with unreadable if the system refuses; then nothing must be decoded.
Result<void> lock_down();

} // namespace foyer::platform
