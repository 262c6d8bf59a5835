// SPDX-License-Identifier: EUPL-1.2
// The vocabulary of a pack, as the search index keeps it: each word with its rank, its pieces and
// its beginnings. vocabulary.cpp reads it.
// A word's number says how good it is, and is otherwise made of its letters. So a page more or less
// moves few numbers, and the next pack is a small patch (numbered in a row, that of a pack of 103
// MB was four times as big).
#pragma once

#include "kiosk/base/result.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace foyer::store {

class Inserter;

/// What is known about one token of one stemmer.
struct WordFacts {
    std::map<std::string, int> shown; ///< how it is written in texts, how often
    std::set<std::string> spellings;
    int field = 4;   ///< the best column it stands in, from 0 (titles)
    int entries = 0; ///< how many pages and terms have it

    const std::string& most_shown() const {
        return std::max_element(shown.begin(), shown.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }
};

using WordsOfStemmer = std::map<std::string, WordFacts>; ///< by token

/// Writes the words of all stemmers.
Result<void> write_vocabulary(Inserter& insert, const std::map<std::string, WordsOfStemmer>& words);

/// For each word its pieces of three letters, the first with ^ before it; sorted, each once.
std::vector<std::string> grams(const std::string& word);

/// Beginnings that more words have are listed with their best words; of others, all are few.
constexpr std::size_t words_per_start = 12;

} // namespace foyer::store
