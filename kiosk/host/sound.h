// SPDX-License-Identifier: EUPL-1.2
// Sound. The device is opened when something is to be heard, and closed again.
#pragma once

#include "kiosk/base/result.h"

namespace foyer::host {

class Sound {
  public:
    virtual ~Sound() = default;
    /// A tone of a second; returns when it is over. 0 to 100. Fails with not_found without a
    /// device, unreadable.
    virtual Result<void> tone(int volume_percent) = 0;
};

} // namespace foyer::host
