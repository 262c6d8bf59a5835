// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/rotate.h"

#include "content/publisher/approval.h"
#include "content/publisher/found.h"

#include <algorithm>
#include <ostream>

namespace foyer::publisher {

namespace {

constexpr std::size_t least_id_digits = 8;

Result<std::string> key_called(const Authority& authority, TopRole role,
                               const std::string& wanted) {
    std::vector<std::string> found;
    for (const std::string& id : authority.roles.at(role).keyids) {
        const bool by_id = wanted.size() >= least_id_digits && id.starts_with(wanted);
        if (by_id || authority.keys.at(id).name == wanted) found.push_back(id);
    }
    if (found.size() == 1) return found.front();
    const std::string all = listed(authority.names_of(authority.roles.at(role).keyids));
    if (found.empty()) {
        return Error{Errc::invalid, std::string(name(role)) + " has no key \"" + printable(wanted) +
                                        "\"; it has " + all};
    }
    return Error{Errc::invalid, "several keys are called \"" + printable(wanted) +
                                    "\"; write the beginning of the key's id instead"};
}

Result<void> change(Authority& authority, const Rotation& rotation) {
    std::vector<std::string>& ids = authority.roles.at(rotation.role).keyids;
    for (const std::string& wanted : rotation.remove) {
        const std::string id = TRY(key_called(authority, rotation.role, wanted));
        ids.erase(std::find(ids.begin(), ids.end(), id));
    }
    for (const std::string& file : rotation.add) {
        KnownKey key = TRY(read_known_key(file));
        const std::string id = key.id();
        if (authority.may_sign(rotation.role, id)) {
            return Error{Errc::invalid, file + " is a key of " + name(rotation.role) + " already"};
        }
        ids.push_back(id);
        authority.keys.insert_or_assign(id, std::move(key));
    }
    if (rotation.threshold) authority.roles.at(rotation.role).threshold = *rotation.threshold;
    return check_authority(authority);
}

Result<void> renew_targets(Repository& repository, const Authority& authority, update::Time now) {
    Document fresh = *repository.newest(TopRole::targets);
    const auto lifetime = authority.lasts.at(TopRole::targets);
    fresh.signatures.clear();
    fresh.body["version"] = repository.next_version(TopRole::targets);
    fresh.body["expires"] = update::format_time(now + lifetime);
    fresh.body["x-issued"] = update::format_time(now);
    return repository.stage(TopRole::targets, std::move(fresh));
}

/// Content that those in charge from now on have not signed would be refused by every kiosk.
Result<bool> lacks_signatures(const Repository& repository, const Authority& authority) {
    const Document* targets = repository.newest(TopRole::targets);
    return repository.staged().count(TopRole::targets) == 0 &&
           missing(*targets, TopRole::targets, authority) > 0;
}

} // namespace

Result<void> rotate(Repository& repository, const Rotation& rotation, const Console& console) {
    TRY(check_clock(repository, console.now));
    if (repository.newest(TopRole::targets) == nullptr) {
        return Error{Errc::refused, "the first publication was cut off; `foyer-pack repo sign` "
                                    "completes it"};
    }
    Authority authority = TRY(repository.authority());
    const bool same_keys =
        rotation.add.empty() && rotation.remove.empty() && !rotation.threshold.has_value();
    if (same_keys && rotation.role == TopRole::targets) {
        TRY(renew_targets(repository, authority, console.now));
    } else {
        TRY(change(authority, rotation));
        const bool content_too = TRY(lacks_signatures(repository, authority));
        if (content_too) TRY(renew_targets(repository, authority, console.now));
        Document root;
        root.body = new_body(TopRole::root, repository.next_version(TopRole::root), console.now,
                             authority.lasts.at(TopRole::root));
        write_authority(authority, root.body);
        TRY(repository.stage(TopRole::root, std::move(root)));
    }
    console.out << "Staged:\n";
    TRY(show_staged(repository, console));
    for (const TopRole role : {TopRole::root, TopRole::targets}) {
        if (repository.staged().count(role) == 0) continue;
        const std::string needed = TRY(still_needed(repository, role));
        if (!needed.empty()) console.out << "Needed for " << name(role) << ": " << needed << ".\n";
    }
    console.out << "Next: each of them runs `foyer-pack repo sign " << repository.folder()
                << " --key THEIR-KEY`.\n";
    return {};
}

} // namespace foyer::publisher
