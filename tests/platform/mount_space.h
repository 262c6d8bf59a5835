// SPDX-License-Identifier: EUPL-1.2
// Mounts that only the calling process sees, as root or, where the kernel allows it, as any user.
#pragma once

#include <sched.h>
#include <string>
#include <sys/mount.h>

namespace foyer::tests {

/// For use in a child process. False if the system has it forbidden.
inline bool enter_mount_space() {
    if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    return mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

inline bool mount_memory(const std::string& folder) {
    return mount("none", folder.c_str(), "tmpfs", 0, nullptr) == 0;
}

} // namespace foyer::tests
