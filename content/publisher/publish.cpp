// SPDX-License-Identifier: EUPL-1.2
// The part of Repository that kiosks notice. Each step can be the last one before a power cut: what
// is public is then the old state or the new one, and the next command goes on from there.
#include "content/publisher/repository.h"

#include <algorithm>
#include <set>

namespace foyer::publisher {

namespace {

std::string parent(const std::string& path) { return path.substr(0, path.rfind('/')); }

/// A file of ours takes its place in another folder; both names are on the medium afterwards.
Result<void> move_file(host::Disk& disk, const std::string& from, const std::string& to) {
    TRY(disk.rename(from, to));
    TRY(disk.sync_folder(parent(to)));
    return disk.sync_folder(parent(from));
}

Result<void> check_target(host::Disk& disk, const std::string& path, const update::Target& target) {
    const bool same = TRY(is_target(disk, path, target));
    if (same) return {};
    return Error{Errc::damaged, path + " is not the file that was signed; get a whole copy of it, "
                                       "or `repo add` the pack again"};
}

} // namespace

/// What a kiosk would say that knows what is public now.
Result<void> Repository::rehearse(const Shelf& fresh, update::Time now) const {
    const auto bytes = [&](TopRole role) -> Result<std::string> {
        if (const auto found = fresh.find(role); found != fresh.end()) {
            return to_bytes(found->second);
        }
        if (const auto found = published_.find(role); found != published_.end()) {
            return to_bytes(found->second);
        }
        return Error{Errc::not_found, std::string("there is no ") + name(role) + " yet"};
    };
    const auto known = published_.find(TopRole::root);
    const auto next = fresh.find(TopRole::root);
    const Document& first = known != published_.end() ? known->second : fresh.at(TopRole::root);
    const update::Rules rules{now, {}, update::Marks::plain};
    update::TrustedSet set = TRY(update::TrustedSet::start(to_bytes(first), rules));
    if (known != published_.end() && next != fresh.end()) {
        TRY(set.add_root(to_bytes(next->second)));
    }
    TRY(set.finish_roots());
    if (published_.count(TopRole::timestamp) > 0) {
        set.recall_timestamp(to_bytes(published_.at(TopRole::timestamp)));
        set.recall_snapshot(to_bytes(published_.at(TopRole::snapshot)));
    }
    const std::string timestamp = TRY(bytes(TopRole::timestamp));
    const std::string snapshot = TRY(bytes(TopRole::snapshot));
    const std::string targets = TRY(bytes(TopRole::targets));
    TRY(set.add_timestamp(timestamp));
    TRY(set.add_snapshot(snapshot));
    TRY(set.add_targets(targets));
    const auto listed = fresh.find(TopRole::targets);
    if (listed == fresh.end()) return {};
    for (const update::Target& target : targets_of(listed->second)) {
        const std::string path = TRY(place_of(target));
        TRY(check_target(*disk_, path, target));
    }
    return {};
}

Result<void> Repository::publish(const Shelf& fresh, update::Time now) {
    if (Result<void> taken = rehearse(fresh, now); !taken) {
        return Error{taken.error().code,
                     "nothing was published, since no kiosk would take it: " + taken.error().what};
    }
    Document before;
    if (published_.count(TopRole::targets) > 0) before = published_.at(TopRole::targets);
    TRY(make_folders("metadata"));
    TRY(make_folders("targets/packs"));
    if (const auto targets = fresh.find(TopRole::targets); targets != fresh.end()) {
        TRY(move_targets(targets->second));
    }
    for (const TopRole role :
         {TopRole::targets, TopRole::snapshot, TopRole::root, TopRole::timestamp}) {
        const auto found = fresh.find(role);
        if (found == fresh.end()) continue;
        const std::string name = metadata_name(role, found->second.version());
        TRY(host::replace_file(*disk_, folder_ + "/metadata/" + name, to_bytes(found->second)));
        published_.insert_or_assign(role, found->second);
    }
    // From here on everything is public; what follows is tidying, and settle() repeats it.
    if (fresh.count(TopRole::targets) > 0) {
        TRY(move_packs());
        TRY(forget_old(before, fresh.at(TopRole::targets)));
    }
    for (const auto& [role, document] : fresh) {
        const auto waiting = staged_.find(role);
        if (waiting != staged_.end() && waiting->second.body == document.body) TRY(unstage(role));
    }
    return {};
}

Result<void> Repository::move_targets(const Document& targets) {
    for (const update::Target& target : targets_of(targets)) {
        const std::string path = TRY(place_of(target));
        const std::string name = target.stored_name();
        if (path != folder_ + "/staged/targets/" + name) continue;
        TRY(make_folders(parent("targets/" + name)));
        TRY(move_file(*disk_, path, folder_ + "/targets/" + name));
    }
    return {};
}

Result<void> Repository::move_packs() {
    const std::string staged = folder_ + "/staged/packs";
    const std::vector<std::string> ids = TRY(names_in(*disk_, staged));
    for (const std::string& id : ids) {
        const std::vector<std::string> packs = TRY(names_in(*disk_, staged + "/" + id));
        TRY(make_folders("packs/" + id));
        const std::string here = folder_ + "/packs/" + id;
        for (const std::string& pack : packs) {
            TRY(move_file(*disk_, staged + "/" + id + "/" + pack, here + "/" + pack));
        }
        const std::vector<std::uint64_t> keep = TRY(kept(id));
        std::set<std::string> keep_names;
        for (const std::uint64_t number : keep) keep_names.insert(std::to_string(number) + ".pack");
        const std::vector<std::string> all = TRY(names_in(*disk_, here));
        for (const std::string& pack : all) {
            if (keep_names.count(pack) == 0) TRY(disk_->remove(here + "/" + pack));
        }
    }
    return {};
}

/// A kiosk that has just read the old list may still fetch from it; what is older goes.
Result<void> Repository::forget_old(const Document& before, const Document& now) {
    std::vector<update::Target> keep = targets_of(now);
    if (!before.body.is_null()) {
        for (update::Target& target : targets_of(before)) keep.push_back(std::move(target));
    }
    return remove_targets_but(*disk_, folder_ + "/targets", keep);
}

Result<void> remove_targets_but(host::Disk& disk, const std::string& targets,
                                const std::vector<update::Target>& keep) {
    std::set<std::string> names;
    for (const update::Target& target : keep) names.insert(target.stored_name());
    const std::vector<std::string> packs = TRY(names_in(disk, targets + "/packs"));
    for (const std::string& one : packs) {
        if (one.ends_with(".pack.zst")) {
            if (names.count("packs/" + one) == 0) TRY(disk.remove(targets + "/packs/" + one));
            continue;
        }
        const Result<std::vector<std::string>> patches = disk.list(targets + "/packs/" + one);
        if (!patches) continue; // not a folder: a file manager's own notes, perhaps
        for (const std::string& patch : *patches) {
            const std::string name = "packs/" + one + "/" + patch;
            if (patch.ends_with(".zsd") && names.count(name) == 0) {
                TRY(disk.remove(targets + "/" + name));
            }
        }
    }
    return {};
}

} // namespace foyer::publisher
