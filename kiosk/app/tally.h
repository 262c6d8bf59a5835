// SPDX-License-Identifier: EUPL-1.2
// Tally: what has been counted in the hour that goes on, in memory. Nothing of it is written before
// the hour is over, and then only how often: the order is lost with the memory.
#pragma once

#include "kiosk/model/counting.h"
#include "kiosk/store/device_database.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foyer::app {

/// UI thread.
struct Tally {
    std::map<std::pair<model::Counted, std::string>, long> counts;
    std::string hour;                        ///< "YYYY-MM-DDTHH", of all of them
    std::optional<model::Milliseconds> ends; ///< of the program's clock; while there are counts
    model::Footprint last;                   ///< of the state that was looked at last
    model::MissedSearch missed;

    /// By name, and empty afterwards.
    std::vector<store::HourCount> take() {
        std::vector<store::HourCount> all;
        for (const auto& [what, count] : counts) all.push_back({what.first, what.second, count});
        counts.clear();
        ends.reset();
        return all;
    }
};

} // namespace foyer::app
