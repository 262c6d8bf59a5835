// SPDX-License-Identifier: EUPL-1.2
// The system's date. The kernel knows whether a time server keeps it right.
#pragma once

#include "kiosk/host/wall_clock.h"

namespace foyer::platform {

/// Any thread. To be made before the process gives up its rights: it looks for the board's clock
/// once, at the start.
class SystemClock final : public host::WallClock {
  public:
    SystemClock();
    std::chrono::sys_seconds now() const override;
    bool synchronised() const override;
    bool kept() const override { return kept_; }

  private:
    bool kept_;
};

} // namespace foyer::platform
