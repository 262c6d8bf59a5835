// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/delegation.h"

#include <algorithm>
#include <array>

namespace foyer::update {
namespace {

constexpr std::size_t max_file_name = 200; // of 255, with room for a version and endings

/// Bytes of the character that begins at `at`.
std::size_t character(std::string_view text, std::size_t at) {
    std::size_t bytes = 1;
    while (at + bytes < text.size() && (static_cast<unsigned char>(text[at + bytes]) >> 6U) == 2) {
        ++bytes;
    }
    return bytes;
}

} // namespace

bool matches(std::string_view pattern, std::string_view path) {
    // Remembers the last star only: if what follows it does not fit, it takes one byte more. That
    // makes at most pattern times path steps, whatever a hostile pattern looks like.
    constexpr std::size_t none = std::string_view::npos;
    std::size_t p = 0, at = 0, star = none, taken = 0;
    while (at < path.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            taken = at;
        } else if (p < pattern.size() && pattern[p] == '?' && path[at] != '/') {
            ++p;
            at += character(path, at);
        } else if (p < pattern.size() && pattern[p] == path[at]) {
            ++p;
            ++at;
        } else if (star != none && path[taken] != '/') {
            p = star + 1;
            taken += character(path, taken);
            at = taken;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

bool covers(const DelegatedRole& role, std::string_view path) {
    const std::string hash = hash_hex(HashKind::sha256, path);
    const auto begins_hash = [&](const std::string& prefix) { return hash.starts_with(prefix); };
    const auto matches_path = [&](const std::string& pattern) { return matches(pattern, path); };
    return std::any_of(role.paths.begin(), role.paths.end(), matches_path) ||
           std::any_of(role.hash_prefixes.begin(), role.hash_prefixes.end(), begins_hash);
}

bool is_role_name(std::string_view name) {
    constexpr std::array<std::string_view, 5> ours{"root", "timestamp", "snapshot", "targets",
                                                   "stick.timestamp"};
    return !name.empty() && std::find(ours.begin(), ours.end(), name) == ours.end() &&
           file_name(name).size() <= max_file_name;
}

std::string file_name(std::string_view role) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789-._~";
    std::string name;
    for (const char c : role) {
        if (plain.find(c) != std::string_view::npos) {
            name += c;
        } else {
            const auto octet = static_cast<unsigned char>(c);
            name += '%';
            name += digits[octet >> 4U];
            name += digits[octet & 15U];
        }
    }
    return name;
}

} // namespace foyer::update
