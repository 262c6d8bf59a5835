// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/labels.h"

#include "kiosk/base/text.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <string>

namespace foyer::packer {

bool says_nothing(std::string_view label) {
    constexpr std::array<std::string_view, 18> empty_words = {
        "hier",       "mehr",      "mehr dazu", "mehr lesen", "weiter", "weiterlesen",
        "link",       "siehe",     "details",   "this",       "here",   "more",
        "click here", "read more", "see here",  "learn more", "info",   "hier klicken"};
    std::string words;
    for (std::size_t at = 0; at < label.size();) {
        const text::Decoded d = text::decode(label, at);
        const auto code = static_cast<gunichar>(d.code);
        if (d.code == ' ' || g_unichar_isalnum(code) != 0) {
            text::append(words, g_unichar_tolower(code));
        }
        at += d.bytes;
    }
    words = text::trim(words);
    return std::find(empty_words.begin(), empty_words.end(), words) != empty_words.end();
}

} // namespace foyer::packer
