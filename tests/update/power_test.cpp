// SPDX-License-Identifier: EUPL-1.2
// The risk: the plug is pulled, or the card fails, in the middle of an update, and the kiosk stays
// dark, shows half a pack, or never updates again. Every step of an update is tried with every
// disk a power cut may leave there, and from each of those every step once more.
#include "tests/update/release.h"

#include "kiosk/store/slots.h"
#include "kiosk/update/crypto.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <deque>
#include <unordered_set>

using namespace foyer;
using platform::MemoryDisk;
using update::PackStore;

namespace {

/// What foyer-update does, from its start to the end, the kiosk's part in the middle included.
Result<void> update_all(MemoryDisk& disk, test::Release& release) {
    PackStore store(disk, "store");
    TRY(store.recover());
    if (store.current().active != release.fresh_slot) {
        update::Staging staging(disk, release.source, store, test::open_gate, {});
        TRY(staging.run(release.offer));
        TRY(store.activate(release.fresh_slot));
    }
    TRY(store.heed(store::showing({}, release.fresh_slot.sha256)));
    return store.collect();
}

bool whole(const MemoryDisk& disk, const store::Slot& slot) {
    const std::optional<std::string> bytes = disk.get(store::pack_path("store", slot.sha256));
    return bytes && update::hash_hex(update::HashKind::sha256, *bytes) == slot.sha256;
}

/// What the kiosk finds when it starts on this disk. Empty if that is fine.
std::string wrong_at_start(const MemoryDisk& disk, const test::Release& release) {
    const auto current = store::parse_current(disk.get("store/current").value_or(""));
    if (!current) return "`current` does not parse";
    if (!current->active) return "no pack is active";
    if (current->active != release.old_slot && current->active != release.fresh_slot) {
        return "neither the old pack nor the new one is active";
    }
    if (!whole(disk, *current->active)) return "the active pack is not whole";
    if (current->previous && !whole(disk, *current->previous)) return "the previous one is not";
    return {};
}

/// After an update that was not disturbed.
std::string wrong_at_end(const MemoryDisk& disk, const test::Release& release) {
    const auto current = store::parse_current(disk.get("store/current").value_or(""));
    if (!current || current->active != release.fresh_slot) return "the new pack is not active";
    if (!current->confirmed) return "it is not confirmed";
    if (!disk.sealed(store::pack_path("store", release.fresh_slot.sha256))) return "not sealed";
    std::size_t expected = 4 + (current->previous ? 1 : 0);
    if (disk.names().size() != expected) return "something was left behind";
    return wrong_at_start(disk, release);
}

/// The disks that power cuts can leave, each once.
class Disks {
  public:
    struct Found {
        MemoryDisk disk;
        int cuts; ///< how many power cuts led here
    };
    void add_all(const MemoryDisk& disk, int cuts) {
        const std::size_t outcomes = disk.outcomes();
        looked_at_ += outcomes;
        for (std::size_t i = 0; i < outcomes; ++i) {
            MemoryDisk found = disk.after_crash(i);
            if (known_.insert(found.fingerprint()).second) {
                waiting_.push_back({std::move(found), cuts});
            }
        }
    }
    /// Pulls the plug before every operation of `disk` from now on, and after the last one.
    void watch(MemoryDisk& disk, int cuts) {
        disk.before_each([this, &disk, cuts, last = std::size_t(-1)]() mutable {
            if (disk.changes() != std::exchange(last, disk.changes())) add_all(disk, cuts);
        });
    }
    std::optional<Found> take() {
        if (waiting_.empty()) return std::nullopt;
        Found found = std::move(waiting_.front());
        waiting_.pop_front();
        return found;
    }
    std::size_t different() const { return known_.size(); }
    std::size_t looked_at() const { return looked_at_; }

  private:
    std::unordered_set<std::string> known_;
    std::deque<Found> waiting_;
    std::size_t looked_at_ = 0;
};

constexpr int most_cuts = 2;

enum class Way { patch, whole };

test::Release release_by(Way way) {
    test::Release release = test::release();
    if (way == Way::whole) release.offer.patches.clear();
    return release;
}

} // namespace

