// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace foyer::platform {

namespace {

struct Limit {
    int what;
    rlim_t value;
};

constexpr std::array limits{
#ifndef __SANITIZE_ADDRESS__ // which reserves terabytes
    Limit{RLIMIT_AS, 640u << 20},
#endif
    Limit{RLIMIT_CPU, 30},        Limit{RLIMIT_NOFILE, 32},
    Limit{RLIMIT_FSIZE, 0},       Limit{RLIMIT_CORE, 0},
};

Error system_error(const char* what) {
    return {Errc::unreadable, std::string(what) + ": " + std::strerror(errno)};
}

} // namespace

Result<void> lock_down() {
    // A warning of a library into a log that is a file must not be the end.
    std::signal(SIGXFSZ, SIG_IGN);
    for (const Limit& limit : limits) {
        const rlimit both{limit.value, limit.value};
        if (setrlimit(static_cast<__rlimit_resource>(limit.what), &both) != 0)
            return system_error("setrlimit");
    }
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return system_error("no_new_privs");
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return system_error("dumpable");
    return {};
}

} // namespace foyer::platform
