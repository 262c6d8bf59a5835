// SPDX-License-Identifier: EUPL-1.2
// `repo refresh`: tells kiosks that what is published still is the newest. To be run more often
// than a timestamp lasts, by hand or on a timer; it needs no approval.
#pragma once

#include "content/publisher/repository.h"

#include <string>
#include <vector>

namespace foyer::publisher {

/// Publishes a new timestamp, and a new snapshot if the old one lasts for less than a quarter of
/// its time. What is staged is left alone. Fails with untrusted if the keys do not suffice.
Result<void> refresh(Repository& repository, const std::vector<std::string>& key_files,
                     const Console& console);

/// Says which of the others have to be signed anew within a quarter of the time they last.
void warn_of_expiry(const Repository& repository, const Authority& authority,
                    const Console& console);

/// Less than a quarter of its time is left.
bool ends_soon(const Document& document, std::chrono::days lifetime, update::Time now);

} // namespace foyer::publisher
