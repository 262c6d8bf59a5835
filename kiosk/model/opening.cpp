// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/opening.h"

#include <algorithm>

namespace foyer::model {

namespace {

const OpenDay& day_of(const OpeningHours& hours, int weekday) {
    return hours[static_cast<std::size_t>(std::clamp(weekday, 0, 6))];
}

} // namespace

bool is_open(const OpeningHours& hours, int weekday, int minute) {
    const OpenDay& day = day_of(hours, weekday);
    return minute >= day.from && minute < day.to;
}

int minutes_to_change(const OpeningHours& hours, int weekday, int minute) {
    constexpr int longest = 60;
    const OpenDay& day = day_of(hours, weekday);
    int least = std::min(longest, 24 * 60 - minute);
    for (const int edge : {day.from, day.to}) {
        if (edge > minute) least = std::min(least, edge - minute);
    }
    return std::max(least, 1);
}

void apply_site(Settings& settings, const SiteSettings& site) {
    using std::chrono::seconds;
    if (site.start_language) settings.start_language = *site.start_language;
    if (site.languages && !site.languages->empty()) settings.languages = *site.languages;
    if (site.warn_seconds) settings.warn_after = seconds(std::clamp(*site.warn_seconds, 30, 600));
    if (site.slide_seconds) settings.slide = seconds(std::clamp(*site.slide_seconds, 10, 300));
    if (site.hours) settings.hours = site.hours;
    if (site.reach) settings.reach = *site.reach;
    if (site.counting) settings.counting = *site.counting;
}

} // namespace foyer::model
