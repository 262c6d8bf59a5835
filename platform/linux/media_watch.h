// SPDX-License-Identifier: EUPL-1.2
// MediaWatch: tells which folders appear and vanish directly below one folder, where sticks are
// mounted or copied to, and wakes its thread for other reasons too.
// An empty folder does not count: it is what a stick leaves behind when it is unmounted.
#pragma once

#include "kiosk/base/result.h"
#include "platform/linux/inotify.h"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace foyer::platform {

enum class MediaChange { appeared, changed, vanished };

struct MediaEvent {
    MediaChange change = MediaChange::appeared;
    std::string path;

    friend bool operator==(const MediaEvent&, const MediaEvent&) = default;
};

struct MediaNews {
    std::vector<MediaEvent> media;  ///< in the order in which they happened
    std::vector<std::string> files; ///< those of also() that were written, replaced or removed
    bool woken = false;             ///< by wake()

    bool empty() const { return media.empty() && files.empty() && !woken; }
};

/// What is there at the start appears in the first news. A folder that is mounted or moved there
/// appears at once; one that is being filled when it has been quiet for 300 ms, or after a second,
/// and is `changed` each time it has come to rest again. What was mounted and is unmounted has
/// vanished, even if the same stick is there again a moment later. Links are passed over.
/// One thread, but for wake().
class MediaWatch {
  public:
    /// Fails with not_found, unreadable. Should the folder go later, all in it has vanished, and
    /// the watch waits for it to come back.
    static Result<std::unique_ptr<MediaWatch>> start(const std::string& folder);

    /// Watches one more file, which need not be there. Fails with not_found without its folder.
    Result<void> also(const std::string& file);
    /// Until there are news or `timeout` is over; without one, for ever. Fails with unreadable.
    Result<MediaNews> wait(std::optional<std::chrono::milliseconds> timeout);
    /// Ends the present wait(), or the next. Any thread, and signal handlers.
    void wake() const;

  private:
    using Time = std::chrono::steady_clock::time_point;
    enum class Arrival { filling, complete };

    struct Medium {
        dev_t device = 0;
        ino_t inode = 0;
        bool reported = false;
        std::optional<Time> busy_since; ///< set while there is something to be reported
        Time busy_last;
    };
    struct Place {
        std::string medium, path;
        int depth = 0;
    };

    MediaWatch(std::string folder, Fd mounts, Fd wake);
    bool add_root();
    void look_again();
    void look_at(const std::string& name, Arrival arrival);
    void vanish(const std::string& name);
    void vanish_all();
    void read_media();
    void read_root(const Inotify::Event& event);
    void read_files();
    void watch_tree(const std::string& medium, const std::string& path, int depth);
    void touch(const std::string& medium);
    void report_what_is_due();
    Time due(const Medium& medium) const;
    int milliseconds_left(std::optional<Time> until) const;
    Result<void> sleep(std::optional<Time> until);

    std::string folder_;
    Fd mounts_, wake_;
    Inotify media_watches_, file_watches_;
    int root_ = -1;
    dev_t root_device_ = 0;
    std::map<std::string, Medium> media_; ///< by name in the folder
    std::map<int, Place> places_;         ///< by watch
    std::multimap<int, std::string> files_;
    MediaNews news_;
};

} // namespace foyer::platform
