// SPDX-License-Identifier: EUPL-1.2
// Risk: a kiosk hands on what it has not verified, or half of it, or runs out of room for itself by
// keeping things for others.
#include "kiosk/update/shelf.h"

#include "kiosk/update/penalties.h"
#include "tests/update/town.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace foyer;
using namespace foyer::test;
using model::Channel;
using model::UpdatePhase;

namespace {

std::vector<std::string> shared_on(const platform::MemoryDisk& disk) {
    std::vector<std::string> out;
    for (const std::string& name : disk.names()) {
        const bool below = name.starts_with("store/shared/");
        if (below && disk.get(name)) out.push_back(name.substr(sizeof "store/shared/" - 1));
    }
    return out;
}

/// A town whose kiosk shares, with pack 2 published.
struct SharingTown : Town {
    std::string factory_of_others = pack_bytes(15);
    std::string pack;

    SharingTown() {
        site.sharing = update::Sharing::on;
        pack = publish_pack(20, 2, factory_of_others);
    }

    std::vector<std::string> shared() const { return shared_on(disk); }
    std::optional<std::uint64_t> shared_snapshot() {
        const auto updater = start();
        return updater ? updater->shared_snapshot() : std::nullopt;
    }
    /// A second kiosk, fresh from the factory, that has this one's folder as its source.
    UpdatePhase neighbour_updates(const platform::MemoryDisk& from) {
        MemorySource source;
        for (const std::string& name : shared_on(from)) {
            source.files[name] = *from.get("store/shared/" + name);
        }
        Town other;
        other.site.root = repository.first_root();
        return other.update(source, Channel::neighbour);
    }
    UpdatePhase neighbour_updates() { return neighbour_updates(disk); }
};

std::size_t count_ends(const std::vector<std::string>& names, const std::string& end) {
    return static_cast<std::size_t>(std::count_if(
        names.begin(), names.end(), [&](const std::string& name) { return name.ends_with(end); }));
}

} // namespace

TEST_CASE("what is shared is a repository from which a neighbour installs", "[update]") {
    SharingTown town;
    REQUIRE(town.update() == UpdatePhase::installed);
    CHECK(town.neighbour_updates() == UpdatePhase::installed);
    CHECK(town.shared_snapshot() == 3);
}

TEST_CASE("patches that this kiosk did not need are there for those who do", "[update]") {
    SharingTown town;
    REQUIRE(town.update() == UpdatePhase::installed);
    CHECK(count_ends(town.shared(), ".zsd") == 1);
    CHECK(count_ends(town.shared(), ".pack.zst") == 1);
}

TEST_CASE("metadata are shared as they were received, byte for byte", "[update]") {
    SharingTown town;
    REQUIRE(town.update() == UpdatePhase::installed);
    std::size_t compared = 0;
    for (const std::string& name : town.shared()) {
        const auto original = town.repository.files.find(name);
        REQUIRE(original != town.repository.files.end());
        CHECK((*town.disk.get("store/shared/" + name) == original->second));
        ++compared;
    }
    CHECK(compared == 6); // root, targets, snapshot, timestamp; pack and patch
}

TEST_CASE("without sharing nothing is kept for others", "[update]") {
    SharingTown town;
    town.site.sharing = update::Sharing::off;
    REQUIRE(town.update() == UpdatePhase::installed);
    CHECK(town.shared().empty());
}

TEST_CASE("a stick may go only when all is on the shelf", "[update]") {
    SharingTown town;
    town.mark_timestamp_for_sticks();
    bool was_whole = false;
    town.disk.before_each([&] {
        const auto report = town.disk.get("store/update.json.new");
        if (!report || report->find("\"installed\"") == std::string::npos) return;
        was_whole = town.disk.get("store/shared/metadata/timestamp.json").has_value();
        town.disk.before_each({});
    });
    REQUIRE(town.update(town.repository, Channel::stick) == UpdatePhase::installed);
    CHECK(was_whole);
}

TEST_CASE("the network's content is reported before neighbours are thought of", "[update]") {
    SharingTown town;
    std::size_t asked_before = 0;
    town.disk.before_each([&] {
        const auto report = town.disk.get("store/update.json.new");
        if (!report || report->find("\"installed\"") == std::string::npos) return;
        asked_before = town.repository.requests.size();
        town.disk.before_each({});
    });
    REQUIRE(town.update() == UpdatePhase::installed);
    CHECK(asked_before < town.repository.requests.size());
}

TEST_CASE("a file that is not what was signed is not offered, and the update stands", "[update]") {
    SharingTown town;
    for (auto& [name, bytes] : town.repository.files) {
        if (name.ends_with(".zsd")) bytes.back() = static_cast<char>(bytes.back() ^ 1);
    }
    CHECK(town.update() == UpdatePhase::installed);
    CHECK_FALSE(town.shared_snapshot());
    CHECK(count_ends(town.shared(), ".zsd") == 0);
    CHECK(count_ends(town.shared(), "timestamp.json") == 0);
}

TEST_CASE("what was offered stays offered until the next is whole", "[update]") {
    SharingTown town;
    REQUIRE(town.update() == UpdatePhase::installed);
    town.publish_pack(21, 3, town.pack);
    for (auto& [name, bytes] : town.repository.files) {
        if (name.ends_with(".pack.zst")) bytes.clear();
    }
    REQUIRE(town.update() == UpdatePhase::installed); // by the patch
    CHECK(town.shared_snapshot() == 3);
    CHECK(town.neighbour_updates() == UpdatePhase::installed);
}

