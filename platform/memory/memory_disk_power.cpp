// SPDX-License-Identifier: EUPL-1.2
// What a power cut leaves of a disk in memory.
#include "platform/memory/memory_disk.h"

#include <algorithm>

namespace foyer::platform {

namespace {

constexpr std::size_t freely_combined = 6;
enum class Bytes { kept, lost, zeros, torn, late };
constexpr std::size_t byte_outcomes = 5;

/// What is found of a file that was `medium` for certain and was being made `now`.
std::string found(const std::string& medium, const std::string& now, Bytes what) {
    if (what == Bytes::kept) return now;
    if (what == Bytes::lost) return medium;
    std::string bytes = now;
    std::size_t first = 0;
    while (first < now.size() && first < medium.size() && now[first] == medium[first]) ++first;
    const std::size_t middle = first + (now.size() - first) / 2;
    if (what == Bytes::torn) return now.substr(0, middle);
    // The size is there before the bytes are: all of them are missing, or those written first.
    const std::size_t end = what == Bytes::zeros ? now.size() : middle;
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(first),
              bytes.begin() + static_cast<std::ptrdiff_t>(end), '\0');
    return bytes;
}

} // namespace

std::vector<MemoryDisk::NodePointer> MemoryDisk::unsynced() const {
    std::vector<NodePointer> nodes;
    const auto add = [&](NodePointer node) {
        if (!node || node->now == node->medium) return;
        if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
    };
    for (const auto& [path, node] : medium_) add(node);
    for (const NameChange& change : pending_) add(change.node);
    return nodes;
}

std::size_t MemoryDisk::name_outcomes() const {
    const std::size_t count = pending_.size();
    return count <= freely_combined ? std::size_t{1} << count : 2 * count + 1;
}

std::size_t MemoryDisk::outcomes() const {
    std::size_t count = name_outcomes();
    for (std::size_t i = unsynced().size(); i > 0; --i) count *= byte_outcomes;
    return count;
}

MemoryDisk::Names MemoryDisk::names_after(std::size_t outcome) const {
    Names names = medium_;
    const std::size_t count = pending_.size();
    for (std::size_t i = 0; i < count; ++i) {
        bool there = (outcome >> i & 1) != 0;
        if (count > freely_combined) {
            there = outcome <= count ? i < outcome : i != outcome - count - 1;
        }
        if (there) pending_[i].apply(names);
    }
    // What stood in a folder that is not there is not there either. Folders come before what is in
    // them.
    for (auto at = names.begin(); at != names.end();) {
        const std::string folder = folder_of(at->first);
        at = is_root(folder) || names.count(folder) != 0 ? std::next(at) : names.erase(at);
    }
    return names;
}

MemoryDisk MemoryDisk::after_crash(std::size_t outcome) const {
    MemoryDisk disk;
    disk.capacity_bytes_ = capacity_bytes_;
    const Names names = names_after(outcome % name_outcomes());
    outcome /= name_outcomes();
    std::map<const Node*, Bytes> fates;
    for (const NodePointer node : unsynced()) {
        fates[node] = static_cast<Bytes>(outcome % byte_outcomes);
        outcome /= byte_outcomes;
    }
    for (const auto& [path, node] : names) {
        const NodePointer copy = disk.add_node(*node);
        const auto fate = fates.find(node);
        if (fate != fates.end()) copy->now = found(node->medium, node->now, fate->second);
        copy->medium = copy->now;
        copy->sync_failed = false;
        disk.now_[path] = disk.medium_[path] = copy;
    }
    return disk;
}

std::string MemoryDisk::fingerprint() const {
    std::string all;
    for (const auto& [path, node] : now_) {
        all += path + '\n' + std::to_string(node->now.size()) + '\n' + node->now;
    }
    return all;
}

} // namespace foyer::platform
