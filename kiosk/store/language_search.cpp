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
constexpr int many_rows = 800;               ///< beyond it, the columns that count come first
constexpr std::size_t shortest_anywhere = 3; ///< fewer letters match titles only
constexpr std::string_view every_column = "{title keywords headings summary body}";
constexpr std::string_view telling_columns = "{title keywords headings}";
constexpr std::string_view title_column = "{title}";

constexpr std::size_t no_slot = RankPlan::slots;
constexpr std::size_t longest_saying = 4; ///< words of a synonym inside a question
constexpr std::size_t longest_joined = 3;
constexpr double joined_quality = 0.95;
constexpr double least_weight = 0.05; ///< of a word that every page has
constexpr double sure_quality = 0.8;  ///< the word itself or a form of it

int entries_of(const WordSlot& slot) {
    int sum = slot.candidates.entries();
    for (const Vocabulary::Phrase& phrase : slot.phrases) {
        int least = 1 << 24;
        for (const Candidates& word : phrase.words) least = std::min(least, word.entries());
        sum += least;
    }
    return sum;
}

/// Leaves the phrases of which every word stands in the vocabulary.
void erase_unknown(std::vector<Vocabulary::Phrase>& phrases) {
    std::erase_if(phrases, [](const Vocabulary::Phrase& phrase) {
        return std::any_of(phrase.words.begin(), phrase.words.end(),
                           [](const Candidates& word) { return word.empty(); });
    });
}

bool unknown(const WordSlot& slot) { return slot.candidates.empty() && slot.phrases.empty(); }

} // namespace

