// SPDX-License-Identifier: EUPL-1.2
// A published folder or a stick as a kiosk sees it that knows nothing but the first root.
#pragma once

#include "content/publisher/repository.h"

namespace foyer::publisher {

struct Verified {
    update::TrustedSet set;
    std::vector<update::Target> targets; ///< each is there, and is what was signed
};

/// `folder` has metadata/ and targets/. Fails as a kiosk would, and with not_found or damaged for
/// target files that are missing or wrong.
Result<Verified> verify_folder(host::Disk& disk, const std::string& folder, update::Marks marks,
                               update::Time now);

/// `repo verify`: the same, unpacks every pack, applies every patch, and tells what is due next.
Result<void> verify_repository(const Repository& repository, const Console& console);

} // namespace foyer::publisher
