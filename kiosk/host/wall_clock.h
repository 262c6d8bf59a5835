// SPDX-License-Identifier: EUPL-1.2
// The date, and whether to believe it. A board without a battery starts in 1970 or on the day its
// image was made; only signed metadata tell it then what time it is at least.
#pragma once

#include <chrono>

namespace foyer::host {

class WallClock {
  public:
    virtual ~WallClock() = default;
    /// In UTC.
    virtual std::chrono::sys_seconds now() const = 0;
    /// A time server has set it, and was heard of lately.
    virtual bool synchronised() const = 0;
    /// There is a clock that may go on while the power is off; whether its battery does is unknown.
    virtual bool kept() const = 0;
};

} // namespace foyer::host
