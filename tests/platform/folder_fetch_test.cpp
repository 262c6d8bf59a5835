// SPDX-License-Identifier: EUPL-1.2
// Risk: a stick that somebody left in the foyer leads the updater to other files, to devices, or
// keeps it busy; or one that is pulled out ends it.
#include "platform/linux/folder_fetch.h"

#include "tests/platform/mount_space.h"
#include "tests/platform/scratch_folder.h"

#include <catch2/generators/catch_generators.hpp>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using namespace foyer;
using platform::FolderFetch;
using platform::Walk;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t megabyte = 1 << 20;

Walk either_walk() { return GENERATE(Walk::by_kernel, Walk::by_hand); }

std::unique_ptr<FolderFetch> open(const std::string& folder, const std::string& below, Walk walk) {
    auto fetch = FolderFetch::open(folder, below, walk);
    REQUIRE(fetch);
    return std::move(*fetch);
}

host::Wanted all_of(const std::string& name) { return {name, 0, megabyte, {}}; }

/// The bytes, or the code of the error.
std::string get(host::Fetch& fetch, const host::Wanted& wanted) {
    const Result<std::string> bytes = host::get_all(fetch, wanted);
    return bytes ? *bytes : name(bytes.error().code);
}

} // namespace

TEST_CASE("a file of a stick comes whole, or from where it was cut", "[linux]") {
    const tests::ScratchFolder stick;
    stick.write("foyer/metadata/1.root.json", "0123456789");
    const auto fetch = open(stick.path(), "foyer", either_walk());
    const std::string file = "metadata/1.root.json";
    CHECK(get(*fetch, all_of(file)) == "0123456789");
    CHECK(get(*fetch, {file, 4, megabyte, {}}) == "456789");
    CHECK(get(*fetch, {file, 10, megabyte, {}}).empty());
    CHECK(get(*fetch, {file, 11, megabyte, {}}) == "refused");
    CHECK(get(*fetch, {file, 0, 10, {}}) == "0123456789");
    CHECK(get(*fetch, {file, 0, 9, {}}) == "too_large");
    CHECK(get(*fetch, all_of("metadata/2.root.json")) == "not_found");
    CHECK(get(*fetch, all_of("nothing/2.root.json")) == "not_found");
}

TEST_CASE("names that are no plain path below the folder are refused", "[linux]") {
    const tests::ScratchFolder stick;
    stick.write("secret", "s");
    stick.write("foyer/a/b", "b");
    const auto fetch = open(stick.path(), "foyer", either_walk());
    for (const char* name : {"../secret", "a/../../secret", "a/../a/b", "/a/b", "a//b", "./a/b",
                             "a/.", "a/b/", "", "..", "a\n/b", "a/b\x7f"})
        CHECK(get(*fetch, all_of(name)) == "refused");
    CHECK(get(*fetch, all_of(std::string("a/b\0c", 5))) == "refused");
    CHECK(FolderFetch::open(stick.path(), "../etc").error().code == Errc::refused);
}

TEST_CASE("links on a stick lead nowhere, wherever in the path they are", "[linux]") {
    const tests::ScratchFolder stick;
    stick.write("real/file", "r");
    fs::create_symlink("/etc/passwd", stick / "passwd");
    fs::create_symlink("real/file", stick / "inside");
    fs::create_symlink("real", stick / "folder");
    fs::create_symlink("/proc/self/root", stick / "magic");
    const Walk walk = either_walk();
    const auto fetch = open(stick.path(), "", walk);
    for (const char* name : {"passwd", "inside", "folder/file", "magic/etc/passwd"})
        CHECK(get(*fetch, all_of(name)) == "refused");
    CHECK(get(*open(stick.path(), "folder", walk), all_of("file")) == "refused");
    CHECK(FolderFetch::open(stick / "folder", "", walk).error().code == Errc::not_found);
}

TEST_CASE("pipes, sockets, devices and folders are not opened", "[linux]") {
    const tests::ScratchFolder stick;
    REQUIRE(mkfifo((stick / "pipe").c_str(), 0600) == 0);
    stick.write("folder/file", "f");
    const platform::Fd socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    (stick / "socket").copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    const Walk walk = either_walk();
    const auto fetch = open(stick.path(), "", walk);
    for (const char* name : {"pipe", "folder", "socket"})
        CHECK(get(*fetch, all_of(name)) == "refused");
    const auto devices = open("/dev", "", walk);
    for (const char* name : {"null", "zero", "tty"})
        CHECK(get(*devices, all_of(name)) == "refused");
}

