// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update_sources.h"

#include "kiosk/base/log.h"
#include "platform/http/curl_fetch.h"
#include "platform/linux/folder_fetch.h"

#include <utility>

namespace foyer {

namespace {

using model::Channel;
using model::UpdatePhase;

platform::HttpOptions http_options(const update::Updater& updater) {
    platform::HttpOptions options;
    options.user_agent = "foyer-update/" FOYER_VERSION;
    options.clock_floor = updater.floor();
    return options;
}

/// What cannot be opened.
class Nothing final : public host::Fetch {
  public:
    explicit Nothing(Error error) : error_(std::move(error)) {}
    Result<void> get(const host::Wanted&, const host::Sink&) override { return error_; }

  private:
    Error error_;
};

class Interruptible final : public host::Fetch {
  public:
    Interruptible(host::Fetch& inner, const std::function<bool()>& interrupted)
        : inner_(inner), interrupted_(interrupted) {}

    Result<void> get(const host::Wanted& wanted, const host::Sink& sink) override {
        if (interrupted_()) return {Errc::timeout, wanted.name + ": something else came"};
        return inner_.get(wanted, [&](std::string_view piece) -> Result<void> {
            // An error that a download can go on after.
            if (interrupted_()) return {Errc::timeout, wanted.name + ": something else came"};
            return sink(piece);
        });
    }

  private:
    host::Fetch& inner_;
    const std::function<bool()>& interrupted_;
};

} // namespace

UpdatePhase update_from_network(update::Updater& updater, const std::string& address) {
    const auto fetch = platform::CurlFetch::create(address, http_options(updater));
    if (fetch) return updater.run(**fetch, {Channel::network, address});
    log::error(fetch.error().what);
    return UpdatePhase::refused;
}

UpdatePhase update_from_stick(update::Updater& updater, const std::string& folder) {
    const update::Origin origin{Channel::stick, folder};
    auto fetch = platform::FolderFetch::open(folder, stick_folder);
    if (fetch) return updater.run(**fetch, origin);
    Nothing nothing(fetch.error());
    return updater.run(nothing, origin);
}

UpdatePhase update_from_neighbour(update::Updater& updater, const std::string& address,
                                  const std::function<bool()>& interrupted) {
    platform::HttpOptions options = http_options(updater);
    options.connect_within = std::chrono::seconds(3);
    options.least_bytes_per_second = 16 * 1024;
    options.slow_for = std::chrono::seconds(10);
    const auto fetch = platform::CurlFetch::create(address, options);
    if (!fetch) {
        log::error(fetch.error().what);
        return UpdatePhase::refused;
    }
    Interruptible interruptible(**fetch, interrupted);
    return updater.run(interruptible, {Channel::neighbour, address});
}

} // namespace foyer
