// SPDX-License-Identifier: EUPL-1.2
// The two rules of Leichte Sprache that a program can help with: each sentence on a line of its
// own, none of more than twelve words.
#pragma once

#include "content/packer/fields.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::packer {

constexpr int max_simple_words = 12;

struct LongSentence {
    std::size_t begin = 0;
    int words = 0;
};

std::vector<LongSentence> long_sentences(std::string_view text);

/// Warns about the long sentences of a key's text, where the language is Leichte Sprache.
void check_simple(const std::string& text, const char* key, std::string_view language,
                  Fields& fields);

/// Puts each sentence on a line of its own, where the language is Leichte Sprache.
std::string in_lines(std::string text, std::string_view language);

} // namespace foyer::packer
