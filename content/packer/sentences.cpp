// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/sentences.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace foyer::packer {

namespace {

/// Those of one letter, as in "z. B." and "e. V.", need no list.
constexpr std::array<std::string_view, 21> abbreviations = {
    "Abb", "Abs",  "approx", "Art", "Aufl", "Bd", "bzw",  "ca",  "Dr", "etc", "evtl",
    "ggf", "inkl", "Mio",    "Mrd", "No",   "Nr", "Prof", "sog", "St", "vgl"};

bool blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool digit(char c) { return c >= '0' && c <= '9'; }

/// The letters and digits right before `end`.
std::string_view word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0) {
        const auto byte = static_cast<unsigned char>(text[begin - 1]);
        const bool letter = byte >= 0x80 || (byte >= 'A' && byte <= 'Z') ||
                            (byte >= 'a' && byte <= 'z') || digit(text[begin - 1]);
        if (!letter) break;
        --begin;
    }
    // A no-break space is made of bytes above 0x7F, like a letter.
    const std::string_view word = text.substr(begin, end - begin);
    const std::size_t space = word.rfind(text::no_break_space);
    return space == std::string_view::npos ? word
                                           : word.substr(space + text::no_break_space.size());
}

bool only_digits(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), digit);
}

/// True when the full stop at `at` belongs to its word: an abbreviation or an ordinal.
bool stop_of_a_word(std::string_view text, std::size_t at) {
    const std::string_view word = word_before(text, at);
    if (only_digits(word) && word.size() <= 2) return true;
    if (text::length(word) == 1) return true;
    return std::find(abbreviations.begin(), abbreviations.end(), word) != abbreviations.end();
}

/// Past the closing quotes and brackets after the end of a sentence.
std::size_t past_closing(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 7> closing = {"\"", ")", "]", "“", "”", "‘", "’"};
    for (bool moved = true; moved;) {
        moved = false;
        for (const std::string_view sign : closing) {
            if (!text.substr(at).starts_with(sign)) continue;
            at += sign.size();
            moved = true;
        }
    }
    return at;
}

/// Length of the sign at `at` that ends a sentence, or 0.
std::size_t ending(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '!' || c == '?') return 1;
    if (c == '.') return stop_of_a_word(text, at) ? 0 : 1;
    return text.substr(at).starts_with("؟") ? std::string_view("؟").size() : 0;
}

void add(std::vector<Sentence>& to, std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && blank(text[begin])) ++begin;
    while (end > begin && blank(text[end - 1])) --end;
    if (begin < end) to.push_back({begin, end});
}

} // namespace

std::vector<Sentence> sentences(std::string_view text) {
    std::vector<Sentence> out;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t sign = ending(text, at);
        std::size_t after = at + std::max<std::size_t>(sign, 1);
        if (sign > 0) after = past_closing(text, after);
        const bool break_here =
            text[at] == '\n' || (sign > 0 && (after >= text.size() || blank(text[after])));
        if (break_here) {
            add(out, text, begin, after);
            begin = after;
        }
        at = after;
    }
    add(out, text, begin, text.size());
    return out;
}

int words(std::string_view text) {
    int count = 0;
    std::string spaced = text::replace_all(text, text::no_break_space, " ");
    std::replace_if(spaced.begin(), spaced.end(), blank, ' ');
    for (const std::string_view word : text::split(spaced, ' ')) {
        const bool citation = word.starts_with("[@") || word.starts_with("@");
        const bool letters = std::any_of(word.begin(), word.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte >= 0xC3 || digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        });
        const bool dash = word == "–" || word == "—" || word == "…";
        if (letters && !citation && !dash) ++count;
    }
    return count;
}

bool ends_a_line(std::string_view text) {
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    constexpr std::array<std::string_view, 7> closing = {"\"", ")", "]", "“", "”", "‘", "’"};
    for (const std::string_view sign : closing) {
        if (text.ends_with(sign)) text.remove_suffix(sign.size());
    }
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') ||
           text.ends_with(':') || text.ends_with("…") || text.ends_with("؟");
}

} // namespace foyer::packer
