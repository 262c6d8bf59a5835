// SPDX-License-Identifier: EUPL-1.2
// What Linux says of the machine, in /proc and /sys.
#pragma once

#include "kiosk/host/machine.h"

namespace foyer::platform {

class ThisMachine final : public host::Machine {
  public:
    /// Where sysfs is mounted.
    explicit ThisMachine(std::string sys = "/sys") : sys_(std::move(sys)) {}

    host::LocalTime local(std::chrono::sys_seconds time) const override;
    std::optional<std::chrono::seconds> uptime() override;
    std::optional<double> temperature() override;
    std::optional<std::int64_t> resident_bytes() override;
    std::optional<std::int64_t> total_bytes(const std::string& folder) override;
    bool can_dim() override;
    Result<void> set_brightness(int percent) override;

  private:
    /// The folder of the first screen whose brightness can be set; empty: there is none.
    std::string backlight() const;

    std::string sys_;
};

} // namespace foyer::platform
