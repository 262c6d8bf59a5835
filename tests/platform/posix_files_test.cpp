// SPDX-License-Identifier: EUPL-1.2
// Risk: a file that is too long, not a file, or replaced without the kiosk noticing.
#include "platform/linux/posix_files.h"

#include "platform/linux/steady_clock.h"

#include <catch2/catch_test_macros.hpp>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sys/stat.h>

using namespace foyer;
namespace fs = std::filesystem;

namespace {

/// A folder that goes with the test.
class Folder {
  public:
    Folder() {
        std::string pattern = fs::temp_directory_path() / "foyer-XXXXXX";
        REQUIRE(mkdtemp(pattern.data()));
        path_ = pattern;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string operator/(const std::string& name) const { return path_ / name; }

  private:
    fs::path path_;
};

void write(const std::string& path, const std::string& bytes) { std::ofstream(path) << bytes; }

/// Counts calls from another thread and waits for them.
class Calls {
  public:
    void add() {
        const std::lock_guard lock(guard_);
        ++count_;
        came_.notify_all();
    }
    bool more_than(int count) {
        std::unique_lock lock(guard_);
        return came_.wait_for(lock, std::chrono::seconds(10), [&] { return count_ > count; });
    }
    int count() {
        const std::lock_guard lock(guard_);
        return count_;
    }

  private:
    std::mutex guard_;
    std::condition_variable came_;
    int count_ = 0;
};

} // namespace

TEST_CASE("a file is read whole, or not at all when it is too long", "[linux]") {
    const Folder folder;
    platform::PosixFiles files;
    write(folder / "a", "12345");
    CHECK(files.read(folder / "a", 5).value() == "12345");
    CHECK(files.read(folder / "a", 4).error().code == Errc::too_large);
    write(folder / "empty", "");
    CHECK(files.read(folder / "empty", 0).value().empty());
}

TEST_CASE("what is not a file is an error", "[linux]") {
    const Folder folder;
    platform::PosixFiles files;
    CHECK(files.read(folder / "none", 9).error().code == Errc::not_found);
    CHECK(files.read(folder / "none/deeper", 9).error().code == Errc::not_found);
    CHECK(files.read(folder / "", 9).error().code == Errc::unreadable);
    REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(files.read(folder / "pipe", 9).error().code == Errc::unreadable);
    CHECK(files.stamp(folder / "none").error().code == Errc::not_found);
}

TEST_CASE("files of the system that have no length are read", "[linux]") {
    CHECK_FALSE(platform::PosixFiles().read("/proc/version", 4096).value().empty());
}

TEST_CASE("a file has another stamp when it was replaced, and the same when not", "[linux]") {
    const Folder folder;
    platform::PosixFiles files;
    write(folder / "a", "1");
    const host::FileStamp before = files.stamp(folder / "a").value();
    CHECK(files.stamp(folder / "a").value() == before);
    write(folder / "b", "2");
    fs::rename(folder / "b", folder / "a");
    CHECK(files.stamp(folder / "a").value() != before);
}

TEST_CASE("a watch tells of writing, replacing and removing, and of nothing else", "[linux]") {
    const Folder folder;
    Calls calls;
    platform::PosixFiles files;
    REQUIRE(files.watch(folder / "a", [&] { calls.add(); }));
    write(folder / "other", "x");
    write(folder / "a", "1");
    REQUIRE(calls.more_than(0));
    write(folder / "b", "2");
    int before = calls.count();
    fs::rename(folder / "b", folder / "a");
    REQUIRE(calls.more_than(before));
    before = calls.count();
    fs::remove(folder / "a");
    REQUIRE(calls.more_than(before));
}

TEST_CASE("a watch tells when a link is switched by rename", "[linux]") {
    const Folder folder;
    Calls calls;
    platform::PosixFiles files;
    REQUIRE(files.watch(folder / "current", [&] { calls.add(); }));
    fs::create_symlink("packs/1", folder / "next");
    fs::rename(folder / "next", folder / "current");
    CHECK(calls.more_than(0));
}

TEST_CASE("a watch survives its folder", "[linux]") {
    const Folder folder;
    fs::create_directory(folder / "in");
    Calls calls;
    platform::PosixFiles files;
    REQUIRE(files.watch(folder / "in/a", [&] { calls.add(); }));
    fs::remove_all(folder / "in");
    REQUIRE(calls.more_than(0));
    int before = calls.count();
    fs::create_directory(folder / "in");
    write(folder / "in/a", "1");
    REQUIRE(calls.more_than(before));
}

TEST_CASE("a folder that is not there cannot be watched", "[linux]") {
    const Folder folder;
    const auto watched = platform::PosixFiles().watch(folder / "none/a", [] {});
    REQUIRE_FALSE(watched);
    CHECK(watched.error().code == Errc::not_found);
}

TEST_CASE("the clock does not go back", "[linux]") {
    const platform::SteadyClock clock;
    const auto first = clock.now();
    CHECK(clock.now() >= first);
}
