// SPDX-License-Identifier: EUPL-1.2
// A date that goes with the program's clock, from a day that was chosen.
#pragma once

#include "kiosk/host/clock.h"
#include "kiosk/host/wall_clock.h"

namespace foyer::platform {

/// Any thread, if the clock is for any.
class DatedClock final : public host::WallClock {
  public:
    DatedClock(std::chrono::sys_seconds begin, const host::Clock& clock)
        : begin_(begin), clock_(clock) {}
    std::chrono::sys_seconds now() const override {
        return begin_ + std::chrono::floor<std::chrono::seconds>(clock_.now());
    }
    bool synchronised() const override { return true; }
    bool kept() const override { return true; }

  private:
    std::chrono::sys_seconds begin_;
    const host::Clock& clock_;
};

} // namespace foyer::platform