TEST_CASE("at any power cut the kiosk starts with the old pack or the new one, whole",
          "[update][power]") {
    test::Release release = release_by(GENERATE(Way::patch, Way::whole));
    Disks disks;
    disks.add_all(test::kiosk_disk(release), 0);
    std::size_t runs = 0;
    while (std::optional<Disks::Found> found = disks.take()) {
        MemoryDisk& disk = found->disk;
        std::string wrong = wrong_at_start(disk, release);
        if (wrong.empty()) {
            // The second cut comes while the kiosk recovers from the first.
            const bool cut_again = found->cuts < most_cuts;
            if (cut_again) disks.watch(disk, found->cuts + 1);
            const Result<void> updated = update_all(disk, release);
            if (cut_again) disks.add_all(disk, found->cuts + 1);
            disk.before_each({});
            wrong = updated ? wrong_at_end(disk, release) : updated.error().what;
        }
        ++runs;
        if (!wrong.empty()) {
            for (const std::string& line : disk.log()) UNSCOPED_INFO(line);
            FAIL(wrong);
        }
    }
    // With a disk that forgets nothing there would be hardly any.
    CHECK(runs > 50);
    CHECK(disks.looked_at() > 3'000);
}

TEST_CASE("at any power cut while a pack is given up, one that works is active",
          "[update][power]") {
    const test::Release release = test::release();
    MemoryDisk start = test::kiosk_disk(release);
    start.put(store::pack_path("store", release.fresh_slot.sha256), release.fresh);
    start.put("store/current",
              store::to_text(store::Current{release.fresh_slot, false, release.old_slot, {}}));
    const auto give_up = [&](MemoryDisk& disk) -> Result<void> {
        PackStore store(disk, "store");
        TRY(store.recover());
        TRY(store.heed(store::failing({}, release.fresh_slot.sha256)));
        return store.collect();
    };
    Disks disks;
    disks.add_all(start, 0);
    // However often it is cut: there are so few different disks that all are tried.
    while (std::optional<Disks::Found> found = disks.take()) {
        REQUIRE(wrong_at_start(found->disk, release) == "");
        disks.watch(found->disk, found->cuts + 1);
        REQUIRE(give_up(found->disk));
        disks.add_all(found->disk, found->cuts + 1);
        const auto current = store::parse_current(found->disk.get("store/current").value_or(""));
        const store::Current back{
            release.old_slot, true, std::nullopt, {release.fresh_slot.sha256}};
        REQUIRE(current == back);
    }
    CHECK(disks.different() > 5);
}

TEST_CASE("whatever fails at any step, the old pack or the new one is active and whole",
          "[update][power]") {
    using Fault = MemoryDisk::Fault;
    using Lasting = MemoryDisk::Lasting;
    const Way way = GENERATE(Way::patch, Way::whole);
    const Fault fault = GENERATE(Fault::io_error, Fault::no_space, Fault::short_read);
    const Lasting lasting = GENERATE(Lasting::once, Lasting::for_good);
    test::Release release = release_by(way);
    MemoryDisk undisturbed = test::kiosk_disk(release);
    REQUIRE(update_all(undisturbed, release));

    for (std::size_t step = 0; step < undisturbed.operations(); ++step) {
        MemoryDisk disk = test::kiosk_disk(release);
        disk.fail_at(step, fault, lasting);
        const Result<void> disturbed = update_all(disk, release);
        CAPTURE(step, undisturbed.log()[step], static_cast<int>(fault), static_cast<int>(lasting),
                disturbed ? "fine" : disturbed.error().what);
        // And the plug is pulled then.
        for (std::size_t i = 0; i < disk.outcomes(); ++i) {
            MemoryDisk found = disk.after_crash(i);
            REQUIRE(wrong_at_start(found, release) == "");
            REQUIRE(update_all(found, release));
            REQUIRE(wrong_at_end(found, release) == "");
        }
        // Or it is simply tried again.
        disk.heal();
        REQUIRE(wrong_at_start(disk, release) == "");
        REQUIRE(update_all(disk, release));
        REQUIRE(wrong_at_end(disk, release) == "");
    }
}

TEST_CASE("killed at any step and started again, it still stands every power cut",
          "[update][power]") {
    test::Release release = release_by(GENERATE(Way::patch, Way::whole));
    MemoryDisk undisturbed = test::kiosk_disk(release);
    REQUIRE(update_all(undisturbed, release));
    Disks disks;
    for (std::size_t step = 0; step < undisturbed.operations(); ++step) {
        CAPTURE(step, undisturbed.log()[step]);
        // Nothing of what a process does after its death reaches the disk; what it had not synced
        // is still on its way when the next one starts.
        MemoryDisk disk = test::kiosk_disk(release);
        disk.fail_at(step, MemoryDisk::Fault::io_error, MemoryDisk::Lasting::for_good);
        REQUIRE_FALSE(update_all(disk, release));
        disk.heal();
        disks.watch(disk, 1);
        REQUIRE(update_all(disk, release));
        while (std::optional<Disks::Found> found = disks.take()) {
            REQUIRE(wrong_at_start(found->disk, release) == "");
            REQUIRE(update_all(found->disk, release));
            REQUIRE(wrong_at_end(found->disk, release) == "");
        }
    }
}

TEST_CASE("a full disk is told before anything is fetched, and nothing is left on it",
          "[update][power]") {
    test::Release release = test::release();
    MemoryDisk disk = test::kiosk_disk(release);
    disk.limit(update::spare_bytes);
    const std::vector<std::string> before = disk.names();
    PackStore store(disk, "store");
    REQUIRE(store.recover());
    update::Staging staging(disk, release.source, store, test::open_gate, {});
    const Result<void> result = staging.run(release.offer);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Errc::no_space);
    CHECK(staging.blame() == update::Blame::store);
    CHECK(release.source.asked.empty());
    CHECK(disk.names() == before);
}
