// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/penalties.h"

#include <algorithm>

namespace foyer::update {

void Penalties::add(const std::string& url, Time now) {
    const bool again = until_.count(url) != 0;
    if (!again && until_.size() == max_entries) {
        until_.erase(
            std::min_element(until_.begin(), until_.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; }));
    }
    until_[url] = now + (again ? later : first);
}

bool Penalties::waits(const std::string& url, Time now) const {
    const auto found = until_.find(url);
    return found != until_.end() && now < found->second;
}

} // namespace foyer::update
