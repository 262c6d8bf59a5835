// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/posix_files.h"

#include "platform/linux/fd.h"
#include "platform/linux/file_watch.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>

namespace foyer::platform {

namespace {

Error system_error(const std::string& path) {
    const Errc code = errno == ENOENT || errno == ENOTDIR ? Errc::not_found : Errc::unreadable;
    return {code, path + ": " + std::strerror(errno)};
}

} // namespace

PosixFiles::PosixFiles() = default;
PosixFiles::~PosixFiles() = default;

Result<std::string> PosixFiles::read(const std::string& path, std::size_t max_bytes) {
    // Not blocking: a pipe somebody left under this name must not stop the kiosk.
    const Fd file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) return system_error(path);
    struct stat info {};
    if (fstat(file.get(), &info) != 0) return system_error(path);
    if (!S_ISREG(info.st_mode)) return {Errc::unreadable, path + ": not a file"};
    if (static_cast<std::uint64_t>(info.st_size) > max_bytes)
        return {Errc::too_large, path + ": longer than " + std::to_string(max_bytes) + " bytes"};
    // One byte more than it should have tells whether it grew meanwhile.
    std::string bytes(static_cast<std::size_t>(info.st_size) + 1, '\0');
    std::size_t filled = 0;
    while (true) {
        const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_error(path);
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > max_bytes) return {Errc::too_large, path + ": it grows"};
        if (filled == bytes.size()) bytes.resize(filled + 4096);
    }
    bytes.resize(filled);
    return bytes;
}

Result<host::FileStamp> PosixFiles::stamp(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return system_error(path);
    constexpr std::int64_t ns_per_s = 1'000'000'000;
    return host::FileStamp{info.st_ino, static_cast<std::uint64_t>(info.st_size),
                           info.st_mtim.tv_sec * ns_per_s + info.st_mtim.tv_nsec};
}

Result<void> PosixFiles::watch(const std::string& path, std::function<void()> changed) {
    auto watch = TRY(FileWatch::start(path, std::move(changed)));
    const std::lock_guard lock(guard_);
    watches_.push_back(std::move(watch));
    return {};
}

} // namespace foyer::platform
