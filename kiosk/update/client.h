// SPDX-License-Identifier: EUPL-1.2
// Client: brings what this kiosk knows about a repository up to date, by The Update Framework's
// client workflow, and finds targets. It fetches metadata only. Whatever happens, what it has kept
// is whole and never older than before; a run that failed is simply repeated.
#pragma once

#include "kiosk/host/disk.h"
#include "kiosk/host/fetch.h"
#include "kiosk/update/trusted_set.h"
#include "kiosk/update/trusted_store.h"

#include <chrono>
#include <optional>
#include <string>

namespace foyer::update {

/// Bytes and counts nobody needs more of. Those in signed metadata count if they are lower.
struct Limits {
    std::uint64_t root_bytes = 512'000;
    std::uint64_t timestamp_bytes = 16'384;
    std::uint64_t snapshot_bytes = 2'000'000;
    std::uint64_t targets_bytes = 5'000'000; ///< of the top role; once more for all others
    int root_rotations = 256;                ///< in one run; the next one goes on
    int delegations = 32;                    ///< roles asked for one target, the top one included
    std::chrono::milliseconds per_file{300'000};
};

/// A file of the repository, as its signers describe it.
struct Target {
    std::string path;
    std::uint64_t length = 0;
    Hashes hashes;      ///< one of them at least
    std::string custom; ///< JSON; empty if there is none
    bool consistent_snapshot = true;

    /// The name under which it lies in the folder of targets: "packs/<hash>.town.pack.zst".
    std::string stored_name() const;
};

/// Whose repository a source holds.
enum class Publisher {
    ours,
    foreign, ///< its root of our version was signed by others
    unknown, ///< it has no root of our version: it is behind, or foreign
};

struct Versions {
    std::uint64_t root = 0, timestamp = 0, snapshot = 0, targets = 0; ///< 0: none yet
};

/// One run against one source; open another for the next. One thread.
class Client {
  public:
    struct Options {
        std::string folder;               ///< the trusted set lies there
        std::string prefix = "metadata/"; ///< of the names that are fetched
        Rules rules;
        Limits limits;
    };

    /// Begins a trusted set with a root that came with the kiosk. Fails as TrustedSet::start does.
    static Result<void> init(host::Disk& disk, const std::string& folder, std::string_view root);
    /// Fails with not_found if there is no trusted set, damaged or untrusted if its root is none.
    static Result<Client> open(host::Disk& disk, const Options& options);

    /// Steps 5.3 to 5.6. If nothing is new, the source gets two requests: for the next root and for
    /// the timestamp. Fails as TrustedSet, Fetch and Disk do; not_found: the source lacks a file.
    Result<void> refresh(host::Fetch& fetch);
    /// After a refresh that succeeded: the target of that path, or empty if the publisher has none.
    /// Fetches the metadata of delegated roles where they have to be asked. Fails with too_large
    /// beyond Limits::delegations, or if their files together have more than Limits::targets_bytes;
    /// refused if none of the target's hashes is of a known kind.
    Result<std::optional<Target>> find(host::Fetch& fetch, const std::string& path);

    /// For the words after a refusal: one request more.
    Result<Publisher> publisher(host::Fetch& fetch);

    Versions versions() const;
    /// The highest time a publisher's signature vouches for. Empty: none tells.
    std::optional<Time> issued() const { return set_.issued(); }
    Time root_expires() const { return set_.root().common.expires; }
    /// After a refresh that succeeded: until when the source can be believed to be fresh.
    std::optional<Time> timestamp_expires() const;
    /// What the top role itself lists, without a request; null before a refresh that succeeded.
    const Targets* targets() const { return set_.targets(); }
    /// After a refresh that succeeded: of the timestamp that is in force.
    Mark mark() const { return set_.timestamp() == nullptr ? Mark::plain : set_.timestamp()->mark; }
    /// The bytes that were kept, to hand them on to neighbours.
    const TrustedStore& store() const { return store_; }

  private:
    Client(TrustedStore store, TrustedSet set, const Options& options);
    Result<std::string> get(host::Fetch& fetch, const std::string& name,
                            std::uint64_t max_bytes) const;
    Result<void> refresh_root(host::Fetch& fetch);
    Result<void> refresh_timestamp(host::Fetch& fetch);
    Result<void> refresh_snapshot(host::Fetch& fetch);
    Result<void> refresh_targets(host::Fetch& fetch);
    Result<void> recall();
    Result<Targets> load_delegated(host::Fetch& fetch, const Keys& delegator,
                                   const DelegatedRole& role, std::uint64_t max_bytes);
    Result<std::optional<Target>> target(const Targets& role, const std::string& path) const;
    std::string versioned(const MetaFile& file, std::string_view role) const;
    std::uint64_t limit(const MetaFile& file, std::uint64_t most) const;

    TrustedStore store_;
    TrustedSet set_;
    Options options_;
};

} // namespace foyer::update
