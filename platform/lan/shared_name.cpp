// SPDX-License-Identifier: EUPL-1.2
#include "platform/lan/shared_name.h"

#include <algorithm>
#include <charconv>

namespace foyer::platform {

namespace {

constexpr std::size_t max_name_bytes = 200;

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= max_name_bytes && name.front() != '.' &&
           std::all_of(name.begin(), name.end(), is_plain);
}

bool take(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

/// A number at the start of `text`, which loses it.
std::optional<std::uint64_t> take_number(std::string_view& text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

} // namespace

std::optional<std::string> shared_name(std::string_view path) {
    if (!take(path, "/")) return std::nullopt;
    std::string_view rest = path;
    if (take(rest, "metadata/")) {
        if (!is_name(rest) || !rest.ends_with(".json")) return std::nullopt;
        return std::string(path);
    }
    if (!take(rest, "targets/packs/")) return std::nullopt;
    const std::size_t slash = rest.find('/');
    const bool folder_is_good = slash == std::string_view::npos || is_name(rest.substr(0, slash));
    if (!folder_is_good || !is_name(rest.substr(slash + 1))) return std::nullopt;
    return std::string(path);
}

RangeAnswer range_of(std::string_view header, std::uint64_t length) {
    if (!take(header, "bytes=")) return {};
    const std::optional<std::uint64_t> first = take_number(header);
    if (!first || !take(header, "-")) return {};
    std::uint64_t last = length - 1; // not used where the file is empty
    if (!header.empty()) {
        const std::optional<std::uint64_t> asked = take_number(header);
        if (!asked || !header.empty() || *asked < *first) return {};
        last = std::min(last, *asked);
    }
    if (*first >= length) return {RangeKind::beyond, {}};
    return {RangeKind::part, {*first, last}};
}

} // namespace foyer::platform
