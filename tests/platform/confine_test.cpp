// SPDX-License-Identifier: EUPL-1.2
// Risk: whoever takes the updater over by a crafted file reads, writes, starts or reaches anything;
// or the updater can no longer do what it is there for.
#include "platform/linux/confine.h"

#include "platform/http/curl_fetch.h"
#include "platform/linux/fd.h"
#include "tests/platform/scratch_folder.h"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <grp.h>
#include <linux/landlock.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>

using namespace foyer;
using platform::Confinement;
using platform::Fd;
using platform::Network;

namespace {

/// Runs `attempt` in a process that is confined; true if it reported success.
bool succeeds(const Confinement& wish, const std::function<bool()>& attempt) {
    enum { success, failure, not_confined };
    const int seen = tests::in_child([&]() -> int {
        if (!platform::confine(wish)) return not_confined;
        return attempt() ? success : failure;
    });
    REQUIRE(seen != not_confined);
    return seen == success;
}

bool opens(const std::string& path, int flags) {
    return static_cast<bool>(Fd(open(path.c_str(), flags | O_CLOEXEC, 0644)));
}

bool has_socket(int domain, int type) { return static_cast<bool>(Fd(socket(domain, type, 0))); }

/// So that what forbids it is the filter and not Landlock, which asks who it is.
constexpr int no_process = 0x3FFFFFFF;

bool is_forbidden(long call, auto... arguments) {
    return syscall(call, arguments...) < 0 && errno == EPERM;
}

bool has_landlock() {
    return syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

/// Answers one request on a port of its own, from a thread.
class OneAnswer {
  public:
    explicit OneAnswer(std::string bytes) : listener_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* const generic = reinterpret_cast<sockaddr*>(&address);
        REQUIRE(bind(listener_.get(), generic, length) == 0);
        REQUIRE(listen(listener_.get(), 1) == 0);
        REQUIRE(getsockname(listener_.get(), generic, &length) == 0);
        url_ = "http://localhost:" + std::to_string(ntohs(address.sin_port)) + "/";
        thread_ = std::thread([this, bytes = std::move(bytes)] {
            const Fd connection(accept(listener_.get(), nullptr, nullptr));
            char request[4096];
            if (read(connection.get(), request, sizeof request) > 0)
                send(connection.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        });
    }
    ~OneAnswer() {
        shutdown(listener_.get(), SHUT_RDWR);
        thread_.join();
    }
    OneAnswer(const OneAnswer&) = delete;
    OneAnswer& operator=(const OneAnswer&) = delete;
    const std::string& url() const { return url_; }

  private:
    Fd listener_;
    std::string url_;
    std::thread thread_;
};

} // namespace

TEST_CASE("a confined process reads what it was given and works in its store", "[linux]") {
    const tests::ScratchFolder media, store;
    media.write("stick/foyer/file", "x");
    const Confinement wish{{media.path()}, {store.path()}, Network::none};
    CHECK(succeeds(wish, [&] { return opens(media / "stick/foyer/file", O_RDONLY); }));
    CHECK(succeeds(wish, [&] {
        const Fd part(open((store / "part").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644));
        return part && posix_fallocate(part.get(), 0, 4096) == 0 &&
               write(part.get(), "x", 1) == 1 && fsync(part.get()) == 0 &&
               fchmod(part.get(), 0444) == 0 && mkdir((store / "packs").c_str(), 0755) == 0 &&
               rename((store / "part").c_str(), (store / "packs/done").c_str()) == 0 &&
               unlink((store / "packs/done").c_str()) == 0;
    }));
    CHECK(succeeds(wish, [] {
        std::thread([] {}).join();
        return true;
    }));
}

TEST_CASE("a confined process neither reads nor writes beyond what it was given", "[linux]") {
    if (!has_landlock()) SKIP("this kernel has no Landlock");
    const tests::ScratchFolder media, store, other;
    media.write("file", "x");
    other.write("file", "x");
    std::filesystem::create_symlink(other / "file", store / "link");
    const Confinement wish{{media.path(), "/no/such/place"}, {store.path()}, Network::none};
    CHECK_FALSE(succeeds(wish, [&] { return opens(other / "file", O_RDONLY); }));
    CHECK_FALSE(succeeds(wish, [&] { return opens("/etc/passwd", O_RDONLY); }));
    CHECK_FALSE(succeeds(wish, [&] { return opens(store / "link", O_RDONLY); }));
    CHECK_FALSE(succeeds(wish, [&] { return opens(other / "new", O_WRONLY | O_CREAT); }));
    CHECK_FALSE(succeeds(wish, [&] { return opens(media / "file", O_WRONLY); }));
    CHECK_FALSE(succeeds(wish, [&] { return opens(media / "new", O_WRONLY | O_CREAT); }));
    CHECK_FALSE(succeeds(wish, [&] { return unlink((media / "file").c_str()) == 0; }));
    CHECK_FALSE(succeeds(
        wish, [&] { return rename((media / "file").c_str(), (store / "file").c_str()) == 0; }));
}

TEST_CASE("a confined process starts nothing and gets no new rights", "[linux]") {
    const Confinement wish{{"/bin", "/lib", "/lib64", "/usr"}, {}, Network::client};
    CHECK_FALSE(succeeds(wish, [] {
        execl("/bin/true", "true", nullptr);
        return errno != EPERM;
    }));
#ifndef __SANITIZE_ADDRESS__ // which looks for leaks by these
    CHECK_FALSE(succeeds(wish, [] { return fork() >= 0; }));
    CHECK(succeeds(wish, [] { return is_forbidden(SYS_ptrace, PTRACE_TRACEME, 0, 0, 0); }));
#endif
    CHECK(succeeds(wish, [] {
        return is_forbidden(SYS_mount, "none", "/", "tmpfs", 0, nullptr) &&
               is_forbidden(SYS_unshare, CLONE_NEWUSER) && is_forbidden(SYS_setns, 0, 0) &&
               is_forbidden(SYS_keyctl, 0, 0, 0) && is_forbidden(SYS_add_key, "", "", "", 0, 0) &&
               is_forbidden(SYS_bpf, 0, nullptr, 0) && is_forbidden(SYS_perf_event_open, nullptr) &&
               is_forbidden(SYS_init_module, nullptr, 0, "") && is_forbidden(SYS_setuid, 0) &&
               is_forbidden(SYS_io_uring_setup, 1, nullptr) && is_forbidden(SYS_chroot, "/") &&
               is_forbidden(SYS_process_vm_readv, getppid(), nullptr, 0, nullptr, 0, 0) &&
               is_forbidden(SYS_kill, getppid(), 0) &&
               is_forbidden(SYS_tgkill, no_process, no_process, 0);
    }));
}

TEST_CASE("a confined process has no memory that is both written and run", "[linux]") {
    CHECK(succeeds({}, [] {
        const int both = PROT_READ | PROT_WRITE | PROT_EXEC;
        void* const plain =
            mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        return plain != MAP_FAILED && mprotect(plain, 4096, PROT_READ | PROT_EXEC) != 0 &&
               mmap(nullptr, 4096, both, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
    }));
}

TEST_CASE("without a network there are no sockets, with one only those of a client", "[linux]") {
    const Confinement alone{{}, {}, Network::none}, client{{}, {}, Network::client},
        server{{}, {}, Network::server};
    for (const int domain : {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK, AF_PACKET})
        CHECK_FALSE(succeeds(alone, [&] {
            return has_socket(domain, SOCK_RAW) || has_socket(domain, SOCK_STREAM);
        }));
    CHECK(succeeds(client, [] { return has_socket(AF_INET, SOCK_STREAM); }));
    CHECK_FALSE(succeeds(client, [] { return has_socket(AF_PACKET, SOCK_RAW); }));
    const auto listens = [] {
        const Fd listener(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        return bind(listener.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
               listen(listener.get(), 1) == 0;
    };
    CHECK_FALSE(succeeds(client, listens));
    CHECK(succeeds(client, [] { return is_forbidden(SYS_listen, -1, 1); }));
    CHECK(succeeds(server, listens));
}

TEST_CASE("a confined process fetches from a server by its name", "[linux]") {
    const OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour");
    const Confinement wish{platform::network_places(), {}, Network::client};
    CHECK(succeeds(wish, [&] {
        auto fetch = platform::CurlFetch::create(server.url());
        const auto bytes = host::get_all(**fetch, {"file", 0, 100, {}});
        return bytes && *bytes == "four";
    }));
}

TEST_CASE("what is in force is said in words", "[linux]") {
    const tests::ScratchFolder store;
    const bool landlock = has_landlock();
    CHECK(tests::in_child([&]() -> int {
              const auto words = platform::confine({{}, {store.path()}, Network::none});
              if (!words || words->find("no sockets") == words->npos) return 1;
              return (words->find("Landlock ") != words->npos) == landlock ? 0 : 2;
          }) == 0);
}

TEST_CASE("a confined process leaves no picture of its memory behind", "[linux]") {
    CHECK(succeeds({}, [] {
        rlimit core{1, 1};
        return getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 && core.rlim_max == 0;
    }));
}

TEST_CASE("a process is not confined by half: no store or threads already, and it is told",
          "[linux]") {
    CHECK(tests::in_child([]() -> int {
              if (!has_landlock()) return 0;
              return platform::confine({{}, {"/no/such/store"}, Network::none}).error().code ==
                             Errc::not_found
                         ? 0
                         : 1;
          }) == 0);
    CHECK(tests::in_child([]() -> int {
              std::atomic<bool> enough = false;
              std::thread other([&] { enough.wait(false); });
              const auto refused = platform::confine({}).error().code;
              enough = true;
              enough.notify_all();
              other.join();
              return refused == Errc::refused ? 0 : 1;
          }) == 0);
}

TEST_CASE("whoever drops to another user does not come back", "[linux]") {
    CHECK(tests::in_child([]() -> int {
              const bool root = geteuid() == 0;
              const passwd* const nobody = getpwnam("nobody");
              const gid_t of_before[] = {1, 2};
              if (root && setgroups(2, of_before) != 0) return 6;
              if (platform::drop_to_user("nobody").has_value() !=
                  (root || getuid() == nobody->pw_uid))
                  return 1;
              if (!root) return 0;
              gid_t groups[8];
              const int count = getgroups(8, groups);
              if (getuid() != nobody->pw_uid || getgid() != nobody->pw_gid) return 2;
              if (count > 1 || (count == 1 && groups[0] != nobody->pw_gid)) return 3;
              if (setuid(0) == 0 || seteuid(0) == 0 || setgid(0) == 0) return 4;
              return platform::drop_to_user("nobody") && !platform::drop_to_user("daemon") ? 0 : 5;
          }) == 0);
    CHECK(platform::drop_to_user("no such user").error().code == Errc::not_found);
    CHECK(platform::drop_to_user("root").error().code == Errc::refused);
}
