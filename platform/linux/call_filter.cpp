// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/call_filter.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <span>
#include <string>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace foyer::platform {

namespace {

constexpr std::array for_files{
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(preadv),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(pwrite64),
    SCMP_SYS(pwritev),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(open),
    SCMP_SYS(openat),
    SCMP_SYS(openat2),
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
    SCMP_SYS(flock),
    SCMP_SYS(fadvise64),
    SCMP_SYS(fallocate),
    SCMP_SYS(ftruncate),
    SCMP_SYS(fsync),
    SCMP_SYS(fdatasync),
    SCMP_SYS(syncfs),
    SCMP_SYS(sync_file_range),
    SCMP_SYS(rename),
    SCMP_SYS(renameat),
    SCMP_SYS(renameat2),
    SCMP_SYS(unlink),
    SCMP_SYS(unlinkat),
    SCMP_SYS(rmdir),
    SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat),
    SCMP_SYS(chmod),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),
    SCMP_SYS(umask),
    SCMP_SYS(link),
    SCMP_SYS(linkat),
    SCMP_SYS(utimensat),
    SCMP_SYS(copy_file_range),
    SCMP_SYS(sendfile),
    SCMP_SYS(dup),
    SCMP_SYS(dup2),
    SCMP_SYS(dup3),
    SCMP_SYS(inotify_init1),
    SCMP_SYS(inotify_add_watch),
    SCMP_SYS(inotify_rm_watch),
};

constexpr std::array for_memory_and_threads{
    SCMP_SYS(munmap),       SCMP_SYS(mremap),          SCMP_SYS(madvise),
    SCMP_SYS(msync),        SCMP_SYS(mincore),         SCMP_SYS(brk),
    SCMP_SYS(futex),        SCMP_SYS(set_robust_list), SCMP_SYS(set_tid_address),
    SCMP_SYS(rseq),         SCMP_SYS(membarrier),      SCMP_SYS(exit),
    SCMP_SYS(exit_group),   SCMP_SYS(sched_yield),     SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getcpu),       SCMP_SYS(rt_sigaction),    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigtimedwait), SCMP_SYS(sigaltstack),
    SCMP_SYS(signalfd4),    SCMP_SYS(restart_syscall), SCMP_SYS(pause),
};

constexpr std::array for_time_and_waiting{
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres),   SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),     SCMP_SYS(gettimeofday),   SCMP_SYS(time),
    SCMP_SYS(adjtimex),      SCMP_SYS(clock_adjtime), // reading needs no right, setting does
    SCMP_SYS(poll),          SCMP_SYS(ppoll),          SCMP_SYS(select),
    SCMP_SYS(pselect6),      SCMP_SYS(epoll_create1),  SCMP_SYS(epoll_ctl),
    SCMP_SYS(epoll_wait),    SCMP_SYS(epoll_pwait),    SCMP_SYS(eventfd2),
    SCMP_SYS(pipe2),         SCMP_SYS(timerfd_create), SCMP_SYS(timerfd_settime),
};

constexpr std::array for_asking{
    SCMP_SYS(getpid),    SCMP_SYS(getppid),   SCMP_SYS(gettid),    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),   SCMP_SYS(getgid),    SCMP_SYS(getegid),   SCMP_SYS(getgroups),
    SCMP_SYS(getresuid), SCMP_SYS(getresgid), SCMP_SYS(getrlimit), SCMP_SYS(getrandom),
    SCMP_SYS(getrusage), SCMP_SYS(uname),     SCMP_SYS(sysinfo),
};

constexpr std::array for_connections{
    SCMP_SYS(connect),    SCMP_SYS(getsockname), SCMP_SYS(getpeername), SCMP_SYS(getsockopt),
    SCMP_SYS(setsockopt), SCMP_SYS(shutdown),    SCMP_SYS(sendto),      SCMP_SYS(recvfrom),
    SCMP_SYS(sendmsg),    SCMP_SYS(recvmsg),     SCMP_SYS(sendmmsg),    SCMP_SYS(recvmmsg),
    SCMP_SYS(bind), // asking the kernel for addresses needs it; Landlock forbids it for TCP
};

/// NETLINK is how the C library learns which addresses this board has, UNIX how it asks a resolver.
constexpr std::array domains{AF_INET, AF_INET6, AF_UNIX, AF_NETLINK};
constexpr std::array harmless_requests{TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO};