TEST_CASE("a file of ten gigabytes that takes no space is refused by its length", "[linux]") {
    const tests::ScratchFolder stick;
    stick.write("pack", "p");
    fs::resize_file(stick / "pack", 10'000'000'000);
    const auto fetch = open(stick.path(), "", either_walk());
    std::uint64_t seen = 0;
    const auto done = fetch->get(all_of("pack"), [&](std::string_view piece) -> Result<void> {
        seen += piece.size();
        return {};
    });
    CHECK(done.error().code == Errc::too_large);
    CHECK(seen == 0);
}

TEST_CASE("a file that grows while it is read ends at the limit", "[linux]") {
    const tests::ScratchFolder stick;
    stick.write("pack", std::string(1000, 'a'));
    const auto fetch = open(stick.path(), "", either_walk());
    std::uint64_t seen = 0;
    const auto done = fetch->get(all_of("pack"), [&](std::string_view piece) -> Result<void> {
        seen += piece.size();
        std::ofstream(stick / "pack", std::ios::app) << std::string(60'000, 'b');
        return {};
    });
    CHECK(done.error().code == Errc::too_large);
    CHECK(seen <= megabyte);
}

TEST_CASE("a file that ends before its length is unreadable, and so is one that fails", "[linux]") {
    const tests::ScratchFolder stick;
    stick.write("pack", std::string(200'000, 'a'));
    const Walk walk = either_walk();
    const auto fetch = open(stick.path(), "", walk);
    const auto cut = fetch->get(all_of("pack"), [&](std::string_view) -> Result<void> {
        fs::resize_file(stick / "pack", 70'000);
        return {};
    });
    CHECK(cut.error().code == Errc::unreadable);
    // Nothing is mapped at the start of memory, which the kernel tells as EIO.
    const auto memory = open("/proc/" + std::to_string(getpid()), "", walk);
    CHECK(get(*memory, all_of("mem")) == "unreadable");
}

TEST_CASE("a folder that was taken away with all it held is unreadable, not empty", "[linux]") {
    const tests::ScratchFolder place;
    place.write("stick/metadata/timestamp.json", "t");
    const auto fetch = open(place / "stick", "", either_walk());
    fs::remove_all(place / "stick");
    CHECK(get(*fetch, all_of("metadata/timestamp.json")) == "unreadable");
}

TEST_CASE("of names that differ in case the one that was asked for is taken", "[linux]") {
    const tests::ScratchFolder stick;
    stick.write("metadata/ROOT.json", "upper");
    stick.write("metadata/root.json", "lower");
    stick.write("Metadata/root.json", "other");
    const auto fetch = open(stick.path(), "", either_walk());
    CHECK(get(*fetch, all_of("metadata/root.json")) == "lower");
    CHECK(get(*fetch, all_of("METADATA/root.json")) == "not_found");
}

TEST_CASE("the deadline ends a read, and so does whoever takes the bytes", "[linux]") {
    const tests::ScratchFolder stick;
    stick.write("pack", std::string(200'000, 'a'));
    const auto fetch = open(stick.path(), "", either_walk());
    const auto start = std::chrono::steady_clock::now();
    const std::chrono::milliseconds within(5);
    const auto late = fetch->get({"pack", 0, megabyte, within}, [&](auto) -> Result<void> {
        while (std::chrono::steady_clock::now() < start + 2 * within) {
        }
        return {};
    });
    CHECK(late.error().code == Errc::timeout);
    const auto full = fetch->get(all_of("pack"), [](auto) -> Result<void> {
        return {Errc::no_space, "full"};
    });
    CHECK(full.error() == Error{Errc::no_space, "full"});
}

TEST_CASE("another file system mounted below a stick is not entered", "[linux]") {
    const tests::ScratchFolder stick;
    fs::create_directories(stick / "metadata");
    const Walk walk = either_walk();
    enum { forbidden, refused, read };
    const int seen = tests::in_child([&]() -> int {
        if (!tests::enter_mount_space() || !tests::mount_memory(stick / "metadata"))
            return forbidden;
        stick.write("metadata/file", "f");
        auto fetch = FolderFetch::open(stick.path(), "", walk);
        return fetch && get(**fetch, all_of("metadata/file")) == "refused" ? refused : read;
    });
    if (seen == forbidden) SKIP("this system lets nobody mount");
    CHECK(seen == refused);
}
