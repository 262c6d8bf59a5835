// SPDX-License-Identifier: EUPL-1.2
// The system's monotonic clock.
#pragma once

#include "kiosk/host/clock.h"

namespace foyer::platform {

/// Any thread.
class SteadyClock final : public host::Clock {
  public:
    host::Milliseconds now() const override {
        const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
        return std::chrono::duration_cast<host::Milliseconds>(since_start);
    }
};

} // namespace foyer::platform
