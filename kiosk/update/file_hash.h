// SPDX-License-Identifier: EUPL-1.2
// The hash of a file as it stands on the medium.
#pragma once

#include "kiosk/host/disk.h"
#include "kiosk/update/crypto.h"

#include <cstdint>
#include <functional>

namespace foyer::update {

struct FileHash {
    std::string hex;
    std::uint64_t length = 0;
};

/// Reads the whole file. `progress`, which may be empty, is told how many bytes are done. Fails as
/// Disk::read_through does.
Result<FileHash> hash_file(host::Disk& disk, const std::string& path, HashKind kind,
                           const std::function<void(std::uint64_t)>& progress);

} // namespace foyer::update
