// SPDX-License-Identifier: EUPL-1.2
// Vocabulary: which words of the pack may be meant by what somebody typed. Every way of finding
// them is a look-up or a short range, never a walk over all words.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/store/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace foyer::store {

class Database;

/// One word of a query.
struct TypedWord {
    std::vector<std::string> spellings; ///< folded; two where an umlaut can be typed in two ways
    std::size_t letters = 0;
    bool unfinished = false;
    /// Carries the sentence, not its subject. Never all words of a query.
    bool function_word = false;
};

/// The words of a query, at most RankPlan::slots of them; the last one is unfinished.
std::vector<TypedWord> typed_words(std::string_view query);

/// A word of the pack that may be meant.
struct Candidate {
    std::string token;  ///< as it stands in the index
    double quality = 0; ///< 1: what was typed; see the constants in vocabulary.cpp
    int entries = 0;    ///< pages and terms that have it
};

/// Each token once, with its best quality.
class Candidates {
  public:
    void add(Candidate candidate);
    const std::vector<Candidate>& all() const { return all_; }
    bool empty() const { return all_.empty(); }
    int entries() const;
    void scale(double by);

  private:
    std::vector<Candidate> all_;
};

/// The words of one stemmer ("de" for German and Leichte Sprache). Lives for one search.
class Vocabulary {
  public:
    Vocabulary(Database& database, const std::string& stemmer)
        : database_(database), name_(stemmer), stemmer_(stemmer) {}

    /// All of its words stand for one that was typed.
    struct Phrase {
        std::vector<Candidates> words;
    };

    /// The word itself, other forms of it, and, if it is unfinished, what it can become.
    Result<void> find(const TypedWord& word, Candidates& out);
    /// Longer words that have it inside.
    Result<void> find_compounds(const TypedWord& word, Candidates& out);
    /// Words that are spelt nearly so, and what those stand for.
    Result<void> find_misspelt(const TypedWord& word, Candidates& out,
                               std::vector<Phrase>& phrases);
    /// Two words that were typed as one.
    Result<std::vector<Phrase>> find_parts(const TypedWord& word);
    /// Other ways to say it, single words and phrases.
    Result<std::vector<Phrase>> find_synonyms(const std::vector<TypedWord>& phrase);
    /// Words as they are written in texts, the likest first, for one that nothing was found for.
    Result<std::vector<std::string>> likest(const TypedWord& word, int most);

  private:
    struct Near {
        std::string token, shown;
        int distance, field, entries;
    };
    Result<std::vector<Near>> near(const TypedWord& word, int most_distance);
    Result<void> look_up(const char* sql, const std::string& key, double quality, Candidates& out);

    Database& database_;
    std::string name_;
    Stemmer stemmer_;
};

/// What a synonym is worth against the word itself.
constexpr double synonym_quality = 0.75;

} // namespace foyer::store
