// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/posix_disk.h"

#include "platform/linux/fd.h"
#include "platform/linux/mapping.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace foyer::platform {

namespace {

/// Large enough that a card reads in one go, small enough not to be noticed in memory.
constexpr std::size_t piece_bytes = 256 * 1024;
constexpr mode_t file_mode = 0644;
constexpr mode_t sealed_mode = 0444;
constexpr mode_t folder_mode = 0755;

Error system_error(const std::string& path, int number = errno) {
    const std::string what = path + ": " + std::strerror(number);
    switch (number) {
    case ENOENT:
    case ENOTDIR: return {Errc::not_found, what};
    case ENOSPC:
    case EDQUOT: return {Errc::no_space, what};
    case EFBIG: return {Errc::too_large, what};
    default: return {Errc::unreadable, what};
    }
}

/// A regular file that is no link. Not blocking: a pipe of this name must not stop anybody.
Result<Fd> open_file(const std::string& path, int flags) {
    Fd file(open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, file_mode));
    if (!file) return system_error(path);
    struct stat info {};
    if (fstat(file.get(), &info) != 0) return system_error(path);
    if (!S_ISREG(info.st_mode)) return Error{Errc::unreadable, path + ": not a file"};
    return file;
}

Result<std::uint64_t> size_of(const Fd& file, const std::string& path) {
    struct stat info {};
    if (fstat(file.get(), &info) != 0) return system_error(path);
    return static_cast<std::uint64_t>(info.st_size);
}

