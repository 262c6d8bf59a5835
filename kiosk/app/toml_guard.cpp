// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/toml_guard.h"

#include <algorithm>

namespace foyer::app {

namespace {

constexpr int max_key_dots = 16; // no setting has more than two

/// Where a text that begins at `at` is over. One that does not end goes to the end of its line, or
/// of the file if it may have several.
std::size_t behind_text(std::string_view toml, std::size_t at) {
    const char quote = toml[at];
    const bool has_lines = toml.substr(at).starts_with(quote == '"' ? "\"\"\"" : "'''");
    const std::string_view end = toml.substr(at, has_lines ? 3 : 1);
    for (at += end.size(); at < toml.size(); ++at) {
        if (quote == '"' && toml[at] == '\\') {
            ++at;
        } else if (toml.substr(at).starts_with(end)) {
            at += end.size();
            // A text of several lines may end in quotes of its own.
            for (int more = 0; has_lines && more < 2 && at < toml.size() && toml[at] == quote;
                 ++more)
                ++at;
            return at;
        } else if (!has_lines && toml[at] == '\n') {
            return at;
        }
    }
    return toml.size();
}

/// Blanks may stand around the dots of a key.
bool is_part_of_key(char c) {
    constexpr std::string_view others = "_- \t.";
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           others.find(c) != std::string_view::npos;
}

} // namespace

std::size_t first_unsafe(std::string_view toml) {
    int dots = 0;
    for (std::size_t at = 0; at < toml.size();) {
        const char c = toml[at];
        if (c == '"' || c == '\'') {
            at = behind_text(toml, at);
            continue;
        }
        if (c == '#') {
            at = std::min(toml.find('\n', at), toml.size());
            continue;
        }
        if (static_cast<unsigned char>(c) >= 0x80) return at;
        if (!is_part_of_key(c)) dots = 0;
        if (c == '.' && ++dots > max_key_dots) return at;
        ++at;
    }
    return std::string_view::npos;
}

} // namespace foyer::app
