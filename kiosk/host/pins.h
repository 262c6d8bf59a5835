// SPDX-License-Identifier: EUPL-1.2
// PINs are never kept, only salted hashes of them.
#pragma once

#include <string>

namespace foyer::host {

class Pins {
  public:
    virtual ~Pins() = default;
    /// Takes a tenth of a second on purpose; call it from a worker. False for a hash that is none.
    virtual bool matches(const std::string& digits, const std::string& hash) = 0;
};

} // namespace foyer::host
