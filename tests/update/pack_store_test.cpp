// SPDX-License-Identifier: EUPL-1.2
// The risk: a pack that crashes the kiosk stays, one that works is thrown away, or an old one comes
// back. What power cuts do to the store is tried in power_test.cpp.
#include "kiosk/update/pack_store.h"

#include "tests/update/release.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using platform::MemoryDisk;
using store::Current;
using update::Heeded;
using update::PackStore;

namespace {

/// A kiosk that shows `old`, with `oldest` before it and `fresh` installed.
struct Kiosk {
    test::Release release = test::release();
    store::Slot oldest = release.oldest_slot, old = release.old_slot, fresh = release.fresh_slot;
    MemoryDisk disk = test::kiosk_disk(release);
    PackStore store{disk, "store"};

    Kiosk() {
        disk.put(store.pack_path(fresh.sha256), release.fresh);
        REQUIRE(store.recover());
    }
    Current on_disk() const {
        const auto parsed = store::parse_current(disk.get("store/current").value_or(""));
        REQUIRE(parsed);
        return *parsed;
    }
    bool has(const store::Slot& slot) const {
        return disk.get(store.pack_path(slot.sha256)).has_value();
    }
};

} // namespace

TEST_CASE("a new store is empty and shows the factory pack", "[update][store]") {
    MemoryDisk disk;
    disk.put_folder("store");
    PackStore store(disk, "store");
    REQUIRE(store.recover());
    CHECK(store.current() == Current{});
    CHECK(disk.names() == std::vector<std::string>{"store", "store/packs"});
    CHECK(store.roll_back().error().code == Errc::not_found);
}

TEST_CASE("a new pack is on trial, and the one before stays", "[update][store]") {
    Kiosk kiosk;
    REQUIRE(kiosk.store.activate(kiosk.fresh));
    CHECK(kiosk.on_disk() == Current{kiosk.fresh, false, kiosk.old, {}});
    CHECK(kiosk.store.current() == kiosk.on_disk());
    REQUIRE(kiosk.store.collect());
    CHECK(kiosk.has(kiosk.old));
    CHECK_FALSE(kiosk.has(kiosk.oldest));
}

TEST_CASE("a pack on trial is never what another pack falls back to", "[update][store]") {
    Kiosk kiosk;
    const std::string bytes = "newer still";
    const store::Slot newest = test::slot_of(bytes, 4);
    kiosk.disk.put(kiosk.store.pack_path(newest.sha256), bytes);
    REQUIRE(kiosk.store.activate(kiosk.fresh));
    REQUIRE(kiosk.store.activate(newest));
    CHECK(kiosk.on_disk() == Current{newest, false, kiosk.old, {}});
}

TEST_CASE("a pack that is older, refused or not there is not activated", "[update][store]") {
    Kiosk kiosk;
    CHECK(kiosk.store.activate(kiosk.oldest).error().code == Errc::older);
    CHECK(kiosk.store.activate({kiosk.fresh.sha256, 2}).error().code == Errc::older);
    CHECK(kiosk.store.activate(test::slot_of("nowhere", 9)).error().code == Errc::not_found);
    REQUIRE(kiosk.store.activate(kiosk.fresh));
    REQUIRE(kiosk.store.roll_back());
    CHECK(kiosk.store.activate(kiosk.fresh).error().code == Errc::refused);
    CHECK(kiosk.store.refuses(kiosk.fresh.sha256));
    CHECK_FALSE(kiosk.store.refuses(kiosk.old.sha256));
}

TEST_CASE("a pack that was shown is confirmed, once", "[update][store]") {
    Kiosk kiosk;
    REQUIRE(kiosk.store.activate(kiosk.fresh));
    CHECK(kiosk.store.heed(store::showing({}, kiosk.old.sha256)).value() == Heeded::nothing);
    CHECK_FALSE(kiosk.on_disk().confirmed);
    const store::Note shown = store::showing({}, kiosk.fresh.sha256);
    CHECK(kiosk.store.heed(shown).value() == Heeded::confirmed);
    CHECK(kiosk.on_disk().confirmed);
    const std::size_t changes = kiosk.disk.changes();
    CHECK(kiosk.store.heed(shown).value() == Heeded::nothing);
    CHECK(kiosk.disk.changes() == changes);
}

