// SPDX-License-Identifier: EUPL-1.2
// Sticks are the folders below one folder, where the system mounts them.
#pragma once

#include "kiosk/host/sticks.h"

namespace foyer::platform {

/// Links are passed over, whatever they lead to; so is, unless `any_folder`, what is no mount point
/// of its own, since that would be a folder of the device.
class MediaSticks final : public host::Sticks {
  public:
    enum class Takes { mounted, any_folder };
    /// Without a folder there are never any.
    MediaSticks(std::string folder, Takes takes) : folder_(std::move(folder)), takes_(takes) {}
    std::vector<host::Stick> found() override;

  private:
    std::string folder_;
    Takes takes_;
};

} // namespace foyer::platform
