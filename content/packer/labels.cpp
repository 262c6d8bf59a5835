// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/labels.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace foyer::packer {

bool says_nothing(std::string_view label) {
    constexpr std::array<std::string_view, 18> empty_words = {
        "hier",       "mehr",      "mehr dazu", "mehr lesen", "weiter", "weiterlesen",
        "link",       "siehe",     "details",   "this",       "here",   "more",
        "click here", "read more", "see here",  "learn more", "info",   "hier klicken"};
    std::string words;
    for (const char c : label) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || byte >= 0x80 || c == ' ') {
            words += static_cast<char>(std::tolower(byte));
        }
    }
    while (!words.empty() && (words.back() == ' ' || words.ends_with("…"))) {
        words.erase(words.size() - (words.back() == ' ' ? 1 : std::string_view("…").size()));
    }
    return std::find(empty_words.begin(), empty_words.end(), words) != empty_words.end();
}

} // namespace foyer::packer