/// Up to `space.size()` bytes; fewer only at the end of the file.
Result<std::size_t> read_some(const Fd& file, std::span<char> space, const std::string& path) {
    std::size_t filled = 0;
    while (filled < space.size()) {
        const ssize_t got = ::read(file.get(), space.data() + filled, space.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_error(path);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

class PosixNewFile final : public host::NewFile {
  public:
    PosixNewFile(Fd file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}

    Result<void> reserve(std::uint64_t bytes) override {
        if (bytes == 0) return {};
        // Asked first: to find out by trying, the system would fill the medium for everybody.
        struct statvfs info {};
        if (fstatvfs(file_.get(), &info) != 0) return system_error(path_);
        const std::uint64_t free = std::uint64_t{info.f_bavail} * std::uint64_t{info.f_frsize};
        if (bytes > free) return {Errc::no_space, path_ + ": more than is free"};
        // The answer is the error number itself, not errno.
        const int failed = posix_fallocate(file_.get(), 0, static_cast<off_t>(bytes));
        if (failed != 0) return system_error(path_, failed);
        reserved_ = bytes;
        return {};
    }
    Result<void> write(std::string_view bytes) override {
        while (!bytes.empty()) {
            const ssize_t put = ::write(file_.get(), bytes.data(), bytes.size());
            if (put < 0 && errno == EINTR) continue;
            if (put < 0) return system_error(path_);
            bytes.remove_prefix(static_cast<std::size_t>(put));
        }
        return {};
    }
    Result<std::span<char>> map() override {
        mapping_ = TRY(Mapping::of(file_, reserved_, Mapping::Use::write, path_));
        return mapping_.bytes();
    }
    Result<void> sync() override {
        // What was written through the mapping is in the same pages: fsync covers it.
        if (fsync(file_.get()) != 0) return system_error(path_);
        return {};
    }
    Result<void> seal() override {
        if (fchmod(file_.get(), sealed_mode) != 0) return system_error(path_);
        return {};
    }

  private:
    Fd file_;
    std::string path_;
    std::uint64_t reserved_ = 0;
    Mapping mapping_;
};

class PosixView final : public host::FileView {
  public:
    explicit PosixView(Mapping mapping) : mapping_(std::move(mapping)) {}
    std::string_view bytes() const override {
        return {mapping_.bytes().data(), mapping_.bytes().size()};
    }

  private:
    Mapping mapping_;
};

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};

} // namespace

Result<std::string> PosixDisk::read(const std::string& path, std::size_t max_bytes) {
    const Fd file = TRY(open_file(path, O_RDONLY));
    const std::uint64_t length = TRY(size_of(file, path));
    if (length > max_bytes) return {Errc::too_large, path + ": longer than allowed"};
    // One byte more than it should have tells whether it grew meanwhile.
    std::string bytes(static_cast<std::size_t>(length) + 1, '\0');
    const std::size_t filled = TRY(read_some(file, bytes, path));
    if (filled > length) return {Errc::unreadable, path + ": it grows"};
    bytes.resize(filled);
    return bytes;
}

Result<void> PosixDisk::read_through(const std::string& path,
                                     const std::function<Result<void>(std::string_view)>& use) {
    const Fd file = TRY(open_file(path, O_RDONLY));
    // Only pages that are on the medium are forgotten: whoever wrote them has to sync first.
    (void)posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
    (void)posix_fadvise(file.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    std::string piece(piece_bytes, '\0');
    while (true) {
        const std::size_t filled = TRY(read_some(file, piece, path));
        if (filled > 0) TRY(use(std::string_view(piece).substr(0, filled)));
        if (filled < piece.size()) return {};
    }
}

Result<std::unique_ptr<host::FileView>> PosixDisk::view(const std::string& path) {
    const Fd file = TRY(open_file(path, O_RDONLY));
    const std::uint64_t length = TRY(size_of(file, path));
    Mapping mapping = TRY(Mapping::of(file, length, Mapping::Use::read, path));
    return std::unique_ptr<host::FileView>(new PosixView(std::move(mapping)));
}

Result<std::uint64_t> PosixDisk::size(const std::string& path) {
    const Fd file = TRY(open_file(path, O_RDONLY));
    return size_of(file, path);
}

Result<std::vector<std::string>> PosixDisk::list(const std::string& folder) {
    const std::unique_ptr<DIR, CloseFolder> entries(opendir(folder.c_str()));
    if (!entries) return system_error(folder);
    std::vector<std::string> names;
    while (true) {
        errno = 0;
        const dirent* entry = readdir(entries.get());
        if (entry == nullptr && errno != 0) return system_error(folder);
        if (entry == nullptr) break;
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") names.emplace_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::uint64_t> PosixDisk::free_bytes(const std::string& folder) {
    struct statvfs info {};
    if (statvfs(folder.c_str(), &info) != 0) return system_error(folder);
    return std::uint64_t{info.f_bavail} * std::uint64_t{info.f_frsize};
}

Result<void> PosixDisk::make_folder(const std::string& path) {
    if (mkdir(path.c_str(), folder_mode) == 0) return {};
    const int failed = errno;
    struct stat info {};
    if (failed == EEXIST && lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return {};
    return system_error(path, failed);
}

Result<std::unique_ptr<host::NewFile>> PosixDisk::create(const std::string& path) {
    // Emptied only once it is known to be a file.
    Fd file = TRY(open_file(path, O_RDWR | O_CREAT));
    if (ftruncate(file.get(), 0) != 0) return system_error(path);
    return std::unique_ptr<host::NewFile>(new PosixNewFile(std::move(file), path));
}

Result<std::unique_ptr<host::NewFile>> PosixDisk::resume(const std::string& path) {
    Fd file = TRY(open_file(path, O_RDWR));
    if (lseek(file.get(), 0, SEEK_END) < 0) return system_error(path);
    return std::unique_ptr<host::NewFile>(new PosixNewFile(std::move(file), path));
}

Result<void> PosixDisk::rename(const std::string& from, const std::string& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return system_error(from + " to " + to);
    return {};
}

Result<void> PosixDisk::remove(const std::string& path) {
    if (unlink(path.c_str()) != 0 && errno != ENOENT) return system_error(path);
    return {};
}

Result<void> PosixDisk::sync_folder(const std::string& folder) {
    const Fd file(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!file) return system_error(folder);
    if (fsync(file.get()) != 0) return system_error(folder);
    return {};
}

} // namespace foyer::platform
