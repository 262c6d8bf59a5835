// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/typography.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace foyer::packer {

namespace {

using Words = std::initializer_list<std::string_view>;

bool one_of(std::string_view word, const Words& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_opening(std::string_view word) {
    constexpr std::array<std::string_view, 7> signs = {"(", "[", "\"", "„", "“", "‚", "‘"};
    for (bool moved = true; moved;) {
        moved = false;
        for (const std::string_view sign : signs) {
            if (!word.starts_with(sign)) continue;
            word.remove_prefix(sign.size());
            moved = true;
        }
    }
    return word;
}

std::string_view without_closing(std::string_view word) {
    constexpr std::array<std::string_view, 11> signs = {")", "]", "\"", "“", "”", "’",
                                                        ",", ";", ":",  "!", "?"};
    for (bool moved = true; moved;) {
        moved = false;
        for (const std::string_view sign : signs) {
            if (!word.ends_with(sign)) continue;
            word.remove_suffix(sign.size());
            moved = true;
        }
    }
    return word;
}

std::string_view without_stop(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    return word;
}

bool ends_in_digit(std::string_view word) { return !word.empty() && digit(word.back()); }

/// "1.", "23.", as in "23. November".
bool ordinal(std::string_view word) {
    return word.size() >= 2 && word.size() <= 3 && word.back() == '.' &&
           std::all_of(word.begin(), word.end() - 1, digit);
}

bool german_month(std::string_view word) {
    return one_of(word, {"Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli",
                         "August", "September", "Oktober", "November", "Dezember"});
}

bool english_month(std::string_view word) {
    return one_of(word, {"January", "February", "March", "April", "May", "June", "July", "August",
                         "September", "October", "November", "December"});
}

bool unit(std::string_view word) {
    return one_of(word, {"%",   "‰",  "€",   "$",   "£",      "°C",   "mm",  "cm",  "m",
                         "km",  "m²", "km²", "ha",  "kg",     "g",    "t",   "s",   "ms",
                         "min", "h",  "kWh", "MWh", "W",      "kW",   "V",   "Hz",  "GHz",
                         "kB",  "MB", "GB",  "TB",  "Mbit/s", "Euro", "EUR", "Mio", "Mrd"});
}

bool german_count(std::string_view word) {
    return one_of(word, {"Prozent", "Millionen", "Million", "Milliarden", "Milliarde", "Uhr"});
}

bool english_count(std::string_view word) {
    return one_of(word, {"percent", "per", "million", "billion", "euros", "a.m", "p.m"});
}

/// Abbreviations that never end a line, whatever follows.
bool leans_right(std::string_view word, bool german) {
    if (one_of(word, {"§", "§§", "Art.", "No.", "Dr.", "Prof.", "St."})) return true;
    return german && one_of(word, {"Nr.", "Abs.", "Abb.", "Kap.", "Bd.", "ca.", "rd."});
}

/// The parts of "z. B.", "d. h.", "i. d. R.", "e. V.", "o. Ä.", "u. a. m.": one letter and a full
/// stop.
bool letter_with_stop(std::string_view word) {
    if (!word.ends_with('.') || word.size() < 2) return false;
    const std::string_view letter = word.substr(0, word.size() - 1);
    return text::length(letter) == 1 && !digit(letter.front());
}

bool glued(std::string_view before, std::string_view after, std::string_view language) {
    const bool german = language.starts_with("de"), english = language.starts_with("en");
    const std::string_view left = without_opening(before), right = without_closing(after);
    if (leans_right(left, german)) return true;
    if (one_of(right, {"–", "—"})) return true; // a dash does not begin a line
    if (right.empty()) return false;
    const std::string_view bare = without_stop(right);
    if (ends_in_digit(left) &&
        (unit(bare) || (german && german_count(bare)) || (english && english_count(bare)))) {
        return true;
    }
    if (one_of(left, {"Mio.", "Mrd.", "million", "billion", "Millionen", "Milliarden"}) &&
        one_of(bare, {"€", "$", "Euro", "EUR", "euros"})) {
        return true;
    }
    if (one_of(left, {"€", "$", "£", "EUR", "S.", "p."}) && digit(right.front())) return true;
    if (german && letter_with_stop(left) && letter_with_stop(right)) return true;
    if (german && ordinal(left)) return german_month(bare) || bare == "Jahrhundert";
    return english && ((ends_in_digit(left) && left.size() <= 2 && english_month(bare)) ||
                       (english_month(left) && digit(bare.front()) && bare.size() <= 2));
}

} // namespace

std::string with_no_break_spaces(std::string_view text, std::string_view language) {
    std::string out;
    out.reserve(text.size() + 16);
    std::size_t begin = 0; // of the word before the blank
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == ' ') {
            const std::size_t end = std::min(text.find_first_of(" \n", at + 1), text.size());
            const std::string_view before = text.substr(begin, at - begin);
            const std::string_view after = text.substr(at + 1, end - at - 1);
            if (glued(before, after, language)) {
                out += text::no_break_space;
            } else {
                out += c;
            }
            begin = at + 1;
            continue;
        }
        if (c == '\n') begin = at + 1;
        out += c;
    }
    return out;
}

} // namespace foyer::packer
