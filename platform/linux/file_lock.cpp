// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/file_lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>

namespace foyer::platform {

Result<FileLock> FileLock::take(const std::string& path) {
    Fd file(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (!file) return {Errc::unreadable, path + ": " + std::strerror(errno)};
    if (flock(file.get(), LOCK_EX | LOCK_NB) == 0) return FileLock(std::move(file));
    if (errno == EWOULDBLOCK) return {Errc::refused, path + ": another process is at work"};
    return {Errc::unreadable, path + ": " + std::strerror(errno)};
}

} // namespace foyer::platform
