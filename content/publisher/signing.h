// SPDX-License-Identifier: EUPL-1.2
// `repo sign`: one person after another approves what is staged, each on their own machine with a
// copy of the folder; whoever completes the signatures publishes.
#pragma once

#include "content/publisher/repository.h"

#include <string>
#include <vector>

namespace foyer::publisher {

struct SignJob {
    std::vector<std::string> keys; ///< files of private keys
    std::vector<std::string> from; ///< copies of the repository that others signed
};

/// Tells what is approved before it asks for a passphrase. Fails with refused if nothing waits for
/// these keys, or if a key lies inside the repository.
Result<void> sign_staged(Repository& repository, const SignJob& job, const Console& console);

/// Fails with refused for a private key inside the folder: what lies there gets copied, and
/// uploaded one day.
Result<void> check_key_places(const std::string& folder, const std::vector<std::string>& keys);

} // namespace foyer::publisher
