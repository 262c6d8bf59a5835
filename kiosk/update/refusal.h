// SPDX-License-Identifier: EUPL-1.2
// From an error to the reason that a person is told: the same code means another thing when a stick
// is pulled, when a server is down and when our own disk is full.
#pragma once

#include "kiosk/host/fetch.h"
#include "kiosk/model/update.h"
#include "kiosk/update/staging.h"

#include <functional>
#include <optional>
#include <string>

namespace foyer::update {

/// Remembers the last thing that a source failed to deliver. One thread.
class WatchedFetch final : public host::Fetch {
  public:
    explicit WatchedFetch(host::Fetch& inner) : inner_(inner) {}
    Result<void> get(const host::Wanted& wanted, const host::Sink& sink) override;

    struct Failure {
        Errc code;
        std::string name;
    };
    const std::optional<Failure>& failed() const { return failed_; }

  private:
    host::Fetch& inner_;
    std::optional<Failure> failed_;
};

/// Why the metadata were not accepted. `failed` is what the source did last, if that was the error.
/// `is_foreign` is asked at most once, where signatures do not hold.
model::Refusal refusal_of_look(const Error& error,
                               const std::optional<WatchedFetch::Failure>& failed,
                               model::Channel channel, const std::function<bool()>& is_foreign);

/// Why a pack whose metadata hold was not installed.
model::Refusal refusal_of_staging(const Error& error, Blame blame, model::Channel channel);

} // namespace foyer::update
