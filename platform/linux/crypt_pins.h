// SPDX-License-Identifier: EUPL-1.2
// PINs by crypt(3): yescrypt, with a salt of the kernel's.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/host/pins.h"

namespace foyer::platform {

/// Any thread.
class CryptPins final : public host::Pins {
  public:
    bool matches(const std::string& digits, const std::string& hash) override;
};

/// A new hash of a PIN. Fails with unreadable if this system cannot make one.
Result<std::string> hash_pin(const std::string& digits);

/// A line that is typed blind, or the first of a pipe. Fails with unreadable.
Result<std::string> read_secret(const std::string& prompt);
/// Somebody types there.
bool is_terminal();

} // namespace foyer::platform
