// SPDX-License-Identifier: EUPL-1.2
// A clock that stands still until a test moves it.
#pragma once

#include "kiosk/host/clock.h"

#include <atomic>

namespace foyer::platform {

/// Any thread.
class ManualClock final : public host::Clock {
  public:
    host::Milliseconds now() const override { return host::Milliseconds(now_ms_.load()); }
    void advance(host::Milliseconds by) { now_ms_ += by.count(); }

  private:
    std::atomic<host::Milliseconds::rep> now_ms_{0};
};

} // namespace foyer::platform
