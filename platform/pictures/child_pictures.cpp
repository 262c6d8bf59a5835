// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/child_pictures.h"

#include "platform/pictures/decode_protocol.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <span>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace foyer::platform {

namespace {

using Clock = std::chrono::steady_clock;

Error system_error(const std::string& what) {
    return {Errc::unreadable, what + ": " + std::strerror(errno)};
}

/// Waits until the socket is ready; false when the deadline is over.
bool ready(int socket, short events, Clock::time_point deadline) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    pollfd waiting{socket, events, 0};
    if (left.count() <= 0) return false;
    const int found = poll(&waiting, 1, static_cast<int>(left.count()) + 1);
    return found > 0 || (found < 0 && errno == EINTR && ready(socket, events, deadline));
}

Result<void> send_all(int socket, std::span<const char> bytes, Clock::time_point deadline) {
    while (!bytes.empty()) {
        if (!ready(socket, POLLOUT, deadline))
            return {Errc::timeout, "the decoder does not listen"};
        const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN && errno != EINTR) return system_error("the decoder left");
        if (sent > 0) bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return {};
}

Result<void> receive_all(int socket, std::span<char> bytes, Clock::time_point deadline) {
    while (!bytes.empty()) {
        if (!ready(socket, POLLIN, deadline)) return {Errc::timeout, "the decoder took too long"};
        const ssize_t got = recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got == 0) return {Errc::unreadable, "the decoder left"};
        if (got < 0 && errno != EAGAIN && errno != EINTR) return system_error("the decoder left");
        if (got > 0) bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return {};
}

template <class T> std::span<const char> bytes_of(const T& value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

template <class T> std::span<char> room_of(T& value) {
    return {reinterpret_cast<char*>(&value), sizeof value};
}

/// The decoder sees the fonts, where their cache may lie, and nothing else of our environment.
std::vector<std::string> environment(const std::string& fontconfig_file) {
    // fontconfig looks for a relative name in /etc/fonts.
    const std::string fonts = std::filesystem::absolute(fontconfig_file).string();
    std::vector<std::string> out{"FONTCONFIG_FILE=" + fonts, "LC_ALL=C.UTF-8"};
    for (const char* name : {"HOME", "XDG_CACHE_HOME"})
        if (const char* value = std::getenv(name)) out.push_back(std::string(name) + "=" + value);
    return out;
}

Result<pid_t> spawn(const std::string& program, const std::string& fontconfig_file, int socket) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, decoder_socket);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, decoder_socket + 1);
    std::vector<std::string> variables = environment(fontconfig_file);
    std::vector<char*> envp;
    for (std::string& variable : variables) envp.push_back(variable.data());
    envp.push_back(nullptr);
    std::string name = program;
    std::array<char*, 2> argv{name.data(), nullptr};
    pid_t child = 0;
    const int failed =
        posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) return {Errc::not_found, program + ": " + std::strerror(failed)};
    return child;
}

Result<host::Bitmap> checked_header(const ReplyHeader& reply, const host::PictureJob& job) {
    const auto width = static_cast<std::size_t>(std::max(reply.width_px, 0));
    const auto height = static_cast<std::size_t>(std::max(reply.height_px, 0));
    const bool fits = width > 0 && height > 0 && width <= host::max_picture_pixels / height &&
                      reply.body_bytes == width * height * 4 &&
                      (job.width_px <= 0 || reply.width_px <= job.width_px) &&
                      (job.height_px <= 0 || reply.height_px <= job.height_px);
    if (!fits) return {Errc::damaged, "the decoder claims an impossible size"};
    return host::Bitmap{reply.width_px, reply.height_px, {}};
}

} // namespace

ChildPictures::~ChildPictures() { (void)end_child(); }

/// Returns how it ended; a child that was already on its way out keeps its own status.
int ChildPictures::end_child() {
    socket_ = Fd();
    if (child_ == 0) return 0;
    kill(child_, SIGKILL);
    int status = 0;
    while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {
    }
    child_ = 0;
    return status;
}

Result<void> ChildPictures::warm_up() {
    // One that left because it was idle is still to be buried.
    if (child_ != 0 && waitpid(child_, nullptr, WNOHANG) == child_) {
        child_ = 0;
        socket_ = Fd();
    }
    if (child_ != 0) return {};
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return system_error("socketpair");
    Fd ours(ends[0]);
    const Fd theirs(ends[1]);
    child_ = TRY(spawn(options_.decoder, options_.fontconfig_file, theirs.get()));
    socket_ = std::move(ours);
    return {};
}

Result<host::Bitmap> ChildPictures::decode(const host::PictureJob& job) {
    if (job.bytes.size() > host::max_picture_bytes || job.css.size() > max_css_bytes)
        return {Errc::too_large, "the picture's file is too large"};
    const Deadline deadline = Clock::now() + options_.timeout;
    const bool was_there = child_ != 0;
    TRY(warm_up());
    left_ = false;
    Result<host::Bitmap> bitmap = run(job, deadline);
    // One that was idle may leave just while we write to it.
    if (bitmap || !left_ || !was_there) return bitmap;
    TRY(warm_up());
    return run(job, deadline);
}

Result<host::Bitmap> ChildPictures::run(const host::PictureJob& job, Deadline deadline) {
    JobHeader header;
    header.type = static_cast<std::uint32_t>(job.type);
    header.picture_bytes = static_cast<std::uint32_t>(job.bytes.size());
    header.css_bytes = static_cast<std::uint32_t>(job.css.size());
    header.width_px = job.width_px;
    header.height_px = job.height_px;
    ReplyHeader reply;
    for (const std::span<const char> part :
         {bytes_of(header), std::span<const char>(job.bytes), std::span<const char>(job.css)}) {
        if (auto sent = send_all(socket_.get(), part, deadline); !sent) return lost(sent.error());
    }
    if (auto got = receive_all(socket_.get(), room_of(reply), deadline); !got)
        return lost(got.error());
    if (reply.ok == 0) {
        if (reply.body_bytes > max_error_bytes) return lost({Errc::damaged, "the decoder raves"});
        std::string what(reply.body_bytes, '\0');
        if (auto got = receive_all(socket_.get(), what, deadline); !got) return lost(got.error());
        const bool known = reply.code <= static_cast<std::uint32_t>(Errc::refused);
        return {known ? static_cast<Errc>(reply.code) : Errc::damaged, what};
    }
    Result<host::Bitmap> bitmap = checked_header(reply, job);
    if (!bitmap) return lost(bitmap.error());
    bitmap->rgba.resize(reply.body_bytes);
    const std::span<char> room(reinterpret_cast<char*>(bitmap->rgba.data()), reply.body_bytes);
    if (auto got = receive_all(socket_.get(), room, deadline); !got) return lost(got.error());
    return bitmap;
}

/// The child is of no more use: ends it, and tells why the job failed.
Error ChildPictures::lost(const Error& error) {
    const pid_t child = child_;
    const int status = end_child();
    if (error.code != Errc::unreadable || child == 0) return error;
    left_ = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    const std::string why = WIFSIGNALED(status)
                                ? "by signal " + std::to_string(WTERMSIG(status))
                                : "with status " + std::to_string(WEXITSTATUS(status));
    return {Errc::damaged, "the decoder ended " + why + " over this picture"};
}

} // namespace foyer::platform
