// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/simple_language.h"

#include "content/packer/sentences.h"

namespace foyer::packer {

std::vector<LongSentence> long_sentences(std::string_view text) {
    std::vector<LongSentence> out;
    for (const Sentence& sentence : sentences(text)) {
        const int count = words(text.substr(sentence.begin, sentence.end - sentence.begin));
        if (count > max_simple_words) out.push_back({sentence.begin, count});
    }
    return out;
}

void check_simple(const std::string& text, const char* key, std::string_view language,
                  Fields& fields) {
    if (!is_simple(language)) return;
    for (const LongSentence& sentence : long_sentences(text)) {
        fields.warning(fields.at(key), "a sentence of " + quoted(key) + " has " +
                                           std::to_string(sentence.words) + " words; at most " +
                                           std::to_string(max_simple_words) + " are easy to read");
    }
}

std::string in_lines(std::string text, std::string_view language) {
    if (!is_simple(language)) return text;
    bool first = true;
    for (const Sentence& sentence : sentences(text)) {
        if (!first && text[sentence.begin - 1] == ' ') text[sentence.begin - 1] = '\n';
        first = false;
    }
    return text;
}

} // namespace foyer::packer
