// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/host/disk.h"

namespace foyer::host {

namespace {

Result<void> write_new(Disk& disk, const std::string& path, std::string_view bytes) {
    const std::unique_ptr<NewFile> file = TRY(disk.create(path));
    TRY(file->write(bytes));
    return file->sync();
}

} // namespace

Result<void> replace_file(Disk& disk, const std::string& path, std::string_view bytes) {
    const std::string fresh = path + ".new";
    if (Result<void> written = write_new(disk, fresh, bytes); !written) {
        // Nothing reads that name, and whoever writes next empties it first.
        (void)disk.remove(fresh);
        return written;
    }
    TRY(disk.rename(fresh, path));
    const std::size_t slash = path.rfind('/');
    return disk.sync_folder(slash == std::string::npos ? "." : path.substr(0, slash));
}

} // namespace foyer::host
