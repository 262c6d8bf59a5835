// SPDX-License-Identifier: EUPL-1.2
// PinLock: wrong PINs slow down. The first three are free; then each doubles the wait, up to a
// quarter of an hour. The count is kept by the caller, so that a restart forgives nothing: the wait
// begins again with the program.
#pragma once

#include "kiosk/host/clock.h"

#include <algorithm>

namespace foyer::app {

constexpr int free_tries = 3;
constexpr host::Milliseconds first_wait{5'000}, longest_wait{15 * 60'000};

/// How long nobody looks at a PIN after so many wrong ones in a row.
constexpr host::Milliseconds wait_after(int wrong) {
    if (wrong < free_tries) return host::Milliseconds{0};
    const int doublings = std::min(wrong - free_tries, 16);
    return std::min(first_wait * (1 << doublings), longest_wait);
}

class PinLock {
  public:
    PinLock(int wrong, host::Milliseconds now) : wrong_(wrong), until_(now + wait_after(wrong)) {}

    host::Milliseconds wait(host::Milliseconds now) const {
        return std::max(until_ - now, host::Milliseconds{0});
    }
    int wrong() const { return wrong_; }
    void failed(host::Milliseconds now) { until_ = now + wait_after(++wrong_); }
    void passed() { wrong_ = 0; }

  private:
    int wrong_;
    host::Milliseconds until_;
};

} // namespace foyer::app
