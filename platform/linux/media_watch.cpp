// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/media_watch.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <limits>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <utility>

namespace foyer::platform {

namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr std::uint32_t comings_and_goings = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                             IN_DELETE_SELF | IN_MOVE_SELF | IN_DONT_FOLLOW;
constexpr std::uint32_t any_change =
    IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_CLOSE_WRITE | IN_DONT_FOLLOW;
constexpr auto quiet = 300ms;     ///< that long without a change, and a copy counts as done
constexpr auto patience = 1000ms; ///< one that does not end is looked at meanwhile
constexpr auto look_again_after = 1000ms;
constexpr int max_depth = 6; ///< deeper, or more, is no folder that was made for a kiosk
constexpr std::size_t max_places = 256;

Error system_error(const std::string& what) {
    const Errc code = errno == ENOENT || errno == ENOTDIR ? Errc::not_found : Errc::unreadable;
    return {code, what + ": " + std::strerror(errno)};
}

/// Folders in `path` that are no links; nothing if it cannot be read.
std::vector<std::string> folders_in(const std::string& path) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
        std::error_code unknown;
        if (at->symlink_status(unknown).type() == fs::file_type::directory)
            names.push_back(at->path().filename().string());
    }
    return names;
}

} // namespace

MediaWatch::MediaWatch(std::string folder, Fd mounts, Fd wake)
    : folder_(std::move(folder)), mounts_(std::move(mounts)), wake_(std::move(wake)) {}

Result<std::unique_ptr<MediaWatch>> MediaWatch::start(const std::string& folder) {
    // Without it folders still come and go; only what is mounted over one that is there is missed.
    Fd mounts(open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC));
    Fd wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!wake) return system_error("eventfd");
    std::unique_ptr<MediaWatch> watch(new MediaWatch(folder, std::move(mounts), std::move(wake)));
    if (!watch->media_watches_ || !watch->file_watches_) return system_error("inotify");
    if (!watch->add_root()) return system_error(folder);
    return watch;
}

bool MediaWatch::add_root() {
    struct stat info {};
    const int before = root_;
    root_ = media_watches_.add_folder(folder_ + "/.", comings_and_goings);
    if (before >= 0 && before != root_) media_watches_.remove(before);
    if (root_ < 0 || stat(folder_.c_str(), &info) != 0) return false;
    root_device_ = info.st_dev;
    look_again();
    return true;
}

Result<void> MediaWatch::also(const std::string& file) {
    const fs::path path = fs::absolute(file);
    const int watch = file_watches_.add_folder(path.parent_path().string(), any_change);
    if (watch < 0) return system_error(file);
    files_.emplace(watch, file);
    return {};
}

void MediaWatch::wake() const { eventfd_write(wake_.get(), 1); }

Result<MediaNews> MediaWatch::wait(std::optional<std::chrono::milliseconds> timeout) {
    std::optional<Time> until;
    if (timeout) until = std::chrono::steady_clock::now() + *timeout;
    while (true) {
        TRY(sleep(until));
        report_what_is_due();
        if (!news_.empty()) return std::exchange(news_, {});
        if (until && std::chrono::steady_clock::now() >= *until) return MediaNews{};
    }
}

int MediaWatch::milliseconds_left(std::optional<Time> until) const {
    const Time now = std::chrono::steady_clock::now();
    if (root_ < 0) until = std::min(until.value_or(now + look_again_after), now + look_again_after);
    for (const auto& [name, medium] : media_)
        if (medium.busy_since) until = std::min(until.value_or(due(medium)), due(medium));
    if (!until) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*until - now).count();
    return static_cast<int>(std::clamp<decltype(left)>(left, 0, std::numeric_limits<int>::max()));
}

Result<void> MediaWatch::sleep(std::optional<Time> until) {
    std::array waiting{
        pollfd{wake_.get(), POLLIN, 0}, pollfd{media_watches_.descriptor(), POLLIN, 0},
        pollfd{file_watches_.descriptor(), POLLIN, 0}, pollfd{mounts_.get(), POLLPRI, 0}};
    if (poll(waiting.data(), waiting.size(), milliseconds_left(until)) < 0) {
        if (errno == EINTR) return {};
        return system_error("poll");
    }
    eventfd_t count = 0;
    if (waiting[0].revents != 0 && eventfd_read(wake_.get(), &count) == 0) news_.woken = true;
    if (waiting[1].revents != 0) read_media();
    if (waiting[2].revents != 0) read_files();
    // The folder itself may be what was mounted over.
    if (root_ < 0 || waiting[3].revents != 0) add_root();
    return {};
}

