// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/policy.h"

#include <algorithm>

namespace foyer::update {

namespace {

constexpr std::string_view head = "foyer-time 1\n";

} // namespace

Reference reference_time(const ClockReading& clock, Time floor) {
    const bool believed = (clock.synchronised || clock.kept) && clock.now >= floor;
    return believed ? Reference{clock.now, true} : Reference{floor, false};
}

Time raised_floor(Time floor, std::optional<Time> signed_time, const ClockReading& clock,
                  Time root_expires) {
    if (signed_time) floor = std::max(floor, *signed_time);
    if (clock.synchronised && clock.now < root_expires) floor = std::max(floor, clock.now);
    return floor;
}

std::string floor_text(Time floor) { return std::string(head) + format_time(floor) + "\n"; }

std::optional<Time> parse_floor(std::string_view text) {
    if (!text.starts_with(head) || !text.ends_with('\n')) return std::nullopt;
    text.remove_prefix(head.size());
    text.remove_suffix(1);
    return parse_time(text);
}

} // namespace foyer::update
