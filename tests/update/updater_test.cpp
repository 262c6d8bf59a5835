// SPDX-License-Identifier: EUPL-1.2
// Risk: an update that should be refused is installed, or one that should be installed is not, and
// nobody can tell why. The threats are those of the table in SECURITY.md, by number.
#include "tests/update/town.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;
using model::Channel;
using model::Refusal;
using model::UpdatePhase;

namespace {

std::size_t requests_for(const Town& town, const std::string& part) {
    return static_cast<std::size_t>(
        std::count_if(town.repository.requests.begin(), town.repository.requests.end(),
                      [&](const std::string& name) { return name.find(part) != name.npos; }));
}

store::Current current(const Town& town) {
    return store::parse_current(town.disk.get("store/current").value_or("")).value();
}

void write_note(Town& town, const store::Note& note) {
    town.disk.put("state/note", store::to_text(note));
}

} // namespace

TEST_CASE("a new pack is installed on trial, and the report says whose and how big", "[update]") {
    Town town;
    const std::string pack = town.publish_pack(20, 2);
    CHECK(town.update() == UpdatePhase::installed);
    CHECK((town.active() == pack));
    CHECK_FALSE(current(town).confirmed);
    const store::UpdateFile report = town.report();
    CHECK(report.status.phase == UpdatePhase::installed);
    CHECK(report.status.publisher == "Stadt Musterstadt");
    CHECK(report.status.title == "Unsere Stadt");
    CHECK(report.status.version == "2");
    CHECK_FALSE(report.status.pages_known);
    CHECK(report.freshness.fresh_at == now_text);
    CHECK(report.freshness.last_source == "network");
    CHECK(town.disk.sealed(store::pack_path("store", current(town).active->sha256)));
}

TEST_CASE("where the kiosk has a pack that a patch starts from, the patch is all it fetches",
          "[update]") {
    Town town;
    const std::string first = town.publish_pack(20, 2);
    REQUIRE(town.update() == UpdatePhase::installed);
    const std::string second = town.publish_pack(21, 3, first);
    town.repository.requests.clear();
    CHECK(town.update() == UpdatePhase::installed);
    CHECK((town.active() == second));
    CHECK(requests_for(town, ".zsd") == 1);
    CHECK(requests_for(town, ".pack.zst") == 0);
    const model::UpdateStatus status = town.report().status;
    CHECK(status.pages_known);
    CHECK(status.new_pages == 3);
    CHECK(status.changed_pages == 5);
}

TEST_CASE("a patch may start from the factory pack", "[update]") {
    Town town;
    town.factory = pack_bytes(9);
    town.disk.put("image/factory.pack", town.factory);
    const std::string pack = town.publish_pack(20, 2, town.factory);
    CHECK(town.update() == UpdatePhase::installed);
    CHECK((town.active() == pack));
    CHECK(requests_for(town, ".pack.zst") == 0);
}

TEST_CASE("a patch that does not become what was signed is replaced by the whole pack",
          "[update]") {
    Town town;
    const std::string first = town.publish_pack(20, 2);
    REQUIRE(town.update() == UpdatePhase::installed);
    const std::string second = town.publish_pack(21, 3);
    const std::string base = slot_of(first, 0).sha256;
    // Signed, and yet made for another result.
    town.repository.add_target(update::patch_path("town", base),
                               patch_between(first, pack_bytes(99)),
                               {{"foyer",
                                 {{"base_sha256", base},
                                  {"result_sha256", slot_of(second, 0).sha256},
                                  {"result_length", second.size()}}}});
    town.refresh();
    CHECK(town.update() == UpdatePhase::installed);
    CHECK((town.active() == second));
}

TEST_CASE("nothing new costs two requests", "[update]") {
    Town town;
    REQUIRE(town.update() == UpdatePhase::installed);
    town.repository.requests.clear();
    CHECK(town.update() == UpdatePhase::up_to_date);
    CHECK(town.repository.requests ==
          std::vector<std::string>{"metadata/2.root.json", "metadata/timestamp.json"});
}

TEST_CASE("the factory pack is not installed over itself", "[update]") {
    Town town;
    town.factory = pack_bytes(10); // what the publisher has as number 1
    town.disk.put("image/factory.pack", town.factory);
    CHECK(town.update() == UpdatePhase::up_to_date);
    CHECK(town.active().empty());
}

