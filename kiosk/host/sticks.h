// SPDX-License-Identifier: EUPL-1.2
// Sticks that were put in, as places to write to.
#pragma once

#include <string>
#include <vector>

namespace foyer::host {

struct Stick {
    std::string name;      ///< as it is called on the screen
    std::string path;      ///< its folder
    bool writable = false; ///< neither read-only nor somebody else's
};

class Sticks {
  public:
    virtual ~Sticks() = default;
    /// Those that are there now, by name. One thread.
    virtual std::vector<Stick> found() = 0;
};

} // namespace foyer::host
