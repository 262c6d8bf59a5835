// SPDX-License-Identifier: EUPL-1.2
// The few files the kiosk reads besides the pack: settings, words, icons, a coat of arms.
#pragma once

#include "kiosk/base/result.h"

#include <cstdint>
#include <functional>
#include <string>

namespace foyer::host {

/// What tells one version of a file from the next without reading it.
struct FileStamp {
    std::uint64_t inode = 0, bytes = 0;
    std::int64_t modified_ns = 0;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

class Files {
  public:
    virtual ~Files() = default;
    /// Fails with not_found, unreadable, too_large (longer than `max_bytes`).
    virtual Result<std::string> read(const std::string& path, std::size_t max_bytes) = 0;
    virtual Result<FileStamp> stamp(const std::string& path) = 0;
    /// Calls `changed` from another thread whenever the file of that name may have been replaced or
    /// written. Watches until the object is gone. One path.
    virtual Result<void> watch(const std::string& path, std::function<void()> changed) = 0;
};

} // namespace foyer::host
