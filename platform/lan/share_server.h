// SPDX-License-Identifier: EUPL-1.2
// ShareServer: hands the files of one folder to neighbours, over http with libmicrohttpd. Anybody
// on the network may knock, so everything has a bound, and nothing can be changed from there. It
// answers GET and HEAD, continues downloads, and lists nothing.
#pragma once

#include "kiosk/base/result.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

struct MHD_Daemon;

namespace foyer::platform {

struct ShareLimits {
    unsigned connections = 8;
    unsigned connections_per_address = 2;
    std::chrono::seconds idle{30};              ///< of a connection, until it is closed
    std::uint64_t bytes_per_second = 8'000'000; ///< of all connections together; not 0
};

/// Spreads bytes over time. Any thread.
class Throttle {
  public:
    explicit Throttle(std::uint64_t bytes_per_second) : bytes_per_second_(bytes_per_second) {}
    /// Books so many bytes and sleeps until it is their turn.
    void wait_for(std::uint64_t bytes);

  private:
    std::uint64_t bytes_per_second_;
    std::atomic<std::int64_t> next_ns_{0}; ///< of the steady clock: when the line is free again
};

/// Its threads end with it; each connection has one.
class ShareServer {
  public:
    /// `port` 0: any that is free. IPv4 only, as Avahi finds neighbours. Fails with unreadable if
    /// the system gives no such port. `folder` need not be there yet.
    static Result<std::unique_ptr<ShareServer>> start(std::string folder, std::uint16_t port,
                                                      const ShareLimits& limits = {});
    ~ShareServer();
    ShareServer(const ShareServer&) = delete;
    ShareServer& operator=(const ShareServer&) = delete;

    std::uint16_t port() const;
    const std::string& folder() const { return folder_; }
    Throttle& throttle() { return throttle_; }

  private:
    ShareServer(std::string folder, const ShareLimits& limits);

    std::string folder_;
    Throttle throttle_;
    MHD_Daemon* daemon_ = nullptr;
};

} // namespace foyer::platform
