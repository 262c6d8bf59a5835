// SPDX-License-Identifier: EUPL-1.2
// What the machine says of itself, and the little of it that can be set on site.
#pragma once

#include "kiosk/base/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace foyer::host {

/// A moment on the wall clock of the place where the machine stands.
struct LocalTime {
    int year = 1970, month = 1, day = 1;
    int weekday = 3; ///< 0 is Monday
    int hour = 0, minute = 0;
    friend bool operator==(const LocalTime&, const LocalTime&) = default;
};

class Machine {
  public:
    virtual ~Machine() = default;
    /// Any thread.
    virtual LocalTime local(std::chrono::sys_seconds time) const = 0;

    // The worker's thread.
    virtual std::optional<std::chrono::seconds> uptime() = 0;
    virtual std::optional<double> temperature() = 0; ///< degrees Celsius, the hottest that is told
    virtual std::optional<std::int64_t> resident_bytes() = 0; ///< of this program
    virtual std::optional<std::int64_t> total_bytes(const std::string& folder) = 0;
    virtual bool can_dim() = 0;
    /// 10 to 100. Fails with not_found (no such screen), unreadable.
    virtual Result<void> set_brightness(int percent) = 0;
};

} // namespace foyer::host
