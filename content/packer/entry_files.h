// SPDX-License-Identifier: EUPL-1.2
// Folders with one TOML file for each entry: guides, tours, courses.
#pragma once

#include "content/packer/text_file.h"
#include "content/packer/tree.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace foyer::packer {

/// A folder of such files, in the words of messages.
struct EntryFolder {
    const char* name;    ///< "guides"
    const char* entry;   ///< "guide"
    const char* example; ///< "choose.toml"
    std::size_t most;
};

/// What a file holds, and its place among the others.
template <class Content> struct Ordered {
    std::int64_t order = 0;
    Content content;
};

/// Reads each file of the folder in one tree; other files are reported. The id is the file's name.
void each_entry_file(const Tree& tree, const EntryFolder& folder, Problems& problems,
                     const std::function<void(const TomlFile& file, const std::string& id)>& read);

/// The entries of all trees by their `order`, then by id; a file of a later tree takes the place of
/// one with the same name.
template <class Content> std::vector<Content> read_entries(
    const std::vector<Tree>& trees, const EntryFolder& folder, Problems& problems,
    const std::function<Ordered<Content>(const TomlFile& file, const std::string& id)>& read) {
    std::map<std::string, Ordered<Content>> entries;
    for (const Tree& tree : trees) {
        each_entry_file(tree, folder, problems, [&](const TomlFile& file, const std::string& id) {
            entries[id] = read(file, id);
        });
    }
    if (entries.size() > folder.most) {
        problems.error(trees.front().shown(folder.name), {},
                       "at most " + std::to_string(folder.most) + " " + folder.name + " fit");
    }
    std::vector<Ordered<Content>> sorted;
    for (auto& [id, entry] : entries) sorted.push_back(std::move(entry));
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.order < b.order; });
    std::vector<Content> out;
    for (Ordered<Content>& entry : sorted) out.push_back(std::move(entry.content));
    return out;
}

} // namespace foyer::packer
