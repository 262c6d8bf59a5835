// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/media_sticks.h"

#include <algorithm>
#include <filesystem>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace foyer::platform {

namespace {

bool can_write(const std::string& path) {
    struct statvfs info {};
    if (statvfs(path.c_str(), &info) != 0 || (info.f_flag & ST_RDONLY) != 0) return false;
    return access(path.c_str(), W_OK | X_OK) == 0;
}

} // namespace

std::vector<host::Stick> MediaSticks::found() {
    namespace fs = std::filesystem;
    std::vector<host::Stick> sticks;
    struct stat root {};
    if (folder_.empty() || stat(folder_.c_str(), &root) != 0) return sticks;
    std::error_code error;
    for (fs::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
        struct stat info {};
        const std::string path = at->path().string();
        if (lstat(path.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) continue;
        if (takes_ == Takes::mounted && info.st_dev == root.st_dev) continue;
        sticks.push_back({at->path().filename().string(), path, can_write(path)});
    }
    std::sort(sticks.begin(), sticks.end(),
              [](const host::Stick& a, const host::Stick& b) { return a.name < b.name; });
    return sticks;
}

} // namespace foyer::platform
