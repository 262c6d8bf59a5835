// SPDX-License-Identifier: EUPL-1.2
// The risk: bytes nobody signed are installed, a download is lost with every interruption, or what
// failed stays on the disk. Threats 5, 12 and 16 of the design.
#include "kiosk/update/staging.h"

#include "tests/update/release.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace foyer;
using platform::MemoryDisk;
using update::Blame;
using update::StagePhase;

namespace {

struct Kiosk {
    test::Release release = test::release();
    MemoryDisk disk = test::kiosk_disk(release);
    update::PackStore store{disk, "store"};
    update::Gate gate = test::open_gate;
    Blame blame = Blame::nobody;
    std::vector<StagePhase> phases;

    Kiosk() { REQUIRE(store.recover()); }

    Result<void> stage() {
        phases.clear();
        update::Staging staging(disk, release.source, store, gate,
                                [&](StagePhase phase, std::uint64_t done, std::uint64_t total) {
                                    CHECK(done <= total);
                                    if (phases.empty() || phases.back() != phase)
                                        phases.push_back(phase);
                                });
        Result<void> result = staging.run(release.offer);
        blame = staging.blame();
        return result;
    }
    Errc refusal() {
        const Result<void> result = stage();
        REQUIRE_FALSE(result);
        return result.error().code;
    }
    std::string installed() const {
        return disk.get(store.pack_path(release.fresh_slot.sha256)).value_or("");
    }
    std::string download(const update::RemoteFile& file) const {
        return disk.get(store.download_path(update::file_hash(file))).value_or("");
    }
    /// Names beside those of a kiosk that was not updated.
    std::size_t left_behind() const {
        return disk.names().size() - test::kiosk_disk(release).names().size();
    }
    std::vector<std::string> asked() const {
        std::vector<std::string> names;
        for (const host::Wanted& wanted : release.source.asked) names.push_back(wanted.name);
        return names;
    }
};

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a pack comes as a patch, in three phases, and nothing else is left", "[update][stage]") {
    Kiosk kiosk;
    REQUIRE(kiosk.stage());
    CHECK(kiosk.installed() == kiosk.release.fresh);
    CHECK(kiosk.asked() == Names{"targets/patch"});
    CHECK(kiosk.phases ==
          std::vector{StagePhase::fetching, StagePhase::unpacking, StagePhase::checking});
    CHECK(kiosk.left_behind() == 1);
    CHECK(kiosk.disk.sealed(kiosk.store.pack_path(kiosk.release.fresh_slot.sha256)));
}

TEST_CASE("without the base of a patch the whole pack comes", "[update][stage]") {
    Kiosk kiosk;
    SECTION("another base") { kiosk.release.offer.patches[0].base_sha256 = std::string(64, 'a'); }
    SECTION("a base that changed on the card") {
        kiosk.disk.put(kiosk.store.pack_path(kiosk.release.old_slot.sha256), "rust");
    }
    SECTION("a base that cannot be read") {
        // verify() of the new pack, list of downloads, then the base.
        kiosk.disk.fail_at(kiosk.disk.operations() + 2, MemoryDisk::Fault::io_error,
                           MemoryDisk::Lasting::once);
    }
    REQUIRE(kiosk.stage());
    CHECK(kiosk.installed() == kiosk.release.fresh);
    CHECK(kiosk.asked() == Names{"targets/whole"});
}

TEST_CASE("a patch that is wrong or missing costs the patch, not the update", "[update][stage]") {
    Kiosk kiosk;
    test::MemorySource& source = kiosk.release.source;
    update::Offer::Patch& patch = kiosk.release.offer.patches[0];
    SECTION("missing") { source.files.erase("targets/patch"); }
    SECTION("not the signed one") { source.files["targets/patch"][0] ^= 1; }
    SECTION("longer than signed") { source.files["targets/patch"] += "x"; }
    SECTION("signed, and no patch") {
        patch.file = test::remote_file(source, "targets/patch", "not a patch at all");
    }
    SECTION("signed, and for another base") {
        const std::string longer = test::bytes_of_length(100, 7) + kiosk.release.fresh;
        const std::string wrong = test::patch_between(longer, kiosk.release.fresh);
        REQUIRE(wrong.size() < 100);
        patch.file = test::remote_file(source, "targets/patch", wrong);
    }
    SECTION("signed, and to another pack") {
        const std::string other = test::bytes_of_length(kiosk.release.fresh.size(), 9);
        const std::string wrong = test::patch_between(kiosk.release.old, other);
        patch.file = test::remote_file(source, "targets/patch", wrong);
    }
    REQUIRE(kiosk.stage());
    CHECK(kiosk.installed() == kiosk.release.fresh);
    CHECK(kiosk.asked() == Names{"targets/patch", "targets/whole"});
    CHECK(kiosk.left_behind() == 1);
}

