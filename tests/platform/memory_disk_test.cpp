// SPDX-License-Identifier: EUPL-1.2
// The risk: the disk that tests pull the plug on is kinder than a real one, and they prove nothing.
#include "platform/memory/memory_disk.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace foyer;
using platform::MemoryDisk;
using Fault = MemoryDisk::Fault;
using Lasting = MemoryDisk::Lasting;

namespace {

/// What may be found of one file; "-" if it is not there.
std::set<std::string> found(const MemoryDisk& disk, const std::string& path) {
    std::set<std::string> all;
    for (std::size_t i = 0; i < disk.outcomes(); ++i) {
        all.insert(disk.after_crash(i).get(path).value_or("-"));
    }
    return all;
}

using Found = std::set<std::string>;
const std::string zeros(4, '\0');

} // namespace

TEST_CASE("what is not synced may be kept, lost, torn, or zeros", "[platform][memory]") {
    MemoryDisk disk;
    disk.put("a", "");
    const auto file = disk.resume("a").value();
    REQUIRE(file->write("abcd"));
    CHECK(found(disk, "a") == Found{"abcd", "", "ab", zeros, std::string(2, '\0') + "cd"});
    REQUIRE(file->sync());
    CHECK(found(disk, "a") == Found{"abcd"});
}

TEST_CASE("a file that is emptied may still have its old bytes", "[platform][memory]") {
    MemoryDisk disk;
    disk.put("a", "old!");
    REQUIRE(disk.create("a"));
    CHECK(found(disk, "a") == Found{"old!", ""});
}

TEST_CASE("a new name needs its folder synced, whatever became of the bytes",
          "[platform][memory]") {
    MemoryDisk disk;
    const auto file = disk.create("a").value();
    REQUIRE(file->write("abcd"));
    REQUIRE(file->sync());
    CHECK(found(disk, "a") == Found{"abcd", "-"});
    REQUIRE(disk.sync_folder("."));
    CHECK(found(disk, "a") == Found{"abcd"});
}

TEST_CASE("a rename shows the old file or the new one, and its bytes may lag behind",
          "[platform][memory]") {
    MemoryDisk disk;
    disk.put("a", "old!");
    disk.put("b", "");
    const auto file = disk.resume("b").value();
    REQUIRE(file->write("abcd"));
    REQUIRE(disk.rename("b", "a"));
    CHECK(found(disk, "a") == Found{"old!", "abcd", "", "ab", zeros, std::string(2, '\0') + "cd"});
    REQUIRE(file->sync());
    CHECK(found(disk, "a") == Found{"old!", "abcd"});
    REQUIRE(disk.sync_folder("."));
    CHECK(found(disk, "a") == Found{"abcd"});
    CHECK(found(disk, "b") == Found{"-"});
}

TEST_CASE("unsynced names are there or not, each for itself", "[platform][memory]") {
    MemoryDisk disk;
    disk.put("a", "1");
    REQUIRE(disk.create("b"));
    REQUIRE(disk.remove("a"));
    std::set<std::vector<std::string>> all;
    for (std::size_t i = 0; i < disk.outcomes(); ++i) all.insert(disk.after_crash(i).names());
    CHECK(all == std::set<std::vector<std::string>>{{}, {"a"}, {"b"}, {"a", "b"}});
}

TEST_CASE("a folder that is lost takes along what is in it", "[platform][memory]") {
    MemoryDisk disk;
    REQUIRE(disk.make_folder("f"));
    REQUIRE(disk.create("f/a"));
    REQUIRE(disk.sync_folder("f"));
    std::set<std::vector<std::string>> all;
    for (std::size_t i = 0; i < disk.outcomes(); ++i) all.insert(disk.after_crash(i).names());
    CHECK(all == std::set<std::vector<std::string>>{{}, {"f", "f/a"}});
}

TEST_CASE("many unsynced names are lost one by one, or from one on", "[platform][memory]") {
    MemoryDisk disk;
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g"}) REQUIRE(disk.create(name));
    std::set<std::vector<std::string>> all;
    for (std::size_t i = 0; i < disk.outcomes(); ++i) all.insert(disk.after_crash(i).names());
    CHECK(all.count({}) == 1);
    CHECK(all.count({"a", "b", "c", "d", "e", "f", "g"}) == 1);
    CHECK(all.count({"a", "b", "c"}) == 1);
    CHECK(all.count({"a", "c", "d", "e", "f", "g"}) == 1);
}

TEST_CASE("after a sync that failed, the next one proves nothing", "[platform][memory]") {
    MemoryDisk disk;
    disk.put("a", "");
    const auto file = disk.resume("a").value();
    REQUIRE(file->write("abcd"));
    disk.fail_at(disk.operations(), Fault::io_error, Lasting::once);
    CHECK(file->sync().error().code == Errc::unreadable);
    REQUIRE(file->sync());
    CHECK(found(disk, "a").count("") == 1);
    std::string medium;
    REQUIRE(disk.read_through("a", [&](std::string_view piece) {
        medium += piece;
        return Result<void>();
    }));
    CHECK(medium.empty());
}

TEST_CASE("faults come when they are ordered, once or for good", "[platform][memory]") {
    MemoryDisk disk;
    disk.put("a", "abcd");
    disk.fail_at(1, Fault::io_error, Lasting::once);
    CHECK(disk.read("a", 9));
    CHECK(disk.read("a", 9).error().code == Errc::unreadable);
    CHECK(disk.read("a", 9));
    disk.fail_at(4, Fault::no_space, Lasting::for_good);
    CHECK(disk.create("b"));
    CHECK(disk.read("a", 9));
    CHECK(disk.create("c").error().code == Errc::no_space);
    CHECK(disk.make_folder("d").error().code == Errc::no_space);
    disk.fail_at(7, Fault::short_read, Lasting::once);
    CHECK(disk.read("a", 9).value() == "ab");
    disk.fail_at(9, Fault::power_cut, Lasting::once);
    CHECK(disk.read("a", 9).value() == "abcd");
    CHECK_FALSE(disk.read("a", 9));
    CHECK_FALSE(disk.read("a", 9));
    disk.heal();
    CHECK(disk.read("a", 9).value() == "abcd");
}

TEST_CASE("a medium in memory has an end", "[platform][memory]") {
    MemoryDisk disk;
    disk.limit(10);
    disk.put("a", "12345678");
    CHECK(disk.free_bytes(".").value() == 2);
    const auto file = disk.create("b").value();
    CHECK(file->reserve(3).error().code == Errc::no_space);
    REQUIRE(file->write("12"));
    CHECK(file->write("3").error().code == Errc::no_space);
}