TEST_CASE("the next pack takes the place of the one before", "[update]") {
    SharingTown town;
    REQUIRE(town.update() == UpdatePhase::installed);
    const std::vector<std::string> before = town.shared();
    town.publish_pack(21, 3, town.pack);
    REQUIRE(town.update() == UpdatePhase::installed);
    const std::vector<std::string> after = town.shared();
    CHECK(after.size() == before.size());
    CHECK(town.shared_snapshot() == 4);
    for (const std::string& name : before) {
        const bool stays = name.ends_with("root.json") || name.ends_with("timestamp.json");
        CHECK((std::find(after.begin(), after.end(), name) != after.end()) == stays);
    }
}

TEST_CASE("where all is there, sharing asks the source for nothing more", "[update]") {
    SharingTown town;
    REQUIRE(town.update() == UpdatePhase::installed);
    town.repository.requests.clear();
    REQUIRE(town.update() == UpdatePhase::up_to_date);
    CHECK(town.repository.requests.size() == 2);
}

TEST_CASE("a kiosk that has the pack already fills its shelf when it is asked to share",
          "[update]") {
    SharingTown town;
    town.site.sharing = update::Sharing::off;
    REQUIRE(town.update() == UpdatePhase::installed);
    town.site.sharing = update::Sharing::on;
    REQUIRE(town.update() == UpdatePhase::up_to_date);
    CHECK(town.neighbour_updates() == UpdatePhase::installed);
}

TEST_CASE("on a full medium the kiosk's own update comes before its neighbours", "[update]") {
    SharingTown town;
    REQUIRE(town.update() == UpdatePhase::installed);
    const std::string next = town.publish_pack(21, 3);
    std::uint64_t used = 0;
    for (const std::string& name : town.disk.names())
        used += town.disk.get(name).value_or("").size();
    // Room for the pack and its spare, if what lies on the shelf goes.
    town.disk.limit(used + update::spare_bytes + pack_bytes(21).size());
    CHECK(town.update() == UpdatePhase::installed);
    CHECK((town.active() == next));
}

TEST_CASE("nothing is fetched for neighbours where there is no room for it", "[update]") {
    SharingTown town;
    town.site.sharing = update::Sharing::off;
    REQUIRE(town.update() == UpdatePhase::installed);
    town.site.sharing = update::Sharing::on;
    town.disk.limit(update::spare_bytes);
    town.repository.requests.clear();
    CHECK(town.update() == UpdatePhase::up_to_date);
    CHECK(town.shared().empty());
    CHECK(town.repository.requests.size() == 2);
}

TEST_CASE("power that goes while the shelf is filled leaves nothing half offered", "[update]") {
    SharingTown town;
    REQUIRE(town.update() == UpdatePhase::installed);
    town.publish_pack(21, 3, town.pack);
    std::set<std::string> known; // shelves that were looked at
    std::size_t offered = 0;
    const auto look = [&] {
        for (std::size_t outcome = 0; outcome < town.disk.outcomes(); ++outcome) {
            platform::MemoryDisk found = town.disk.after_crash(outcome);
            std::string all;
            for (const std::string& name : shared_on(found)) {
                all += name + " " + *found.get("store/shared/" + name);
            }
            update::Shelf shelf(found, "store", "town");
            shelf.look();
            if (!known.insert(all).second || !shelf.snapshot()) continue;
            ++offered;
            INFO("after " << town.disk.log().back() << ", outcome " << outcome);
            CHECK(town.neighbour_updates(found) == UpdatePhase::installed);
        }
    };
    // What happens elsewhere on the disk is the matter of power_test.cpp.
    town.disk.before_each([&] {
        if (town.disk.log().back().find("store/shared") != std::string::npos) look();
    });
    REQUIRE(town.update() == UpdatePhase::installed);
    look();
    CHECK(offered > 50);
}

TEST_CASE("sharing that is stopped leaves nothing on the disk", "[update]") {
    SharingTown town;
    REQUIRE(town.update() == UpdatePhase::installed);
    const auto updater = town.start();
    REQUIRE(updater);
    CHECK(updater->stop_sharing());
    CHECK(town.shared().empty());
    CHECK_FALSE(updater->shared_snapshot());
}

TEST_CASE("a neighbour that lied is left alone for ten minutes, and then for an hour", "[update]") {
    update::Penalties penalties;
    const update::Penalties::Time now{};
    using std::chrono::minutes;
    CHECK_FALSE(penalties.waits("http://a/", now));
    penalties.add("http://a/", now);
    CHECK(penalties.waits("http://a/", now + minutes(10) - minutes(1)));
    CHECK_FALSE(penalties.waits("http://b/", now));
    CHECK_FALSE(penalties.waits("http://a/", now + minutes(10)));
    penalties.add("http://a/", now + minutes(10));
    CHECK(penalties.waits("http://a/", now + minutes(69)));
    CHECK_FALSE(penalties.waits("http://a/", now + minutes(70)));
    penalties.forgive("http://a/");
    penalties.add("http://a/", now + minutes(80));
    CHECK_FALSE(penalties.waits("http://a/", now + minutes(90)));
}

TEST_CASE("a neighbour with ever new addresses does not fill the memory", "[update]") {
    update::Penalties penalties;
    update::Penalties::Time now{};
    for (std::size_t i = 0; i < 2 * update::Penalties::max_entries; ++i) {
        penalties.add("http://" + std::to_string(i) + "/", now += std::chrono::seconds(1));
    }
    CHECK(penalties.size() == update::Penalties::max_entries);
    CHECK(penalties.waits("http://1999/", now));
    CHECK_FALSE(penalties.waits("http://0/", now));
}
