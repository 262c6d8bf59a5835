// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/ui/words.h"

#include <charconv>

namespace foyer::ui {

std::string Words::operator()(std::string_view key) const {
    const auto found = all_.find(key);
    return found == all_.end() ? std::string(key) : found->second;
}

std::string Words::operator()(std::string_view key,
                              std::initializer_list<text::Named> values) const {
    return text::fill((*this)(key), values);
}

std::string Words::say(std::string_view key) const {
    return text::without_soft_hyphens((*this)(key));
}

std::string Words::say(std::string_view key, std::initializer_list<text::Named> values) const {
    return text::without_soft_hyphens((*this)(key, values));
}

std::string Words::date(std::string_view iso) const {
    const auto parts = text::split(iso, '-');
    const std::string months_text = (*this)("date.months");
    const auto months = text::split(months_text, '|');
    std::size_t month = 0;
    if (parts.size() > 1)
        std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), month);
    if (month < 1 || month > months.size()) return std::string(iso);
    if (parts.size() == 2) {
        return (*this)("date.month_year", {{"month", months[month - 1]}, {"year", parts[0]}});
    }
    const std::string_view day = parts[2].substr(parts[2].starts_with('0') ? 1 : 0);
    return (*this)("date.day_month_year",
                   {{"day", day}, {"month", months[month - 1]}, {"year", parts[0]}});
}

std::string Words::number(long value) const {
    std::string digits = std::to_string(value);
    const std::string separator = (*this)("number.thousands");
    for (std::size_t at = digits.size(); at > 3 + (value < 0 ? 1u : 0u);) {
        at -= 3;
        digits.insert(at, separator);
    }
    return digits;
}

Words lengthened(const Words& words) {
    std::map<std::string, std::string, std::less<>> all;
    for (const auto& [key, word] : words.all()) {
        std::string longer = word;
        const bool is_text = !key.starts_with("date.") && !key.starts_with("number.");
        constexpr std::string_view more = " länger als sonst und weiter";
        const std::size_t want = text::length(word) * 6 / 10;
        for (std::size_t at = 0; is_text && text::length(longer) < text::length(word) + want;) {
            const text::Decoded d = text::decode(more, at);
            text::append(longer, d.code);
            at = (at + d.bytes) % more.size();
        }
        all.emplace(key, std::move(longer));
    }
    return Words(std::move(all));
}

} // namespace foyer::ui