TEST_CASE("a pack that fails gives way to the one before, and is refused from then on",
          "[update][store]") {
    Kiosk kiosk;
    REQUIRE(kiosk.store.activate(kiosk.fresh));
    // It was shown and crashed afterwards.
    const store::Note note =
        store::failing(store::showing({}, kiosk.fresh.sha256), kiosk.fresh.sha256);
    CHECK(kiosk.store.heed(note).value() == Heeded::gave_up);
    CHECK(kiosk.on_disk() == Current{kiosk.old, true, std::nullopt, {kiosk.fresh.sha256}});
    REQUIRE(kiosk.store.collect());
    CHECK_FALSE(kiosk.has(kiosk.fresh));
}

TEST_CASE("if both packs fail, the factory pack is left", "[update][store]") {
    Kiosk kiosk;
    REQUIRE(kiosk.store.activate(kiosk.fresh));
    const store::Note note =
        store::failing(store::failing({}, kiosk.old.sha256), kiosk.fresh.sha256);
    CHECK(kiosk.store.heed(note).value() == Heeded::gave_up);
    CHECK(kiosk.on_disk() ==
          Current{std::nullopt, false, std::nullopt, {kiosk.old.sha256, kiosk.fresh.sha256}});
}

TEST_CASE("a start that is not over proves nothing", "[update][store]") {
    Kiosk kiosk;
    REQUIRE(kiosk.store.activate(kiosk.fresh));
    const store::Note second =
        store::opening(store::opening({}, kiosk.fresh.sha256), kiosk.fresh.sha256);
    CHECK(kiosk.store.heed(second).value() == Heeded::nothing);
    CHECK(kiosk.on_disk().active == kiosk.fresh);
}

TEST_CASE("an operator goes back one pack, and forth again", "[update][store]") {
    Kiosk kiosk;
    REQUIRE(kiosk.store.roll_back());
    CHECK(kiosk.on_disk() == Current{kiosk.oldest, true, kiosk.old, {kiosk.old.sha256}});
    REQUIRE(kiosk.store.collect());
    REQUIRE(kiosk.store.roll_back());
    CHECK(kiosk.on_disk() == Current{kiosk.old, true, kiosk.oldest, {kiosk.oldest.sha256}});
}

TEST_CASE("what staff took back at the device stays back, and an operator can still return to it",
          "[update][store]") {
    Kiosk kiosk;
    REQUIRE(kiosk.store.activate(kiosk.fresh));
    store::Note note;
    note.unwanted = kiosk.fresh.sha256;
    CHECK(kiosk.store.heed(note).value() == Heeded::took_back);
    CHECK(kiosk.on_disk() == Current{kiosk.old, true, kiosk.fresh, {kiosk.fresh.sha256}});
    CHECK(kiosk.store.activate(kiosk.fresh).error().code == Errc::refused);
    CHECK(kiosk.store.heed(note).value() == Heeded::nothing);
    // And forth again, as the kiosk notes it.
    note.unwanted = kiosk.old.sha256;
    CHECK(kiosk.store.heed(note).value() == Heeded::took_back);
    CHECK(kiosk.on_disk() == Current{kiosk.fresh, true, kiosk.old, {kiosk.old.sha256}});
}

TEST_CASE("with no pack before it, an operator goes back to the factory pack", "[update][store]") {
    Kiosk kiosk;
    kiosk.disk.put("store/current", store::to_text(Current{kiosk.old, true, std::nullopt, {}}));
    REQUIRE(kiosk.store.recover());
    REQUIRE(kiosk.store.roll_back());
    CHECK_FALSE(kiosk.on_disk().active);
    CHECK(kiosk.store.refuses(kiosk.old.sha256));
}

TEST_CASE("an active pack that is not there gives way to the one before", "[update][store]") {
    Kiosk kiosk;
    REQUIRE(kiosk.disk.remove(kiosk.store.pack_path(kiosk.old.sha256)));
    REQUIRE(kiosk.store.recover());
    CHECK(kiosk.on_disk() == Current{kiosk.oldest, true, std::nullopt, {}});
}

