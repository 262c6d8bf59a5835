// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/text.h"

namespace foyer::text {

namespace {

/// How many bytes a sequence that begins with `lead` has; 0 for a byte that cannot begin one.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool in_range(char32_t code, std::size_t bytes) {
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code >= least[bytes] && code <= 0x10FFFF && !surrogate;
}

} // namespace

Decoded decode(std::string_view s, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const std::size_t bytes = sequence_length(byte(at));
    constexpr Decoded broken{replacement, 1, false};
    if (bytes == 0 || at + bytes > s.size()) return broken;
    if (bytes == 1) return {byte(at), 1, true};
    char32_t code = byte(at) & (0xFFu >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(at + i) & 0xC0u) != 0x80u) return broken;
        code = (code << 6) | (byte(at + i) & 0x3Fu);
    }
    return in_range(code, bytes) ? Decoded{code, bytes, true} : broken;
}

void append(std::string& to, char32_t code) {
    const auto put = [&](char32_t value) { to.push_back(static_cast<char>(value)); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0 | (code >> 6));
    } else {
        if (code < 0x10000) {
            put(0xE0 | (code >> 12));
        } else {
            put(0xF0 | (code >> 18));
            put(0x80 | ((code >> 12) & 0x3F));
        }
        put(0x80 | ((code >> 6) & 0x3F));
    }
    put(0x80 | (code & 0x3F));
}

std::size_t first_invalid(std::string_view s) {
    for (std::size_t at = 0; at < s.size();) {
        const Decoded d = decode(s, at);
        if (!d.valid) return at;
        at += d.bytes;
    }
    return std::string_view::npos;
}

std::size_t length(std::string_view s) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < s.size(); at += decode(s, at).bytes) ++count;
    return count;
}

std::string_view trim(std::string_view s) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t begin = s.find_first_not_of(blank);
    if (begin == std::string_view::npos) return {};
    return s.substr(begin, s.find_last_not_of(blank) - begin + 1);
}

std::vector<std::string_view> split(std::string_view s, char by) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t end = s.find(by); end != std::string_view::npos; end = s.find(by, begin)) {
        parts.push_back(s.substr(begin, end - begin));
        begin = end + 1;
    }
    parts.push_back(s.substr(begin));
    return parts;
}

std::string replace_all(std::string_view s, std::string_view from, std::string_view to) {
    std::string out;
    std::size_t begin = 0;
    for (std::size_t at = s.find(from); at != std::string_view::npos; at = s.find(from, begin)) {
        out.append(s.substr(begin, at - begin)).append(to);
        begin = at + from.size();
    }
    return out.append(s.substr(begin));
}

std::string without_soft_hyphens(std::string_view s) { return replace_all(s, soft_hyphen, ""); }

std::string with_address_breaks(std::string_view s) {
    constexpr std::string_view zero_width_space = "\xE2\x80\x8B";
    std::string out;
    for (std::size_t at = 0; at < s.size(); ++at) {
        out += s[at];
        const char next = at + 1 < s.size() ? s[at + 1] : ' ';
        const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
        const bool digit = next >= '0' && next <= '9';
        const bool sign = s[at] == '@' || s[at] == '/';
        // A date or an amount stays in one piece.
        if ((s[at] == '.' && letter) || (sign && (letter || digit))) out += zero_width_space;
    }
    return out;
}

std::string fill(std::string_view pattern, std::initializer_list<Named> values) {
    std::string out;
    std::size_t begin = 0;
    // In one go: a value may hold braces of its own.
    for (std::size_t at = pattern.find('{'); at < pattern.size(); at = pattern.find('{', at + 1)) {
        for (const Named& named : values) {
            const std::string_view rest = pattern.substr(at + 1);
            if (!rest.starts_with(named.name) || !rest.substr(named.name.size()).starts_with('}'))
                continue;
            out.append(pattern.substr(begin, at - begin)).append(named.value);
            begin = at + named.name.size() + 2;
            break;
        }
    }
    return out.append(pattern.substr(begin));
}

} // namespace foyer::text