TEST_CASE("threat 1: content that other keys signed is refused as foreign", "[update][threat]") {
    Town town, stranger;
    stranger.publish_pack(66, 9);
    CHECK(town.update(stranger.repository) == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::foreign);
    CHECK(town.active().empty());
}

TEST_CASE("threat 1: content of the publisher that somebody changed is refused as damaged",
          "[update][threat]") {
    Town town;
    for (auto& [name, bytes] : town.repository.files) {
        if (name.ends_with(".pack.zst")) bytes[bytes.size() / 2] ^= 1;
    }
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::damaged);
    CHECK(town.active().empty());
    CHECK(town.disk.get("store/current").value_or("").find("active") == std::string::npos);
}

TEST_CASE("threat 1: a signature that is missing is refused as untrusted", "[update][threat]") {
    Town town;
    town.repository.roles.at("timestamp").signers = {new_key()};
    town.repository.serve("timestamp");
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::untrusted);
}

TEST_CASE("threat 2: old content that was signed once is refused", "[update][threat]") {
    Town town;
    const Repository yesterday = town.repository;
    const std::string pack = town.publish_pack(20, 2);
    REQUIRE(town.update() == UpdatePhase::installed);
    Repository replayed = yesterday;
    CHECK(town.update(replayed) == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::older);
    CHECK((town.active() == pack));
}

TEST_CASE("threat 2: a kiosk that lost its memory believes nothing below the image's minimum",
          "[update][threat]") {
    Town town;
    const Repository yesterday = town.repository;
    town.publish_pack(20, 2);
    Repository replayed = yesterday;
    SECTION("by what is baked in") {
        town.site.minimum.snapshot = 3;
        CHECK(town.update(replayed) == UpdatePhase::refused);
        CHECK(town.refusal() == Refusal::older);
    }
    SECTION("and without it would have") { CHECK(town.update(replayed) == UpdatePhase::installed); }
}

TEST_CASE("threat 2: a pack with a lower number is refused, even if all that is signed is newer",
          "[update][threat]") {
    Town town;
    const std::string pack = town.publish_pack(20, 5);
    REQUIRE(town.update() == UpdatePhase::installed);
    town.publish_pack(21, 4);
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::older);
    CHECK((town.active() == pack));
}

TEST_CASE("threat 3: what has expired is refused, and the content stays", "[update][threat]") {
    Town town;
    REQUIRE(town.update() == UpdatePhase::installed);
    const std::string pack = town.active();
    town.date.time += std::chrono::days(500);
    town.site.built = {};
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::expired);
    CHECK((town.active() == pack));
    CHECK(town.report().freshness.fresh_at == now_text);
    CHECK(town.report().freshness.last_refusal == Refusal::expired);
}

TEST_CASE("threat 3: a clock nobody set makes nothing expire, and says so", "[update][threat]") {
    Town town;
    town.date.is_synchronised = false;
    town.date.time += std::chrono::days(500);
    CHECK(town.update() == UpdatePhase::installed);
    CHECK_FALSE(town.report().freshness.clock_known);
}

TEST_CASE("threat 6: time never goes back behind what was signed", "[update][threat]") {
    Town town;
    REQUIRE(town.update() == UpdatePhase::installed);
    // A false time server: everything that expired long ago would be good again.
    town.repository.body("timestamp")["expires"] = yesterday_text;
    town.repository.publish({"timestamp"});
    town.date.time = *update::parse_time("2020-01-01T00:00:00Z");
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::expired);
}

TEST_CASE("threat 6: a time server far ahead does not make everything expire for ever",
          "[update][threat]") {
    Town town;
    town.date.time += std::chrono::days(3650);
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::expired);
    town.date.time = *update::parse_time(now_text);
    CHECK(town.update() == UpdatePhase::installed);
}

TEST_CASE("threat 7: new keys take back the versions that a thief has driven up",
          "[update][threat]") {
    Town town;
    town.repository.body("timestamp")["version"] = 4'000'000;
    town.repository.serve("timestamp");
    REQUIRE(town.update() == UpdatePhase::installed);
    town.repository.body("timestamp")["version"] = 5;
    town.repository.serve("timestamp");
    REQUIRE(town.update() == UpdatePhase::refused);
    const std::vector<Key> old_root = town.repository.roles.at("root").signers;
    town.repository.set_keys("timestamp", {new_key()}, 1);
    town.repository.publish({"root"});
    town.repository.serve("timestamp");
    CHECK(town.update() == UpdatePhase::up_to_date);
}

