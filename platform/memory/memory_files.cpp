// SPDX-License-Identifier: EUPL-1.2
#include "platform/memory/memory_files.h"

namespace foyer::platform {

void MemoryFiles::put(const std::string& path, std::string bytes) {
    ++writes_;
    const host::FileStamp stamp{writes_, bytes.size(), static_cast<std::int64_t>(writes_)};
    files_[path] = {std::move(bytes), stamp};
    tell(path);
}

void MemoryFiles::remove(const std::string& path) {
    if (files_.erase(path) > 0) tell(path);
}

void MemoryFiles::fail(const std::string& path, std::optional<Error> error) {
    if (error)
        faults_[path] = std::move(*error);
    else
        faults_.erase(path);
}

int MemoryFiles::reads(const std::string& path) const {
    const auto found = reads_.find(path);
    return found == reads_.end() ? 0 : found->second;
}

Result<const MemoryFiles::File*> MemoryFiles::find(const std::string& path) const {
    if (const auto fault = faults_.find(path); fault != faults_.end()) return fault->second;
    const auto found = files_.find(path);
    if (found == files_.end()) return {Errc::not_found, path + ": no such file"};
    return &found->second;
}

Result<std::string> MemoryFiles::read(const std::string& path, std::size_t max_bytes) {
    ++reads_[path];
    const File* file = TRY(find(path));
    if (file->bytes.size() > max_bytes) return {Errc::too_large, path + ": too long"};
    return file->bytes;
}

Result<host::FileStamp> MemoryFiles::stamp(const std::string& path) {
    const File* file = TRY(find(path));
    return file->stamp;
}

Result<void> MemoryFiles::watch(const std::string& path, std::function<void()> changed) {
    watches_.push_back({path, std::move(changed)});
    return {};
}

void MemoryFiles::tell(const std::string& path) {
    for (const Watch& watch : watches_)
        if (watch.path == path) watch.changed();
}

} // namespace foyer::platform
