// SPDX-License-Identifier: EUPL-1.2
// The risk covered: whoever can write to this socket operates the kiosk, and an answer that goes to
// the wrong question makes every other test lie.
#include "platform/linux/control_socket.h"
#include "platform/pictures/png_file.h"

#include <catch2/catch_test_macros.hpp>

#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace foyer;
using linux_os::ControlSocket;
using linux_os::Descriptor;

namespace {

struct Folder {
    std::string path = (std::filesystem::temp_directory_path() / "foyer-test-XXXXXX").string();
    Folder() { REQUIRE(::mkdtemp(path.data())); }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

/// The program's side: waits for lines as the loop of the kiosk does.
struct Program {
    std::mutex mutex;
    std::condition_variable changed;
    int arrivals = 0;
    std::unique_ptr<ControlSocket> socket;

    Result<void> listen(const std::string& path) {
        socket = TRY(ControlSocket::listen(path, [this] {
            const std::lock_guard lock(mutex);
            ++arrivals;
            changed.notify_one();
        }));
        return {};
    }
    std::string line() {
        for (;;) {
            if (auto next = socket->next()) return *next;
            std::unique_lock lock(mutex);
            changed.wait(lock, [this] { return arrivals > 0; });
            --arrivals;
        }
    }
};

struct Client {
    Descriptor socket{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};

    explicit Client(const std::string& path) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy(path.begin(), path.end(), address.sun_path);
        REQUIRE(::connect(socket.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) ==
                0);
    }
    void say(std::string_view text) {
        while (!text.empty()) {
            const ssize_t count = ::send(socket.number(), text.data(), text.size(), MSG_NOSIGNAL);
            if (count <= 0) return;
            text.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    /// Up to the end of a line, or of the connection.
    std::string hear() {
        std::string line;
        for (char c = 0; ::recv(socket.number(), &c, 1, 0) == 1 && c != '\n';) line += c;
        return line;
    }
};

} // namespace

TEST_CASE("each line is answered, in order, however it was cut on the way", "[linux]") {
    const Folder folder;
    Program program;
    REQUIRE(program.listen(folder.path + "/s"));
    Client client(folder.path + "/s");
    client.say("one\ntw");
    CHECK(program.line() == "one");
    program.socket->answer("1");
    client.say("o\nthree\n");
    CHECK(program.line() == "two");
    program.socket->answer("2");
    CHECK(program.line() == "three");
    program.socket->answer(std::string(3'000'000, '3'));
    CHECK(client.hear() == "1");
    CHECK(client.hear() == "2");
    CHECK(client.hear().size() == 3'000'000);
}

TEST_CASE("a second client waits for the first to leave and gets only its own answers", "[linux]") {
    const Folder folder;
    Program program;
    REQUIRE(program.listen(folder.path + "/s"));
    std::optional<Client> first(folder.path + "/s");
    Client second(folder.path + "/s");
    second.say("mine\n");
    first->say("theirs\n");
    CHECK(program.line() == "theirs");
    first.reset();
    CHECK(program.line() == "mine");
    program.socket->answer("yours");
    CHECK(second.hear() == "yours");
}

TEST_CASE("an answer to a client that left is dropped", "[linux]") {
    const Folder folder;
    Program program;
    REQUIRE(program.listen(folder.path + "/s"));
    std::optional<Client> first(folder.path + "/s");
    first->say("asked\n");
    CHECK(program.line() == "asked");
    first.reset();
    Client second(folder.path + "/s");
    program.socket->answer("too late");
    second.say("hello\n");
    CHECK(program.line() == "hello");
    program.socket->answer("fresh");
    CHECK(second.hear() == "fresh");
}

TEST_CASE("the last answer still arrives when the program ends", "[linux]") {
    const Folder folder;
    Program program;
    REQUIRE(program.listen(folder.path + "/s"));
    Client client(folder.path + "/s");
    client.say("quit\n");
    CHECK(program.line() == "quit");
    program.socket->answer("bye");
    program.socket.reset();
    CHECK(client.hear() == "bye");
    CHECK_FALSE(std::filesystem::exists(folder.path + "/s"));
}

TEST_CASE("a line without an end costs its client the connection, nobody else", "[linux]") {
    const Folder folder;
    Program program;
    REQUIRE(program.listen(folder.path + "/s"));
    Client flood(folder.path + "/s");
    flood.say(std::string(ControlSocket::max_line_bytes + 70'000, 'x'));
    CHECK(flood.hear().empty());
    Client other(folder.path + "/s");
    other.say("still there?\n");
    CHECK(program.line() == "still there?");
}

TEST_CASE("the socket is this user's alone and takes the place of a dead one only", "[linux]") {
    const Folder folder;
    const std::string path = folder.path + "/s";
    Program program;
    REQUIRE(program.listen(path));
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);

    Program rival;
    CHECK(rival.listen(path).error().code == Errc::refused);

    const std::string file = folder.path + "/notes.txt";
    std::ofstream(file) << "keep me";
    CHECK(rival.listen(file).error().code == Errc::refused);
    CHECK(std::filesystem::file_size(file) == 7);

    const std::string dead = folder.path + "/dead";
    {
        Descriptor left_over(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy(dead.begin(), dead.end(), address.sun_path);
        REQUIRE(::bind(left_over.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) ==
                0);
    }
    CHECK(rival.listen(dead));
    CHECK(program.listen(folder.path + "/" + std::string(200, 'n')).error().code == Errc::invalid);
}

TEST_CASE("a picture is written whole or not at all", "[pictures]") {
    const Folder folder;
    const std::string path = folder.path + "/p.png";
    const host::Bitmap picture{2, 1, {1, 2, 3, 255, 4, 5, 6, 128}};
    REQUIRE(pictures::write_png(picture, path));
    std::string head(8, ' ');
    std::ifstream(path, std::ios::binary).read(head.data(), 8);
    CHECK(head == "\x89PNG\r\n\x1a\n");
    CHECK(pictures::write_png({}, path).error().code == Errc::invalid);
    CHECK(pictures::write_png(picture, folder.path + "/no/p.png").error().code == Errc::unreadable);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
}
