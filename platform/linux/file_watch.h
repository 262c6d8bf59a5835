// SPDX-License-Identifier: EUPL-1.2
// Tells of changes to one file by inotify, from a thread of its own.
#pragma once

#include "kiosk/base/result.h"
#include "platform/linux/fd.h"
#include "platform/linux/inotify.h"

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace foyer::platform {

class FileWatch {
  public:
    /// Fails with not_found if the folder is not there, unreadable if the system has no more
    /// watches to give.
    static Result<std::unique_ptr<FileWatch>> start(const std::string& path,
                                                    std::function<void()> changed);
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

  private:
    enum class Seen { nothing, change, folder_gone };

    FileWatch(Inotify inotify, Fd stop, const std::string& path, std::function<void()> changed);
    bool add_folder();
    void run();
    Seen read_events();

    Inotify inotify_;
    Fd stop_;
    std::string folder_, name_;
    std::function<void()> changed_;
    int folder_watch_ = -1;
    std::thread thread_;
};

} // namespace foyer::platform
