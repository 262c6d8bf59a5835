// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/found.h"

#include <algorithm>
#include <ostream>

namespace foyer::publisher {

namespace {

Result<Authority> authority_of(const Founding& founding) {
    Authority out;
    out.lasts = usual_lifetimes();
    for (const auto& [role, lifetime] : founding.lifetimes) out.lasts[role] = lifetime;
    for (const TopRole role : signing_order) {
        update::RoleKeys& keys = out.roles[role];
        const auto files = founding.key_files.find(role);
        if (files == founding.key_files.end()) continue;
        for (const std::string& file : files->second) {
            KnownKey key = TRY(read_known_key(file));
            const std::string id = key.id();
            if (std::find(keys.keyids.begin(), keys.keyids.end(), id) != keys.keyids.end()) {
                return Error{Errc::invalid,
                             file + " is given twice for " + name(role) + "; one key counts once"};
            }
            keys.keyids.push_back(id);
            out.keys.insert_or_assign(id, std::move(key));
        }
    }
    out.roles[TopRole::root].threshold = founding.root_threshold;
    out.roles[TopRole::targets].threshold = founding.targets_threshold;
    return out;
}

void tell(const Authority& authority, const std::string& folder, const Console& console) {
    console.out << "Staged a new repository in " << folder << ":\n";
    for (const TopRole role : signing_order) {
        const update::RoleKeys& keys = authority.roles.at(role);
        console.out << "  " << name(role) << ": " << keys.threshold << " of "
                    << listed(authority.names_of(keys.keyids)) << ", valid for "
                    << authority.lasts.at(role).count() << " days\n";
    }
    if (authority.roles.at(TopRole::targets).threshold == 1) {
        console.out << "NOTE: one person alone decides what the kiosks show. Whoever gets hold of "
                    << "that one key can put anything on them, until the root takes the key "
                    << "away. With a second editor, make it two of two or two of three: "
                    << "`foyer-pack repo rotate`.\n";
    }
    const update::RoleKeys& root = authority.roles.at(TopRole::root);
    console.out << "Next: `foyer-pack repo add " << folder << " X.pack` if there is a pack "
                << "already, and then " << root.threshold << " of "
                << listed(authority.names_of(root.keyids)) << " approve, each with `foyer-pack "
                << "repo sign " << folder << " --key THEIR-KEY`.\n";
}

} // namespace

Result<void> check_authority(const Authority& authority) {
    for (const TopRole role : signing_order) {
        const update::RoleKeys& keys = authority.roles.at(role);
        const std::string count = std::to_string(keys.keyids.size());
        if (keys.threshold < 1 || keys.keyids.size() < keys.threshold) {
            return Error{
                Errc::invalid,
                std::string(name(role)) + ": " + std::to_string(keys.threshold) + " of " + count +
                    " keys can never sign; give more keys" +
                    (role == TopRole::targets && keys.threshold > 1 ? ", or --one-editor" : "")};
        }
    }
    const update::RoleKeys& root = authority.roles.at(TopRole::root);
    if (root.keyids.size() == root.threshold) {
        return Error{Errc::invalid, "root: all of its " + std::to_string(root.keyids.size()) +
                                        " keys would be needed. If one is lost, no kiosk out there "
                                        "can ever be told about new keys; give one key more"};
    }
    for (const TopRole online : {TopRole::snapshot, TopRole::timestamp}) {
        for (const std::string& id : authority.roles.at(online).keyids) {
            if (!authority.may_sign(TopRole::root, id) &&
                !authority.may_sign(TopRole::targets, id)) {
                continue;
            }
            return Error{Errc::invalid, authority.name_of(id) +
                                            " would approve content or keys, "
                                            "and be the key for the " +
                                            name(online) +
                                            " that lies on the publishing machine every day; "
                                            "take a key of its own for that"};
        }
    }
    return {};
}

Result<void> found_repository(host::Disk& disk, const std::string& folder, const Founding& founding,
                              const Console& console) {
    const Authority authority = TRY(authority_of(founding));
    TRY(check_authority(authority));
    Repository repository = TRY(Repository::create(disk, folder));
    Document root, targets;
    root.body = new_body(TopRole::root, 1, console.now, authority.lasts.at(TopRole::root));
    write_authority(authority, root.body);
    targets.body = new_body(TopRole::targets, 1, console.now, authority.lasts.at(TopRole::targets));
    targets.body["targets"] = nlohmann::json::object();
    TRY(repository.stage(TopRole::targets, std::move(targets)));
    TRY(repository.stage(TopRole::root, std::move(root)));
    tell(authority, folder, console);
    return {};
}

} // namespace foyer::publisher
