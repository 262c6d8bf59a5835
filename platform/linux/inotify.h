// SPDX-License-Identifier: EUPL-1.2
// The system's news of folders, as plain events.
#pragma once

#include "platform/linux/fd.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foyer::platform {

/// One thread.
class Inotify {
  public:
    struct Event {
        int watch = -1;         ///< -1: some events were lost
        std::uint32_t mask = 0; ///< IN_…
        std::string name;       ///< within the watched folder; empty: the folder itself
    };

    /// Not usable if the system has none to give.
    Inotify();
    explicit operator bool() const { return static_cast<bool>(fd_); }
    int descriptor() const { return fd_.get(); }

    /// The same folder gets the same watch. -1 and errno if there is no such folder.
    int add_folder(const std::string& path, std::uint32_t mask) const;
    /// Events that have come already may still be read.
    void remove(int watch) const;
    /// Those that have come; does not wait.
    std::vector<Event> read() const;

  private:
    Fd fd_;
};

} // namespace foyer::platform
