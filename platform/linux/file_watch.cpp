// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/file_watch.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>

namespace foyer::platform {

namespace {

constexpr std::uint32_t wanted = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE |
                                 IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
/// How often a folder that went away is looked for.
constexpr int look_again_ms = 1000;

Error system_error(const std::string& what) {
    const Errc code = errno == ENOENT || errno == ENOTDIR ? Errc::not_found : Errc::unreadable;
    return {code, what + ": " + std::strerror(errno)};
}

} // namespace

FileWatch::FileWatch(Inotify inotify, Fd stop, const std::string& path,
                     std::function<void()> changed)
    : inotify_(std::move(inotify)), stop_(std::move(stop)), changed_(std::move(changed)) {
    const std::filesystem::path whole = std::filesystem::absolute(path);
    folder_ = whole.parent_path().string();
    name_ = whole.filename().string();
}

Result<std::unique_ptr<FileWatch>> FileWatch::start(const std::string& path,
                                                    std::function<void()> changed) {
    Inotify inotify;
    if (!inotify) return system_error("inotify");
    Fd stop(eventfd(0, EFD_CLOEXEC));
    if (!stop) return system_error("eventfd");
    std::unique_ptr<FileWatch> watch(
        new FileWatch(std::move(inotify), std::move(stop), path, std::move(changed)));
    if (!watch->add_folder()) return system_error("watch " + watch->folder_);
    watch->thread_ = std::thread([raw = watch.get()] { raw->run(); });
    return watch;
}

FileWatch::~FileWatch() {
    if (!thread_.joinable()) return;
    eventfd_write(stop_.get(), 1);
    thread_.join();
}

bool FileWatch::add_folder() {
    folder_watch_ = inotify_.add_folder(folder_, wanted);
    return folder_watch_ >= 0;
}

void FileWatch::run() {
    while (true) {
        std::array<pollfd, 2> waiting{pollfd{stop_.get(), POLLIN, 0},
                                      pollfd{inotify_.descriptor(), POLLIN, 0}};
        const int timeout_ms = folder_watch_ < 0 ? look_again_ms : -1;
        if (poll(waiting.data(), waiting.size(), timeout_ms) < 0 && errno != EINTR) return;
        if (waiting[0].revents != 0) return;
        const Seen seen = read_events();
        if (seen == Seen::folder_gone) {
            inotify_.remove(folder_watch_);
            folder_watch_ = -1;
        }
        const bool back = folder_watch_ < 0 && add_folder();
        if (seen != Seen::nothing || back) changed_();
    }
}

FileWatch::Seen FileWatch::read_events() {
    Seen seen = Seen::nothing;
    for (const Inotify::Event& event : inotify_.read()) {
        const bool lost_some = (event.mask & IN_Q_OVERFLOW) != 0;
        const bool gone = (event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) != 0;
        // Events of a folder that was given up before may still be in the queue.
        if (gone && event.watch == folder_watch_) return Seen::folder_gone;
        if (event.name == name_ || lost_some) seen = Seen::change;
    }
    return seen;
}

} // namespace foyer::platform
