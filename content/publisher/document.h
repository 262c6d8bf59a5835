// SPDX-License-Identifier: EUPL-1.2
// A metadata file while it is being made: what will be signed as JSON, so that fields nobody here
// knows are kept, and the signatures so far. Whether they suffice, Authority says.
#pragma once

#include "kiosk/update/crypto.h"
#include "kiosk/update/metadata.h"

#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <string>

namespace foyer::publisher {

using update::TopRole;

/// In the order in which they are signed: each vouches for those before it, root for all.
inline constexpr std::array signing_order = {TopRole::root, TopRole::targets, TopRole::snapshot,
                                             TopRole::timestamp};

struct Document {
    nlohmann::json body;                           ///< what is signed
    std::map<std::string, std::string> signatures; ///< hex by key id

    std::uint64_t version() const;
    update::Time expires() const;
    /// When it was made; the beginning of time if it does not say.
    update::Time issued() const;
};

/// Fails with damaged for anything a kiosk would not even look at.
Result<Document> parse_document(std::string_view bytes, TopRole role);
/// What a server hands out.
std::string to_bytes(const Document& document);

/// Signs what is there now; any later change of the body makes the signature worthless.
Result<void> sign(Document& document, const std::string& key_id, const update::SigningKey& key);

/// A new body of that role without signatures: the fields that all roles have.
nlohmann::json new_body(TopRole role, std::uint64_t version, update::Time now,
                        std::chrono::days lifetime);

/// Length and SHA-256, as one role writes about another's file.
nlohmann::json described(std::string_view bytes);

} // namespace foyer::publisher
