// SPDX-License-Identifier: EUPL-1.2
// The program's clock: monotonic, from an arbitrary start. Tests move it by hand.
#pragma once

#include <chrono>

namespace foyer::host {

using Milliseconds = std::chrono::milliseconds;

class Clock {
  public:
    virtual ~Clock() = default;
    virtual Milliseconds now() const = 0;
};

} // namespace foyer::host
