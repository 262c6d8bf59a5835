// SPDX-License-Identifier: EUPL-1.2
// The two proofs that metadata rest on: enough signatures of the right people, and the right hash.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/update/crypto.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::update {

struct Signature {
    std::string keyid;
    std::string raw; ///< empty if it was not even hex
};

/// The bytes that were signed, and by whom it is said.
struct Proof {
    std::string message;
    std::vector<Signature> signatures; ///< with keyids that differ
};

/// Keys by keyid. A keyid is a name and nothing else: it is not computed anew. Keys of kinds that
/// are not used here are left out, so they never count.
using Keys = std::map<std::string, PublicKey>;

/// Who signs for a role, and how many of them must.
struct RoleKeys {
    std::vector<std::string> keyids; ///< all different
    std::uint64_t threshold = 1;     ///< 1 at least
};

/// Hashes of a file in small hex; empty where it was not listed. Of other kinds nothing is kept.
struct Hashes {
    std::string sha256, sha512;
};

/// Fails with untrusted unless `signers.threshold` of them signed. The same key under two keyids
/// counts once.
Result<void> verify(const Proof& proof, const RoleKeys& signers, const Keys& keys);

/// Fails with damaged if `bytes` are not those that are described, or if none of the hashes is of a
/// kind that is known.
Result<void> verify(std::string_view bytes, const Hashes& hashes);

} // namespace foyer::update
