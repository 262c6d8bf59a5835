// SPDX-License-Identifier: EUPL-1.2
// CurlFetch: host::Fetch over http and https. Nothing is followed, nothing is unpacked, nothing is
// guessed: what is not the plain answer to the plain question is an error.
// Proxies are those of the environment: http_proxy, https_proxy, no_proxy.
#pragma once

#include "kiosk/host/fetch.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace foyer::platform {

struct HttpOptions {
    /// Certificates are judged at this time while the system's clock is behind it: a board without
    /// a battery starts in 1970, when no certificate was valid.
    std::optional<std::chrono::sys_seconds> clock_floor;
    /// PEM file of the authorities that are believed. Empty: what the environment's SSL_CERT_FILE
    /// names, or else the system's.
    std::string ca_file;
    std::string user_agent = "foyer-update";
    std::chrono::seconds connect_within{10};
    /// A transfer that stays below the least speed for that long is given up with timeout.
    long least_bytes_per_second = 1024;
    std::chrono::seconds slow_for{30};
};

/// What went over the line since the start; TLS is not counted.
struct Traffic {
    std::uint64_t requests = 0;
    std::uint64_t connections = 0;
    std::uint64_t sent_bytes = 0;     ///< requests
    std::uint64_t received_bytes = 0; ///< answers, with their headers
};

/// Keeps its connection open from one get() to the next. One thread. Of the errors of Fetch:
/// not_found is 404, 403 and 410; refused is any other answer but the one that was asked for,
/// redirects included; unreadable is also a name that does not resolve and a certificate that does
/// not hold. Where nothing is left behind `offset`, get() succeeds without a byte.
class CurlFetch final : public host::Fetch {
  public:
    /// `base_url` is where names start, with or without a slash at its end. Fails with invalid
    /// unless it is http or https without a query; makes no connection.
    static Result<std::unique_ptr<CurlFetch>> create(std::string base_url,
                                                     HttpOptions options = {});
    ~CurlFetch() override;
    CurlFetch(const CurlFetch&) = delete;
    CurlFetch& operator=(const CurlFetch&) = delete;

    Result<void> get(const host::Wanted& wanted, const host::Sink& sink) override;
    const Traffic& traffic() const { return traffic_; }

  private:
    class Handle;
    CurlFetch(std::string base_url, HttpOptions options, std::unique_ptr<Handle> handle);
    bool set_up();

    std::string base_url_; ///< with a slash at its end
    HttpOptions options_;
    std::unique_ptr<Handle> handle_;
    Traffic traffic_;
};

/// A name as path of a URL: every byte but letters, digits and -._~/ becomes %XX. What is %XX in
/// `name` stays: roles come with their names encoded already. Empty if there is no such path: a
/// segment that is empty, "." or "..".
std::string url_path(std::string_view name);

} // namespace foyer::platform
