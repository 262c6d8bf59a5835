// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/entry_files.h"

#include "content/packer/index.h"

#include <optional>
#include <string_view>

namespace foyer::packer {

void each_entry_file(const Tree& tree, const EntryFolder& folder, Problems& problems,
                     const std::function<void(const TomlFile& file, const std::string& id)>& read) {
    constexpr std::string_view ending = ".toml";
    const Result<std::vector<Entry>> entries = tree.list(folder.name);
    if (!entries) {
        if (entries.error().code == Errc::not_found) return;
        const std::string shown = tree.shown(folder.name);
        problems.error(shown, {}, without_place(entries.error(), shown));
        return;
    }
    for (const Entry& entry : *entries) {
        const std::string path = std::string(folder.name) + "/" + entry.name;
        const std::string id = entry.name.substr(
            0, entry.name.size() - ending.size() * (entry.name.ends_with(ending) ? 1 : 0));
        if (!entry.name.ends_with(ending) || !is_id(id)) {
            problems.warning(tree.shown(path), {},
                             std::string("this is no ") + folder.entry + "; a " + folder.entry +
                                 " is a file like " + folder.example);
            continue;
        }
        const std::optional<TomlFile> file = load_toml(tree, path, problems);
        if (file) read(*file, id);
    }
}

} // namespace foyer::packer
