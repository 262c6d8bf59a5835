// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/language_search.h"

#include "kiosk/store/database.h"
#include "kiosk/store/rank.h"
#include "kiosk/store/search_index.h"

#include <algorithm>
#include <cmath>

namespace foyer::store {

namespace {

constexpr const char* select_last_entry =
    "SELECT coalesce(max(number), 0) FROM entry WHERE number >= ? AND number < ?";
constexpr const char* select_matches =
    "SELECT rowid, foyer_rank(search, ?) FROM search WHERE search MATCH ? AND "
    "rowid >= ? AND rowid < ? LIMIT ?";
constexpr int rows_looked_at = 1'000;
constexpr int many_rows = 800; ///< beyond it, the columns that count come first
/// More than any rank: a page with all words of the query stands before one with some.
constexpr double all_words_bonus = 100;
constexpr std::size_t shortest_anywhere = 3; ///< fewer letters match titles only
constexpr std::string_view every_column = "{title keywords headings summary body}";
constexpr std::string_view telling_columns = "{title keywords headings}";
constexpr std::string_view title_column = "{title}";

int entries_of(const Slot& slot) {
    int sum = slot.candidates.entries();
    for (const Vocabulary::Phrase& phrase : slot.phrases) {
        int least = 1 << 24;
        for (const Candidates& word : phrase.words) least = std::min(least, word.entries());
        sum += least;
    }
    return sum;
}

bool unknown(const Slot& slot) { return slot.candidates.empty() && slot.phrases.empty(); }

} // namespace

/// `("a" OR "b" OR ("c" AND "d"))` for a slot, its phrases counted into the plan. Tokens are
/// letters and digits only, so nothing in them means anything to FTS5.
class Expression {
  public:
    void add(const Slot& slot, int number, double weight) {
        std::string part;
        for (const Candidate& one : slot.candidates.all()) {
            token(part, one.token, number, one.quality * weight);
        }
        for (const Vocabulary::Phrase& phrase : slot.phrases) {
            std::string all;
            for (const Candidates& word : phrase.words) {
                std::string any;
                for (const Candidate& one : word.all()) {
                    token(any, one.token, number, one.quality * synonym_quality * weight);
                }
                all += (all.empty() ? "(" : " AND (") + any + ")";
            }
            part += (part.empty() ? "(" : " OR (") + all + ")";
        }
        parts_.push_back("(" + part + ")");
    }

    std::string text(std::string_view columns, std::string_view combined) const {
        std::string out = std::string(columns) + " : (";
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (i > 0) out.append(" ").append(combined).append(" ");
            out += parts_[i];
        }
        return out + ")";
    }

    bool empty() const { return parts_.empty(); }
    const std::string& plan() const { return plan_.bytes(); }

  private:
    void token(std::string& to, const std::string& token, int slot, double quality) {
        to += (to.empty() ? "\"" : " OR \"") + token + "\"";
        plan_.add(slot, quality);
    }

    std::vector<std::string> parts_;
    RankPlan plan_;
};

LanguageSearch::LanguageSearch(Database& database, SearchLanguage& language, std::size_t limit,
                               double factor)
    : database_(database),
      language_(language),
      vocabulary_(database, language.stemmer),
      first_(language.position << language_bits),
      limit_(limit),
      factor_(factor) {}

std::int64_t LanguageSearch::end() const { return first_ + (std::int64_t{1} << language_bits); }

Result<std::map<std::int64_t, double>> LanguageSearch::run(const std::vector<TypedWord>& query) {
    std::int64_t last = 0;
    TRY(database_.query(select_last_entry).bind(first_).bind(end()).one([&](Row& row) {
        last = row.integer(0);
    }));
    if (last < first_) return std::move(best_);
    entries_ = static_cast<double>(last - first_ + 1);

    for (const TypedWord& word : query) {
        Slot slot{word, {}, {}};
        TRY(vocabulary_.find(word, slot.candidates));
        slot.phrases = TRY(synonyms({word}));
        slots_.push_back(std::move(slot));
    }
    if (query.size() > 1) TRY(search_meaning_of_all(query));
    TRY(search_all_words());
    if (best_.size() < limit_) TRY(search_compounds());
    if (best_.empty() || any_unknown()) TRY(search_misspelt());
    if (best_.size() < limit_ && slots_.size() > 1) TRY(search_any_word());
    remember_wanted();
    return std::move(best_);
}

/// Phrases of which every word stands in the vocabulary.
Result<std::vector<Vocabulary::Phrase>>
LanguageSearch::synonyms(const std::vector<TypedWord>& words) {
    std::vector<Vocabulary::Phrase> found = TRY(vocabulary_.find_synonyms(words));
    std::erase_if(found, [](const Vocabulary::Phrase& phrase) {
        return std::any_of(phrase.words.begin(), phrase.words.end(),
                           [](const Candidates& word) { return word.empty(); });
    });
    return found;
}

