// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/vocabulary_writer.h"

#include "kiosk/base/text.h"
#include "kiosk/store/insert.h"
#include "kiosk/store/words.h"

#include <bit>
#include <cstdint>
#include <tuple>

namespace foyer::store {

namespace {

constexpr const char* insert_word = "INSERT INTO word VALUES(?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* insert_start = "INSERT INTO word_start VALUES(?, ?, ?)";
constexpr const char* insert_gram = "INSERT INTO gram VALUES(?, ?, ?, ?)";
constexpr const char* insert_gram_word = "INSERT INTO gram_word VALUES(?, ?)";

// A word's number: 3 bits for the column, 4 for how few entries have it, 24 of its letters. 31 bits
// are the most that SQLite keeps in four bytes.
constexpr int letter_bits = 24, rarity_bits = 4;
/// SQLite keeps these in three bytes; there are some ten thousand grams.
constexpr int gram_bits = 23;

/// FNV-1a, 64 bits (Fowler, Noll, Vo): the same everywhere.
std::uint64_t hash(std::initializer_list<std::string_view> parts) {
    std::uint64_t state = 0xcbf29ce484222325u;
    const auto add = [&](char c) {
        state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    };
    for (const std::string_view part : parts) {
        for (const char c : part) add(c);
        add('\0');
    }
    return state;
}

/// Numbers that depend on a hash; who comes too late for one gets the next that is free.
class Numbers {
  public:
    /// `rank` stands above the `bits` that are taken from `of`.
    std::int64_t take(std::int64_t rank, int bits, std::uint64_t of) {
        const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
        for (std::uint64_t low = of >> (64 - bits);; low = (low + 1) & mask) {
            // No number is 0.
            const std::int64_t number = (rank << bits | static_cast<std::int64_t>(low)) + 1;
            if (taken_.insert(number).second) return number;
        }
    }

  private:
    std::set<std::int64_t> taken_;
};

/// 1 to 3 entries, 4 to 15, and so on: coarse, so that a page more seldom changes a word's number.
int steps(int entries) {
    const int halved = std::bit_width(static_cast<unsigned>(std::max(entries, 1))) - 1;
    return std::min(halved / 2, (1 << rarity_bits) - 1);
}

struct Spelling {
    std::int64_t number;
    const std::string* stemmer;
    std::string letters;
    const std::string* token;
    const WordFacts* facts;
};

/// What stands in titles first, then what stands in most: the order of their numbers.
std::vector<Spelling> by_rank(const std::map<std::string, WordsOfStemmer>& words) {
    std::vector<Spelling> out;
    Numbers numbers;
    for (const auto& [stemmer, of_stemmer] : words) {
        for (const auto& [token, facts] : of_stemmer) {
            const std::int64_t rank = (static_cast<std::int64_t>(facts.field) << rarity_bits) +
                                      ((1 << rarity_bits) - 1 - steps(facts.entries));
            for (const std::string& letters : facts.spellings) {
                const std::int64_t number =
                    numbers.take(rank, letter_bits, hash({stemmer, letters, token}));
                out.push_back({number, &stemmer, letters, &token, &facts});
            }
        }
    }
    std::sort(out.begin(), out.end(),
              [](const Spelling& a, const Spelling& b) { return a.number < b.number; });
    return out;
}

std::vector<std::string> starts(const std::string& word) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < word.size();) {
        at += text::decode(word, at).bytes;
        out.push_back(word.substr(0, at));
    }
    return out;
}

/// Words by stemmer and letters they have.
using Lists = std::map<std::pair<std::string, std::string>, std::vector<std::int64_t>>;

Result<void> write_grams(Inserter& insert, const Lists& lists) {
    Numbers numbers;
    std::map<std::int64_t, const std::vector<std::int64_t>*> words_of_gram;
    for (const auto& [key, words] : lists) {
        const auto& [stemmer, letters] = key;
        const std::int64_t number = numbers.take(0, gram_bits, hash({stemmer, letters}));
        TRY(insert.row(insert_gram, stemmer, letters, number, static_cast<int>(words.size())));
        words_of_gram.emplace(number, &words);
    }
    for (const auto& [gram, words] : words_of_gram) {
        for (const std::int64_t word : *words) TRY(insert.row(insert_gram_word, gram, word));
    }
    return {};
}

Result<void> write_starts(Inserter& insert, const Lists& lists) {
    for (const auto& [key, words] : lists) {
        if (words.size() <= words_per_start) continue;
        for (std::size_t i = 0; i < words_per_start; ++i) {
            TRY(insert.row(insert_start, key.first, key.second, words[i]));
        }
    }
    return {};
}

} // namespace

Result<void> write_vocabulary(Inserter& insert,
                              const std::map<std::string, WordsOfStemmer>& words) {
    std::map<std::string, Stemmer> stemmers;
    Lists words_of_gram, words_of_start;
    for (const Spelling& one : by_rank(words)) {
        insert.about("vocabulary of " + *one.stemmer);
        const Stemmer& stemmer = stemmers.try_emplace(*one.stemmer, *one.stemmer).first->second;
        TRY(insert.row(insert_word, one.number, *one.stemmer, one.letters,
                       stemmer.stem(one.letters), *one.token, one.facts->most_shown(),
                       one.facts->field, one.facts->entries));
        for (const std::string& gram : grams(one.letters)) {
            words_of_gram[{*one.stemmer, gram}].push_back(one.number);
        }
        for (const std::string& start : starts(one.letters)) {
            words_of_start[{*one.stemmer, start}].push_back(one.number);
        }
    }
    TRY(write_grams(insert, words_of_gram));
    return write_starts(insert, words_of_start);
}

std::vector<std::string> grams(const std::string& word) {
    const std::string marked = "^" + word;
    std::vector<std::size_t> at; // where each character begins
    for (std::size_t i = 0; i < marked.size(); i += text::decode(marked, i).bytes) at.push_back(i);
    at.push_back(marked.size());
    std::set<std::string> out;
    for (std::size_t i = 0; i + 3 < at.size(); ++i) {
        out.insert(marked.substr(at[i], at[i + 3] - at[i]));
    }
    return {out.begin(), out.end()};
}

} // namespace foyer::store
