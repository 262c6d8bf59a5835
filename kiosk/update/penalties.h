// SPDX-License-Identifier: EUPL-1.2
// Penalties: neighbours that promised more than they had are left alone for a while.
#pragma once

#include <chrono>
#include <map>
#include <string>

namespace foyer::update {

/// One thread. Times are passed in, and only rise.
class Penalties {
  public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::minutes first{10}, later{60};
    /// Who announces himself under ever new addresses makes the oldest ones forgotten, not the
    /// memory full.
    static constexpr std::size_t max_entries = 1000;

    /// It was asked in vain: ten minutes, and an hour each time after that.
    void add(const std::string& url, Time now);
    /// It kept its word.
    void forgive(const std::string& url) { until_.erase(url); }
    bool waits(const std::string& url, Time now) const;
    std::size_t size() const { return until_.size(); }

  private:
    std::map<std::string, Time> until_;
};

} // namespace foyer::update