void MediaWatch::read_files() {
    for (const Inotify::Event& event : file_watches_.read()) {
        for (const auto& [watch, file] : files_) {
            const bool ours = watch == event.watch && fs::path(file).filename() == event.name;
            const bool known =
                std::find(news_.files.begin(), news_.files.end(), file) != news_.files.end();
            if ((ours || event.watch < 0) && !known) news_.files.push_back(file);
        }
    }
}

void MediaWatch::read_media() {
    for (const Inotify::Event& event : media_watches_.read()) {
        if (event.watch < 0) {
            look_again();
            for (const auto& [name, medium] : media_) touch(name);
        } else if (event.watch == root_) {
            read_root(event);
        } else if ((event.mask & IN_IGNORED) != 0) {
            places_.erase(event.watch);
        } else if (const auto found = places_.find(event.watch); found != places_.end()) {
            const Place place = found->second;
            touch(place.medium);
            if ((event.mask & IN_ISDIR) != 0 && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0)
                watch_tree(place.medium, place.path + "/" + event.name, place.depth + 1);
        }
    }
}

void MediaWatch::read_root(const Inotify::Event& event) {
    if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED)) != 0) {
        media_watches_.remove(root_);
        root_ = -1;
        vanish_all();
        return;
    }
    if ((event.mask & (IN_DELETE | IN_MOVED_FROM)) != 0) vanish(event.name);
    if ((event.mask & IN_ISDIR) == 0) return;
    if ((event.mask & IN_CREATE) != 0) look_at(event.name, Arrival::filling);
    if ((event.mask & IN_MOVED_TO) != 0) look_at(event.name, Arrival::complete);
}

/// Finds what has been mounted or unmounted, and what was missed.
void MediaWatch::look_again() {
    const std::vector<std::string> there = folders_in(folder_);
    std::vector<std::string> gone;
    for (const auto& [name, medium] : media_)
        if (std::find(there.begin(), there.end(), name) == there.end()) gone.push_back(name);
    for (const std::string& name : gone) vanish(name);
    for (const std::string& name : there) look_at(name, Arrival::filling);
}

void MediaWatch::look_at(const std::string& name, Arrival arrival) {
    struct stat info {};
    const std::string path = folder_ + "/" + name;
    if (lstat(path.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return;
    if (const auto found = media_.find(name); found != media_.end()) {
        const Medium& known = found->second;
        if (known.device == info.st_dev && known.inode == info.st_ino) return;
        vanish(name);
    }
    const bool mounted = info.st_dev != root_device_;
    const Time now = std::chrono::steady_clock::now();
    // What is complete is due at once.
    const Time since = mounted || arrival == Arrival::complete ? now - patience : now;
    media_[name] = {info.st_dev, info.st_ino, false, since, now};
    // What is mounted is not written to, and a hostile file system is read no more than needed.
    if (!mounted) watch_tree(name, path, 0);
}

void MediaWatch::vanish(const std::string& name) {
    const auto found = media_.find(name);
    if (found == media_.end()) return;
    if (found->second.reported)
        news_.media.push_back({MediaChange::vanished, folder_ + "/" + name});
    std::erase_if(places_, [&](const auto& place) {
        if (place.second.medium != name) return false;
        media_watches_.remove(place.first);
        return true;
    });
    media_.erase(found); // last: `name` may be its key
}

void MediaWatch::vanish_all() {
    while (!media_.empty()) vanish(media_.begin()->first);
}

void MediaWatch::watch_tree(const std::string& medium, const std::string& path, int depth) {
    if (depth > max_depth || places_.size() >= max_places) return;
    const int watch = media_watches_.add_folder(path, any_change);
    if (watch < 0) return;
    places_[watch] = {medium, path, depth};
    for (const std::string& name : folders_in(path))
        watch_tree(medium, path + "/" + name, depth + 1);
}

void MediaWatch::touch(const std::string& medium) {
    const auto found = media_.find(medium);
    if (found == media_.end()) return;
    found->second.busy_last = std::chrono::steady_clock::now();
    if (!found->second.busy_since) found->second.busy_since = found->second.busy_last;
}

MediaWatch::Time MediaWatch::due(const Medium& medium) const {
    return std::min(medium.busy_last + quiet, *medium.busy_since + patience);
}

void MediaWatch::report_what_is_due() {
    const Time now = std::chrono::steady_clock::now();
    for (auto& [name, medium] : media_) {
        if (!medium.busy_since || due(medium) > now) continue;
        medium.busy_since.reset();
        const std::string path = folder_ + "/" + name;
        std::error_code error;
        const bool mounted = medium.device != root_device_;
        if (!medium.reported && !mounted && fs::is_empty(path, error)) continue;
        const MediaChange change = medium.reported ? MediaChange::changed : MediaChange::appeared;
        news_.media.push_back({change, path});
        medium.reported = true;
    }
}

} // namespace foyer::platform
