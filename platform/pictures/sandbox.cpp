// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/sandbox.h"

#include "platform/linux/fd.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <linux/landlock.h>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace foyer::platform {

namespace {

struct Limit {
    __rlimit_resource what;
    rlim_t value;
};

constexpr std::array limits{
#ifndef __SANITIZE_ADDRESS__ // which reserves terabytes
    Limit{RLIMIT_AS, 640u << 20},
#endif
    Limit{RLIMIT_CPU, 30},        Limit{RLIMIT_NOFILE, 32},
    Limit{RLIMIT_FSIZE, 0},       Limit{RLIMIT_CORE, 0},
};

/// Files, memory, time, threads: what FreeType, fontconfig, GLib and a Rust library do when they
/// only compute. Calls with arguments that matter are in add_rules.
constexpr std::array allowed{
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(sendto),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(fstatfs),
    SCMP_SYS(statfs),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),
    SCMP_SYS(fcntl),
    SCMP_SYS(fadvise64),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(eventfd2),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_yield),
    SCMP_SYS(gettid),
    SCMP_SYS(getpid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrusage),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
};

struct FilterFree {
    void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterFree>;

Error refused(const char* what, int error) {
    return {Errc::unreadable, std::string(what) + ": " + std::strerror(error)};
}

Result<void> set_limits() {
    // A warning that a library writes into a log must not be the end of us.
    std::signal(SIGXFSZ, SIG_IGN);
    for (const Limit& limit : limits) {
        const rlimit both{limit.value, limit.value};
        if (setrlimit(limit.what, &both) != 0) return refused("setrlimit", errno);
    }
    return {};
}

/// True when `call` may be made with none of the bits `mask` in its argument `argument`.
bool allow_without(scmp_filter_ctx filter, int call, unsigned argument, scmp_datum_t mask) {
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1,
                            SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, mask, 0)) == 0;
}

bool add_rules(scmp_filter_ctx filter) {
    bool good = true;
    for (const int call : allowed)
        good = good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
    const int writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
    good = good && allow_without(filter, SCMP_SYS(openat), 2, static_cast<scmp_datum_t>(writing));
    good = good && allow_without(filter, SCMP_SYS(mmap), 2, PROT_EXEC);
    good = good && allow_without(filter, SCMP_SYS(mprotect), 2, PROT_EXEC);
    good = good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                                    SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) == 0;
    // clone3 hides its flags behind a pointer; told that there is none, the C library takes clone.
    good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
    good = good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1,
                                    SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME)) == 0;
    return good;
}

/// The rest is refused, not fatal: libraries ask for much that they can do without.
Result<void> filter_calls() {
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    if (!filter || !add_rules(filter.get())) return refused("seccomp rules", EINVAL);
    const int loaded = seccomp_load(filter.get());
    if (loaded != 0) return refused("seccomp", -loaded);
    return {};
}

Result<void> limit_files(const std::vector<std::string>& readable) {
    landlock_ruleset_attr rules{};
    rules.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1; // all of Landlock's first
    const Fd ruleset(
        static_cast<int>(syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0)));
    if (!ruleset) return {}; // an older kernel: seccomp still forbids to write
    for (const std::string& place : readable) {
        const Fd fd(open(place.c_str(), O_PATH | O_CLOEXEC));
        struct stat info {};
        if (!fd || fstat(fd.get(), &info) != 0) continue;
        landlock_path_beneath_attr beneath{};
        beneath.parent_fd = fd.get();
        beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
        if (S_ISDIR(info.st_mode)) beneath.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
        if (syscall(SYS_landlock_add_rule, ruleset.get(), LANDLOCK_RULE_PATH_BENEATH, &beneath,
                    0) != 0)
            return refused("landlock rule", errno);
    }
    if (syscall(SYS_landlock_restrict_self, ruleset.get(), 0) != 0)
        return refused("landlock", errno);
    return {};
}

} // namespace

std::vector<std::string> font_places() {
    std::vector<std::string> places{"/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts",
                                    "/usr/share/fontconfig", "/var/cache/fontconfig"};
    if (const char* file = std::getenv("FONTCONFIG_FILE")) places.emplace_back(file);
    if (const char* cache = std::getenv("XDG_CACHE_HOME"))
        places.push_back(std::string(cache) + "/fontconfig");
    else if (const char* home = std::getenv("HOME"))
        places.push_back(std::string(home) + "/.cache/fontconfig");
    return places;
}

Result<void> lock_down(const std::vector<std::string>& readable) {
    TRY(set_limits());
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return refused("no_new_privs", errno);
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return refused("dumpable", errno);
    TRY(limit_files(readable));
    return filter_calls();
}

} // namespace foyer::platform
