// SPDX-License-Identifier: EUPL-1.2
// Disk: everything that must survive a pulled plug is written through here, one call one step, so
// that a test can pull the plug between any two of them (platform/memory/memory_disk.h).
// What is written counts once sync() has returned; a name counts once sync_folder() has.
#pragma once

#include "kiosk/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::host {

/// A file being written. Destroying it closes it and keeps what is there.
class NewFile {
  public:
    virtual ~NewFile() = default;
    /// Takes the space now, so that a full medium is told before anything is written, not in the
    /// middle. The file is `bytes` long afterwards, zeros where nothing was written. Fails with
    /// no_space.
    virtual Result<void> reserve(std::uint64_t bytes) = 0;
    /// Appends behind what was written through this object, or behind the end of a continued file.
    virtual Result<void> write(std::string_view bytes) = 0;
    /// The reserved bytes as memory that the system may move out to the file at any time. Valid
    /// until the file is destroyed. Do not mix with write().
    virtual Result<std::span<char>> map() = 0;
    /// On the medium. An error means that what was written is lost; a second sync() proves nothing.
    virtual Result<void> sync() = 0;
    /// From now on nobody may write to it (mode 0444).
    virtual Result<void> seal() = 0;
};

/// A file as memory, read from the medium where it is touched.
class FileView {
  public:
    virtual ~FileView() = default;
    virtual std::string_view bytes() const = 0;
};

/// Paths are absolute or from the working folder. One thread. Symbolic links at the end of a path
/// are not followed; nothing but regular files is opened.
class Disk {
  public:
    virtual ~Disk() = default;

    /// Fails with not_found, unreadable, too_large (longer than `max_bytes`).
    virtual Result<std::string> read(const std::string& path, std::size_t max_bytes) = 0;
    /// Reads from the medium, not from memory where the system can be asked to forget, and calls
    /// `use` with one piece after another.
    virtual Result<void> read_through(const std::string& path,
                                      const std::function<Result<void>(std::string_view)>& use) = 0;
    virtual Result<std::unique_ptr<FileView>> view(const std::string& path) = 0;
    virtual Result<std::uint64_t> size(const std::string& path) = 0;
    /// The names in a folder, sorted. Fails with not_found.
    virtual Result<std::vector<std::string>> list(const std::string& folder) = 0;
    virtual Result<std::uint64_t> free_bytes(const std::string& folder) = 0;

    /// A folder that is there already is no error; its parent must be there.
    virtual Result<void> make_folder(const std::string& path) = 0;
    /// An empty file; one of that name is emptied.
    virtual Result<std::unique_ptr<NewFile>> create(const std::string& path) = 0;
    /// The file of that name, to be continued at its end. Fails with not_found.
    virtual Result<std::unique_ptr<NewFile>> resume(const std::string& path) = 0;
    /// Replaces `to` at once.
    virtual Result<void> rename(const std::string& from, const std::string& to) = 0;
    /// A file that is not there is no error.
    virtual Result<void> remove(const std::string& path) = 0;
    virtual Result<void> sync_folder(const std::string& folder) = 0;
};

/// Writes `bytes` under another name in the same folder, then renames: whoever reads `path` at any
/// time, also after a power cut, finds the old bytes or the new ones, whole. On return the new ones
/// are on the medium.
Result<void> replace_file(Disk& disk, const std::string& path, std::string_view bytes);

} // namespace foyer::host
