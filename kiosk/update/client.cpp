// SPDX-License-Identifier: EUPL-1.2
// The client workflow: fetch, let the trusted set judge, keep, and only then go on. The comments
// name the sections of the TUF specification.
#include "kiosk/update/client.h"

#include "kiosk/update/delegation.h"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>
#include <vector>

namespace foyer::update {
namespace {

/// What remains of a role that was asked.
struct Appointments {
    Keys keys;
    std::vector<DelegatedRole> roles;
};

struct Pending {
    const Keys* keys; ///< the delegator's
    const DelegatedRole* role;
};

/// Puts those in front who may speak about `path`; their own order remains.
void appoint(const Keys& keys, const std::vector<DelegatedRole>& roles, const std::string& path,
             std::vector<Pending>& pending) {
    std::vector<Pending> fitting;
    for (const DelegatedRole& role : roles) {
        if (!covers(role, path)) continue;
        fitting.push_back({&keys, &role});
        if (!role.terminating) continue;
        pending.clear(); // nobody but this one, and whom it appoints, is asked any more
        break;
    }
    pending.insert(pending.end(), fitting.rbegin(), fitting.rend());
}

} // namespace

std::string Target::stored_name() const {
    if (!consistent_snapshot) return path;
    const std::size_t slash = path.rfind('/');
    const std::size_t file = slash == std::string::npos ? 0 : slash + 1;
    const std::string& hash = hashes.sha256.empty() ? hashes.sha512 : hashes.sha256;
    return path.substr(0, file) + hash + "." + path.substr(file);
}

Client::Client(TrustedStore store, TrustedSet set, const Options& options)
    : store_(std::move(store)), set_(std::move(set)), options_(options) {}

Result<void> Client::init(host::Disk& disk, const std::string& folder, std::string_view root) {
    const TrustedSet set = TRY(TrustedSet::start(root, Rules{}));
    TrustedStore store(disk, folder);
    TRY(store.prepare());
    return store.keep_root(set.root().common.version, root);
}

Result<Client> Client::open(host::Disk& disk, const Options& options) {
    TrustedStore store(disk, options.folder);
    const auto root = TRY(store.read("root", options.limits.root_bytes));
    if (!root) return Error{Errc::not_found, options.folder + ": no root.json"};
    TrustedSet set = TRY(TrustedSet::start(*root, options.rules));
    return Client(std::move(store), std::move(set), options);
}

Result<std::string> Client::get(host::Fetch& fetch, const std::string& name,
                                std::uint64_t max_bytes) const {
    host::Wanted wanted;
    wanted.name = options_.prefix + name;
    wanted.max_bytes = max_bytes;
    wanted.within = options_.limits.per_file;
    return host::get_all(fetch, wanted);
}

Result<void> Client::refresh(host::Fetch& fetch) {
    TRY(refresh_root(fetch));
    TRY(set_.finish_roots()); // 5.3.10
    TRY(recall());
    TRY(refresh_timestamp(fetch));
    TRY(refresh_snapshot(fetch));
    return refresh_targets(fetch);
}

/// 5.3
Result<void> Client::refresh_root(host::Fetch& fetch) {
    for (int i = 0; i < options_.limits.root_rotations; ++i) {
        const std::uint64_t version = set_.root().common.version + 1;
        auto bytes = get(fetch, std::to_string(version) + ".root.json", options_.limits.root_bytes);
        if (!bytes && bytes.error().code == Errc::not_found) return {};
        if (!bytes) return std::move(bytes).error();
        TRY(set_.add_root(*bytes));
        TRY(store_.keep_root(version, *bytes));
    }
    return Error{Errc::too_large, "root: more new versions than are taken in one run"};
}

/// What earlier runs have accepted. 5.3.11 is in here: what new keys did not sign does not count.
Result<void> Client::recall() {
    for (const Mark mark : {Mark::plain, Mark::usb}) {
        const auto kept = TRY(store_.read(timestamp_role(mark), options_.limits.timestamp_bytes));
        if (kept) set_.recall_timestamp(*kept);
    }
    const auto kept = TRY(store_.read("snapshot", options_.limits.snapshot_bytes));
    if (kept) set_.recall_snapshot(*kept);
    return {};
}

/// 5.4
Result<void> Client::refresh_timestamp(host::Fetch& fetch) {
    const std::string bytes = TRY(get(fetch, "timestamp.json", options_.limits.timestamp_bytes));
    const TrustedSet::News news = TRY(set_.add_timestamp(bytes));
    if (news == TrustedSet::News::same) return {};
    return store_.keep(timestamp_role(set_.timestamp()->mark), bytes);
}

/// 5.5
Result<void> Client::refresh_snapshot(host::Fetch& fetch) {
    const auto kept = TRY(store_.read("snapshot", options_.limits.snapshot_bytes));
    if (kept && set_.add_snapshot(*kept)) return {};

    const MetaFile& file = set_.timestamp()->snapshot;
    const std::string bytes =
        TRY(get(fetch, versioned(file, "snapshot"), limit(file, options_.limits.snapshot_bytes)));
    TRY(set_.add_snapshot(bytes));
    return store_.keep("snapshot", bytes);
}

/// 5.6
Result<void> Client::refresh_targets(host::Fetch& fetch) {
    const auto kept = TRY(store_.read("targets", options_.limits.targets_bytes));
    if (kept && set_.add_targets(*kept)) return {};

    const MetaFile* file = set_.listed("targets");
    if (file == nullptr) return Error{Errc::damaged, "snapshot does not list targets"};
    const std::string bytes =
        TRY(get(fetch, versioned(*file, "targets"), limit(*file, options_.limits.targets_bytes)));
    TRY(set_.add_targets(bytes));
    return store_.keep("targets", bytes);
}

/// Kept files of delegated roles are judged anew each time: whether one holds depends on who asks.
Result<Targets> Client::load_delegated(host::Fetch& fetch, const Keys& delegator,
                                       const DelegatedRole& role, std::uint64_t max_bytes) {
    const MetaFile* file = set_.listed(role.name);
    if (file == nullptr) {
        return Error{Errc::damaged, "snapshot does not list " + role.name};
    }
    const auto kept = TRY(store_.read(role.name, options_.limits.targets_bytes));
    if (kept && kept->size() <= max_bytes) {
        if (auto targets = set_.check_delegated(delegator, role, *kept)) return targets;
    }
    const std::string bytes = TRY(get(fetch, versioned(*file, role.name), limit(*file, max_bytes)));
    Targets targets = TRY(set_.check_delegated(delegator, role, bytes));
    TRY(store_.keep(role.name, bytes));
    return targets;
}

Result<std::optional<Target>> Client::target(const Targets& role, const std::string& path) const {
    const auto found = role.targets.find(path);
    if (found == role.targets.end()) return std::optional<Target>();
    const TargetFile& file = found->second;
    if (file.hashes.sha256.empty() && file.hashes.sha512.empty()) {
        return Error{Errc::refused, path + ": no hash of a kind that is known"};
    }
    return std::optional(
        Target{path, file.length, file.hashes, file.custom, set_.root().consistent_snapshot});
}

/// 5.6.7: pre-order depth-first, each role once.
Result<std::optional<Target>> Client::find(host::Fetch& fetch, const std::string& path) {
    if (set_.targets() == nullptr) return Error{Errc::invalid, "find() before refresh()"};
    if (auto found = target(*set_.targets(), path); !found || *found) return found;

    // Of the roles that were asked only those remain in memory whom they appointed.
    std::deque<Appointments> asked;
    std::vector<Pending> pending; // the next one to ask is the last
    std::set<std::string> visited;
    std::uint64_t bytes_left = options_.limits.targets_bytes;
    appoint(set_.targets()->keys, set_.targets()->delegations, path, pending);
    while (!pending.empty()) {
        const Pending next = pending.back();
        pending.pop_back();
        if (!visited.insert(next.role->name).second) continue;
        if (visited.size() >= static_cast<std::size_t>(options_.limits.delegations)) {
            return Error{Errc::too_large, path + ": too many roles would have to be asked"};
        }
        Targets role = TRY(load_delegated(fetch, *next.keys, *next.role, bytes_left));
        if (auto found = target(role, path); !found || *found) return found;
        bytes_left -= std::min(bytes_left, role.bytes);
        asked.push_back({std::move(role.keys), std::move(role.delegations)});
        appoint(asked.back().keys, asked.back().roles, path, pending);
    }
    return std::optional<Target>();
}

Result<Publisher> Client::publisher(host::Fetch& fetch) {
    const std::uint64_t version = set_.root().common.version;
    const auto bytes =
        get(fetch, std::to_string(version) + ".root.json", options_.limits.root_bytes);
    if (!bytes && bytes.error().code == Errc::not_found) return Publisher::unknown;
    if (!bytes) return bytes.error();
    // Byte for byte would be too much: a third person may have signed the same root later.
    const auto root = parse_root(*bytes);
    const bool ours = root && root->content.common.version == version &&
                      verify(root->proof, set_.root().roles.at(TopRole::root), set_.root().keys);
    return ours ? Publisher::ours : Publisher::foreign;
}

Versions Client::versions() const {
    Versions versions;
    versions.root = set_.root().common.version;
    if (set_.timestamp() != nullptr) versions.timestamp = set_.timestamp()->common.version;
    if (set_.snapshot() != nullptr) versions.snapshot = set_.snapshot()->common.version;
    if (set_.targets() != nullptr) versions.targets = set_.targets()->common.version;
    return versions;
}

std::optional<Time> Client::timestamp_expires() const {
    if (set_.timestamp() == nullptr) return std::nullopt;
    return set_.timestamp()->common.expires;
}

std::string Client::versioned(const MetaFile& file, std::string_view role) const {
    const std::string name = file_name(role) + ".json";
    return set_.root().consistent_snapshot ? std::to_string(file.version) + "." + name : name;
}

std::uint64_t Client::limit(const MetaFile& file, std::uint64_t most) const {
    return std::min(most, file.length.value_or(most));
}

} // namespace foyer::update