/// `("a" OR "b" OR ("c" AND "d"))` for a slot, its phrases counted into the plan. Tokens are
/// letters and digits only, so nothing in them means anything to FTS5.
class Expression {
  public:
    void add(const WordSlot& slot, int number) {
        std::string part;
        for (const Candidate& one : slot.candidates.all()) {
            token(part, one.token);
            plan_.add(number, one.quality, slot.weight, RankPlan::Ends::answer);
        }
        for (const Vocabulary::Phrase& phrase : slot.phrases) {
            part += (part.empty() ? "(" : " OR (") + saying(phrase, number, slot.weight) + ")";
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
    static void token(std::string& to, const std::string& token) {
        to += (to.empty() ? "\"" : " OR \"") + token + "\"";
    }

    std::string saying(const Vocabulary::Phrase& phrase, int number, double weight) {
        std::string all;
        for (const Candidates& word : phrase.words) {
            std::string any;
            for (const Candidate& one : word.all()) {
                token(any, one.token);
                const bool last_form = &one == &word.all().back();
                const bool last_word = &word == &phrase.words.back();
                const auto ends = !last_form  ? RankPlan::Ends::nothing
                                  : last_word ? RankPlan::Ends::answer
                                              : RankPlan::Ends::word;
                plan_.add(number, one.quality * synonym_quality, weight, ends);
            }
            all += (all.empty() ? "(" : " AND (") + any + ")";
        }
        return all;
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

    TRY(find_words(query));
    weigh();
    if (query.size() > 1) TRY(search_meaning_of_all(query));
    TRY(search_all_words());
    if (best_.size() < limit_) TRY(search_compounds());
    if (best_.empty() || any_unknown()) TRY(search_misspelt());
    if (slots_.size() > 1) TRY(search_any_word());
    remember_wanted();
    return std::move(best_);
}

/// Each word by itself, then what neighbours mean together.
Result<void> LanguageSearch::find_words(const std::vector<TypedWord>& query) {
    for (const TypedWord& word : query) {
        slot_of_.push_back(word.function_word ? no_slot : slots_.size());
        if (word.function_word) continue;
        WordSlot slot{word, {}, {}};
        TRY(vocabulary_.find(word, slot.candidates));
        slot.phrases = TRY(synonyms({word}));
        slots_.push_back(std::move(slot));
    }
    for (std::size_t count = 2; count <= longest_saying; ++count) {
        for (std::size_t first = 0; first + count <= query.size(); ++first) {
            if (count <= longest_joined) TRY(find_joined(query, first, count));
            if (count < query.size()) TRY(find_sayings(query, first, count));
        }
    }
    return {};
}

/// "big blue button" is BigBlueButton: the whole answers each of its words.
Result<void> LanguageSearch::find_joined(const std::vector<TypedWord>& query, std::size_t first,
                                         std::size_t count) {
    TypedWord whole{{""}, 0, query[first + count - 1].unfinished, false};
    for (std::size_t i = first; i < first + count; ++i) {
        if (slot_of_[i] == no_slot) return {};
        whole.spellings[0] += query[i].spellings[0];
        whole.letters += query[i].letters;
    }
    Candidates found;
    TRY(vocabulary_.find(whole, found));
    found.scale(joined_quality);
    for (std::size_t i = first; i < first + count; ++i) {
        WordSlot& slot = slots_[slot_of_[i]];
        for (const Candidate& one : found.all()) slot.candidates.add(one);
        if (!found.empty()) slot.shared_by = std::max(slot.shared_by, count);
    }
    return {};
}

/// Neighbours that have a synonym as a phrase, in a longer question.
Result<void> LanguageSearch::find_sayings(const std::vector<TypedWord>& query, std::size_t first,
                                          std::size_t count) {
    const auto begin = query.begin() + static_cast<std::ptrdiff_t>(first);
    const std::vector<TypedWord> saying(begin, begin + static_cast<std::ptrdiff_t>(count));
    const std::vector<Vocabulary::Phrase> phrases = TRY(synonyms(saying));
    if (phrases.empty()) return {};
    std::vector<std::size_t> telling;
    for (std::size_t i = first; i < first + count; ++i) {
        if (slot_of_[i] != no_slot) telling.push_back(slot_of_[i]);
    }
    for (const std::size_t at : telling) {
        WordSlot& slot = slots_[at];
        slot.phrases.insert(slot.phrases.end(), phrases.begin(), phrases.end());
        slot.shared_by = std::max(slot.shared_by, telling.size());
    }
    return {};
}

Result<std::vector<Vocabulary::Phrase>>
LanguageSearch::synonyms(const std::vector<TypedWord>& words) {
    std::vector<Vocabulary::Phrase> found = TRY(vocabulary_.find_synonyms(words));
    erase_unknown(found);
    return found;
}

bool LanguageSearch::any_unknown() const {
    return std::any_of(slots_.begin(), slots_.end(), unknown);
}

/// A rare word of several says more than a common one. What was typed counts; only where nothing is
/// called so, what is like it.
void LanguageSearch::weigh() {
    if (slots_.size() < 2) return;
    for (WordSlot& slot : slots_) {
        int sure = 0, all = slot.candidates.empty() ? entries_of(slot) : 0;
        for (const Candidate& one : slot.candidates.all()) {
            all = std::max(all, one.entries);
            if (one.quality >= sure_quality) sure = std::max(sure, one.entries);
        }
        const double count = std::min<double>(sure > 0 ? sure : all, entries_);
        const double rarity = 1 - std::log1p(count) / std::log1p(entries_);
        slot.weight = std::max(least_weight, rarity) / static_cast<double>(slot.shared_by);
    }
}

Result<void> LanguageSearch::search_all_words() {
    if (any_unknown()) return {};
    Expression expression;
    int least = 1 << 24;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        expression.add(slots_[i], static_cast<int>(i));
        least = std::min(least, entries_of(slots_[i]));
    }
    const bool short_query = slots_.size() == 1 && slots_[0].word.letters < shortest_anywhere;
    if (short_query) return match(expression, title_column, "AND");
    return match_telling_first(expression, "AND", least);
}

/// A query of several words can be a phrase with synonyms of its own.
Result<void> LanguageSearch::search_meaning_of_all(const std::vector<TypedWord>& query) {
    WordSlot whole{query.back(), {}, {}};
    whole.phrases = TRY(synonyms(query));
    if (whole.phrases.empty()) return {};
    Expression expression;
    expression.add(whole, 0);
    TRY(match_telling_first(expression, "AND", entries_of(whole)));
    meanings_ = std::move(whole.phrases);
    return {};
}

Result<void> LanguageSearch::search_compounds() {
    bool more = false;
    for (WordSlot& slot : slots_) {
        const std::size_t before = slot.candidates.all().size();
        TRY(vocabulary_.find_compounds(slot.word, slot.candidates));
        more = more || slot.candidates.all().size() > before;
    }
    return more ? search_all_words() : Result<void>();
}

/// Only words that are not in the vocabulary are taken for misspelt, or for two in one.
Result<void> LanguageSearch::search_misspelt() {
    bool more = false;
    for (WordSlot& slot : slots_) {
        if (!unknown(slot)) continue;
        slot.phrases = TRY(vocabulary_.find_parts(slot.word));
        if (unknown(slot)) {
            TRY(vocabulary_.find_misspelt(slot.word, slot.candidates, slot.phrases));
            erase_unknown(slot.phrases);
        }
        more = more || !unknown(slot);
    }
    weigh();
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
            expression.add(slots_[i], static_cast<int>(i));
            sum += entries;
        }
    };
    add(false);
    if (expression.empty()) add(true);
    if (expression.empty()) return {};
    return match_telling_first(expression, "OR", sum);
}

Result<void> LanguageSearch::match_telling_first(const Expression& expression,
                                                 std::string_view combined, int expected_rows) {
    if (expected_rows > many_rows) {
        TRY(match(expression, telling_columns, combined));
        if (best_.size() >= limit_) return {};
    }
    return match(expression, every_column, combined);
}

Result<void> LanguageSearch::match(const Expression& expression, std::string_view columns,
                                   std::string_view combined) {
    const std::string text = expression.text(columns, combined);
    return database_.query(select_matches)
        .bind_blob(expression.plan())
        .bind(text)
        .bind(first_)
        .bind(end())
        .bind(rows_looked_at)
        .each([&](Row& row) {
            double& worth = best_[row.integer(0)];
            worth = std::max(worth, row.real(1) * factor_);
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
