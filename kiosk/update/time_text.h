// SPDX-License-Identifier: EUPL-1.2
// Points in time as signed metadata write them, without locale, time zone or clock.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace foyer::update {

/// Seconds since 1970 in UTC.
using Time = std::chrono::sys_seconds;

/// "2026-11-23T11:32:39Z"; years 0000 to 9999.
std::string format_time(Time time);
/// Exactly the form of format_time and a day that exists; else empty.
std::optional<Time> parse_time(std::string_view text);

} // namespace foyer::update
