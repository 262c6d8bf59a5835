// SPDX-License-Identifier: EUPL-1.2
// LanguageSearch: one query against the texts of one language. Says what each entry of the index is
// worth; Pack::search makes hits of the best.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/store/context.h"
#include "kiosk/store/vocabulary.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::store {

class Database;
class Expression;

/// A language of the pack, as the search sees it.
struct SearchLanguage {
    std::string tag;
    std::int64_t position;
    std::string stemmer;
    Wanted wanted; ///< what was looked for there
};

/// One word of the query in one language.
struct WordSlot {
    TypedWord word;
    Candidates candidates;
    std::vector<Vocabulary::Phrase> phrases; ///< synonyms
    std::size_t shared_by = 1;               ///< words that are one expression share its weight
    double weight = 1;                       ///< a rare word of several says more
};

/// Lives for one search in one language.
class LanguageSearch {
  public:
    /// Guesses are made while fewer than `limit` entries are found. What is found is worth `factor`
    /// of what it would be in the visitor's language.
    LanguageSearch(Database& database, SearchLanguage& language, std::size_t limit, double factor);

    /// The worth of each entry that was found, by its number. Notes in the language what was looked
    /// for.
    Result<std::map<std::int64_t, double>> run(const std::vector<TypedWord>& query);

  private:
    std::int64_t end() const;
    Result<void> find_words(const std::vector<TypedWord>& query);
    Result<void> find_joined(const std::vector<TypedWord>& query, std::size_t first,
                             std::size_t count);
    Result<void> find_sayings(const std::vector<TypedWord>& query, std::size_t first,
                              std::size_t count);
    Result<std::vector<Vocabulary::Phrase>> synonyms(const std::vector<TypedWord>& words);
    bool any_unknown() const;
    void weigh();
    Result<void> search_all_words();
    Result<void> search_meaning_of_all(const std::vector<TypedWord>& query);
    Result<void> search_compounds();
    Result<void> search_misspelt();
    Result<void> search_any_word();
    Result<void> match_telling_first(const Expression& expression, std::string_view combined,
                                     int expected_rows);
    Result<void> match(const Expression& expression, std::string_view columns,
                       std::string_view combined);
    void remember_wanted();

    Database& database_;
    SearchLanguage& language_;
    Vocabulary vocabulary_;
    std::int64_t first_; ///< number of the language's first entry
    std::size_t limit_;
    double factor_;
    double entries_ = 0;
    std::vector<WordSlot> slots_;      ///< of the words that say what is looked for
    std::vector<std::size_t> slot_of_; ///< of each word of the query; no_slot for the others
    std::vector<Vocabulary::Phrase> meanings_; ///< of the query as a whole
    std::map<std::int64_t, double> best_;
};

} // namespace foyer::store