TEST_CASE("a pack that changed on the card is found, and taken out without being refused",
          "[update][store]") {
    Kiosk kiosk;
    REQUIRE(kiosk.store.verify(kiosk.old.sha256));
    kiosk.disk.put(kiosk.store.pack_path(kiosk.old.sha256), "rust");
    CHECK(kiosk.store.verify(kiosk.old.sha256).error().code == Errc::damaged);
    REQUIRE(kiosk.store.drop(kiosk.old.sha256));
    CHECK(kiosk.on_disk() == Current{kiosk.oldest, true, std::nullopt, {}});
    CHECK_FALSE(kiosk.has(kiosk.old));
    CHECK(kiosk.store.verify(kiosk.old.sha256).error().code == Errc::not_found);
}

TEST_CASE("a start removes what was half made, and keeps packs and downloads", "[update][store]") {
    Kiosk kiosk;
    kiosk.disk.put("store/current.new", "half");
    kiosk.disk.put("store/packs/abc.new", "half");
    kiosk.disk.put(kiosk.store.download_path("abc"), "half");
    REQUIRE(kiosk.store.recover());
    CHECK_FALSE(kiosk.disk.get("store/current.new"));
    CHECK_FALSE(kiosk.disk.get("store/packs/abc.new"));
    CHECK(kiosk.disk.get(kiosk.store.download_path("abc")));
    CHECK(kiosk.has(kiosk.fresh));
}

TEST_CASE("a list of packs that cannot be understood costs no pack", "[update][store]") {
    Kiosk kiosk;
    kiosk.disk.put("store/current", "foyer-store 1\nactive");
    REQUIRE(kiosk.store.recover());
    CHECK_FALSE(kiosk.store.current().active);
    CHECK(kiosk.has(kiosk.old));
    CHECK(kiosk.has(kiosk.oldest));
}

TEST_CASE("a list of packs that cannot be read changes nothing", "[update][store]") {
    Kiosk kiosk;
    const std::string before = kiosk.disk.fingerprint();
    PackStore store(kiosk.disk, "store");
    kiosk.disk.fail_at(kiosk.disk.operations() + 3, MemoryDisk::Fault::io_error,
                       MemoryDisk::Lasting::once);
    CHECK(store.recover().error().code == Errc::unreadable);
    CHECK(store.collect().error().code == Errc::unreadable);
    CHECK(store.activate(kiosk.fresh).error().code == Errc::unreadable);
    CHECK(kiosk.disk.fingerprint() == before);
}

TEST_CASE("after a write that failed nothing is thrown away", "[update][store]") {
    Kiosk kiosk;
    // The rename has happened, its sync fails: nobody knows which list a power cut would leave.
    kiosk.disk.fail_at(kiosk.disk.operations() + 5, MemoryDisk::Fault::io_error,
                       MemoryDisk::Lasting::once);
    CHECK(kiosk.store.activate(kiosk.fresh).error().code == Errc::unreadable);
    CHECK(kiosk.disk.log().back() == "sync_folder store");
    CHECK(kiosk.store.collect().error().code == Errc::unreadable);
    CHECK(kiosk.has(kiosk.oldest));
    REQUIRE(kiosk.store.recover());
    CHECK(kiosk.store.collect());
}

TEST_CASE("nothing is thrown away for a list that a power cut may take back", "[update][store]") {
    Kiosk kiosk;
    // Killed after the rename, before its sync.
    kiosk.disk.fail_at(kiosk.disk.operations() + 5, MemoryDisk::Fault::io_error,
                       MemoryDisk::Lasting::once);
    REQUIRE_FALSE(kiosk.store.activate(kiosk.fresh));
    PackStore next(kiosk.disk, "store");
    REQUIRE(next.recover());
    REQUIRE(next.collect());
    for (std::size_t i = 0; i < kiosk.disk.outcomes(); ++i) {
        const MemoryDisk found = kiosk.disk.after_crash(i);
        const auto current = store::parse_current(found.get("store/current").value_or(""));
        REQUIRE(current);
        CHECK(found.get(next.pack_path(current->active->sha256)));
        CHECK(found.get(next.pack_path(current->previous->sha256)));
    }
}
