// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/file_hash.h"

namespace foyer::update {

Result<FileHash> hash_file(host::Disk& disk, const std::string& path, HashKind kind,
                           const std::function<void(std::uint64_t)>& progress) {
    Hasher hasher(kind);
    FileHash hash;
    TRY(disk.read_through(path, [&](std::string_view piece) -> Result<void> {
        hasher.add(piece);
        hash.length += piece.size();
        if (progress) progress(hash.length);
        return {};
    }));
    hash.hex = hasher.hex();
    return hash;
}

} // namespace foyer::update
