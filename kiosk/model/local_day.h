// SPDX-License-Identifier: EUPL-1.2
// Days and hours as texts, as the counters keep them: "2026-11-23", "2026-11-23T14".
#pragma once

#include <string>

namespace foyer::model {

std::string day_text(int year, int month, int day);
std::string hour_text(int year, int month, int day, int hour);

/// So many days before a day. A text that is no day comes back as it is.
std::string days_before(const std::string& day, int days);
/// The same day so many months before; the last of that month where it has no such day.
std::string months_before(const std::string& day, int months);

} // namespace foyer::model
