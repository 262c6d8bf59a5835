// SPDX-License-Identifier: EUPL-1.2
// A date that a test sets, and the reasons to believe it or not.
#pragma once

#include "kiosk/host/wall_clock.h"

namespace foyer::platform {

/// One thread.
class ManualWallClock final : public host::WallClock {
  public:
    std::chrono::sys_seconds now() const override { return time; }
    bool synchronised() const override { return is_synchronised; }
    bool kept() const override { return is_kept; }

    std::chrono::sys_seconds time{};
    bool is_synchronised = true, is_kept = false;
};

} // namespace foyer::platform
