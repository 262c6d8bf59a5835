// SPDX-License-Identifier: EUPL-1.2
// TrustedStore: the metadata that were accepted, as files. They are what a kiosk remembers against
// rollback, so each is on the medium before the next step begins; the bytes are those received.
//   root.json  timestamp.json  stick.timestamp.json  snapshot.json  targets.json  <role>.json
//   root_history/<N>.root.json: every root accepted, for neighbours that are further behind
#pragma once

#include "kiosk/host/disk.h"
#include "kiosk/update/metadata.h"

namespace foyer::update {

/// One thread. Errors are those of the disk.
class TrustedStore {
  public:
    TrustedStore(host::Disk& disk, std::string folder);

    /// The folders, if they are not there; the parent must be.
    Result<void> prepare();
    /// `role` is a role's name; `stick_timestamp` counts as one. Empty if nothing was kept.
    Result<std::optional<std::string>> read(std::string_view role, std::uint64_t max_bytes) const;
    Result<void> keep(std::string_view role, std::string_view bytes);
    Result<void> keep_root(std::uint64_t version, std::string_view bytes);
    Result<std::optional<std::string>> read_root(std::uint64_t version,
                                                 std::uint64_t max_bytes) const;

  private:
    Result<std::optional<std::string>> read_file(const std::string& path,
                                                 std::uint64_t max_bytes) const;
    std::string path(std::string_view role) const;
    std::string history(std::uint64_t version) const;

    host::Disk* disk_;
    std::string folder_;
};

/// Under which name a timestamp is kept.
const char* timestamp_role(Mark mark);

} // namespace foyer::update
