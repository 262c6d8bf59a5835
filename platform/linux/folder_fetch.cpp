// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/folder_fetch.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace foyer::platform {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t piece_bytes = 64 * 1024;

bool is_name(std::string_view name) {
    for (std::size_t from = 0; from <= name.size();) {
        const std::size_t end = std::min(name.find('/', from), name.size());
        const std::string_view segment = name.substr(from, end - from);
        if (segment.empty() || segment == "." || segment == "..") return false;
        from = end + 1;
    }
    return std::none_of(name.begin(), name.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
}

Error refused(const std::string& name, const char* why) {
    return {Errc::refused, name + ": " + why};
}

} // namespace

FolderFetch::FolderFetch(Fd folder, std::string below, std::uint64_t device, Walk walk)
    : folder_(std::move(folder)), below_(std::move(below)), device_(device), walk_(walk) {}

Result<std::unique_ptr<FolderFetch>> FolderFetch::open(const std::string& folder, std::string below,
                                                       Walk walk) {
    if (!below.empty() && !is_name(below)) return refused(below, "not a name");
    Fd fd(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat info {};
    if (!fd || fstat(fd.get(), &info) != 0) {
        const int error = errno;
        // With O_PATH and O_DIRECTORY a link is "not a folder".
        const bool missing = error == ENOENT || error == ENOTDIR;
        return {missing ? Errc::not_found : Errc::unreadable, folder + ": " + std::strerror(error)};
    }
    if (!below.empty()) below += '/';
    return std::unique_ptr<FolderFetch>(
        new FolderFetch(std::move(fd), std::move(below), info.st_dev, walk));
}

Error FolderFetch::failed(const std::string& name, int error) const {
    const std::string what = name + ": " + std::strerror(error);
    switch (error) {
    case ENOENT:
    case ENOTDIR: {
        // A folder that was removed with all it held is a medium that has gone.
        struct stat info {};
        const bool here = fstat(folder_.get(), &info) == 0 && info.st_nlink > 0;
        return {here ? Errc::not_found : Errc::unreadable, what};
    }
    case EACCES:
    case EPERM:
    case ENAMETOOLONG: return {Errc::not_found, what};
    case ELOOP:
    case EXDEV: return refused(name, "leads out of the folder");
    default: return {Errc::unreadable, what};
    }
}

Result<Fd> FolderFetch::look_up(const std::string& path, int flags) const {
    if (walk_ == Walk::by_hand) return look_up_by_hand(path, flags);
    open_how how{};
    how.flags = static_cast<std::uint64_t>(flags);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_XDEV | RESOLVE_NO_MAGICLINKS;
    Fd fd(static_cast<int>(syscall(SYS_openat2, folder_.get(), path.c_str(), &how, sizeof how)));
    if (fd) return fd;
    if (errno != ENOSYS) return failed(path, errno);
    walk_ = Walk::by_hand;
    return look_up_by_hand(path, flags);
}

Result<Fd> FolderFetch::look_up_by_hand(const std::string& path, int flags) const {
    Fd held;
    int at = folder_.get();
    for (std::size_t from = 0;;) {
        const std::size_t end = path.find('/', from);
        const bool last = end == path.npos;
        const std::string segment = path.substr(from, last ? path.npos : end - from);
        // With O_PATH a link is opened itself, so it is seen and refused.
        const int how = last ? flags | O_NOFOLLOW : O_PATH | O_NOFOLLOW | O_CLOEXEC;
        Fd next(openat(at, segment.c_str(), how));
        struct stat info {};
        if (!next || fstat(next.get(), &info) != 0) return failed(path, errno);
        if (S_ISLNK(info.st_mode) || info.st_dev != device_) return failed(path, EXDEV);
        if (last) return next;
        held = std::move(next);
        at = held.get();
        from = end + 1;
    }
}

Result<Fd> FolderFetch::open_file(const std::string& name) const {
    if (!is_name(name)) return refused(name, "not a name");
    const std::string path = below_ + name;
    // First without opening it: merely opening some devices makes them do something.
    struct stat seen {};
    const Fd place = TRY(look_up(path, O_PATH | O_CLOEXEC));
    if (fstat(place.get(), &seen) != 0) return failed(path, errno);
    if (!S_ISREG(seen.st_mode)) return refused(name, "not a file");
    struct stat opened {};
    Fd file = TRY(look_up(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (fstat(file.get(), &opened) != 0) return failed(path, errno);
    if (opened.st_dev != seen.st_dev || opened.st_ino != seen.st_ino)
        return refused(name, "was replaced while it was opened");
    return file;
}

Result<void> FolderFetch::get(const host::Wanted& wanted, const host::Sink& sink) {
    const auto deadline = Clock::now() + wanted.within;
    const Fd file = TRY(open_file(wanted.name));
    struct stat info {};
    if (fstat(file.get(), &info) != 0) return failed(wanted.name, errno);
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if (size > wanted.max_bytes)
        return {Errc::too_large, wanted.name + ": " + std::to_string(size) + " bytes"};
    if (wanted.offset > size) return refused(wanted.name, "ends before the place to go on from");

    std::array<char, piece_bytes> piece;
    std::uint64_t at = wanted.offset;
    while (true) {
        if (wanted.within.count() > 0 && Clock::now() >= deadline)
            return {Errc::timeout, wanted.name + ": takes too long"};
        const ssize_t got = pread(file.get(), piece.data(), piece.size(), static_cast<off_t>(at));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed(wanted.name, errno);
        if (got == 0) break;
        at += static_cast<std::uint64_t>(got);
        if (at > wanted.max_bytes) return {Errc::too_large, wanted.name + ": it grows"};
        TRY(sink({piece.data(), static_cast<std::size_t>(got)}));
    }
    if (at < size) return {Errc::unreadable, wanted.name + ": ends early"};
    return {};
}

} // namespace foyer::platform
