// SPDX-License-Identifier: EUPL-1.2
// What the image says may be trusted, as files in one folder that only the image writes:
//   root.json      the publisher's root metadata, from which all trust starts
//   minimum.json   optional, all fields optional: {"built": "2026-11-23T00:00:00Z",
//                  "pack": "foyer", "root": 1, "timestamp": 12, "snapshot": 7, "targets": 7}
// The minimum holds a kiosk that has lost its memory against rollback.
#pragma once

#include "kiosk/host/disk.h"
#include "kiosk/update/trusted_set.h"

#include <string>

namespace foyer::update {

struct ShippedTrust {
    std::string root; ///< bytes of root.json
    MinimumVersions minimum;
    Time built;       ///< 1970 if nothing is said
    std::string pack; ///< id of the pack that is updated; empty: that of the factory pack
};

/// Fails with not_found without a root.json, damaged if minimum.json is not as above.
Result<ShippedTrust> read_trust(host::Disk& disk, const std::string& folder);

} // namespace foyer::update
