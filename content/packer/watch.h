// SPDX-License-Identifier: EUPL-1.2
// Builds again whenever something in the content folders is saved. Editors save in several steps,
// so a build waits until the folder has been quiet for a moment.
#pragma once

#include "content/packer/build.h"

namespace foyer::packer {

/// Builds once, then after every change, until the program is ended. Returns only where the folders
/// cannot be watched.
Exit watch(const BuildJob& job, const Means& means, const Streams& streams);

} // namespace foyer::packer
