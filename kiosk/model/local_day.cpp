// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/local_day.h"

#include <chrono>
#include <cstdio>
#include <optional>

namespace foyer::model {

namespace {

using namespace std::chrono;

std::optional<year_month_day> parsed(const std::string& text) {
    int y = 0;
    unsigned m = 0, d = 0;
    if (text.size() != 10 || std::sscanf(text.c_str(), "%4d-%2u-%2u", &y, &m, &d) != 3)
        return std::nullopt;
    const year_month_day date{year(y), month(m), day(d)};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string text_of(const year_month_day& date) {
    return day_text(static_cast<int>(date.year()),
                    static_cast<int>(static_cast<unsigned>(date.month())),
                    static_cast<int>(static_cast<unsigned>(date.day())));
}

} // namespace

std::string day_text(int y, int m, int d) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", y, m, d);
    return text;
}

std::string hour_text(int y, int m, int d, int hour) {
    char text[16];
    std::snprintf(text, sizeof text, "T%02d", hour);
    return day_text(y, m, d) + text;
}

std::string days_before(const std::string& day, int count) {
    const std::optional<year_month_day> date = parsed(day);
    return date ? text_of(sys_days(*date) - days(count)) : day;
}

std::string months_before(const std::string& day, int count) {
    const std::optional<year_month_day> date = parsed(day);
    if (!date) return day;
    year_month_day then = *date - months(count);
    if (!then.ok()) then = then.year() / then.month() / last;
    return text_of(then);
}

} // namespace foyer::model
