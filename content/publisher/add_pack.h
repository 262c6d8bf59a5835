// SPDX-License-Identifier: EUPL-1.2
// `repo add`: from a pack to files that kiosks can fetch, whole and as patches, and to a list of
// them that waits for signatures.
#pragma once

#include "content/publisher/repository.h"

namespace foyer::publisher {

/// Fails with refused if just this pack is published already, and as look_at_pack() does.
Result<void> add_pack(Repository& repository, const std::string& pack, const Console& console);

} // namespace foyer::publisher
