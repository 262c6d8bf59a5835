// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/numbers.h"

#include "kiosk/base/text.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace foyer::packer {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits with what stands before each group but the first: '.', ',' or ' ' (any kind of space or
/// apostrophe between groups of three).
struct Written {
    std::vector<std::string> groups;
    std::string separators;
    std::size_t begin = 0, end = 0; ///< in the text
};

struct Separator {
    char kind = 0; ///< 0: none
    std::size_t bytes = 0;
};

Separator separator_at(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 6> spaces = {" ",      "'",      text::no_break_space,
                                                        "\u202F", "\u2009", "\u2019"};
    if (at >= text.size()) return {};
    if (text[at] == '.' || text[at] == ',') return {text[at], 1};
    for (const std::string_view space : spaces) {
        if (text.substr(at).starts_with(space)) return {' ', space.size()};
    }
    return {};
}

std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

/// A space only joins groups of three: "in 2024 300 computers" has two numbers.
bool joins(const Written& so_far, Separator separator, std::size_t digits) {
    if (separator.kind == 0 || digits == 0) return false;
    if (separator.kind != ' ') return true;
    const bool grouped = so_far.separators.find_first_not_of(' ') == std::string::npos;
    return grouped && digits == 3 && so_far.groups.front().size() <= 3;
}

Written written_at(std::string_view text, std::size_t at) {
    Written out;
    out.begin = at;
    std::size_t digits = digits_from(text, at);
    out.groups.emplace_back(text.substr(at, digits));
    at += digits;
    for (;;) {
        const Separator separator = separator_at(text, at);
        digits = digits_from(text, at + separator.bytes);
        if (!joins(out, separator, digits)) break;
        out.separators += separator.kind;
        out.groups.emplace_back(text.substr(at + separator.bytes, digits));
        at += separator.bytes + digits;
    }
    out.end = at;
    return out;
}

/// Whether the first `count` groups are one whole number, grouped in threes by one sign.
bool grouped(const Written& number, std::size_t count) {
    if (number.groups.front().size() > 3 || number.groups.front() == "0") return false;
    for (std::size_t i = 1; i < count; ++i) {
        if (number.groups[i].size() != 3) return false;
        if (number.separators[i - 1] != number.separators.front()) return false;
    }
    return true;
}

std::string value_of(std::string whole, std::string fraction) {
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    return fraction.empty() ? whole : whole + "." + fraction;
}

std::string joined(const Written& number, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += number.groups[i];
    return out;
}

void add(std::vector<NumberInText>& to, const Written& number, std::string_view text) {
    const std::size_t count = number.groups.size();
    const std::string written(text.substr(number.begin, number.end - number.begin));
    const bool ends_otherwise = count > 1 && number.separators.back() != ' ' &&
                                (count == 2 || number.separators.back() != number.separators[0]);
    if (grouped(number, count)) {
        to.push_back({value_of(joined(number, count), {}), written});
    } else if (ends_otherwise && (count == 2 || grouped(number, count - 1))) {
        to.push_back({value_of(joined(number, count - 1), number.groups.back()), written});
    } else {
        for (const std::string& group : number.groups) to.push_back({value_of(group, {}), group});
    }
}

/// Whether what ends before `at` is a letter.
bool behind_a_letter(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    std::size_t begin = at - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0u) == 0x80u) --begin;
    return g_unichar_isalpha(static_cast<gunichar>(text::decode(text, begin).code)) != 0;
}

} // namespace

std::vector<NumberInText> numbers_in(std::string_view text) {
    std::vector<NumberInText> out;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
        } else if (behind_a_letter(text, at)) {
            at += digits_from(text, at);
        } else {
            const Written number = written_at(text, at);
            add(out, number, text);
            at = number.end;
        }
    }
    return out;
}

std::string shown_number(double value, std::string_view language) {
    const bool german = language == "de" || language.starts_with("de-");
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.6f", value < 0 ? -value : value);
    std::string digits = buffer.data();
    digits.erase(digits.find_last_not_of('0') + 1);
    const std::size_t point = digits.find_first_not_of("0123456789");
    std::string fraction = digits.substr(std::min(point + 1, digits.size()));
    digits.erase(point);
    for (std::size_t at = digits.size(); at > 3; at -= 3) {
        digits.insert(at - 3, german ? "." : ",");
    }
    if (!fraction.empty()) fraction.insert(0, german ? "," : ".");
    const bool zero = digits == "0" && fraction.empty();
    return (value < 0 && !zero ? "\u2212" : "") + digits + fraction;
}

} // namespace foyer::packer
