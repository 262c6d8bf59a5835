// SPDX-License-Identifier: EUPL-1.2
// Files of the system. A watched file is watched through its folder: editors and updaters replace
// files by rename, and a watch on the file itself would stay with the old one.
#pragma once

#include "kiosk/host/files.h"

#include <memory>
#include <mutex>
#include <vector>

namespace foyer::platform {

class FileWatch;

/// read() and stamp() from any thread. Destroying it ends the watches, and waits for a `changed`
/// that is just running.
class PosixFiles final : public host::Files {
  public:
    PosixFiles();
    ~PosixFiles() override;

    Result<std::string> read(const std::string& path, std::size_t max_bytes) override;
    Result<host::FileStamp> stamp(const std::string& path) override;
    /// Fails with not_found if the file's folder is not there. Should the folder go later, the
    /// watch waits for it to come back.
    Result<void> watch(const std::string& path, std::function<void()> changed) override;

  private:
    std::mutex guard_;
    std::vector<std::unique_ptr<FileWatch>> watches_;
};

} // namespace foyer::platform
