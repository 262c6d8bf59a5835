// SPDX-License-Identifier: EUPL-1.2
// Watch: foyer-update as it runs on a kiosk. Sticks as they come, the note of the kiosk as it
// changes, the network and neighbours now and then; and for neighbours a server, if that is wanted.
#pragma once

#include "kiosk/host/neighbours.h"
#include "kiosk/update/penalties.h"
#include "kiosk/update/updater.h"
#include "kiosk/update_arguments.h"
#include "platform/linux/media_watch.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

namespace platform {
class ShareServer;
} // namespace platform

/// One thread, but for the server and for finding neighbours, which have their own. What is given
/// outlives it.
class Watch {
  public:
    Watch(const UpdateArguments& arguments, update::Updater& updater, platform::MediaWatch& media);
    ~Watch();

    /// Begins to share, if that is wanted: after the process was confined, before run(). `root` is
    /// that of the image. Fails with unreadable if the port cannot be had.
    Result<void> share(const std::string& root);
    /// For ever. Fails with unreadable if sticks cannot be watched any more.
    Result<void> run();

  private:
    using Clock = std::chrono::steady_clock;

    template <class Action> Result<void> locked(const Action& action);
    template <class Action> void try_locked(const Action& action);
    void ask_those_we_know();
    model::UpdatePhase ask_neighbour(const std::string& url);
    bool ask_one_we_found();
    std::optional<host::Neighbour> best_neighbour();
    bool interrupted();
    void note(model::UpdatePhase phase);
    void see(const platform::MediaEvent& event);
    void announce();
    std::optional<std::chrono::milliseconds> until_next() const;
    bool asks() const { return !arguments_.source.empty() || !arguments_.neighbours.empty(); }

    const UpdateArguments& arguments_;
    update::Updater& updater_;
    platform::MediaWatch& media_;
    std::unique_ptr<platform::ShareServer> server_;
    std::unique_ptr<host::Neighbours> neighbours_;
    std::optional<host::Offering> announced_;
    update::Penalties penalties_;
    std::uint64_t have_ = 0;      ///< version of the snapshot that all is here of
    platform::MediaNews waiting_; ///< came while a neighbour was asked
    std::string shown_;           ///< the stick that was spoken of last
    Clock::time_point next_ = Clock::now();
    Clock::time_point looked_ = Clock::now();
    Clock::time_point quiet_until_ = Clock::now(); ///< somebody reads what became of a stick
};

} // namespace foyer