TEST_CASE("threat 9: a stick without anything for a kiosk is named so", "[update][threat]") {
    Town town;
    MemorySource empty;
    CHECK(town.update(empty, Channel::stick) == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::no_repository);
}

TEST_CASE("threat 10: an old stick is refused, whoever holds it", "[update][threat]") {
    Town town;
    town.mark_timestamp_for_sticks();
    Repository old_stick = town.repository;
    const std::string pack = town.publish_pack(20, 2);
    REQUIRE(town.update(town.repository, Channel::stick) == UpdatePhase::installed);
    CHECK(town.update(old_stick, Channel::stick) == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::older);
    CHECK((town.active() == pack));
}

TEST_CASE("what was signed for sticks is not taken from the network", "[update][threat]") {
    Town town;
    town.mark_timestamp_for_sticks();
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::wrong_channel);
    CHECK(town.update(town.repository, Channel::stick) == UpdatePhase::installed);
    CHECK(town.report().freshness.last_source == "stick");
}

TEST_CASE("threat 12: a stick that is pulled in the middle changes nothing, and says so",
          "[update][threat]") {
    Town town;
    for (const auto& [name, bytes] : Repository(town.repository).files) {
        if (name.ends_with(".pack.zst")) town.repository.faults[name] = {Errc::unreadable, "EIO"};
    }
    CHECK(town.update(town.repository, Channel::stick) == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::unreadable);
    CHECK(town.active().empty());
    CHECK(town.disk.get("store/current").value_or("").find("active") == std::string::npos);
    town.repository.faults.clear();
    CHECK(town.update(town.repository, Channel::stick) == UpdatePhase::installed);
}

TEST_CASE("threat 14: a signed pack the gate refuses is not installed", "[update][threat]") {
    Town town;
    town.gate = [](const std::string&) -> Result<void> { return {Errc::damaged, "a trigger"}; };
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::bad_pack);
    town.gate = [](const std::string&) -> Result<void> { return {Errc::newer_format, "99"}; };
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::newer_format);
    CHECK(town.active().empty());
    for (const std::string& name : town.disk.names()) {
        CHECK(name.find(".part") == std::string::npos);
        CHECK(name.find(".pack.new") == std::string::npos);
    }
}

TEST_CASE("threat 17: a disk without room is said, and nothing is left behind",
          "[update][threat]") {
    Town town;
    town.disk.limit(1'000'000); // less than is always kept free
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::no_space);
    CHECK(town.active().empty());
}

TEST_CASE("threat 18: a pack that crashes the kiosk gives way, and is not installed again",
          "[update][threat]") {
    Town town;
    const std::string good = town.publish_pack(20, 2);
    REQUIRE(town.update() == UpdatePhase::installed);
    write_note(town, {.opened = {}, .starts = 0, .shown = slot_of(good, 0).sha256, .failed = {}});
    const std::string bad = town.publish_pack(21, 3);
    REQUIRE(town.update() == UpdatePhase::installed);
    REQUIRE((town.active() == bad));
    REQUIRE(current(town).previous->sha256 == slot_of(good, 0).sha256);
    write_note(town, {.opened = {},
                      .starts = 0,
                      .shown = slot_of(good, 0).sha256,
                      .failed = {slot_of(bad, 0).sha256}});
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::failed_here);
    CHECK((town.active() == good));
    const std::string next = town.publish_pack(22, 4);
    CHECK(town.update() == UpdatePhase::installed);
    CHECK((town.active() == next));
}

TEST_CASE("a pack is confirmed by the kiosk's own note", "[update]") {
    Town town;
    const std::string pack = town.publish_pack(20, 2);
    REQUIRE(town.update() == UpdatePhase::installed);
    REQUIRE_FALSE(current(town).confirmed);
    write_note(town, {.opened = {}, .starts = 0, .shown = slot_of(pack, 0).sha256, .failed = {}});
    REQUIRE(town.start());
    CHECK(current(town).confirmed);
}

