// SPDX-License-Identifier: EUPL-1.2
// AvahiNeighbours: neighbours by mDNS, with the system's avahi-daemon. Kiosks of the same publisher
// announce the service _foyer-update._tcp with "id" and "snapshot" in its text.
// IPv4 only: an IPv6 address that is found this way mostly needs the name of an interface as well.
#pragma once

#include "kiosk/host/neighbours.h"

#include <functional>
#include <memory>
#include <string>

namespace foyer::platform {

/// More than one room has; who announces more to keep us busy gets no further.
constexpr std::size_t max_neighbours = 64;

/// Listens in a thread of its own from the start on. Without a daemon it says so in the log,
/// once, and tries again now and then when it is asked.
class AvahiNeighbours final : public host::Neighbours {
  public:
    /// `id` tells repositories apart. `changed` is called in the other thread when there is one
    /// more, or one says something else; it must not call back.
    AvahiNeighbours(std::string id, std::function<void()> changed);
    ~AvahiNeighbours() override;

    void announce(const host::Offering& offering) override;
    void withdraw() override;
    std::vector<host::Neighbour> found() override;

  private:
    class Session;
    std::unique_ptr<Session> session_;
};

} // namespace foyer::platform
