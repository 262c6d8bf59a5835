// SPDX-License-Identifier: EUPL-1.2
// Neighbours: other kiosks on the same network, and telling them about us. What is found is what
// somebody claims: it says whom to ask, and nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace foyer::host {

/// What this kiosk can hand on.
struct Offering {
    std::uint16_t port = 0;
    std::uint64_t snapshot = 0; ///< version

    friend bool operator==(const Offering&, const Offering&) = default;
};

struct Neighbour {
    std::string url; ///< where its repository begins: "http://192.0.2.7:40123/"
    std::uint64_t snapshot = 0;

    friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

/// One thread. Nothing here fails: without a network there are no neighbours.
class Neighbours {
  public:
    virtual ~Neighbours() = default;
    /// From now on, and instead of what was announced before.
    virtual void announce(const Offering& offering) = 0;
    virtual void withdraw() = 0;
    /// All that announce the same repository, without ourselves.
    virtual std::vector<Neighbour> found() = 0;
};

} // namespace foyer::host
