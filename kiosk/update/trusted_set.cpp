// SPDX-License-Identifier: EUPL-1.2
// The order of the checks is the specification's: signatures first, then versions, then expiry.
#include "kiosk/update/trusted_set.h"

#include <algorithm>
#include <utility>

namespace foyer::update {
namespace {

Error about(std::string_view what, Error error) {
    error.what = std::string(what) + ": " + error.what;
    return error;
}

Result<void> verify_as(std::string_view what, const Proof& proof, const RoleKeys& signers,
                       const Keys& keys) {
    if (auto verified = verify(proof, signers, keys); !verified) {
        return about(what, std::move(verified).error());
    }
    return {};
}

Error older(std::string_view what, std::uint64_t version, std::uint64_t known) {
    return {Errc::older, std::string(what) + " version " + std::to_string(version) +
                             ", after version " + std::to_string(known)};
}

/// Bytes as the role above describes them; the version stands inside and is checked later.
Result<void> check_described(std::string_view what, std::string_view bytes, const MetaFile& file) {
    if (file.length && bytes.size() > *file.length) {
        return Error{Errc::damaged, std::string(what) + " is longer than was signed"};
    }
    if (!file.hashes) return {};
    if (auto verified = verify(bytes, *file.hashes); !verified) {
        return about(what, std::move(verified).error());
    }
    return {};
}

Result<void> check_version(std::string_view what, const Common& common, std::uint64_t expected) {
    if (common.version == expected) return {};
    return Error{Errc::damaged, std::string(what) + " is version " +
                                    std::to_string(common.version) + " where " +
                                    std::to_string(expected) + " should be"};
}

} // namespace

TrustedSet::TrustedSet(Root root, const Rules& rules) : rules_(rules), root_(std::move(root)) {
    note_issued(root_.common);
}

Result<TrustedSet> TrustedSet::start(std::string_view root, const Rules& rules) {
    Signed<Root> first = TRY(parse_root(root));
    TRY(verify_as("root", first.proof, first.content.roles.at(TopRole::root), first.content.keys));
    return TrustedSet(std::move(first.content), rules);
}

Result<void> TrustedSet::add_root(std::string_view bytes) {
    Signed<Root> next = TRY(parse_root(bytes));
    TRY(verify_as("root, by the old one's keys", next.proof, signers(TopRole::root), root_.keys));
    TRY(verify_as("root, by its own keys", next.proof, next.content.roles.at(TopRole::root),
                  next.content.keys));
    TRY(check_version("root", next.content.common, root_.common.version + 1));
    root_ = std::move(next.content);
    note_issued(root_.common);
    return {};
}

Result<void> TrustedSet::finish_roots() const {
    if (root_.common.version < rules_.minimum.root) {
        return older("root", root_.common.version, rules_.minimum.root);
    }
    return check_expiry(root_.common, "root");
}

void TrustedSet::recall_timestamp(std::string_view bytes) {
    auto known = parse_timestamp(bytes);
    if (!known || known->content.mark == Mark::other) return;
    if (!verify(known->proof, signers(TopRole::timestamp), root_.keys)) return;
    note_issued(known->content.common);
    known_timestamps_.at(static_cast<std::size_t>(known->content.mark)) = std::move(known->content);
}

void TrustedSet::recall_snapshot(std::string_view bytes) {
    auto known = parse_snapshot(bytes);
    if (!known || !verify(known->proof, signers(TopRole::snapshot), root_.keys)) return;
    note_issued(known->content.common);
    known_snapshot_ = std::move(known->content);
}

/// The lowest version of a snapshot that is no step back.
std::uint64_t TrustedSet::least_snapshot() const {
    std::uint64_t least = rules_.minimum.snapshot;
    for (const auto& known : known_timestamps_) {
        if (known) least = std::max(least, known->snapshot.version);
    }
    return known_snapshot_ ? std::max(least, known_snapshot_->common.version) : least;
}

Result<TrustedSet::News> TrustedSet::add_timestamp(std::string_view bytes) {
    Signed<Timestamp> next = TRY(parse_timestamp(bytes));
    TRY(verify_as("timestamp", next.proof, signers(TopRole::timestamp), root_.keys));
    Timestamp& fetched = next.content;
    const bool welcome = fetched.mark == Mark::plain ||
                         (fetched.mark == Mark::usb && rules_.marks == Marks::plain_and_usb);
    if (!welcome) return Error{Errc::refused, "timestamp: signed for another channel"};

    const auto& known = known_timestamps_.at(static_cast<std::size_t>(fetched.mark));
    std::uint64_t least = known ? known->common.version : 0;
    if (fetched.mark == Mark::plain) least = std::max(least, rules_.minimum.timestamp);
    if (fetched.common.version < least) return older("timestamp", fetched.common.version, least);

    const bool same = known && known->common.version == fetched.common.version;
    const Timestamp& chosen = same ? *known : fetched;
    if (chosen.snapshot.version < least_snapshot()) {
        return older("timestamp: snapshot", chosen.snapshot.version, least_snapshot());
    }
    TRY(check_expiry(chosen.common, "timestamp"));
    timestamp_ = chosen;
    note_issued(chosen.common);
    return same ? News::same : News::newer;
}

/// No role may vanish from the list, and none may go back.
Result<void> TrustedSet::check_rollback(const Snapshot& next) const {
    if (!known_snapshot_) return {};
    for (const auto& [file, known] : known_snapshot_->meta) {
        const auto found = next.meta.find(file);
        if (found == next.meta.end()) {
            return Error{Errc::older, "snapshot: " + file + " is no longer listed"};
        }
        if (found->second.version < known.version) {
            return older("snapshot: " + file, found->second.version, known.version);
        }
    }
    return {};
}

Result<void> TrustedSet::add_snapshot(std::string_view bytes) {
    assert(timestamp_);
    TRY(check_described("snapshot", bytes, timestamp_->snapshot));
    Signed<Snapshot> next = TRY(parse_snapshot(bytes));
    TRY(verify_as("snapshot", next.proof, signers(TopRole::snapshot), root_.keys));
    TRY(check_version("snapshot", next.content.common, timestamp_->snapshot.version));
    TRY(check_rollback(next.content));
    TRY(check_expiry(next.content.common, "snapshot"));
    note_issued(next.content.common);
    snapshot_ = std::move(next.content);
    return {};
}

Result<Targets> TrustedSet::check_targets(std::string_view bytes, std::string_view role,
                                          const RoleKeys& signers, const Keys& keys) const {
    const MetaFile* file = listed(role);
    if (file == nullptr) {
        return Error{Errc::damaged, "snapshot does not list " + std::string(role)};
    }
    TRY(check_described(role, bytes, *file));
    Signed<Targets> next = TRY(parse_targets(bytes));
    TRY(verify_as(role, next.proof, signers, keys));
    TRY(check_version(role, next.content.common, file->version));
    TRY(check_expiry(next.content.common, role));
    return std::move(next.content);
}

Result<void> TrustedSet::add_targets(std::string_view bytes) {
    Targets next = TRY(check_targets(bytes, "targets", signers(TopRole::targets), root_.keys));
    if (next.common.version < rules_.minimum.targets) {
        return older("targets", next.common.version, rules_.minimum.targets);
    }
    note_issued(next.common);
    targets_ = std::move(next);
    return {};
}

Result<Targets> TrustedSet::check_delegated(const Keys& delegator, const DelegatedRole& role,
                                            std::string_view bytes) const {
    return check_targets(bytes, role.name, role.signers, delegator);
}

const MetaFile* TrustedSet::listed(std::string_view role) const {
    if (!snapshot_) return nullptr;
    const auto found = snapshot_->meta.find(std::string(role) + ".json");
    return found == snapshot_->meta.end() ? nullptr : &found->second;
}

Result<void> TrustedSet::check_expiry(const Common& common, std::string_view what) const {
    if (rules_.reference < common.expires) return {};
    return Error{Errc::expired, std::string(what) + " expired at " + format_time(common.expires)};
}

void TrustedSet::note_issued(const Common& common) {
    if (common.issued && (!issued_ || *issued_ < *common.issued)) issued_ = common.issued;
}

} // namespace foyer::update
