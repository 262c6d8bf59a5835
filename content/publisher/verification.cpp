// SPDX-License-Identifier: EUPL-1.2
#include "content/publisher/verification.h"

#include "content/publisher/approval.h"
#include "content/publisher/pack_facts.h"
#include "content/publisher/refresh.h"
#include "kiosk/update/file_hash.h"
#include "kiosk/update/patch.h"

#include <ostream>

namespace foyer::publisher {

namespace {

Result<std::string> metadata(host::Disk& disk, const std::string& folder, const std::string& name,
                             std::uint64_t max_bytes) {
    return disk.read(folder + "/metadata/" + name, max_bytes);
}

Result<void> add_roots(host::Disk& disk, const std::string& folder, update::TrustedSet& set) {
    const update::Limits limits;
    while (true) {
        const std::uint64_t next = set.root().common.version + 1;
        const Result<std::string> bytes =
            metadata(disk, folder, metadata_name(TopRole::root, next), limits.root_bytes);
        if (!bytes && bytes.error().code == Errc::not_found) return set.finish_roots();
        if (!bytes) return bytes.error();
        TRY(set.add_root(*bytes));
    }
}

Result<void> check_targets(host::Disk& disk, const std::string& folder,
                           const std::vector<update::Target>& targets) {
    for (const update::Target& target : targets) {
        const std::string path = folder + "/targets/" + target.stored_name();
        const bool same = TRY(is_target(disk, path, target));
        if (!same) return Error{Errc::damaged, path + " is missing, or not what was signed"};
    }
    return {};
}

/// The pack of that hash becomes the one of the other.
Result<void> try_patch(const Repository& repository, const update::Target& target,
                       const PatchFacts& patch, const std::string& base) {
    const std::string path = repository.folder() + "/targets/" + target.stored_name();
    const auto packed = TRY(repository.disk().view(path));
    const auto old = TRY(repository.disk().view(base));
    std::string copy(old->bytes());
    TRY(update::check_patch(packed->bytes(), patch.result_length));
    std::string result(patch.result_length, '\0');
    TRY(update::apply_patch(packed->bytes(), copy, result));
    if (update::hash_hex(update::HashKind::sha256, result) == patch.result_sha256) return {};
    return Error{Errc::damaged, path + " does not become the pack it was made for"};
}

Result<void> unpack(const Repository& repository, const update::Target& target,
                    const PackFacts& pack) {
    const std::string path = repository.folder() + "/targets/" + target.stored_name();
    update::Hasher hasher(update::HashKind::sha256);
    update::Unpacker unpacker(pack.length);
    TRY(repository.disk().read_through(path, [&](std::string_view piece) {
        return unpacker.add(piece, [&](std::string_view bytes) -> Result<void> {
            hasher.add(bytes);
            return {};
        });
    }));
    TRY(unpacker.finish());
    if (hasher.hex() == pack.sha256) return {};
    return Error{Errc::damaged, path + " does not become the pack it was made from"};
}

/// Hash -> file of the packs that are kept here.
Result<std::map<std::string, std::string>> bases(const Repository& repository,
                                                 const std::string& id) {
    std::map<std::string, std::string> out;
    const std::vector<std::uint64_t> kept = TRY(repository.kept(id));
    for (const std::uint64_t number : kept) {
        const std::string path =
            repository.folder() + "/packs/" + id + "/" + std::to_string(number) + ".pack";
        const update::FileHash file =
            TRY(update::hash_file(repository.disk(), path, update::HashKind::sha256, nullptr));
        out[file.hex] = path;
    }
    return out;
}

Result<void> try_all(const Repository& repository, const Verified& verified,
                     const Console& console) {
    for (const update::Target& target : verified.targets) {
        const std::optional<PackFacts> pack = pack_facts(target);
        if (!pack) continue;
        TRY(unpack(repository, target, *pack));
        const std::map<std::string, std::string> known = TRY(bases(repository, pack->id));
        int tried = 0, untried = 0;
        for (const update::Target& other : verified.targets) {
            const std::optional<PatchFacts> patch = patch_facts(other);
            if (!patch || other.path != patch_path(pack->id, patch->base_sha256)) continue;
            const auto base = known.find(patch->base_sha256);
            if (base == known.end()) {
                ++untried;
                continue;
            }
            TRY(try_patch(repository, other, *patch, base->second));
            ++tried;
        }
        console.out << "  pack " << pack->id << ", number " << pack->sequence << ": \""
                    << printable(pack->title) << "\", version " << printable(pack->version)
                    << "; unpacks, and " << tried << " of " << tried + untried
                    << " patches lead to it"
                    << (untried > 0 ? " (the packs for the others are not kept here)" : "") << "\n";
    }
    return {};
}

} // namespace

Result<Verified> verify_folder(host::Disk& disk, const std::string& folder, update::Marks marks,
                               update::Time now) {
    const update::Limits limits;
    const update::Rules rules{now, {}, marks};
    const std::string first = TRY(metadata(disk, folder, "1.root.json", limits.root_bytes));
    update::TrustedSet set = TRY(update::TrustedSet::start(first, rules));
    TRY(add_roots(disk, folder, set));
    const std::string timestamp =
        TRY(metadata(disk, folder, "timestamp.json", limits.timestamp_bytes));
    TRY(set.add_timestamp(timestamp));
    const std::string snapshot_name =
        metadata_name(TopRole::snapshot, set.timestamp()->snapshot.version);
    const std::string snapshot = TRY(metadata(disk, folder, snapshot_name, limits.snapshot_bytes));
    TRY(set.add_snapshot(snapshot));
    const update::MetaFile* listed = set.listed("targets");
    if (listed == nullptr) return Error{Errc::damaged, "the snapshot does not list targets.json"};
    const std::string targets = TRY(metadata(
        disk, folder, metadata_name(TopRole::targets, listed->version), limits.targets_bytes));
    TRY(set.add_targets(targets));
    std::vector<update::Target> files;
    for (const auto& [path, file] : set.targets()->targets) {
        files.push_back({path, file.length, file.hashes, file.custom, true});
    }
    TRY(check_targets(disk, folder, files));
    return Verified{std::move(set), std::move(files)};
}

Result<void> verify_repository(const Repository& repository, const Console& console) {
    const Verified verified = TRY(
        verify_folder(repository.disk(), repository.folder(), update::Marks::plain, console.now));
    const Authority authority = TRY(read_authority(repository.published().at(TopRole::root)));
    console.out << repository.folder() << ": a kiosk that only knows the first root takes this.\n";
    for (const TopRole role : signing_order) {
        const Document& document = repository.published().at(role);
        const update::RoleKeys& keys = authority.roles.at(role);
        console.out << "  " << name(role) << ": version " << document.version() << " until "
                    << day(document.expires()) << ", signed by "
                    << listed(authority.names_of(signers(document, role, authority))) << "; "
                    << keys.threshold << " of " << keys.keyids.size() << " must\n";
    }
    TRY(try_all(repository, verified, console));
    warn_of_expiry(repository, authority, console);
    if (!repository.staged().empty()) {
        console.out << "Something else waits for signatures: `foyer-pack repo sign "
                    << repository.folder() << "` tells what.\n";
    }
    console.out << "Next: `foyer-pack repo refresh " << repository.folder() << "` before "
                << day(repository.published().at(TopRole::timestamp).expires()) << ".\n";
    return {};
}

} // namespace foyer::publisher
