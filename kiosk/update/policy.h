// SPDX-License-Identifier: EUPL-1.2
// Which time counts: a board without a battery does not know what day it is, and whoever can tell
// it a wrong one could make everything expired, or nothing. Pure; the verifier is always strict.
// The floor is the latest time that is proven: no signed date we accepted lies after it, and it
// only rises. STORE/time keeps it.
#pragma once

#include "kiosk/update/time_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace foyer::update {

/// What the board says about its clock.
struct ClockReading {
    Time now;
    bool synchronised = false; ///< by a time server, since the start of the system
    bool kept = false;         ///< a battery keeps it going while the power is off
};

/// The time that expiry is judged by.
struct Reference {
    Time time;
    bool known = false; ///< false: the clock cannot be believed, `time` is the floor
};

/// The clock is believed if it was synchronised or is kept, and is not behind the floor.
Reference reference_time(const ClockReading& clock, Time floor);

/// The floor after a run: `signed_time` (the latest in verified metadata) raises it freely, a
/// synchronised clock only while the trusted root is valid, so that a lying time server cannot
/// expire everything for ever.
Time raised_floor(Time floor, std::optional<Time> signed_time, const ClockReading& clock,
                  Time root_expires);

std::string floor_text(Time floor);
/// Empty for anything that is not such a text.
std::optional<Time> parse_floor(std::string_view text);

} // namespace foyer::update
