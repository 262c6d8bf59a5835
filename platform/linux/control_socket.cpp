// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/control_socket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace foyer::linux_os {
namespace {

Error system_error(const std::string& path, std::string_view what) {
    return {Errc::unreadable, path + ": " + std::string(what) + ": " + std::strerror(errno)};
}

Descriptor unix_socket() {
    return Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

const sockaddr* generic(const sockaddr_un& address) {
    return reinterpret_cast<const sockaddr*>(&address);
}

/// Takes away a socket nobody listens at any more.
Result<void> make_room(const std::string& path, const sockaddr_un& address) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return {};
    if (!S_ISSOCK(status.st_mode)) return {Errc::refused, path + ": is there and is no socket"};
    const Descriptor probe = unix_socket();
    if (::connect(probe.number(), generic(address), sizeof address) == 0 || errno == EAGAIN)
        return {Errc::refused, path + ": another program listens here"};
    if (::unlink(path.c_str()) != 0) return system_error(path, "cannot be replaced");
    return {};
}

Result<Descriptor> listener_at(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return {Errc::invalid, path + ": too long for the path of a socket, or empty"};
    std::copy(path.begin(), path.end(), address.sun_path);
    TRY(make_room(path, address));
    Descriptor listener = unix_socket();
    // Before it has a name, so that there is no moment in which others could connect.
    if (!listener || ::fchmod(listener.number(), 0600) != 0 ||
        ::bind(listener.number(), generic(address), sizeof address) != 0 ||
        ::listen(listener.number(), 8) != 0)
        return system_error(path, "cannot listen");
    return listener;
}

} // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}

Result<std::unique_ptr<ControlSocket>> ControlSocket::listen(const std::string& path,
                                                             std::function<void()> arrived) {
    Descriptor listener = TRY(listener_at(path));
    Descriptor poke(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!poke) return system_error(path, "no eventfd");
    return std::unique_ptr<ControlSocket>(
        new ControlSocket(path, std::move(listener), std::move(poke), std::move(arrived)));
}

ControlSocket::ControlSocket(std::string path, Descriptor listener, Descriptor poke,
                             std::function<void()> arrived)
    : path_(std::move(path)),
      listener_(std::move(listener)),
      poke_(std::move(poke)),
      arrived_(std::move(arrived)),
      thread_([this] { serve(); }) {}

ControlSocket::~ControlSocket() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    ::eventfd_write(poke_.number(), 1);
    thread_.join();
    ::unlink(path_.c_str());
}

std::optional<std::string> ControlSocket::next() {
    const std::lock_guard lock(mutex_);
    if (lines_.empty()) return std::nullopt;
    asking_ = lines_.front().client;
    std::string line = std::move(lines_.front().text);
    lines_.pop_front();
    return line;
}

void ControlSocket::answer(std::string_view line) {
    {
        const std::lock_guard lock(mutex_);
        if (asking_ != client_number_) return;
        answers_.append(line).append("\n");
    }
    ::eventfd_write(poke_.number(), 1);
}

void ControlSocket::serve() {
    for (;;) {
        const auto wanted = static_cast<short>(POLLIN | (answers_wait() ? POLLOUT : 0));
        std::array<pollfd, 2> descriptors{pollfd{poke_.number(), POLLIN, 0},
                                          pollfd{listener_.number(), POLLIN, 0}};
        if (client_) descriptors[1] = {client_.number(), wanted, 0};
        if (::poll(descriptors.data(), descriptors.size(), -1) < 0 && errno != EINTR) return;
        eventfd_t pokes = 0;
        ::eventfd_read(poke_.number(), &pokes);
        if (client_) {
            send_answers();
            if (descriptors[1].revents & (POLLIN | POLLHUP | POLLERR)) receive();
        } else if (descriptors[1].revents & POLLIN) {
            accept_client();
        }
        if (stopping()) return send_answers(); // the last one of a program that ends
    }
}

void ControlSocket::accept_client() {
    client_ =
        Descriptor(::accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    const std::lock_guard lock(mutex_);
    ++client_number_;
}

void ControlSocket::drop_client() {
    client_ = Descriptor();
    received_.clear();
    const std::lock_guard lock(mutex_);
    ++client_number_; // answers to what it asked belong to nobody
    lines_.clear();
    answers_.clear();
}

void ControlSocket::receive() {
    std::array<char, 65536> bytes;
    const ssize_t count = ::recv(client_.number(), bytes.data(), bytes.size(), 0);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count <= 0) return drop_client();
    received_.append(bytes.data(), static_cast<std::size_t>(count));
    bool any = false;
    for (std::size_t end = 0; (end = received_.find('\n')) != std::string::npos; any = true) {
        const std::lock_guard lock(mutex_);
        lines_.push_back({client_number_, received_.substr(0, end)});
        received_.erase(0, end + 1);
    }
    if (any) arrived_();
    if (received_.size() > max_line_bytes) drop_client();
}

bool ControlSocket::stopping() {
    const std::lock_guard lock(mutex_);
    return stop_;
}

bool ControlSocket::answers_wait() {
    const std::lock_guard lock(mutex_);
    return !answers_.empty();
}

void ControlSocket::send_answers() {
    const std::lock_guard lock(mutex_);
    while (client_ && !answers_.empty()) {
        const ssize_t count =
            ::send(client_.number(), answers_.data(), answers_.size(), MSG_NOSIGNAL);
        if (count <= 0) return; // full, or a client that left: receive() finds out
        answers_.erase(0, static_cast<std::size_t>(count));
    }
}

} // namespace foyer::linux_os
