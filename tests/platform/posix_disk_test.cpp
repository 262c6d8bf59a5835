// SPDX-License-Identifier: EUPL-1.2
// The risk: what is promised about a real disk is only true of the one in memory; a link or a pipe
// where a file should be leads the updater astray.
#include "platform/linux/posix_disk.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

using namespace foyer;
using platform::PosixDisk;
namespace fs = std::filesystem;

namespace {

/// A folder that goes with the test.
class Folder {
  public:
    explicit Folder(const fs::path& in = fs::temp_directory_path()) {
        std::string pattern = in / "foyer-disk-XXXXXX";
        REQUIRE(mkdtemp(pattern.data()));
        path_ = pattern;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string operator/(const std::string& name) const { return path_ / name; }
    std::string path() const { return path_; }

  private:
    fs::path path_;
};

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

template <class T> Errc code(const Result<T>& result) {
    REQUIRE_FALSE(result);
    return result.error().code;
}

} // namespace

TEST_CASE("a disk writes, continues, seals and reads a file", "[platform][disk]") {
    const Folder folder;
    PosixDisk disk;
    const std::string path = folder / "a";
    {
        const auto file = disk.create(path).value();
        REQUIRE(file->write("one "));
        REQUIRE(file->sync());
    }
    {
        const auto file = disk.resume(path).value();
        REQUIRE(file->write("two"));
        REQUIRE(file->seal());
        REQUIRE(file->sync());
    }
    REQUIRE(disk.sync_folder(folder.path()));
    CHECK(disk.read(path, 7).value() == "one two");
    CHECK(code(disk.read(path, 6)) == Errc::too_large);
    CHECK(disk.size(path).value() == 7);
    CHECK(disk.view(path).value()->bytes() == "one two");
    struct stat info {};
    REQUIRE(stat(path.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0444U);
}

TEST_CASE("a file that is created anew is empty", "[platform][disk]") {
    const Folder folder;
    PosixDisk disk;
    write(folder / "a", "long gone");
    REQUIRE(disk.create(folder / "a"));
    CHECK(content(folder / "a").empty());
}

TEST_CASE("reserved space is there as zeros, and can be filled as memory or by writing",
          "[platform][disk]") {
    const Folder folder;
    PosixDisk disk;
    {
        const auto file = disk.create(folder / "a").value();
        REQUIRE(file->reserve(10));
        CHECK(fs::file_size(folder / "a") == 10);
        const std::span<char> memory = file->map().value();
        REQUIRE(memory.size() == 10);
        memory[0] = 'x';
        memory[9] = 'y';
        REQUIRE(file->sync());
    }
    CHECK(content(folder / "a") == "x" + std::string(8, '\0') + "y");
    const auto file = disk.create(folder / "b").value();
    REQUIRE(file->reserve(4));
    REQUIRE(file->write("abcd"));
    CHECK(content(folder / "b") == "abcd");
}

TEST_CASE("a file is read through in pieces, and an error of the reader ends it",
          "[platform][disk]") {
    const Folder folder;
    PosixDisk disk;
    std::string bytes;
    for (int i = 0; i < 100'000; ++i) bytes += std::to_string(i);
    write(folder / "a", bytes);
    std::string got;
    int pieces = 0;
    REQUIRE(disk.read_through(folder / "a", [&](std::string_view piece) -> Result<void> {
        got += piece;
        ++pieces;
        return {};
    }));
    CHECK(got == bytes);
    CHECK(pieces > 1);
    const Result<void> ended =
        disk.read_through(folder / "a", [](std::string_view) -> Result<void> {
            return {Errc::damaged, "enough"};
        });
    CHECK(code(ended) == Errc::damaged);
    write(folder / "empty", "");
    REQUIRE(disk.read_through(folder / "empty", [](std::string_view) -> Result<void> {
        return {Errc::damaged, ""};
    }));
    CHECK(disk.view(folder / "empty").value()->bytes().empty());
}

TEST_CASE("what is not there is not found, and removing it is no error", "[platform][disk]") {
    const Folder folder;
    PosixDisk disk;
    const std::string path = folder / "nowhere";
    CHECK(code(disk.read(path, 10)) == Errc::not_found);
    CHECK(code(disk.view(path)) == Errc::not_found);
    CHECK(code(disk.size(path)) == Errc::not_found);
    CHECK(code(disk.resume(path)) == Errc::not_found);
    CHECK(code(disk.list(path)) == Errc::not_found);
    CHECK(code(disk.rename(path, folder / "b")) == Errc::not_found);
    CHECK(code(disk.create(path + "/below")) == Errc::not_found);
    CHECK(disk.remove(path));
}

TEST_CASE("links, folders and pipes are not opened, whatever they are called", "[platform][disk]") {
    const Folder folder;
    PosixDisk disk;
    write(folder / "secret", "untouched");
    fs::create_symlink(folder / "secret", folder / "link");
    fs::create_symlink("/dev/zero", folder / "device");
    fs::create_directory(folder / "folder");
    REQUIRE(mkfifo((folder / "pipe").c_str(), 0644) == 0);
    for (const char* name : {"link", "device", "folder", "pipe"}) {
        CAPTURE(name);
        const std::string path = folder / name;
        CHECK(code(disk.read(path, 100)) == Errc::unreadable);
        CHECK(code(disk.view(path)) == Errc::unreadable);
        CHECK(code(disk.size(path)) == Errc::unreadable);
        CHECK(code(disk.create(path)) == Errc::unreadable);
        CHECK(code(disk.resume(path)) == Errc::unreadable);
        CHECK(code(disk.read_through(path, [](std::string_view) { return Result<void>(); })) ==
              Errc::unreadable);
    }
    CHECK(content(folder / "secret") == "untouched");
    // A link is replaced as a name, and not followed.
    write(folder / "new", "new");
    REQUIRE(disk.rename(folder / "new", folder / "link"));
    CHECK(content(folder / "secret") == "untouched");
    CHECK(content(folder / "link") == "new");
}

TEST_CASE("folders are made once and listed in order", "[platform][disk]") {
    const Folder folder;
    PosixDisk disk;
    REQUIRE(disk.make_folder(folder / "b"));
    REQUIRE(disk.make_folder(folder / "b"));
    write(folder / "a", "");
    write(folder / ".part-c", "");
    CHECK(disk.list(folder.path()).value() == std::vector<std::string>{".part-c", "a", "b"});
    CHECK(code(disk.make_folder(folder / "a")) == Errc::unreadable);
    CHECK(disk.free_bytes(folder.path()).value() > 0);
    CHECK(code(disk.sync_folder(folder / "a")) == Errc::not_found);
}

TEST_CASE("more than the medium has is told when it is reserved, not in the middle",
          "[platform][disk]") {
    const Folder folder;
    PosixDisk disk;
    const std::uint64_t free = disk.free_bytes(folder.path()).value();
    const auto file = disk.create(folder / "a").value();
    const Result<void> reserved = file->reserve(free + (std::uint64_t{1} << 40U));
    CHECK(code(reserved) == Errc::no_space);
    CHECK(code(file->reserve(std::uint64_t{1} << 63U)) != Errc::not_found);
}

TEST_CASE("a file is replaced as a whole", "[platform][disk]") {
    const Folder folder;
    PosixDisk disk;
    REQUIRE(host::replace_file(disk, folder / "a", "old"));
    REQUIRE(host::replace_file(disk, folder / "a", "new"));
    CHECK(content(folder / "a") == "new");
    CHECK(disk.list(folder.path()).value() == std::vector<std::string>{"a"});
}
