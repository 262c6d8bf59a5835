// SPDX-License-Identifier: EUPL-1.2
// Risk: whoever takes the decoder over by a picture can read, write or reach anything.
#include "platform/pictures/sandbox.h"

#include <catch2/catch_test_macros.hpp>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace foyer;

namespace {

/// Runs `attempt` in a process that is locked down; true if it reported success.
bool succeeds(const std::function<bool()>& attempt) {
    const pid_t child = fork();
    if (child == 0) {
        if (!platform::lock_down({"/usr/share"})) _exit(2);
        _exit(attempt() ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) != 2);
    return WEXITSTATUS(status) == 0;
}

} // namespace

TEST_CASE("a locked process can still compute and read what it was given", "[pictures]") {
    CHECK(succeeds([] {
        void* memory = std::malloc(1u << 20);
        const bool good = memory != nullptr;
        std::free(memory);
        return good;
    }));
    CHECK(succeeds([] { return open("/usr/share", O_RDONLY | O_DIRECTORY) >= 0; }));
}

TEST_CASE("a locked process cannot open sockets", "[pictures]") {
    CHECK_FALSE(succeeds([] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }));
    CHECK_FALSE(succeeds([] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }));
}

TEST_CASE("a locked process cannot write or remove files", "[pictures]") {
    CHECK_FALSE(succeeds([] { return open("/tmp/foyer-sandbox", O_WRONLY | O_CREAT, 0600) >= 0; }));
    CHECK_FALSE(succeeds([] { return open("/dev/null", O_RDWR) >= 0; }));
    CHECK_FALSE(succeeds([] { return unlink("/tmp/foyer-sandbox") == 0 || errno == ENOENT; }));
}

TEST_CASE("a locked process cannot start another", "[pictures]") {
    CHECK_FALSE(succeeds([] { return fork() >= 0; }));
    CHECK_FALSE(succeeds([] {
        execl("/bin/true", "true", nullptr);
        return errno != EPERM;
    }));
}

TEST_CASE("a locked process cannot signal others or trace them", "[pictures]") {
    CHECK_FALSE(succeeds([] { return kill(getppid(), 0) == 0; }));
}

TEST_CASE("a locked process cannot make memory executable", "[pictures]") {
    CHECK_FALSE(succeeds([] {
        return mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
                    -1, 0) != MAP_FAILED;
    }));
}

#ifndef __SANITIZE_ADDRESS__
TEST_CASE("a locked process cannot take more than its memory", "[pictures]") {
    CHECK_FALSE(succeeds([] {
        return mmap(nullptr, std::size_t{1} << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
               MAP_FAILED;
    }));
}
#endif

TEST_CASE("a locked process cannot read beyond what it was given", "[pictures]") {
    const bool has_landlock = access("/sys/kernel/security/lsm", F_OK) != 0 ||
                              !succeeds([] { return open("/etc/passwd", O_RDONLY) >= 0; });
    if (!has_landlock) SKIP("this kernel has no Landlock");
    CHECK_FALSE(succeeds([] { return open("/etc/passwd", O_RDONLY) >= 0; }));
    CHECK_FALSE(succeeds([] { return open("/proc/self/maps", O_RDONLY) >= 0; }));
}
