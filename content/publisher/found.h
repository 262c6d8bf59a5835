// SPDX-License-Identifier: EUPL-1.2
// `repo init`: who may sign what, written down for the first time. Every kiosk gets the result with
// its image and believes nobody else.
#pragma once

#include "content/publisher/repository.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::publisher {

struct Founding {
    std::map<TopRole, std::vector<std::string>> key_files; ///< public ones, of all four roles
    std::uint64_t root_threshold = 2, targets_threshold = 2;
    std::map<TopRole, std::chrono::days> lifetimes; ///< of roles that differ from the usual
};

/// Stages an empty repository. Fails with refused if there is one already, invalid if the keys do
/// not make a repository that can lose one of them.
Result<void> found_repository(host::Disk& disk, const std::string& folder, const Founding& founding,
                              const Console& console);

/// What has to hold for any set of keys. Fails with invalid.
Result<void> check_authority(const Authority& authority);

} // namespace foyer::publisher