TEST_CASE("what an operator took back is not installed again, but the next one is", "[update]") {
    Town town;
    REQUIRE(town.update() == UpdatePhase::installed);
    const std::string first = town.active();
    write_note(town, {.opened = {}, .starts = 0, .shown = slot_of(first, 0).sha256, .failed = {}});
    town.publish_pack(20, 2);
    REQUIRE(town.update() == UpdatePhase::installed);
    REQUIRE(town.start()->roll_back());
    CHECK((town.active() == first));
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::failed_here);
    const std::string third = town.publish_pack(21, 3);
    CHECK(town.update() == UpdatePhase::installed);
    CHECK((town.active() == third));
}

TEST_CASE("no network is a reason of its own", "[update]") {
    Town town;
    for (const Errc code : {Errc::unreadable, Errc::refused}) {
        town.repository.faults["metadata/2.root.json"] = {code, "no route"};
        CHECK(town.update() == UpdatePhase::refused);
        CHECK(town.refusal() == Refusal::unreachable);
    }
    town.repository.faults["metadata/2.root.json"] = {Errc::timeout, "slow"};
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::too_slow);
}

TEST_CASE("a repository that lacks a file it lists is damaged", "[update]") {
    Town town;
    std::erase_if(town.repository.files,
                  [](const auto& file) { return file.first.ends_with(".pack.zst"); });
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::damaged);
}

TEST_CASE("a publisher without a pack for this kiosk has nothing for it", "[update]") {
    Town town;
    town.site.pack = "another";
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::no_repository);
}

TEST_CASE("a damaged trusted set is started anew from the image's root", "[update]") {
    Town town;
    REQUIRE(town.update() == UpdatePhase::installed);
    town.disk.put("store/trusted/root.json", "{");
    CHECK(town.update() == UpdatePhase::up_to_date);
}

TEST_CASE("a trusted set that is spoilt between start and run is refused, not stumbled over",
          "[update]") {
    Town town;
    const auto updater = town.start();
    Repository stranger;
    town.disk.put("store/trusted/root.json",
                  sign(stranger.body("root"), {new_key()})); // signed by none of its own
    CHECK(updater->run(town.repository, {Channel::network, "there"}) == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::untrusted);
}

TEST_CASE("an image with a newer root brings it along", "[update]") {
    Town town;
    REQUIRE(town.update() == UpdatePhase::installed);
    town.repository.publish({"root"});
    town.site.root = town.repository.files.at("metadata/2.root.json");
    town.repository.requests.clear();
    CHECK(town.update() == UpdatePhase::up_to_date);
    CHECK(town.repository.requests.front() == "metadata/3.root.json");
}

TEST_CASE("what is known of freshness outlives a power cut in the middle of an update",
          "[update]") {
    Town town;
    REQUIRE(town.update() == UpdatePhase::installed);
    town.disk.put("store/update.json", "");
    const auto updater = town.start();
    REQUIRE(updater);
    CHECK(updater->report().freshness.fresh_at == now_text);
    CHECK(updater->report().freshness.last_source == "network");
}

TEST_CASE("threat 19: a pack that the card has changed is found, and comes anew",
          "[update][threat]") {
    Town town;
    const std::string pack = town.publish_pack(20, 2);
    REQUIRE(town.update() == UpdatePhase::installed);
    REQUIRE(town.start()->verify_active());
    REQUIRE((town.active() == pack));
    town.disk.put(store::pack_path("store", slot_of(pack, 0).sha256), "worn");
    REQUIRE(town.start()->verify_active());
    CHECK_FALSE(current(town).active);
    CHECK(town.update() == UpdatePhase::installed);
    CHECK((town.active() == pack));
}

TEST_CASE("looking changes nothing", "[update]") {
    Town town;
    REQUIRE(town.update() == UpdatePhase::installed);
    update::Updater updater(town.site, {town.disk, town.clock, town.date, town.gate});
    const std::size_t changes = town.disk.changes();
    REQUIRE(updater.look_only());
    CHECK(town.disk.changes() == changes);
    CHECK(updater.current().active);
    CHECK(updater.versions().root == 1);
    CHECK(updater.report().status.phase == UpdatePhase::installed);
}
