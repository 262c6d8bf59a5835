// SPDX-License-Identifier: EUPL-1.2
// The risk: all parts are right and the program is not: its arguments, its exit status, its
// decoder, its files. This calls foyer-pack as an editor does, on the bundled content too.
#include "kiosk/store/pack.h"
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

using namespace foyer;
using namespace foyer::test;
namespace fs = std::filesystem;

namespace {

/// A running foyer-pack with its standard output and error in one pipe.
class Program {
  public:
    explicit Program(std::vector<std::string> arguments) {
        int ends[2] = {-1, -1};
        REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
        arguments.insert(arguments.begin(), PROGRAM);
        std::vector<char*> argv;
        for (std::string& argument : arguments) argv.push_back(argument.data());
        argv.push_back(nullptr);
        child_ = fork();
        REQUIRE(child_ >= 0);
        if (child_ == 0) {
            dup2(ends[1], STDOUT_FILENO);
            dup2(ends[1], STDERR_FILENO);
            execv(argv[0], argv.data());
            _exit(127);
        }
        close(ends[1]);
        output_ = ends[0];
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() {
        if (child_ > 0) {
            kill(child_, SIGKILL);
            waitpid(child_, nullptr, 0);
        }
        close(output_);
    }

    /// Reads until `what` has come; fails after half a minute or at the end of the output.
    std::string read_until(const std::string& what) {
        while (said_.find(what) == std::string::npos) {
            if (!read_more()) FAIL("the program only said: " << said_);
        }
        const std::size_t end = std::min(said_.find('\n', said_.find(what)), said_.size() - 1);
        std::string out = said_.substr(0, end + 1);
        said_.erase(0, end + 1);
        return out;
    }

    /// Reads to the end and returns the exit status.
    int finish() {
        while (read_more()) {
        }
        int status = 0;
        waitpid(std::exchange(child_, 0), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    const std::string& said() const { return said_; }

    bool silent_for(std::chrono::milliseconds time) {
        pollfd waiting{output_, POLLIN, 0};
        return said_.find('\n') == std::string::npos &&
               poll(&waiting, 1, static_cast<int>(time.count())) == 0;
    }

  private:
    bool read_more() {
        pollfd waiting{output_, POLLIN, 0};
        if (poll(&waiting, 1, 30'000) <= 0) FAIL("the program hangs; it said: " << said_);
        char buffer[4096];
        const ssize_t got = ::read(output_, buffer, sizeof buffer);
        if (got > 0) said_.append(buffer, static_cast<std::size_t>(got));
        return got > 0;
    }

    pid_t child_ = 0;
    int output_ = -1;
    std::string said_;
};

struct Answer {
    int status;
    std::string said;
};

Answer run(std::vector<std::string> arguments) {
    Program program(std::move(arguments));
    const int status = program.finish();
    return {status, program.said()};
}

} // namespace

TEST_CASE("the bundled content has no problem") {
    const Answer answer = run({"check", CONTENT});
    INFO(answer.said);
    REQUIRE(answer.status == 0);
    REQUIRE(answer.said.starts_with("0 errors, 0 warnings in "));
}

TEST_CASE("the bundled pack is whole, the same twice, and can be inspected and exported") {
    const ScopedTempDir packs;
    const std::string one = packs.path() + "/one.pack", two = packs.path() + "/two.pack";
    REQUIRE(run({"build", CONTENT, "-o", one}).status == 0);
    REQUIRE(run({"build", CONTENT, "-o", two}).status == 0);
    REQUIRE(read_file(one) == read_file(two));
    REQUIRE(store::Pack::open(one)->check().has_value()); // integrity and foreign keys
    REQUIRE(run({"inspect", one}).status == 0);
    REQUIRE(run({"diff", one, two}).said.ends_with("Nothing a visitor sees has changed.\n"));
    REQUIRE(run({"export", one, "--html", packs.path() + "/html"}).status == 0);
    REQUIRE(fs::is_regular_file(packs.path() + "/html/de/pages/dortmund.html"));
}

TEST_CASE("TX-04 a town's Arabic page goes over the bundled content") {
    const ScopedTempDir packs;
    const Answer answer = run({"build", CONTENT, OVERLAY, "-o", packs.path() + "/x.pack"});
    INFO(answer.said);
    REQUIRE(answer.status == 0);
    REQUIRE(run({"inspect", packs.path() + "/x.pack"}).said.find("العربية") != std::string::npos);
}

TEST_CASE("the exit status tells usage from problems") {
    REQUIRE(run({}).status == 2);
    REQUIRE(run({"bild"}).status == 2);
    REQUIRE(run({"build", CONTENT}).status == 2);
    REQUIRE(run({"--help"}).status == 0);
    REQUIRE(run({"--version"}).status == 0);
    REQUIRE(run({"check", "/nonexistent-foyer"}).status == 1);
    const ContentFolder folder;
    REQUIRE(run({"check", folder.path()}).status == 0);
    folder.replace("pages/first/de.md", "[@one]", "[@eno]");
    REQUIRE(run({"check", folder.path()}).status == 1);
}

TEST_CASE("a picture that claims to be 60,000 by 60,000 costs an error and no memory") {
    const ContentFolder folder;
    // A PNG's head: the signature, and IHDR with width and height of 60,000.
    const std::string png(
        "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x06\0\0\0\0\0\0\0", 33);
    folder.write("pages/first/bild.png", png);
    folder.replace("pages/first/de.md", "+++\n\nEin",
                   "[[figure]]\nfile = \"bild.png\"\nauthor = \"A\"\nlicence = \"CC0-1.0\"\n+++\n\n"
                   "![Bild](bild.png)\n\nEin");
    const Answer answer = run({"check", folder.path()});
    REQUIRE(answer.status == 1);
    INFO(answer.said);
    REQUIRE(answer.said.find("bild.png:1:1: error: this picture is too large") !=
            std::string::npos);
}

TEST_CASE("watch does not take its own pack for a change, nor an editor's scratch file") {
    const ContentFolder folder;
    Program watch({"watch", folder.path(), "-o", folder.path() + "/x.pack"});
    watch.read_until("watching");
    folder.write("pages/first/.de.md.swp", "x");
    folder.write("pages/first/4913", "x");
    REQUIRE(watch.silent_for(std::chrono::seconds(1)));
}

TEST_CASE("watch builds again when a file is saved and keeps the pack on errors") {
    const ContentFolder folder;
    const ScopedTempDir packs;
    const std::string pack = packs.path() + "/x.pack";
    Program watch({"watch", folder.path(), "-o", pack});
    watch.read_until("watching");
    const std::string first = read_file(pack);

    folder.replace("pages/first/de.md", "Ein Satz", "Ein anderer Satz");
    watch.read_until("watching");
    const std::string second = read_file(pack);
    REQUIRE(second != first);

    folder.replace("pages/first/de.md", "[@one]", "[@eno]");
    const std::string said = watch.read_until("watching");
    REQUIRE(said.find("error: unknown source \"eno\"") != std::string::npos);
    REQUIRE(read_file(pack) == second);

    folder.replace("pages/first/de.md", "[@eno]", "[@one]");
    watch.read_until("watching");
    folder.write("pages/second/de.md", read_file(folder.path() + "/pages/first/de.md"));
    folder.replace("pages/second/de.md", "erste", "zweite");
    watch.read_until("2 pages");
}