bool LanguageSearch::any_unknown() const {
    return std::any_of(slots_.begin(), slots_.end(), unknown);
}

/// A rare word of several says more than a common one.
double LanguageSearch::weight(const Slot& slot) const {
    if (slots_.size() < 2) return 1;
    return 1 -
           0.6 * std::log1p(std::min<double>(entries_of(slot), entries_)) / std::log1p(entries_);
}

Result<void> LanguageSearch::search_all_words() {
    if (any_unknown()) return {};
    Expression expression;
    int least = 1 << 24;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        expression.add(slots_[i], static_cast<int>(i), weight(slots_[i]));
        least = std::min(least, entries_of(slots_[i]));
    }
    const bool short_query = slots_.size() == 1 && slots_[0].word.letters < shortest_anywhere;
    if (short_query) return match(expression, title_column, "AND", all_words_bonus);
    return match_telling_first(expression, "AND", least, all_words_bonus);
}

/// A query of several words can be a phrase with synonyms of its own.
Result<void> LanguageSearch::search_meaning_of_all(const std::vector<TypedWord>& query) {
    Slot whole{query.back(), {}, {}};
    whole.phrases = TRY(synonyms(query));
    if (whole.phrases.empty()) return {};
    Expression expression;
    expression.add(whole, 0, 1);
    TRY(match_telling_first(expression, "AND", entries_of(whole), all_words_bonus));
    meanings_ = std::move(whole.phrases);
    return {};
}

Result<void> LanguageSearch::search_compounds() {
    bool more = false;
    for (Slot& slot : slots_) {
        const std::size_t before = slot.candidates.all().size();
        TRY(vocabulary_.find_compounds(slot.word, slot.candidates));
        more = more || slot.candidates.all().size() > before;
    }
    return more ? search_all_words() : Result<void>();
}

/// Only words that are not in the vocabulary are taken for misspelt.
Result<void> LanguageSearch::search_misspelt() {
    bool more = false;
    for (Slot& slot : slots_) {
        if (!unknown(slot)) continue;
        TRY(vocabulary_.find_misspelt(slot.word, slot.candidates));
        more = more || !unknown(slot);
    }
    return more ? search_all_words() : Result<void>();
}

Result<void> LanguageSearch::search_any_word() {
    Expression expression;
    int sum = 0;
    // Words that nearly every page has would find nearly every page.
    const auto add = [&](bool common) {
        for (std::size_t i = 0; i < slots_.size(); ++i) {
            const int entries = entries_of(slots_[i]);
            if (unknown(slots_[i]) || (entries > entries_ / 4 && entries > 10) != common) {
                continue;
            }
            expression.add(slots_[i], static_cast<int>(i), weight(slots_[i]));
            sum += entries;
        }
    };
    add(false);
    if (expression.empty()) add(true);
    if (expression.empty()) return {};
    return match_telling_first(expression, "OR", sum, 0);
}

Result<void> LanguageSearch::match_telling_first(const Expression& expression,
                                                 std::string_view combined, int expected_rows,
                                                 double bonus) {
    if (expected_rows > many_rows) {
        TRY(match(expression, telling_columns, combined, bonus));
        if (best_.size() >= limit_) return {};
    }
    return match(expression, every_column, combined, bonus);
}

Result<void> LanguageSearch::match(const Expression& expression, std::string_view columns,
                                   std::string_view combined, double bonus) {
    const std::string text = expression.text(columns, combined);
    return database_.query(select_matches)
        .bind_blob(expression.plan())
        .bind(text)
        .bind(first_)
        .bind(end())
        .bind(rows_looked_at)
        .each([&](Row& row) {
            double& worth = best_[row.integer(0)];
            worth = std::max(worth, row.real(1) * factor_ + bonus);
        });
}

/// For the context: the tokens that may have matched, and whose answer they are.
void LanguageSearch::remember_wanted() {
    const auto add_phrases = [&](const std::vector<Vocabulary::Phrase>& phrases, int slot) {
        for (const Vocabulary::Phrase& phrase : phrases) {
            for (const Candidates& word : phrase.words) {
                for (const Candidate& one : word.all()) language_.wanted.emplace(one.token, slot);
            }
        }
    };
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        const int slot = static_cast<int>(i);
        for (const Candidate& one : slots_[i].candidates.all()) {
            language_.wanted.emplace(one.token, slot);
        }
        add_phrases(slots_[i].phrases, slot);
    }
    add_phrases(meanings_, 0);
}

} // namespace foyer::store
