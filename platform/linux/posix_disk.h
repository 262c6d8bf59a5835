// SPDX-License-Identifier: EUPL-1.2
// The disk of the machine. What host::Disk promises about power cuts, it promises with fsync of
// files and of folders, and as far as the medium tells the truth.
#pragma once

#include "kiosk/host/disk.h"

namespace foyer::platform {

/// One thread. New files are readable by everybody and writable by their owner.
class PosixDisk final : public host::Disk {
  public:
    Result<std::string> read(const std::string& path, std::size_t max_bytes) override;
    Result<void> read_through(const std::string& path,
                              const std::function<Result<void>(std::string_view)>& use) override;
    Result<std::unique_ptr<host::FileView>> view(const std::string& path) override;
    Result<std::uint64_t> size(const std::string& path) override;
    Result<std::vector<std::string>> list(const std::string& folder) override;
    /// What somebody without privileges may still use.
    Result<std::uint64_t> free_bytes(const std::string& folder) override;
    Result<void> make_folder(const std::string& path) override;
    Result<std::unique_ptr<host::NewFile>> create(const std::string& path) override;
    Result<std::unique_ptr<host::NewFile>> resume(const std::string& path) override;
    Result<void> rename(const std::string& from, const std::string& to) override;
    Result<void> remove(const std::string& path) override;
    Result<void> sync_folder(const std::string& folder) override;
};

} // namespace foyer::platform
