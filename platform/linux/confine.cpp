// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/confine.h"

#include "platform/linux/fd.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <grp.h>
#include <linux/landlock.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace foyer::platform {

namespace {

// What newer kernels know and Debian 12's headers do not: linux/landlock.h of Linux 6.12.
constexpr std::uint64_t fs_refer = std::uint64_t{1} << 13;             // since Landlock 2
constexpr std::uint64_t fs_truncate = std::uint64_t{1} << 14;          // 3
constexpr std::uint64_t fs_ioctl_dev = std::uint64_t{1} << 15;         // 5
constexpr std::uint64_t net_bind_tcp = 1, net_connect_tcp = 2;         // 4
constexpr std::uint64_t scope_abstract_sockets = 1, scope_signals = 2; // 6

struct LandlockRules {
    std::uint64_t files = 0, network = 0, scopes = 0;
};

constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t writing = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                                  LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                  LANDLOCK_ACCESS_FS_MAKE_DIR | fs_refer | fs_truncate;

Error system_error(const std::string& what) {
    return {Errc::unreadable, what + ": " + std::strerror(errno)};
}

/// All that Landlock of version `abi` can forbid and that we want forbidden.
LandlockRules rules_of(long abi, Network network) {
    LandlockRules rules;
    rules.files = fs_refer - 1;
    if (abi >= 2) rules.files |= fs_refer;
    if (abi >= 3) rules.files |= fs_truncate;
    if (abi >= 5) rules.files |= fs_ioctl_dev;
    if (abi >= 4 && network != Network::server) rules.network |= net_bind_tcp;
    if (abi >= 4 && network == Network::none) rules.network |= net_connect_tcp;
    if (abi >= 6) rules.scopes = scope_abstract_sockets | scope_signals;
    return rules;
}

enum class IfMissing { pass_over, fail };

Result<void> allow_below(const Fd& ruleset, const std::string& place, std::uint64_t access,
                         IfMissing if_missing) {
    const Fd fd(open(place.c_str(), O_PATH | O_CLOEXEC));
    struct stat info {};
    if (!fd || fstat(fd.get(), &info) != 0) {
        if (if_missing == IfMissing::pass_over) return {};
        return {Errc::not_found, place + ": " + std::strerror(errno)};
    }
    landlock_path_beneath_attr beneath{};
    beneath.parent_fd = fd.get();
    beneath.allowed_access = S_ISDIR(info.st_mode) ? access : access & LANDLOCK_ACCESS_FS_READ_FILE;
    if (syscall(SYS_landlock_add_rule, ruleset.get(), LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) != 0)
        return system_error("landlock: " + place);
    return {};
}

/// What is in force afterwards, in words.
Result<std::string> limit_files(const Confinement& wish) {
    const long abi =
        syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1) return std::string("no Landlock in this kernel");
    const LandlockRules rules = rules_of(abi, wish.network);
    const Fd ruleset(
        static_cast<int>(syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0)));
    if (!ruleset) return system_error("landlock");
    for (const std::string& place : wish.readable)
        TRY(allow_below(ruleset, place, reading, IfMissing::pass_over));
    for (const std::string& place : wish.writable)
        TRY(allow_below(ruleset, place, (reading | writing) & rules.files, IfMissing::fail));
#ifdef __SANITIZE_ADDRESS__ // which looks for leaks at the end
    TRY(allow_below(ruleset, "/proc", reading, IfMissing::pass_over));
#endif
    if (syscall(SYS_landlock_restrict_self, ruleset.get(), 0) != 0) return system_error("landlock");
    return "Landlock " + std::to_string(abi) + (rules.network != 0 ? " (files, TCP)" : " (files)");
}

const char* in_words(Network network) {
    switch (network) {
    case Network::none: return "no sockets";
    case Network::client: return "outgoing connections only";
    case Network::server: return "connections both ways";
    }
    return "";
}

bool has_one_thread() {
    std::error_code error;
    const std::filesystem::directory_iterator tasks("/proc/self/task", error);
    return error || std::distance(begin(tasks), end(tasks)) == 1;
}

bool is_only(uid_t user, gid_t group) {
    std::array<uid_t, 3> users{};
    std::array<gid_t, 3> groups{};
    return getresuid(&users[0], &users[1], &users[2]) == 0 &&
           getresgid(&groups[0], &groups[1], &groups[2]) == 0 &&
           std::count(users.begin(), users.end(), user) == 3 &&
           std::count(groups.begin(), groups.end(), group) == 3;
}

} // namespace

Result<void> drop_to_user(const std::string& name) {
    errno = 0;
    const passwd* const found = getpwnam(name.c_str());
    if (found == nullptr) return {Errc::not_found, name + ": no such user"};
    const uid_t user = found->pw_uid;
    const gid_t group = found->pw_gid;
    if (user == 0) return {Errc::refused, name + ": has all rights"};
    if (is_only(user, group)) return {};
    if (initgroups(name.c_str(), group) != 0) return system_error(name + ": groups");
    if (setresgid(group, group, group) != 0) return system_error(name + ": group");
    if (setresuid(user, user, user) != 0) return system_error(name + ": user");
    if (!is_only(user, group) || setuid(0) == 0)
        return {Errc::unreadable, name + ": the system did not let go of the old rights"};
    return {};
}

Result<std::string> confine(const Confinement& wish) {
    // Landlock binds the thread that asks and those it starts, not its siblings.
    if (!has_one_thread()) return {Errc::refused, "threads are running already"};
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) return system_error("setrlimit");
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return system_error("no_new_privs");
#ifndef __SANITIZE_ADDRESS__
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return system_error("dumpable");
#endif
    const std::string files = TRY(limit_files(wish));
    TRY(filter_calls(wish.network));
    return "no new rights, " + files + ", filtered system calls, " + in_words(wish.network);
}

std::vector<std::string> network_places() {
    // Whole folders where files are replaced by others: Landlock's rules stay with the old ones.
    std::vector<std::string> places{"/etc",
                                    "/run/systemd/resolve",
                                    "/run/NetworkManager",
                                    "/run/resolvconf",
                                    "/usr/share/ca-certificates",
                                    "/usr/local/share/ca-certificates",
                                    "/usr/lib",
                                    "/lib"};
    if (const char* file = std::getenv("SSL_CERT_FILE")) places.emplace_back(file);
    return places;
}

} // namespace foyer::platform
