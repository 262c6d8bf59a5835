// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/device_site.h"

#include "kiosk/base/text.h"

#include <charconv>
#include <optional>

namespace foyer::store {

namespace {

std::optional<int> number(std::string_view text, int least, int most) {
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = failed == std::errc() && end == text.data() + text.size();
    return whole && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<bool> flag(std::string_view text) {
    const std::optional<int> value = number(text, 0, 1);
    return value ? std::optional(*value == 1) : std::nullopt;
}

std::string text_of(const model::OpeningHours& hours) {
    std::string all;
    for (const model::OpenDay& day : hours) {
        if (!all.empty()) all += ' ';
        all += std::to_string(day.from) + "-" + std::to_string(day.to);
    }
    return all;
}

std::optional<model::OpeningHours> hours_of(std::string_view text) {
    constexpr int day_minutes = 24 * 60;
    const std::vector<std::string_view> days = text::split(text, ' ');
    model::OpeningHours hours;
    if (days.size() != hours.size()) return std::nullopt;
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const std::vector<std::string_view> ends = text::split(days[i], '-');
        if (ends.size() != 2) return std::nullopt;
        const auto from = number(ends[0], 0, day_minutes), to = number(ends[1], 0, day_minutes);
        if (!from || !to || *from > *to) return std::nullopt;
        hours[i] = {*from, *to};
    }
    return hours;
}

bool is_tag(std::string_view text) {
    return !text.empty() && text.size() <= 20 &&
           text.find_first_not_of(
               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
               std::string_view::npos;
}

std::optional<std::vector<std::string>> tags_of(std::string_view text) {
    std::vector<std::string> tags;
    for (const std::string_view tag : text::split(text, ' ')) {
        if (!is_tag(tag)) return std::nullopt;
        tags.emplace_back(tag);
    }
    return tags;
}

std::string joined(const std::vector<std::string>& tags) {
    std::string all;
    for (const std::string& tag : tags) all += all.empty() ? tag : " " + tag;
    return all;
}

} // namespace

std::vector<SiteRow> rows_of(const model::SiteSettings& site) {
    std::vector<SiteRow> rows;
    const auto add = [&](const char* name, const auto& value, auto&& as_text) {
        if (value) rows.emplace_back(name, as_text(*value));
    };
    const auto same = [](const std::string& text) { return text; };
    const auto digits = [](int value) { return std::to_string(value); };
    const auto bit = [](bool value) { return std::string(value ? "1" : "0"); };
    add("brightness", site.brightness, digits);
    add("counting", site.counting, bit);
    add("hours", site.hours, text_of);
    add("languages", site.languages, joined);
    add("reach", site.reach, bit);
    add("slide_seconds", site.slide_seconds, digits);
    add("start_language", site.start_language, same);
    add("volume", site.volume, digits);
    add("warn_seconds", site.warn_seconds, digits);
    return rows;
}

void read_row(model::SiteSettings& site, const SiteRow& row) {
    const auto& [name, value] = row;
    if (name == "brightness") site.brightness = number(value, 10, 100);
    if (name == "counting") site.counting = flag(value);
    if (name == "hours") site.hours = hours_of(value);
    if (name == "languages") site.languages = tags_of(value);
    if (name == "reach") site.reach = flag(value);
    if (name == "slide_seconds") site.slide_seconds = number(value, 10, 300);
    if (name == "start_language" && is_tag(value)) site.start_language = value;
    if (name == "volume") site.volume = number(value, 0, 100);
    if (name == "warn_seconds") site.warn_seconds = number(value, 30, 600);
}

} // namespace foyer::store
