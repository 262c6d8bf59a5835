// SPDX-License-Identifier: EUPL-1.2
// `repo rotate`: another person, a lost key, a key in the wrong hands, or the same keys for longer.
#pragma once

#include "content/publisher/repository.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer::publisher {

struct Rotation {
    TopRole role = TopRole::root;
    std::vector<std::string> add;    ///< files of public keys
    std::vector<std::string> remove; ///< names, ids or beginnings of ids of at least 8 digits
    std::optional<std::uint64_t> threshold;
};

/// Stages a new root; without any change, the same for longer: of targets the list itself. If the
/// content loses a signature it needs, that is staged once more as well. Fails with invalid for
/// keys that are not known or not enough.
Result<void> rotate(Repository& repository, const Rotation& rotation, const Console& console);

} // namespace foyer::publisher
