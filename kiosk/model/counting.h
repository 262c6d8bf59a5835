// SPDX-License-Identifier: EUPL-1.2
// Counting without watching: what a step of a visit adds to the counters. Pure. Counters know hours
// and numbers; no visit, no order, nobody (device.h, kiosk/store/device_tables.h).
#pragma once

#include "kiosk/model/state.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer::model {

constexpr std::size_t max_missed_letters = 60;
/// So long a search without a hit stands before it counts.
constexpr Milliseconds missed_after{3000};

/// What of a state the counters look at.
struct Footprint {
    bool counts = false; ///< a visitor is here, and counting is on
    Screen screen = Screen::attract;
    std::string page;   ///< id of the one that is shown
    std::string missed; ///< what is searched for and not found
    Preferences preferences;
    friend bool operator==(const Footprint&, const Footprint&) = default;
};

Footprint footprint(const State& state);

/// What counts between one state and the next; searches see MissedSearch.
std::vector<Count> counts_between(const Footprint& before, const Footprint& after);

/// A search that finds nothing counts once: when the visitor leaves it or stops typing, not with
/// every key.
class MissedSearch {
  public:
    std::optional<Count> see(const Footprint& now, Milliseconds at);
    /// When see() has to be called again, if nothing else happens.
    std::optional<Milliseconds> due() const;

  private:
    std::string query_;
    Milliseconds since_{0};
    bool counted_ = false;
};

const char* name(Counted what);

} // namespace foyer::model
