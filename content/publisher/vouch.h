// SPDX-License-Identifier: EUPL-1.2
// Snapshot and timestamp: nobody approves them, they say which list is the newest, and that it
// still is. The keys for them lie where publishing is done.
#pragma once

#include "content/publisher/repository.h"

#include <vector>

namespace foyer::publisher {

enum class Snapshot { if_needed, anew };

struct Vouched {
    Shelf files;                  ///< those that are new: a timestamp, and perhaps a snapshot
    std::vector<TopRole> missing; ///< roles for which keys are missing
};

/// For `targets` under `authority`. A snapshot or timestamp that waits for a second signature is
/// gone on with.
Result<Vouched> vouch(const Repository& repository, const Authority& authority,
                      const Document& targets, const std::vector<OwnKey>& keys, Snapshot snapshot,
                      update::Time now);

/// Signs with those of `keys` that may; their number.
Result<int> sign_by_all(Document& document, TopRole role, const Authority& authority,
                        const std::vector<OwnKey>& keys);

/// A timestamp that names this snapshot, not signed yet.
Document timestamp_for(const Document& snapshot, std::uint64_t version, update::Time now,
                       std::chrono::days lifetime);

} // namespace foyer::publisher
