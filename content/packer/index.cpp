// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/index.h"

#include <algorithm>

namespace foyer::packer {

bool is_id(std::string_view text) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !text.empty() && text.size() <= 64 && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), plain);
}

bool is_simple(std::string_view language) {
    constexpr std::string_view variant = "-simple";
    return language.size() > variant.size() &&
           language.substr(language.size() - variant.size()) == variant;
}

} // namespace foyer::packer
