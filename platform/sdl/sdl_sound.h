// SPDX-License-Identifier: EUPL-1.2
// Sound by SDL. The device is open for as long as something is heard.
#pragma once

#include "kiosk/host/sound.h"

namespace foyer::sdl {

/// One thread, which need not be that of the screen.
class SdlSound final : public host::Sound {
  public:
    Result<void> tone(int volume_percent) override;
};

} // namespace foyer::sdl