TEST_CASE("bytes that are not the signed ones are never installed, and are not kept",
          "[update][stage]") {
    Kiosk kiosk;
    kiosk.release.offer.patches.clear();
    test::MemorySource& source = kiosk.release.source;
    std::string& bytes = source.files["targets/whole"];
    Errc expected = Errc::damaged;
    SECTION("one bit") { bytes[bytes.size() / 2] ^= 1; }
    SECTION("another pack, well packed and not signed") { bytes = test::packed("another"); }
    SECTION("more, announced") {
        bytes += "x";
        expected = Errc::too_large;
    }
    SECTION("more, whatever was asked for") {
        bytes += std::string(5000, 'x');
        source.ignores_the_limit = true;
        expected = Errc::too_large;
    }
    SECTION("signed as it is, and yet another pack") {
        kiosk.release.offer.whole =
            test::remote_file(source, "targets/whole", test::packed(kiosk.release.oldest));
    }
    const Errc refusal = kiosk.refusal();
    CHECK(kiosk.blame == Blame::source);
    const bool shorter = bytes.size() < kiosk.release.offer.whole.length;
    CHECK(refusal == (shorter ? Errc::unreadable : expected));
    CHECK(kiosk.installed().empty());
    CHECK((shorter || kiosk.left_behind() == 0));
}

TEST_CASE("a pack whose signed length is a lie is refused", "[update][stage]") {
    Kiosk kiosk;
    SECTION("patch and whole") {}
    SECTION("whole") { kiosk.release.offer.patches.clear(); }
    ++kiosk.release.offer.length;
    CHECK(kiosk.refusal() == Errc::damaged);
    CHECK(kiosk.left_behind() == 0);
    // The patch says itself what it becomes: for that no space is taken.
    const std::vector<std::string>& log = kiosk.disk.log();
    CHECK(std::count_if(log.begin(), log.end(),
                        [](const std::string& line) { return line.starts_with("reserve "); }) == 1);
}

TEST_CASE("a length that no disk has is refused before anything is fetched", "[update][stage]") {
    Kiosk kiosk;
    SECTION("of the pack") { kiosk.release.offer.length = ~std::uint64_t{0}; }
    SECTION("of what is fetched") {
        kiosk.release.offer.patches.clear();
        kiosk.release.offer.whole.length = ~std::uint64_t{0} - 100;
    }
    CHECK(kiosk.refusal() == Errc::too_large);
    CHECK(kiosk.release.source.asked.empty());
}

TEST_CASE("a source that is gone in the middle goes on where it was", "[update][stage]") {
    Kiosk kiosk;
    kiosk.release.offer.patches.clear();
    kiosk.release.source.breaks_after = 300;
    CHECK(kiosk.refusal() == Errc::unreadable);
    CHECK(kiosk.blame == Blame::source);
    CHECK(kiosk.download(kiosk.release.offer.whole).size() == 300);
    kiosk.release.source.breaks_after.reset();
    kiosk.release.source.asked.clear();
    REQUIRE(kiosk.stage());
    REQUIRE(kiosk.release.source.asked.size() == 1);
    CHECK(kiosk.release.source.asked[0].offset == 300);
    CHECK(kiosk.release.source.asked[0].max_bytes == kiosk.release.offer.whole.length);
    CHECK(kiosk.installed() == kiosk.release.fresh);
}

