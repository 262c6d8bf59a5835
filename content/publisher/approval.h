// SPDX-License-Identifier: EUPL-1.2
// What somebody approves by signing, told before the passphrase is asked for; and what is still
// missing. What is told is computed from the files that will be public, not from what their names
// promise.
#pragma once

#include "content/publisher/repository.h"

#include <string>
#include <vector>

namespace foyer::publisher {

/// Tells what the staged files would change. Fails with damaged if they are not what their list
/// says: then nobody should sign.
Result<void> show_staged(const Repository& repository, const Console& console);

/// Key ids that may still sign what is staged for that role; of root, those in charge before count
/// as well. Empty: enough have signed.
Result<std::vector<std::string>> awaited(const Repository& repository, TopRole role);

/// "1 more of Ben and Clara": whose signatures a staged role lacks.
Result<std::string> still_needed(const Repository& repository, TopRole role);

} // namespace foyer::publisher
