// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/verify.h"

#include <algorithm>
#include <set>

namespace foyer::update {

Result<void> verify(const Proof& proof, const RoleKeys& signers, const Keys& keys) {
    // Counted by what the keys are made of. Counting keyids let one thief sign for two people in
    // three other implementations: the same key stood there under two names.
    std::set<std::string> signed_by;
    for (const std::string& keyid : signers.keyids) {
        const auto key = keys.find(keyid);
        const auto signature = std::find_if(proof.signatures.begin(), proof.signatures.end(),
                                            [&](const Signature& s) { return s.keyid == keyid; });
        if (key == keys.end() || signature == proof.signatures.end()) continue;
        if (key->second.verifies(signature->raw, proof.message)) {
            signed_by.insert(key->second.material());
        }
    }
    if (signed_by.size() >= signers.threshold) return {};
    return Error{Errc::untrusted, "signed by " + std::to_string(signed_by.size()) + " of " +
                                      std::to_string(signers.threshold) + " who must"};
}

Result<void> verify(std::string_view bytes, const Hashes& hashes) {
    if (hashes.sha256.empty() && hashes.sha512.empty()) {
        return Error{Errc::damaged, "no hash of a kind that is known"};
    }
    const bool good =
        (hashes.sha256.empty() || hash_hex(HashKind::sha256, bytes) == hashes.sha256) &&
        (hashes.sha512.empty() || hash_hex(HashKind::sha512, bytes) == hashes.sha512);
    if (!good) return Error{Errc::damaged, "the hash is not the one that was signed"};
    return {};
}

} // namespace foyer::update