TEST_CASE("a download that cannot be continued starts anew by itself", "[update][stage]") {
    Kiosk kiosk;
    kiosk.release.offer.patches.clear();
    const std::string path = kiosk.store.download_path(file_hash(kiosk.release.offer.whole));
    SECTION("torn by a power cut") { kiosk.disk.put(path, std::string(300, '\0')); }
    SECTION("the source does not know how") {
        kiosk.disk.put(path, kiosk.release.source.files["targets/whole"].substr(0, 300));
        kiosk.release.source.knows_offsets = false;
    }
    SECTION("complete and wrong") {
        kiosk.disk.put(path, std::string(kiosk.release.offer.whole.length, 'x'));
    }
    SECTION("longer than it may be") { kiosk.disk.put(path, std::string(100'000, 'x')); }
    REQUIRE(kiosk.stage());
    CHECK(kiosk.release.source.asked.back().offset == 0);
    CHECK(kiosk.installed() == kiosk.release.fresh);
}

TEST_CASE("a download that is complete is not fetched again", "[update][stage]") {
    Kiosk kiosk;
    kiosk.disk.put(kiosk.store.download_path(file_hash(kiosk.release.offer.patches[0].file)),
                   kiosk.release.source.files["targets/patch"]);
    REQUIRE(kiosk.stage());
    CHECK(kiosk.release.source.asked.empty());
}

TEST_CASE("a pack that lies there already is used as it is, if it is whole", "[update][stage]") {
    Kiosk kiosk;
    const std::string path = kiosk.store.pack_path(kiosk.release.fresh_slot.sha256);
    SECTION("whole") {
        kiosk.disk.put(path, kiosk.release.fresh);
        REQUIRE(kiosk.stage());
        CHECK(kiosk.release.source.asked.empty());
    }
    SECTION("not whole") {
        kiosk.disk.put(path, kiosk.release.fresh.substr(1));
        REQUIRE(kiosk.stage());
        CHECK(kiosk.installed() == kiosk.release.fresh);
    }
}

TEST_CASE("downloads of another offer are removed", "[update][stage]") {
    Kiosk kiosk;
    kiosk.disk.put(kiosk.store.download_path(std::string(64, 'f')), "half of an old offer");
    kiosk.release.source.files.clear();
    CHECK(kiosk.refusal() == Errc::not_found);
    CHECK(kiosk.left_behind() == 0);
}

TEST_CASE("a pack that the gate refuses is gone, and it is the pack's fault", "[update][stage]") {
    Kiosk kiosk;
    kiosk.gate = [&](const std::string& path) -> Result<void> {
        CHECK(kiosk.disk.get(path) == kiosk.release.fresh);
        return {Errc::newer_format, "of next year"};
    };
    CHECK(kiosk.refusal() == Errc::newer_format);
    CHECK(kiosk.blame == Blame::pack);
    CHECK(kiosk.left_behind() == 0);
}

TEST_CASE("a card that forgets what was written is noticed before the pack counts",
          "[update][stage]") {
    Kiosk kiosk;
    kiosk.release.offer.patches.clear();
    REQUIRE(kiosk.stage());
    std::size_t sync = 0;
    for (std::size_t i = 0; i < kiosk.disk.log().size(); ++i) {
        const std::string& line = kiosk.disk.log()[i];
        if (line.starts_with("sync ") && line.ends_with(".new")) sync = i;
    }
    REQUIRE(sync > 0);
    Kiosk other;
    other.release.offer.patches.clear();
    other.disk.fail_at(sync, MemoryDisk::Fault::io_error, MemoryDisk::Lasting::once);
    CHECK(other.refusal() == Errc::unreadable);
    CHECK(other.blame == Blame::store);
    CHECK(other.installed().empty());
}

TEST_CASE("a pack that nobody names makes room if there is none", "[update][stage]") {
    Kiosk kiosk;
    const std::string stray = kiosk.store.pack_path(std::string(64, 'b'));
    kiosk.disk.put(stray, std::string(10'000, 'x'));
    kiosk.disk.limit(update::spare_bytes + 5000);
    REQUIRE(kiosk.stage());
    CHECK_FALSE(kiosk.disk.get(stray));
}
