// SPDX-License-Identifier: EUPL-1.2
// Risk: one of the six promises an operator is given (SECURITY.md) does not hold for the updater as
// a whole, though each of its parts is right.
#include "tests/update/town.h"

#include "kiosk/update/json.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <unordered_set>
#include <utility>

using namespace foyer;
using namespace foyer::test;
using model::Channel;
using model::Refusal;
using model::UpdatePhase;
using platform::MemoryDisk;

namespace {

std::string hash_of(const std::string& bytes) { return slot_of(bytes, 0).sha256; }

/// A kiosk that shows `old` and has seen everything up to it, and a newer pack at the publisher.
struct Scene {
    Town town;
    std::string old, fresh;
    Scene() {
        old = town.publish_pack(20, 2);
        REQUIRE(town.update() == UpdatePhase::installed);
        fresh = town.publish_pack(21, 3, old);
    }
};

std::uint64_t kept_version(const MemoryDisk& disk, const std::string& role) {
    const auto bytes = disk.get("store/trusted/" + role + ".json");
    const auto metadata = update::parse_json(bytes.value_or(""));
    if (!metadata) return 0;
    return (*metadata)["signed"]["version"].get<std::uint64_t>();
}

/// The same files, all of them on the medium.
MemoryDisk copy_of(const MemoryDisk& disk) {
    MemoryDisk copy;
    for (const std::string& name : disk.names()) {
        const std::optional<std::string> bytes = disk.get(name);
        bytes ? copy.put(name, *bytes) : copy.put_folder(name);
    }
    return copy;
}

/// What a kiosk would show: the bytes of the active pack, or the factory's.
std::string shown(const MemoryDisk& disk, const std::string& factory) {
    const auto current = store::parse_current(disk.get("store/current").value_or(""));
    if (!current || !current->active) return factory;
    return disk.get(store::pack_path("store", current->active->sha256)).value_or("nothing");
}

} // namespace

TEST_CASE(
    "G1, G2: at any power cut the kiosk has the old pack or the new, and no version went back",
    "[update][guarantee]") {
    Scene scene;
    const std::uint64_t snapshot = kept_version(scene.town.disk, "snapshot");
    const std::uint64_t timestamp = kept_version(scene.town.disk, "timestamp");
    REQUIRE(snapshot > 1);
    std::vector<MemoryDisk> cuts;
    std::unordered_set<std::string> known;
    scene.town.disk.before_each([&, last = std::size_t(-1)]() mutable {
        if (scene.town.disk.changes() == std::exchange(last, scene.town.disk.changes())) return;
        // The report is never synced, so its states multiply all others; some of them will do here.
        // power_test.cpp and trusted_power_test.cpp look at every one.
        const std::size_t outcomes = scene.town.disk.outcomes();
        for (std::size_t i = 0; i < outcomes; i += 1 + outcomes / 500) {
            MemoryDisk found = scene.town.disk.after_crash(i);
            // What is only told, and not relied on, may be lost in any way.
            for (const char* told : {"update.json", "update.json.new", "history.json.new"}) {
                REQUIRE(found.remove(std::string("store/") + told));
            }
            if (known.insert(found.fingerprint()).second) cuts.push_back(std::move(found));
        }
    });
    REQUIRE(scene.town.update() == UpdatePhase::installed);
    scene.town.disk.before_each({});
    REQUIRE(cuts.size() > 60);
    for (MemoryDisk& cut : cuts) {
        const std::string found = shown(cut, scene.town.factory);
        if (found != scene.old && found != scene.fresh) FAIL("neither the old pack nor the new");
        // A file that was being replaced is there as it was, or as it will be.
        REQUIRE(kept_version(cut, "snapshot") >= snapshot);
        REQUIRE(kept_version(cut, "timestamp") >= timestamp);
        scene.town.disk = std::move(cut);
        const UpdatePhase again = scene.town.update();
        REQUIRE((again == UpdatePhase::installed || again == UpdatePhase::up_to_date));
        REQUIRE((scene.town.active() == scene.fresh));
    }
    WARN(cuts.size() << " different disks");
}

