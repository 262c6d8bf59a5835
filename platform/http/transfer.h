// SPDX-License-Identifier: EUPL-1.2
// One request and its answer, as libcurl hands it over piece by piece: headers are judged before a
// byte of the body reaches the sink. Only curl_fetch.cpp includes this.
#pragma once

#include "kiosk/host/fetch.h"

#include <cstdint>
#include <curl/curl.h>
#include <optional>
#include <string>
#include <string_view>

namespace foyer::platform {

class Transfer {
  public:
    Transfer(CURL* curl, const host::Wanted& wanted, const host::Sink& sink);
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    /// Runs it; everything but name, range and deadline has been set on the handle.
    Result<void> run();

  private:
    static std::size_t on_header(char* data, std::size_t one, std::size_t length, void* self);
    static std::size_t on_body(char* data, std::size_t one, std::size_t length, void* self);
    bool take_header(std::string_view line);
    bool take_body(std::string_view bytes);
    void judge();
    void judge_whole();
    void judge_rest();
    void judge_nothing_left();
    bool fail(Errc code, const std::string& what);
    Result<void> outcome(CURLcode code) const;
    long status() const;

    CURL* curl_;
    const host::Wanted& wanted_;
    const host::Sink& sink_;
    std::string content_range_, encoding_; ///< of the present answer
    std::string trouble_;                  ///< libcurl's words
    std::size_t header_bytes_ = 0, idle_bytes_ = 0;
    std::uint64_t received_ = 0;
    std::optional<Error> error_;
    bool judged_ = false, nothing_left_ = false;
};

} // namespace foyer::platform
