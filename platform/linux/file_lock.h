// SPDX-License-Identifier: EUPL-1.2
// One at a time: a lock on a file that the system gives back when the process ends, however it
// does.
#pragma once

#include "kiosk/base/result.h"
#include "platform/linux/fd.h"

#include <string>

namespace foyer::platform {

class FileLock {
  public:
    /// Makes the file if need be. Fails with refused if another process has the lock, unreadable if
    /// the system objects.
    static Result<FileLock> take(const std::string& path);

  private:
    explicit FileLock(Fd file) : file_(std::move(file)) {}
    Fd file_;
};

} // namespace foyer::platform