TEST_CASE("G1: whatever the disk refuses, once or for good, the old pack or the new one is there",
          "[update][guarantee]") {
    Scene scene;
    const MemoryDisk before = copy_of(scene.town.disk);
    const std::size_t started = scene.town.disk.operations();
    REQUIRE(scene.town.update() == UpdatePhase::installed);
    const std::size_t all = scene.town.disk.operations() - started;
    REQUIRE(all > 60);
    std::set<Refusal> reasons;
    for (const auto fault : {MemoryDisk::Fault::io_error, MemoryDisk::Fault::no_space,
                             MemoryDisk::Fault::short_read}) {
        for (const auto lasting : {MemoryDisk::Lasting::once, MemoryDisk::Lasting::for_good}) {
            for (std::size_t at = 0; at < all; ++at) {
                scene.town.disk = copy_of(before);
                scene.town.disk.fail_at(at, fault, lasting);
                scene.town.update();
                scene.town.disk.heal();
                const std::string found = shown(scene.town.disk, scene.town.factory);
                if (found != scene.old && found != scene.fresh) FAIL("no pack, operation " << at);
                reasons.insert(scene.town.refusal());
                const UpdatePhase again = scene.town.update();
                REQUIRE((again == UpdatePhase::installed || again == UpdatePhase::up_to_date));
                REQUIRE((scene.town.active() == scene.fresh));
            }
        }
    }
    CHECK(reasons.contains(Refusal::no_space));
    CHECK(reasons.contains(Refusal::store));
}

TEST_CASE("G3: whatever bytes a source has, only those that were signed reach the gate",
          "[update][guarantee]") {
    Scene scene;
    const MemoryDisk before = copy_of(scene.town.disk);
    std::size_t opened = 0;
    scene.town.gate = [&](const std::string& path) -> Result<void> {
        ++opened;
        REQUIRE(hash_of(scene.town.disk.get(path).value()) == hash_of(scene.fresh));
        return {};
    };
    const std::map<std::string, std::string> honest = scene.town.repository.files;
    for (const auto& [name, bytes] : honest) {
        for (const std::size_t at : {std::size_t{0}, bytes.size() / 3, bytes.size() - 1}) {
            scene.town.disk = copy_of(before);
            scene.town.repository.files = honest;
            scene.town.repository.files[name][at] ^= 1;
            scene.town.update();
            const std::string found = shown(scene.town.disk, scene.town.factory);
            REQUIRE((found == scene.old || found == scene.fresh));
        }
    }
    CHECK(opened > 0); // where what was changed was not needed
}

TEST_CASE("G4: no file is asked for, or kept, beyond what was signed for it, or a fixed limit",
          "[update][guarantee]") {
    Scene scene;
    scene.town.repository.wanted.clear();
    REQUIRE(scene.town.update() == UpdatePhase::installed);
    for (const host::Wanted& wanted : scene.town.repository.wanted) {
        const update::Limits limits;
        if (wanted.name.find("root.json") != wanted.name.npos) {
            CHECK(wanted.max_bytes == limits.root_bytes);
        } else if (wanted.name.find("timestamp.json") != wanted.name.npos) {
            CHECK(wanted.max_bytes == limits.timestamp_bytes);
        } else if (wanted.name.find("metadata/") != wanted.name.npos) {
            CHECK(wanted.max_bytes <= limits.targets_bytes);
        } else {
            CHECK(wanted.max_bytes == scene.town.repository.files.at(wanted.name).size());
        }
    }
}