class Rules {
  public:
    Rules() : filter_(seccomp_init(SCMP_ACT_ERRNO(EPERM))), good_(filter_ != nullptr) {}

    void allow(std::span<const int> calls) {
        for (const int call : calls) add(SCMP_ACT_ALLOW, call, {});
    }
    void allow(int call, std::initializer_list<scmp_arg_cmp> if_all) {
        add(SCMP_ACT_ALLOW, call, if_all);
    }
    void deny(int call, int error) {
        add(SCMP_ACT_ERRNO(static_cast<std::uint32_t>(error)), call, {});
    }
    Result<void> load() {
        int failed = good_ ? seccomp_attr_set(filter_.get(), SCMP_FLTATR_CTL_TSYNC, 1) : -EINVAL;
        if (failed == 0) failed = seccomp_load(filter_.get());
        if (failed == 0) return {};
        return {Errc::unreadable, std::string("seccomp: ") + std::strerror(-failed)};
    }

  private:
    struct Free {
        void operator()(void* filter) const { seccomp_release(filter); }
    };

    void add(std::uint32_t action, int call, std::initializer_list<scmp_arg_cmp> if_all) {
        good_ = good_ &&
                seccomp_rule_add_array(filter_.get(), action, call,
                                       static_cast<unsigned>(if_all.size()), if_all.begin()) == 0;
    }

    std::unique_ptr<void, Free> filter_;
    bool good_;
};

scmp_arg_cmp equals(unsigned argument, std::uint64_t value) {
    return {argument, SCMP_CMP_EQ, value, 0};
}

scmp_arg_cmp has(unsigned argument, std::uint64_t bits, std::uint64_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, bits, value};
}

void add_arguments_that_matter(Rules& rules) {
    // Memory is written or run, never both; libraries that are loaded late (name services) are
    // mapped without being written.
    rules.allow(SCMP_SYS(mmap), {has(2, PROT_WRITE | PROT_EXEC, 0)});
    rules.allow(SCMP_SYS(mmap), {has(2, PROT_WRITE | PROT_EXEC, PROT_WRITE)});
    rules.allow(SCMP_SYS(mmap), {has(2, PROT_WRITE | PROT_EXEC, PROT_EXEC)});
    rules.allow(SCMP_SYS(mprotect), {has(2, PROT_EXEC, 0)});
    rules.allow(SCMP_SYS(clone), {has(0, CLONE_THREAD, CLONE_THREAD)});
    // clone3 hides its flags behind a pointer; told that there is none, the C library takes clone.
    rules.deny(SCMP_SYS(clone3), ENOSYS);
    rules.allow(SCMP_SYS(prctl), {equals(0, PR_SET_NAME)});
    rules.allow(SCMP_SYS(prlimit64), {equals(0, 0)});
    // An assertion that does not hold has to be able to end us.
    rules.allow(SCMP_SYS(tgkill), {equals(0, static_cast<std::uint64_t>(getpid()))});
    for (const auto request : harmless_requests) rules.allow(SCMP_SYS(ioctl), {equals(1, request)});
    // Threads wake each other through a pair of sockets that leads nowhere else.
    rules.allow(SCMP_SYS(socketpair), {equals(0, AF_UNIX)});
}

void add_network(Rules& rules, Network network) {
    if (network == Network::none) return;
    for (const int domain : domains)
        rules.allow(SCMP_SYS(socket), {equals(0, static_cast<std::uint64_t>(domain))});
    rules.allow(for_connections);
    if (network == Network::client) return;
    rules.allow(SCMP_SYS(listen), {});
    rules.allow(SCMP_SYS(accept), {});
    rules.allow(SCMP_SYS(accept4), {});
}

} // namespace

Result<void> filter_calls(Network network) {
    Rules rules;
    rules.allow(for_files);
    rules.allow(for_memory_and_threads);
    rules.allow(for_time_and_waiting);
    rules.allow(for_asking);
    add_arguments_that_matter(rules);
    add_network(rules, network);
#ifdef __SANITIZE_ADDRESS__ // which stops us by a second process to look for leaks at the end
    rules.allow(std::array{SCMP_SYS(clone), SCMP_SYS(ptrace), SCMP_SYS(wait4), SCMP_SYS(prctl),
                           SCMP_SYS(getdents)});
#endif
    return rules.load();
}

} // namespace foyer::platform
