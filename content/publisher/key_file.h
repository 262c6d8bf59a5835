// SPDX-License-Identifier: EUPL-1.2
// Key files: FILE holds a private key, encrypted, and never leaves its owner; FILE.pub says who can
// be recognised by it and is handed over. Nothing of a repository is read or written here.
#pragma once

#include "content/publisher/console.h"
#include "kiosk/update/crypto.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace foyer::publisher {

/// Who can be recognised by which key.
struct KnownKey {
    std::string name;       ///< for people; at most 60 letters
    std::string public_hex; ///< Ed25519, 64 hex digits
    std::string id() const; ///< as metadata name it
    friend bool operator==(const KnownKey&, const KnownKey&) = default;
};

/// The key as metadata write it; its hash is the id.
nlohmann::json key_object(const std::string& public_hex);

std::string to_text(const KnownKey& key);
Result<KnownKey> parse_known_key(std::string_view text);
Result<KnownKey> read_known_key(const std::string& path);

/// A key that can sign, and where it came from.
struct OwnKey {
    update::SigningKey key;
    std::string path;
    std::string id() const;
};

/// `keys new`: asks for a passphrase twice, writes both files and says what to do with them. Fails
/// with refused if one is there already.
Result<void> new_key(const std::string& path, const std::string& name, const Console& console);

/// Asks for the passphrase unless one of the console's fits. Fails with not_found, untrusted (wrong
/// passphrase) or invalid (no key at all).
Result<OwnKey> read_own_key(const std::string& path, const Console& console);
Result<std::vector<OwnKey>> read_own_keys(const std::vector<std::string>& paths,
                                          const Console& console);

} // namespace foyer::publisher
