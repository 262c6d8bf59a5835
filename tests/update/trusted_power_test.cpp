// SPDX-License-Identifier: EUPL-1.2
// The risk: the power or the disk fails while metadata are being kept, and the kiosk forgets how
// far it was. Then old content, well signed, could be played back to it.
#include "kiosk/update/client.h"

#include "tests/update/repository.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::update;
using test::Kiosk;
using test::Repository;

namespace {

std::string code(const Result<void>& result) { return result ? "done" : name(result.error().code); }

/// Every disk that a power cut may leave now, together with what must be on it.
struct PowerCuts {
    Repository& repository;
    Kiosk& kiosk;
    std::size_t looked_at = 0;
    std::map<std::string, std::uint64_t> least; ///< versions that were kept before, by role

    void look() {
        for (std::size_t i = 0; i < kiosk.disk.outcomes(); ++i) {
            Kiosk found;
            found.disk = kiosk.disk.after_crash(i);
            ++looked_at;
            for (const auto& [role, version] : least) {
                CHECK(found.kept_version(role) >= version);
            }
            // Nobody knows more of a lower role than the higher ones vouch for.
            CHECK(found.kept_version("timestamp") >= found.kept_version("snapshot"));
            CHECK(found.kept_version("snapshot") >= found.kept_version("targets"));
            Repository source = repository;
            CHECK(code(found.refresh(source)) == "done");
            CHECK(found.kept_version("targets") == 2);
        }
    }
};

} // namespace

TEST_CASE("a power cut at any moment of a refresh loses no counter", "[update]") {
    Repository repository;
    Kiosk kiosk(repository.first_root());
    REQUIRE(kiosk.refresh(repository));
    repository.publish({"root", "targets", "snapshot", "timestamp"});
    PowerCuts cuts{repository, kiosk, 0, {}};
    for (const char* role : {"root", "timestamp", "snapshot", "targets"}) cuts.least[role] = 1;
    kiosk.disk.before_each([&] {
        // As soon as the next file is asked for, the one before it is safe.
        if (kiosk.disk.get("store/trusted/timestamp.json.new")) cuts.least["root"] = 2;
        if (kiosk.disk.get("store/trusted/snapshot.json.new")) cuts.least["timestamp"] = 2;
        if (kiosk.disk.get("store/trusted/targets.json.new")) cuts.least["snapshot"] = 2;
        cuts.look();
    });
    CHECK(code(kiosk.refresh(repository)) == "done");
    kiosk.disk.before_each({});
    for (const char* role : {"root", "timestamp", "snapshot", "targets"}) cuts.least[role] = 2;
    cuts.look();
    CHECK(cuts.looked_at > 40);
}

TEST_CASE("a power cut while the trusted set begins leaves a whole root or none", "[update]") {
    Repository repository;
    Kiosk kiosk;
    const auto look = [&] {
        for (std::size_t i = 0; i < kiosk.disk.outcomes(); ++i) {
            platform::MemoryDisk found = kiosk.disk.after_crash(i);
            const auto root = found.get("store/trusted/root.json");
            CHECK((!root || *root == repository.first_root()));
        }
    };
    kiosk.disk.before_each(look);
    REQUIRE(Client::init(kiosk.disk, "store/trusted", repository.first_root()));
    kiosk.disk.before_each({});
    for (std::size_t i = 0; i < kiosk.disk.outcomes(); ++i) {
        CHECK(kiosk.disk.after_crash(i).get("store/trusted/root.json"));
    }
}

TEST_CASE("a disk that fails at any step costs the run and nothing else", "[update]") {
    using Fault = platform::MemoryDisk::Fault;
    Repository repository;
    Kiosk before(repository.first_root());
    REQUIRE(before.refresh(repository));
    repository.publish({"targets", "snapshot", "timestamp"});
    Kiosk whole;
    whole.disk = before.disk.after_crash(0);
    REQUIRE(whole.refresh(repository));
    const std::size_t steps = whole.disk.operations();
    CHECK(steps > 15);
    for (const Fault fault : {Fault::io_error, Fault::no_space}) {
        for (std::size_t step = 0; step < steps; ++step) {
            Kiosk kiosk;
            kiosk.disk = before.disk.after_crash(0);
            kiosk.disk.fail_at(step, fault, platform::MemoryDisk::Lasting::once);
            (void)kiosk.refresh(repository);
            CHECK(kiosk.kept_version("targets") >= 1);
            CHECK(kiosk.kept_version("timestamp") >= 1);
            CHECK(code(kiosk.refresh(repository)) == "done");
            CHECK(kiosk.kept_version("targets") == 2);
        }
    }
}
