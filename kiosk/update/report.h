// SPDX-License-Identifier: EUPL-1.2
// Report: tells the kiosk and the operator how an update goes, in STORE/update.json. That file is
// written often and may be lost in a power cut; what has to outlive one (when content was last
// known to be fresh, what was refused and why) lies in STORE/history.json as well.
#pragma once

#include "kiosk/host/clock.h"
#include "kiosk/host/disk.h"
#include "kiosk/host/wall_clock.h"
#include "kiosk/store/update_file.h"
#include "kiosk/update/staging.h"
#include "kiosk/update/time_text.h"

#include <optional>
#include <string>

namespace foyer::update {

/// What a source has for this kiosk, in words.
struct OfferWords {
    std::string publisher, title, version;
    int new_pages = 0, changed_pages = 0;
    bool pages_known = false;
};

/// One thread. A report that cannot be written is logged and holds nothing up.
class Report {
  public:
    Report(host::Disk& disk, const host::Clock& clock, const host::WallClock& date,
           std::string store);

    /// Goes on from what the last process left. To be called first.
    void recall();
    void begin(model::Channel channel, const std::string& source);
    void found(const OfferWords& words, std::uint64_t fetch_bytes, std::uint64_t pack_bytes);
    /// Writes four times a second at most.
    void progress(StagePhase phase, std::uint64_t done, std::uint64_t total);

    /// `fresh` is the time for which the content is proven to be the newest, if any is.
    void installed(std::optional<Time> fresh);
    void up_to_date(std::optional<Time> fresh);
    void refused(model::Refusal refusal, const std::string& detail);
    /// The stick is gone: nothing more to say about it.
    void idle();

    /// Whether the date can be believed.
    void clock_known(bool known) { file_.freshness.clock_known = known; }
    const store::UpdateFile& file() const { return file_; }

  private:
    enum class Keep { until_power_cut, for_good };
    void write(Keep keep);
    void succeeded(std::optional<Time> fresh);
    std::string now() const;
    int seconds_left(StagePhase phase, std::uint64_t done) const;

    host::Disk& disk_;
    const host::Clock& clock_;
    const host::WallClock& date_;
    std::string store_;
    store::UpdateFile file_;
    std::uint64_t fetch_bytes_ = 0, pack_bytes_ = 0;
    std::uint64_t resumed_at_ = 0; ///< bytes that were there when the download went on
    host::Milliseconds began_{0};  ///< of the download
    std::optional<host::Milliseconds> written_;
};

} // namespace foyer::update
