// SPDX-License-Identifier: EUPL-1.2
// UTF-8: checking, walking, trimming. Everything that is shown or searched passes through here
// once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::text {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::string_view no_break_space = "\xC2\xA0";

/// One code point and the bytes it took. Invalid bytes read as U+FFFD and take one byte.
struct Decoded {
    char32_t code = 0;
    std::size_t bytes = 0;
    bool valid = true;
};

/// The code point at `at`; `at` must be below `s.size()`.
Decoded decode(std::string_view s, std::size_t at);

void append(std::string& to, char32_t code);

/// Byte offset of the first byte that is not UTF-8 (overlong forms, surrogates and values above
/// U+10FFFF count), or npos.
std::size_t first_invalid(std::string_view s);

/// Code points in `s`.
std::size_t length(std::string_view s);

std::string_view trim(std::string_view s);
std::vector<std::string_view> split(std::string_view s, char by);
std::string replace_all(std::string_view s, std::string_view from, std::string_view to);

/// `s` without U+00AD.
std::string without_soft_hyphens(std::string_view s);

/// `s` with U+200B behind each @, dot and slash within an address, which may go on in the next line
/// there; numbers stay whole.
std::string with_address_breaks(std::string_view s);

/// Replaces each {name} by its value; an unknown name stays as it is.
struct Named {
    std::string_view name;
    std::string_view value;
};
std::string fill(std::string_view pattern, std::initializer_list<Named> values);

} // namespace foyer::text
