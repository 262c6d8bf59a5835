// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/crypt_pins.h"

#include <cerrno>
#include <crypt.h>
#include <cstdio>
#include <cstring>
#include <memory>
#include <termios.h>
#include <unistd.h>

namespace foyer::platform {

namespace {

constexpr const char* method = "$y$";
constexpr unsigned long cost = 5; ///< the library's own choice

/// Takes as long for a wrong first letter as for a wrong last one.
bool equal(const std::string& a, const char* b) {
    if (std::strlen(b) != a.size()) return false;
    unsigned char differs = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        differs = static_cast<unsigned char>(differs | (a[i] ^ b[i]));
    return differs == 0;
}

/// Nothing that is typed appears while this lives.
class Blind {
  public:
    Blind() : is_on_(tcgetattr(STDIN_FILENO, &before_) == 0) {
        termios blind = before_;
        blind.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (is_on_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &blind);
    }
    ~Blind() {
        if (is_on_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    Blind(const Blind&) = delete;
    Blind& operator=(const Blind&) = delete;

  private:
    termios before_{};
    bool is_on_;
};

} // namespace

bool CryptPins::matches(const std::string& digits, const std::string& hash) {
    const auto room = std::make_unique<crypt_data>();
    const char* made = crypt_rn(digits.c_str(), hash.c_str(), room.get(), sizeof(crypt_data));
    return made != nullptr && made[0] != '*' && equal(hash, made);
}

Result<std::string> hash_pin(const std::string& digits) {
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    const auto room = std::make_unique<crypt_data>();
    if (crypt_gensalt_rn(method, cost, nullptr, 0, setting, sizeof setting) == nullptr)
        return {Errc::unreadable, std::string("no salt: ") + std::strerror(errno)};
    const char* made = crypt_rn(digits.c_str(), setting, room.get(), sizeof(crypt_data));
    if (made == nullptr || made[0] == '*') return {Errc::unreadable, "crypt(3) knows no yescrypt"};
    return std::string(made);
}

Result<std::string> read_secret(const std::string& prompt) {
    std::string line;
    const bool typed = is_terminal();
    if (typed) std::fprintf(stderr, "%s", prompt.c_str());
    {
        const Blind blind;
        for (int letter = std::getchar(); letter != EOF && letter != '\n'; letter = std::getchar())
            line += static_cast<char>(letter);
    }
    if (typed) std::fputc('\n', stderr);
    if (std::ferror(stdin) != 0) return {Errc::unreadable, "cannot read"};
    return line;
}

bool is_terminal() { return isatty(STDIN_FILENO) == 1; }

} // namespace foyer::platform
