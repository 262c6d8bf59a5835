// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/passphrase.h"

#include "platform/linux/fd.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace foyer::publisher {

namespace {

constexpr std::size_t max_passphrase_bytes = 1024;

/// The terminal shows nothing that is typed as long as this lives.
class Silence {
  public:
    static Result<Silence> of(int terminal) {
        termios usual{};
        if (tcgetattr(terminal, &usual) != 0) {
            return Error{Errc::unreadable, std::string("the terminal: ") + std::strerror(errno)};
        }
        termios silent = usual;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= ECHONL;
        if (tcsetattr(terminal, TCSAFLUSH, &silent) != 0) {
            return Error{Errc::unreadable, std::string("the terminal: ") + std::strerror(errno)};
        }
        return Silence(terminal, usual);
    }
    Silence(Silence&& other) noexcept
        : terminal_(std::exchange(other.terminal_, -1)), usual_(other.usual_) {}
    Silence& operator=(Silence&&) = delete;
    ~Silence() {
        if (terminal_ >= 0) tcsetattr(terminal_, TCSAFLUSH, &usual_);
    }

  private:
    Silence(int terminal, const termios& usual) : terminal_(terminal), usual_(usual) {}
    int terminal_;
    termios usual_;
};

platform::Fd terminal() { return platform::Fd(open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)); }

} // namespace

bool has_terminal() { return static_cast<bool>(terminal()); }

Result<std::string> ask_secretly(const std::string& question) {
    const platform::Fd tty = terminal();
    if (!tty) return Error{Errc::unreadable, "there is no terminal to ask for a passphrase"};
    const Silence silence = TRY(Silence::of(tty.get()));
    if (write(tty.get(), question.data(), question.size()) < 0) {
        return Error{Errc::unreadable, std::string("the terminal: ") + std::strerror(errno)};
    }
    std::string line;
    for (char c = 0; line.size() < max_passphrase_bytes;) {
        const ssize_t got = read(tty.get(), &c, 1);
        if (got <= 0) return Error{Errc::unreadable, "no passphrase was typed"};
        if (c == '\n') return line;
        line += c;
    }
    return Error{Errc::unreadable, "this is too long for a passphrase"};
}

Result<std::string> read_passphrase(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!file) return Error{Errc::not_found, path + ": " + std::strerror(errno)};
    std::getline(file, line);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.size() > max_passphrase_bytes) {
        return Error{Errc::invalid, path + ": its first line is no passphrase"};
    }
    return line;
}

} // namespace foyer::publisher
