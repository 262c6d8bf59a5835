// SPDX-License-Identifier: EUPL-1.2
// Authority: who may sign what, as a root says it, and whether a file is signed by enough of them.
#pragma once

#include "content/publisher/document.h"
#include "content/publisher/key_file.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::publisher {

struct Authority {
    std::map<std::string, KnownKey> keys;       ///< by key id
    std::map<TopRole, update::RoleKeys> roles;  ///< all four
    std::map<TopRole, std::chrono::days> lasts; ///< how long what each signs is valid; all four

    /// "Anna", or the start of the id of a key without a name.
    std::string name_of(const std::string& key_id) const;
    std::vector<std::string> names_of(const std::vector<std::string>& key_ids) const;
    bool may_sign(TopRole role, const std::string& key_id) const;
};

/// What a new authority lasts unless somebody says otherwise.
std::map<TopRole, std::chrono::days> usual_lifetimes();

/// Fails with invalid for a root that `foyer-pack` did not make: other kinds of keys, other ids.
Result<Authority> read_authority(const Document& root);
/// Into the body of a root; its keys are those that a role names.
void write_authority(const Authority& authority, nlohmann::json& body);

/// Key ids of those whose signature holds.
std::vector<std::string> signers(const Document& document, TopRole role,
                                 const Authority& authority);
/// How many signatures are missing; 0: enough of them are there.
std::uint64_t missing(const Document& document, TopRole role, const Authority& authority);

} // namespace foyer::publisher
