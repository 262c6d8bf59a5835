// SPDX-License-Identifier: EUPL-1.2
// Updater: turns a source nobody trusts into the active pack, or refuses and says why. START HERE
// for how an update goes: run() is its table of contents.
// Every step is safe to repeat: power may go between any two of them.
#pragma once

#include "kiosk/host/clock.h"
#include "kiosk/host/disk.h"
#include "kiosk/host/fetch.h"
#include "kiosk/host/wall_clock.h"
#include "kiosk/update/client.h"
#include "kiosk/update/offer.h"
#include "kiosk/update/pack_store.h"
#include "kiosk/update/policy.h"
#include "kiosk/update/report.h"
#include "kiosk/update/shelf.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer::update {

/// Whether what was verified is also kept for neighbours (shelf.h).
enum class Sharing { off, on };

/// What came with the kiosk and does not change.
struct Site {
    std::string store;       ///< folder; must be there and be ours alone
    std::string note;        ///< the kiosk's note (store/slots.h); empty: none
    std::string factory;     ///< the pack in the image; empty: none
    std::string pack;        ///< id of the pack this kiosk shows
    std::string root;        ///< bytes of the root it trusts from the start
    MinimumVersions minimum; ///< below these nothing is believed, also with an empty store
    Time built;              ///< of the image: it is never earlier than that
    Sharing sharing = Sharing::off;
};

struct Means {
    host::Disk& disk;
    const host::Clock& clock;
    const host::WallClock& date;
    Gate gate;
};

struct Origin {
    model::Channel channel = model::Channel::network;
    std::string name; ///< folder or address, for the operator
};

/// One thread, and one process at a time: whoever has one holds STORE/lock.
class Updater {
  public:
    /// Everything in `means` outlives it.
    Updater(Site site, const Means& means);

    /// Before anything else, and again after another process may have had the lock: puts in order
    /// what an interruption left behind, and heeds the kiosk's note. Fails as the disk does, and
    /// with untrusted or damaged if the image's root is none.
    Result<void> start();
    /// After start(): reads the active pack once from the medium. A worn card has changed it: then
    /// the pack before is active, and this one may be installed again. Seconds on a big pack.
    Result<void> verify_active();
    /// Instead of start(), without the lock: reads, and writes nothing.
    Result<void> look_only();
    /// One update from one source. Says what became of it; the report has the reasons.
    model::UpdatePhase run(host::Fetch& source, const Origin& origin);
    /// Fails with not_found if there is nothing to go back to.
    Result<void> roll_back();
    /// Without sharing: what an earlier process kept for neighbours goes. With the lock held.
    Result<void> stop_sharing() { return shelf_.clear(); }
    /// The source is gone: takes the last words about it back.
    void forget_source() { report_.idle(); }

    const store::Current& current() const { return store_.current(); }
    const store::UpdateFile& report() const { return report_.file(); }
    Versions versions() const { return versions_; }
    /// The version of the snapshot that neighbours can have from here. Empty: nothing is shared.
    std::optional<std::uint64_t> shared_snapshot() const { return shelf_.snapshot(); }
    /// The earliest it can be, by all that is proven.
    Time floor() const { return floor_; }

  private:
    /// Why something was not taken.
    struct Refused {
        model::Refusal refusal;
        std::string detail;
    };
    enum class Look { offer, nothing_new };

    Result<void> prepare_trust();
    Result<void> heed_note();
    void read_floor();
    ClockReading clock_reading() const;
    Result<Look> look(host::Fetch& source, const Origin& origin);
    Result<void> find_pack(host::Fetch& source);
    Result<Look> judge_offer();
    Result<void> find_patches(host::Fetch& source);
    std::vector<std::string> bases();
    Result<void> raise_floor();
    std::optional<Time> fresh_until() const;
    void make_way(const Offer& offer);
    void fill_shelf(host::Fetch& source);
    model::UpdatePhase succeed(model::UpdatePhase phase, host::Fetch& source, const Origin& origin);
    model::UpdatePhase refuse(const Refused& why);

    Site site_;
    Means means_;
    PackStore store_;
    Shelf shelf_;
    Report report_;
    Time floor_;
    Versions versions_;
    std::optional<std::string> factory_sha256_;

    // Of the present run.
    std::optional<Client> client_;
    std::optional<Published> published_;
    std::optional<model::Refusal> verdict_; ///< where the code of an error does not tell
};

} // namespace foyer::update
