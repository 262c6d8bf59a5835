// SPDX-License-Identifier: EUPL-1.2
// TrustedSet: sections 5.3 to 5.6 of the TUF specification as pure functions. Bytes and a reference
// time go in, a verdict comes out; files and networks are the client's business. What was refused
// has changed nothing.
#pragma once

#include "kiosk/update/metadata.h"

#include <array>

namespace foyer::update {

/// The lowest versions that are believed, for a kiosk that has lost its memory. 0: any.
struct MinimumVersions {
    std::uint64_t root = 0, timestamp = 0, snapshot = 0, targets = 0;
};

/// Which timestamps are taken.
enum class Marks { plain, plain_and_usb };

struct Rules {
    Time reference; ///< what expires at or before it has expired; the same for a whole run
    MinimumVersions minimum;
    Marks marks = Marks::plain;
};

/// The steps have an order: roots, finish_roots, recall_*, timestamp, snapshot, targets. Errors are
/// those of parsing, and untrusted, expired, older, damaged (hash, length or version are not those
/// the role above it tells), refused (a timestamp for another channel). One thread.
class TrustedSet {
  public:
    /// `root` is believed if it is signed by its own keys. It may have expired.
    static Result<TrustedSet> start(std::string_view root, const Rules& rules);

    /// The root of the next version, signed by those of the old one and its own. It may have
    /// expired: only the last one of a chain must not.
    Result<void> add_root(std::string_view bytes);
    /// No more roots: the last one has to hold.
    Result<void> finish_roots() const;

    /// What was accepted in an earlier run, also if it has expired since: nothing older is taken.
    /// What the present root's keys did not sign is passed over; that is how a publisher takes
    /// back versions which a thief has driven up: by new keys.
    void recall_timestamp(std::string_view bytes);
    void recall_snapshot(std::string_view bytes);

    enum class News { newer, same };
    /// `same`: the version is known already, and the known timestamp is in force, not this one.
    Result<News> add_timestamp(std::string_view bytes);
    Result<void> add_snapshot(std::string_view bytes);
    Result<void> add_targets(std::string_view bytes);
    /// Metadata of `role`, appointed by a role with these keys. Nothing is kept: the same file may
    /// be good for one delegator and not for another.
    Result<Targets> check_delegated(const Keys& delegator, const DelegatedRole& role,
                                    std::string_view bytes) const;

    const Root& root() const { return root_; }
    /// Those that were added, or null.
    const Timestamp* timestamp() const { return timestamp_ ? &*timestamp_ : nullptr; }
    const Snapshot* snapshot() const { return snapshot_ ? &*snapshot_ : nullptr; }
    const Targets* targets() const { return targets_ ? &*targets_ : nullptr; }
    /// What the snapshot says about a role, or null: then nobody vouches for that role.
    const MetaFile* listed(std::string_view role) const;
    /// The highest "x-issued" in anything that was verified, recalled files included.
    std::optional<Time> issued() const { return issued_; }

  private:
    TrustedSet(Root root, const Rules& rules);
    Result<void> check_expiry(const Common& common, std::string_view what) const;
    Result<void> check_rollback(const Snapshot& next) const;
    Result<Targets> check_targets(std::string_view bytes, std::string_view role,
                                  const RoleKeys& signers, const Keys& keys) const;
    std::uint64_t least_snapshot() const;
    const RoleKeys& signers(TopRole role) const { return root_.roles.at(role); }
    void note_issued(const Common& common);

    Rules rules_;
    Root root_;
    /// Timestamps for networks and for sticks are counted apart: one made for a stick on Monday
    /// must not make Tuesday's look like a step back.
    std::array<std::optional<Timestamp>, 2> known_timestamps_;
    std::optional<Snapshot> known_snapshot_;
    std::optional<Timestamp> timestamp_;
    std::optional<Snapshot> snapshot_;
    std::optional<Targets> targets_;
    std::optional<Time> issued_;
};

} // namespace foyer::update
