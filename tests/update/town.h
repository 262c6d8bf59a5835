// SPDX-License-Identifier: EUPL-1.2
// A town: a publisher who signs packs, and a kiosk that updates from it, both in memory. The packs
// are a few hundred bytes that are no packs: the gate is a stand-in.
#pragma once

#include "kiosk/update/updater.h"
#include "platform/memory/manual_clock.h"
#include "platform/memory/manual_wall_clock.h"
#include "tests/update/release.h"
#include "tests/update/repository.h"

#include <memory>
#include <string>

namespace foyer::test {

class Town {
  public:
    /// A publisher with one pack, and a kiosk in the state in which it leaves the factory: an empty
    /// store, a clock that is right, a factory pack the publisher never heard of.
    Town();

    /// Publishes another pack, with a patch from `base` if there is one. Returns its bytes.
    std::string publish_pack(unsigned seed, std::uint64_t sequence, const std::string& base = {});
    /// Signs the four roles of the repository once more, as a refresh does.
    void refresh();
    /// From now on the timestamp is one for sticks.
    void mark_timestamp_for_sticks();

    /// A new process: starts and does one update.
    model::UpdatePhase update(host::Fetch& source,
                              model::Channel channel = model::Channel::network);
    model::UpdatePhase update() { return update(repository); }
    /// The same as long as it lives: for looking at what it says.
    std::unique_ptr<update::Updater> start();

    std::string active() const; ///< bytes of the pack that a kiosk would show; empty: the factory's
    model::Refusal refusal() const;
    store::UpdateFile report() const;

    Repository repository;
    platform::MemoryDisk disk;
    platform::ManualClock clock;
    platform::ManualWallClock date;
    update::Site site;
    update::Gate gate = open_gate;
    std::string factory;
};

/// "x" many times, so that a patch between two packs is short.
std::string pack_bytes(unsigned seed);

} // namespace foyer::test
