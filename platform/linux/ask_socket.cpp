// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/ask_socket.h"

#include "platform/linux/fd.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace foyer::platform {

namespace {

constexpr std::size_t max_bytes = 1u << 20;

Error system_error(const std::string& path) {
    const bool nobody = errno == ENOENT || errno == ECONNREFUSED || errno == ENOTDIR;
    return {nobody ? Errc::not_found : Errc::unreadable, path + ": " + std::strerror(errno)};
}

Result<Fd> connected(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return Error{Errc::invalid, path + ": no path of a socket"};
    std::copy(path.begin(), path.end(), address.sun_path);
    Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket) return system_error(path);
    if (connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return system_error(path);
    return socket;
}

} // namespace

Result<std::string> ask_socket(const std::string& path, const std::string& line,
                               std::chrono::milliseconds within) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point until = Clock::now() + within;
    const Fd socket = TRY(connected(path));
    const std::string question = line + "\n";
    if (send(socket.get(), question.data(), question.size(), MSG_NOSIGNAL) < 0)
        return system_error(path);
    std::string answer;
    while (answer.size() <= max_bytes) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
        if (left.count() <= 0) return Error{Errc::timeout, path + ": no answer"};
        pollfd waits{socket.get(), POLLIN, 0};
        if (poll(&waits, 1, static_cast<int>(left.count())) <= 0) continue;
        std::array<char, 4096> bytes;
        const ssize_t count = recv(socket.get(), bytes.data(), bytes.size(), 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return Error{Errc::unreadable, path + ": closed without an answer"};
        answer.append(bytes.data(), static_cast<std::size_t>(count));
        if (const std::size_t end = answer.find('\n'); end != std::string::npos)
            return answer.substr(0, end);
    }
    return Error{Errc::too_large, path + ": an answer without an end"};
}

} // namespace foyer::platform
