// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/watch.h"

#include "content/packer/figures.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <ostream>
#include <utility>

namespace foyer::packer {

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr milliseconds quiet{200}; ///< after the last change
constexpr std::size_t most_folders = 20'000;

/// One inotify descriptor over a set of folders.
class Folders {
  public:
    Folders() : fd_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}
    Folders(const Folders&) = delete;
    Folders& operator=(const Folders&) = delete;
    ~Folders() {
        if (fd_ >= 0) close(fd_);
    }

    /// Adding a folder twice is no harm: the system knows it.
    Result<void> add(const std::string& folder) {
        if (fd_ < 0) return failure("inotify");
        TRY(add_one(folder));
        for (const char* entries : {"guides", "tours", "courses"}) {
            TRY(add_one((fs::path(folder) / entries).string())); // none is no harm
        }
        const fs::path pages = fs::path(folder) / "pages";
        std::error_code none;
        if (!fs::is_directory(pages, none)) return {};
        TRY(add_one(pages.string()));
        std::size_t count = 0;
        for (const fs::directory_entry& entry : fs::directory_iterator(pages, none)) {
            const bool folder_itself = entry.is_directory(none) && !entry.is_symlink(none);
            if (folder_itself && ++count <= most_folders) TRY(add_one(entry.path().string()));
        }
        return {};
    }

    /// Waits for a change, then until nothing has changed for a while.
    Result<void> wait() {
        for (bool changed = false; !changed;) {
            TRY(wait_for(-1));
            changed = drain();
        }
        for (bool more = true; more;) {
            more = TRY(wait_for(static_cast<int>(quiet.count())));
            drain();
        }
        return {};
    }

  private:
    static Error failure(const std::string& what) {
        return {Errc::unreadable, what + " cannot be watched: " + std::strerror(errno)};
    }

    Result<void> add_one(const std::string& folder) {
        constexpr std::uint32_t changes = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE |
                                          IN_DELETE | IN_ONLYDIR | IN_DONT_FOLLOW;
        if (inotify_add_watch(fd_, folder.c_str(), changes) >= 0 || errno == ENOENT) return {};
        return failure(folder);
    }

    Result<bool> wait_for(int timeout_ms) {
        pollfd waiting{fd_, POLLIN, 0};
        const int ready = poll(&waiting, 1, timeout_ms);
        if (ready < 0 && errno != EINTR) return failure("the folder");
        return ready > 0;
    }

    /// True when what happened concerns content: an editor's scratch files do not, nor does the
    /// pack itself, which may be written into a folder that is watched.
    bool drain() {
        alignas(inotify_event) std::array<char, 4096> events{};
        bool content = false;
        for (ssize_t got = 0; (got = read(fd_, events.data(), events.size())) > 0;) {
            for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
                inotify_event event{};
                std::memcpy(&event, events.data() + at, sizeof event);
                const char* name = event.len > 0 ? events.data() + at + sizeof event : "";
                content = content || concerns_content(event.mask, name);
                at += sizeof event + event.len;
            }
        }
        return content;
    }

    static bool concerns_content(std::uint32_t mask, std::string_view name) {
        if ((mask & (IN_ISDIR | IN_Q_OVERFLOW)) != 0) return true;
        return name.ends_with(".toml") || name.ends_with(".md") || picture_type(name).has_value();
    }

    int fd_;
};

Result<void> add_all(Folders& watched, const std::vector<std::string>& folders) {
    for (const std::string& folder : folders) TRY(watched.add(folder));
    return {};
}

} // namespace

Exit watch(const BuildJob& job, const Means& means, const Streams& streams) {
    Folders watched;
    const auto give_up = [&](const Error& error) {
        streams.err << "foyer-pack: " << error.what << '\n';
        return Exit::problems;
    };
    while (true) {
        // Folders first: a change during the build is then waiting when the build is done.
        if (const Result<void> added = add_all(watched, job.folders); !added) {
            return give_up(added.error());
        }
        if (build(job, means, streams) != Exit::good) {
            streams.err << "The pack stays as it was until this is mended.\n";
        }
        streams.out << "watching; end with Ctrl+C" << std::endl;
        if (const Result<void> changed = watched.wait(); !changed) return give_up(changed.error());
    }
}

} // namespace foyer::packer
