// SPDX-License-Identifier: EUPL-1.2
// The risk: a patch that claims terabytes, fits another pack, or is torn takes the memory or leaves
// a pack that is nearly right.
#include "kiosk/update/patch.h"

#include "tests/update/release.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::update;

namespace {

Result<std::string> applied(const std::string& patch, std::string base, std::size_t length) {
    std::string result(length, '?');
    TRY(apply_patch(patch, base, result));
    return result;
}

/// Pages `first` to `last` of a picture, as SQLite stores them: each begins with the number of the
/// next.
std::string chained(unsigned first, unsigned last) {
    std::string pages;
    for (unsigned i = first; i < last; ++i) {
        const std::size_t next = pages.size() / 4096 + 2;
        pages += {'\0', '\0', '\0', static_cast<char>(next)};
        pages += test::bytes_of_length(4092, i + 10);
    }
    return pages;
}

/// In pieces of `step` bytes.
Result<std::string> unpacked(const std::string& packed, std::uint64_t length,
                             std::size_t step = 1000) {
    std::string result;
    Unpacker unpacker(length);
    const PatchSink out = [&](std::string_view piece) -> Result<void> {
        result += piece;
        return {};
    };
    for (std::size_t at = 0; at < packed.size(); at += step) {
        TRY(unpacker.add(std::string_view(packed).substr(at, step), out));
    }
    TRY(unpacker.finish());
    return result;
}

const std::string base = test::bytes_of_length(300'000, 1);
const std::string result = base.substr(0, 100'000) + "changed" + base.substr(100'007);

} // namespace

TEST_CASE("a patch leads from one pack to the other and is far smaller", "[update][patch]") {
    const std::string patch = test::patch_between(base, result);
    CHECK(patch.size() < 1000);
    CHECK(applied(patch, base, result.size()).value() == result);
    CHECK(test::patch_between(base, result) == patch);
}

TEST_CASE("pages that have moved cost a patch nothing", "[update][patch]") {
    const std::string before = chained(0, 100), moved = chained(50, 100) + chained(0, 50);
    const std::string patch = test::patch_between(before, moved);
    CHECK(patch.size() < 1000);
    CHECK((applied(patch, before, moved.size()).value() == moved));
}

TEST_CASE("a patch for another pack is damage", "[update][patch]") {
    const std::string patch = test::patch_between(base, result);
    const std::string other = test::bytes_of_length(base.size(), 2);
    CHECK(applied(patch, other, result.size()).error().code == Errc::damaged);
    CHECK(applied(patch, "", result.size()).error().code == Errc::damaged);
}

TEST_CASE("a patch with any bit turned over or cut anywhere is damage", "[update][patch]") {
    const std::string small = test::bytes_of_length(500, 1);
    const std::string changed = small.substr(0, 250) + "changed" + small.substr(250);
    const std::string patch = test::patch_between(small, changed);
    for (std::size_t at = 0; at < patch.size(); ++at) {
        CAPTURE(at);
        CHECK_FALSE(applied(patch.substr(0, at), small, changed.size()));
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string wrong = patch;
            wrong[at] = static_cast<char>(static_cast<unsigned char>(wrong[at]) ^ 1U << bit);
            const Result<std::string> got = applied(wrong, small, changed.size());
            // Some bits of a frame say nothing about its content.
            if (got) CHECK(*got == changed);
        }
    }
}

TEST_CASE("a patch that announces another length is refused before space is taken",
          "[update][patch]") {
    const std::string patch = test::patch_between(base, result);
    CHECK(check_patch(patch, result.size()));
    CHECK(check_patch(patch, result.size() - 1).error().code == Errc::damaged);
    CHECK(check_patch(patch, result.size() + 1).error().code == Errc::damaged);
    CHECK(check_patch("", 0).error().code == Errc::damaged);
    CHECK(check_patch(patch + patch, result.size()).error().code == Errc::damaged);
    CHECK(check_patch(patch + "x", result.size()).error().code == Errc::damaged);
    // A frame of 17 bytes that announces 4 TiB: magic, one segment, eight bytes of length.
    const std::string bomb("\x28\xB5\x2F\xFD\xE0\0\0\0\0\0\x04\0\0\x01\0\0", 16);
    CHECK(check_patch(bomb, result.size()).error().code == Errc::damaged);
}

TEST_CASE("a whole pack unpacks to the same bytes, whatever the pieces", "[update][patch]") {
    const std::string packed = test::packed(result);
    CHECK(unpacked(packed, result.size()).value() == result);
    CHECK(unpacked(packed, result.size(), packed.size()).value() == result);
    const std::string small = test::packed("a small pack");
    CHECK(unpacked(small, 12, 1).value() == "a small pack");
    CHECK(unpacked(test::packed(""), 0, 1).value().empty());
}

TEST_CASE("no more bytes are unpacked than were signed", "[update][patch]") {
    const std::string bomb = test::packed(std::string(50'000'000, '\0'));
    REQUIRE(bomb.size() < 10'000);
    std::uint64_t written = 0;
    Unpacker unpacker(1'000'000);
    const Result<void> unpacking = unpacker.add(bomb, [&](std::string_view piece) {
        written += piece.size();
        return Result<void>();
    });
    REQUIRE_FALSE(unpacking);
    CHECK(unpacking.error().code == Errc::damaged);
    CHECK(written <= 1'000'000);
}

TEST_CASE("a whole pack that is shorter, cut, or followed by something is damage",
          "[update][patch]") {
    const std::string packed = test::packed(base);
    CHECK(unpacked(packed, base.size() + 1).error().code == Errc::damaged);
    CHECK(unpacked(packed.substr(0, packed.size() - 1), base.size()).error().code == Errc::damaged);
    CHECK(unpacked(packed.substr(0, 5), base.size()).error().code == Errc::damaged);
    CHECK(unpacked("", base.size()).error().code == Errc::damaged);
    CHECK(unpacked(packed + "x", base.size()).error().code == Errc::damaged);
    CHECK(unpacked(packed + packed, 2 * base.size()).error().code == Errc::damaged);
}

TEST_CASE("a whole pack that needs more than 8 MiB to unpack is refused", "[update][patch]") {
    // The head of a frame with a window of 16 MiB and no length.
    const std::string greedy("\x28\xB5\x2F\xFD\x00\x70", 6);
    const Result<std::string> got = unpacked(greedy + std::string(20, '\0'), base.size());
    REQUIRE_FALSE(got);
    CHECK(got.error().code == Errc::damaged);
    CHECK(got.error().what.find("memory") != std::string::npos);
}

TEST_CASE("whoever makes a patch hears how far it is, up to the end", "[update][patch]") {
    std::vector<std::uint64_t> heard;
    const std::string large = test::bytes_of_length(3'000'000, 5);
    REQUIRE(make_patch(
        base, large, [](std::string_view) { return Result<void>(); },
        [&](std::uint64_t done, std::uint64_t total) {
            CHECK(total == large.size());
            heard.push_back(done);
        }));
    REQUIRE(heard.size() == 3);
    CHECK(heard.front() < heard.back());
    CHECK(heard.back() == large.size());
}

TEST_CASE("a sink that fails ends the work with its error", "[update][patch]") {
    const PatchSink full = [](std::string_view) -> Result<void> {
        return {Errc::no_space, "full"};
    };
    CHECK(compress(result, 3, full, {}).error().code == Errc::no_space);
    CHECK(make_patch(base, result, full, {}).error().code == Errc::no_space);
    Unpacker unpacker(result.size());
    CHECK(unpacker.add(test::packed(result), full).error().code == Errc::no_space);
}