TEST_CASE("G4, threat 5: a source that never ends fills neither memory nor disk",
          "[update][guarantee][threat]") {
    Scene scene;
    class Endless final : public host::Fetch {
      public:
        Endless(Repository& honest, std::string ends) : honest_(honest), ends_(std::move(ends)) {}
        Result<void> get(const host::Wanted& wanted, const host::Sink& sink) override {
            if (!wanted.name.ends_with(ends_)) return honest_.get(wanted, sink);
            const std::string piece(1 << 16, 'x');
            while (true) {
                sent += piece.size();
                REQUIRE(sent < 100'000'000);
                TRY(sink(piece));
            }
        }
        std::uint64_t sent = 0;

      private:
        Repository& honest_;
        std::string ends_;
    };
    const MemoryDisk before = copy_of(scene.town.disk);
    for (const char* ends :
         {"root.json", "timestamp.json", "snapshot.json", "targets.json", ".zsd"}) {
        scene.town.disk = copy_of(before);
        Endless endless(scene.town.repository, ends);
        const UpdatePhase phase = scene.town.update(endless);
        CHECK(endless.sent <= 6'000'000);
        CHECK((phase == UpdatePhase::refused || std::string(ends) == ".zsd"));
        for (const std::string& name : scene.town.disk.names()) {
            CHECK(scene.town.disk.get(name).value_or("").size() < 100'000);
        }
    }
}

TEST_CASE("G5: what expires never takes content away", "[update][guarantee]") {
    Scene scene;
    scene.town.date.time += std::chrono::days(4000);
    for (const Channel channel : {Channel::network, Channel::stick, Channel::neighbour}) {
        CHECK(scene.town.update(scene.town.repository, channel) == UpdatePhase::refused);
        CHECK(scene.town.refusal() == Refusal::expired);
        CHECK((scene.town.active() == scene.old));
    }
}

TEST_CASE("G6: a third of a per cent of a pack moves less than one per cent of its bytes",
          "[update][guarantee]") {
    // The packs of a Town are too small for this.
    const std::string before = bytes_of_length(1'000'000, 5);
    const std::string now =
        before.substr(0, 400'000) + bytes_of_length(3'000, 6) + before.substr(403'000);
    Town town;
    town.disk.put("image/factory.pack", before);
    town.repository.body("targets")["targets"] = nlohmann::json::object();
    const std::string whole = packed(now), patch = patch_between(before, now);
    town.repository.add_target(
        update::whole_path("town"), whole,
        {{"foyer",
          {{"id", "town"}, {"sequence", 2}, {"sha256", hash_of(now)}, {"length", now.size()}}}});
    town.repository.add_target(update::patch_path("town", hash_of(before)), patch,
                               {{"foyer",
                                 {{"base_sha256", hash_of(before)},
                                  {"result_sha256", hash_of(now)},
                                  {"result_length", now.size()}}}});
    town.refresh();
    REQUIRE(town.update() == UpdatePhase::installed);
    std::size_t moved = 0;
    for (const std::string& name : town.repository.requests) {
        const auto file = town.repository.files.find(name);
        if (file != town.repository.files.end()) moved += file->second.size();
    }
    CHECK(moved < now.size() / 100);
}

TEST_CASE("threat 4: old and new metadata together are refused", "[update][threat]") {
    Scene scene;
    Repository& repository = scene.town.repository;
    // The snapshot of before under the name of the present one: signed, and not what was listed.
    const std::string name = repository.file("snapshot");
    const std::uint64_t version = repository.body("snapshot")["version"];
    repository.files[name] =
        repository.files.at("metadata/" + std::to_string(version - 1) + ".snapshot.json");
    CHECK(scene.town.update() == UpdatePhase::refused);
    CHECK((scene.town.active() == scene.old));
}

TEST_CASE("threat 8: one root key of three makes no new root", "[update][threat]") {
    Town town;
    const Key one = new_key(), two = new_key(), three = new_key();
    const std::vector<Key> before = town.repository.roles.at("root").signers;
    town.repository.set_keys("root", {one, two, three}, 2);
    std::vector<Key> all = before;
    all.insert(all.end(), {one, two});
    town.repository.roles.at("root").signers = all;
    town.repository.publish({"root"});
    REQUIRE(town.update() == UpdatePhase::installed);
    // The thief of one key lists it twice, and signs with it twice.
    Key again = one;
    again.keyid = std::string(64, 'a');
    town.repository.body("root")["keys"][again.keyid] = again.object;
    town.repository.set_keys("targets", {new_key()}, 1);
    town.repository.roles.at("root").signers = {one, again};
    town.repository.publish({"root"});
    CHECK(town.update() == UpdatePhase::refused);
    CHECK(town.refusal() == Refusal::untrusted);
}

TEST_CASE("threat 15: metadata that two readers would read differently are refused",
          "[update][threat]") {
    for (const char* bytes : {"", "{", "{\"signed\":{},\"signed\":{},\"signatures\":[]}",
                              "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                              "{\"signed\":{\"version\":9223372036854775808},\"signatures\":[]}",
                              "\"\\ud800\"", "\xff"}) {
        Town town;
        town.repository.files["metadata/timestamp.json"] = bytes;
        CHECK(town.update() == UpdatePhase::refused);
        CHECK(town.refusal() == Refusal::damaged);
    }
}

TEST_CASE("threat 16: a signed patch that claims terabytes reserves nothing", "[update][threat]") {
    Scene scene;
    const std::string base = hash_of(scene.old);
    // The frame says that it becomes four terabytes.
    const std::string bomb("\x28\xB5\x2F\xFD\xC0\x88\x00\x00\x00\x00\x00\x04\x00\x00\x01\x00\x00",
                           17);
    scene.town.repository.add_target(update::patch_path("town", base), bomb,
                                     {{"foyer",
                                       {{"base_sha256", base},
                                        {"result_sha256", hash_of(scene.fresh)},
                                        {"result_length", scene.fresh.size()}}}});
    scene.town.refresh();
    CHECK(scene.town.update() == UpdatePhase::installed); // from the whole pack
    CHECK((scene.town.active() == scene.fresh));
}
