// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/shelf.h"

#include "kiosk/update/offer.h"
#include "kiosk/update/staging.h"

#include <algorithm>

namespace foyer::update {

namespace {

constexpr const char* timestamp_name = "metadata/timestamp.json";

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

/// Bytes of a role that was accepted in the run before.
Result<std::string> kept(const TrustedStore& store, const char* role, std::uint64_t max_bytes) {
    std::optional<std::string> bytes = TRY(store.read(role, max_bytes));
    if (!bytes) return Error{Errc::not_found, std::string("nothing was kept of ") + role};
    return *std::move(bytes);
}

} // namespace

std::string shared_folder(const std::string& store) { return store + "/shared"; }

Shelf::Shelf(host::Disk& disk, const std::string& store, std::string pack)
    : disk_(disk), folder_(shared_folder(store)), pack_(std::move(pack)) {}

std::vector<std::string> Shelf::folders() const {
    return {folder_, path("metadata"), path("targets"), path("targets/packs"),
            path("targets/packs/" + pack_)};
}

std::string Shelf::part(const RemoteFile& file) const { return path(".part-" + file_hash(file)); }

/// Under the name of its hash nothing comes to lie but bytes that have it.
bool Shelf::has(const RemoteFile& file) const {
    const Result<std::uint64_t> size = disk_.size(path(file.name));
    return size && *size == file.length;
}

void Shelf::look() {
    snapshot_.reset();
    const Result<std::string> bytes = disk_.read(path(timestamp_name), Limits{}.timestamp_bytes);
    if (!bytes) return;
    const Result<Signed<Timestamp>> timestamp = parse_timestamp(*bytes);
    if (timestamp) snapshot_ = timestamp->content.snapshot.version;
}

Result<void> Shelf::fill(const Client& client, host::Fetch& source) {
    const std::vector<RemoteFile> wanted = files(client);
    if (wanted.empty()) return {Errc::not_found, "no pack that could be handed on"};
    const std::vector<Metadata> described = TRY(metadata(client));
    TRY(prepare());
    TRY(has_room(wanted));
    for (const RemoteFile& file : wanted) TRY(fetch(file, source));
    for (const Metadata& file : described) TRY(write(file));
    snapshot_ = client.versions().snapshot;
    std::vector<std::string> names;
    for (const RemoteFile& file : wanted) names.push_back(path(file.name));
    for (const Metadata& file : described) names.push_back(path(file.name));
    for (const std::string& folder : folders()) TRY(keep_only(folder, names));
    return {};
}

/// The order is that in which they are to be written.
Result<std::vector<Shelf::Metadata>> Shelf::metadata(const Client& client) const {
    const Limits limits;
    const Versions versions = client.versions();
    const TrustedStore& store = client.store();
    std::vector<Metadata> out;
    for (std::uint64_t version = 1; version <= versions.root; ++version) {
        // Those before the one that came with the kiosk are not there.
        std::optional<std::string> bytes = TRY(store.read_root(version, limits.root_bytes));
        if (!bytes) continue;
        out.push_back({"metadata/" + std::to_string(version) + ".root.json", *std::move(bytes)});
    }
    out.push_back({"metadata/" + std::to_string(versions.targets) + ".targets.json",
                   TRY(kept(store, "targets", limits.targets_bytes))});
    out.push_back({"metadata/" + std::to_string(versions.snapshot) + ".snapshot.json",
                   TRY(kept(store, "snapshot", limits.snapshot_bytes))});
    out.push_back(
        {timestamp_name, TRY(kept(store, timestamp_role(client.mark()), limits.timestamp_bytes))});
    return out;
}

/// Of what the top role lists itself; a pack that was delegated is not handed on.
std::vector<RemoteFile> Shelf::files(const Client& client) const {
    std::vector<RemoteFile> out;
    if (client.targets() == nullptr) return out;
    const auto& targets = client.targets()->targets;
    const std::string whole = whole_path(pack_), patches = "packs/" + pack_ + "/from-";
    if (targets.count(whole) == 0) return out;
    for (const auto& [name, file] : targets) {
        const bool ours = name == whole || (name.starts_with(patches) && name.ends_with(".zsd"));
        const bool has_hash = !file.hashes.sha256.empty() || !file.hashes.sha512.empty();
        if (ours && has_hash) out.push_back(remote_file({name, file.length, file.hashes, {}}));
    }
    return out;
}

Result<void> Shelf::prepare() {
    for (const std::string& folder : folders()) {
        TRY(disk_.make_folder(folder));
        TRY(disk_.sync_folder(folder_of(folder)));
    }
    return {};
}

Result<void> Shelf::has_room(const std::vector<RemoteFile>& files) {
    std::uint64_t need = 0;
    for (const RemoteFile& file : files) {
        if (has(file)) continue;
        const Result<std::uint64_t> there = disk_.size(part(file));
        // Lengths have 53 bits at most. What does not fit any more need not be added up.
        need += file.length - std::min(file.length, there ? *there : 0);
        if (need > max_number) break;
    }
    if (need == 0) return {};
    const std::uint64_t free = TRY(disk_.free_bytes(folder_));
    if (free >= need + spare_bytes) return {};
    return {Errc::no_space, std::to_string(need + spare_bytes) + " bytes needed, " +
                                std::to_string(free) + " free"};
}

Result<void> Shelf::fetch(const RemoteFile& file, host::Fetch& source) {
    if (has(file)) return {};
    TRY(Download(disk_, source, file, part(file), {}).run());
    TRY(disk_.rename(part(file), path(file.name)));
    return disk_.sync_folder(folder_of(path(file.name)));
}

Result<void> Shelf::write(const Metadata& file) {
    const Result<std::string> there = disk_.read(path(file.name), file.bytes.size());
    if (there && *there == file.bytes) return {};
    return host::replace_file(disk_, path(file.name), file.bytes);
}

/// A neighbour that is in the middle of an old file keeps it open; one that comes back for the rest
/// begins with the new metadata.
Result<void> Shelf::keep_only(const std::string& folder, const std::vector<std::string>& names) {
    const std::vector<std::string> all = folders();
    for (const std::string& name : TRY(disk_.list(folder))) {
        const std::string there = folder + "/" + name;
        const auto is_it = [&](const std::string& kept) { return kept == there; };
        if (std::any_of(names.begin(), names.end(), is_it)) continue;
        if (std::any_of(all.begin(), all.end(), is_it)) continue;
        TRY(disk_.remove(there));
    }
    return {};
}

Result<void> Shelf::make_way(std::uint64_t bytes) {
    const std::uint64_t free = TRY(disk_.free_bytes(folder_of(folder_)));
    return free < bytes ? clear() : Result<void>();
}

Result<void> Shelf::clear() {
    snapshot_.reset();
    // First what all the rest is found by.
    TRY(disk_.remove(path(timestamp_name)));
    for (const std::string& folder : folders()) {
        const Result<void> emptied = keep_only(folder, {});
        if (!emptied && emptied.error().code != Errc::not_found) return emptied.error();
    }
    return {};
}

} // namespace foyer::update
