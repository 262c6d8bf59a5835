// SPDX-License-Identifier: EUPL-1.2
// `export-stick`: what is published, as plain files on a stick, with a timestamp of its own that
// lasts longer than the network's, and that kiosks take from sticks only.
#pragma once

#include "content/publisher/repository.h"

#include <string>
#include <vector>

namespace foyer::publisher {

struct StickJob {
    std::string stick; ///< the folder where the stick is mounted
    std::chrono::days lifetime{400};
};

/// What was on the stick before stays whole until the new is complete; then it is read back and
/// checked as a kiosk does. `keys`: for the timestamp. Fails with no_space, refused for a stick of
/// another publisher.
Result<void> export_stick(const Repository& repository, const StickJob& job,
                          const std::vector<OwnKey>& keys, const Console& console);

} // namespace foyer::publisher
