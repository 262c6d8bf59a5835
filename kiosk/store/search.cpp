// SPDX-License-Identifier: EUPL-1.2
// Pack::search. For each word of the query the vocabulary names the words that may be meant; FTS5
// says where they stand; foyer_rank says what that is worth. Guesses are only made where what was
// typed finds too little. A common word never costs more than rows_looked_at rows.
#include "kiosk/store/context.h"
#include "kiosk/store/database.h"
#include "kiosk/store/limits.h"
#include "kiosk/store/nearest.h"
#include "kiosk/store/pack.h"
#include "kiosk/store/rank.h"
#include "kiosk/store/search_index.h"
#include "kiosk/store/vocabulary.h"
#include "kiosk/store/words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace foyer::store {

namespace {

constexpr const char* select_languages =
    "SELECT tag, position, stemmer FROM language ORDER BY position LIMIT 32";
constexpr const char* select_shown_as = "SELECT other FROM shown_as WHERE language = ? LIMIT 32";
constexpr const char* select_last_entry =
    "SELECT coalesce(max(number), 0) FROM entry WHERE number >= ? AND number < ?";
constexpr const char* select_matches =
    "SELECT rowid, foyer_rank(search, ?) FROM search WHERE search MATCH ? AND "
    "rowid >= ? AND rowid < ? LIMIT ?";
constexpr const char* select_entry =
    "SELECT language, coalesce(page, ''), coalesce(term, '') FROM entry WHERE number = ?";
constexpr const char* select_term =
    "SELECT language, name, text FROM term_text WHERE term = ?1" FOYER_NEAREST_LANGUAGE;

constexpr int rows_looked_at = 2'000;
constexpr int many_rows = 1'500; ///< beyond it, the columns that count come first
constexpr double other_language = 0.7;
/// More than any rank: a page with all words of the query stands before one with some.
constexpr double all_words_bonus = 100;
constexpr int most_nearest = 5;
constexpr std::size_t shortest_anywhere = 3; ///< fewer letters match titles only

constexpr std::string_view every_column = "{title keywords headings summary body}";
constexpr std::string_view telling_columns = "{title keywords headings}";
constexpr std::string_view title_column = "{title}";

struct SearchLanguage {
    std::string tag;
    std::int64_t position;
    std::string stemmer;
    Wanted wanted; ///< what was looked for there
};

/// One word of the query in one language.
struct Slot {
    TypedWord word;
    Candidates candidates;
    std::vector<Vocabulary::Phrase> phrases; ///< synonyms
};

struct Found {
    std::int64_t entry;
    double worth;
    std::size_t language; ///< index of the language it was found in
};

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

/// One search in one language: fills `best` with what each entry is worth.
class LanguageSearch {
  public:
    LanguageSearch(Database& database, SearchLanguage& language, std::size_t limit)
        : database_(database),
          language_(language),
          vocabulary_(database, language.stemmer),
          first_((language.position) << language_bits),
          limit_(limit) {}

    Result<std::map<std::int64_t, double>> run(const std::vector<TypedWord>& query) {
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

  private:
    std::int64_t end() const { return first_ + (std::int64_t{1} << language_bits); }

    /// Phrases of which every word stands in the vocabulary.
    Result<std::vector<Vocabulary::Phrase>> synonyms(const std::vector<TypedWord>& words) {
        std::vector<Vocabulary::Phrase> found = TRY(vocabulary_.find_synonyms(words));
        std::erase_if(found, [](const Vocabulary::Phrase& phrase) {
            return std::any_of(phrase.words.begin(), phrase.words.end(),
                               [](const Candidates& word) { return word.empty(); });
        });
        return found;
    }

    static int entries_of(const Slot& slot) {
        int sum = slot.candidates.entries();
        for (const Vocabulary::Phrase& phrase : slot.phrases) {
            int least = 1 << 24;
            for (const Candidates& word : phrase.words) least = std::min(least, word.entries());
            sum += least;
        }
        return sum;
    }

    static bool unknown(const Slot& slot) {
        return slot.candidates.empty() && slot.phrases.empty();
    }

    bool any_unknown() const { return std::any_of(slots_.begin(), slots_.end(), unknown); }

    /// A rare word of several says more than a common one.
    double weight(const Slot& slot) const {
        if (slots_.size() < 2) return 1;
        return 1 - 0.6 * std::log1p(std::min<double>(entries_of(slot), entries_)) /
                       std::log1p(entries_);
    }

    Result<void> search_all_words() {
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
    Result<void> search_meaning_of_all(const std::vector<TypedWord>& query) {
        Slot whole{query.back(), {}, TRY(synonyms(query))};
        if (whole.phrases.empty()) return {};
        Expression expression;
        expression.add(whole, 0, 1);
        TRY(match_telling_first(expression, "AND", entries_of(whole), all_words_bonus));
        meanings_ = std::move(whole.phrases);
        return {};
    }

    Result<void> search_compounds() {
        bool more = false;
        for (Slot& slot : slots_) {
            const std::size_t before = slot.candidates.all().size();
            TRY(vocabulary_.find_compounds(slot.word, slot.candidates));
            more = more || slot.candidates.all().size() > before;
        }
        return more ? search_all_words() : Result<void>();
    }

    /// Only words that are not in the vocabulary are taken for misspelt.
    Result<void> search_misspelt() {
        bool more = false;
        for (Slot& slot : slots_) {
            if (!unknown(slot)) continue;
            TRY(vocabulary_.find_misspelt(slot.word, slot.candidates));
            more = more || !unknown(slot);
        }
        return more ? search_all_words() : Result<void>();
    }

    Result<void> search_any_word() {
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

    Result<void> match_telling_first(const Expression& expression, std::string_view combined,
                                     int expected_rows, double bonus) {
        if (expected_rows > many_rows) {
            TRY(match(expression, telling_columns, combined, bonus));
            if (best_.size() >= limit_) return {};
        }
        return match(expression, every_column, combined, bonus);
    }

    Result<void> match(const Expression& expression, std::string_view columns,
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
                worth = std::max(worth, row.real(1) + bonus);
            });
    }

    /// For the context: the tokens that may have matched, and whose answer they are.
    void remember_wanted() {
        const auto add_phrases = [&](const std::vector<Vocabulary::Phrase>& phrases, int slot) {
            for (const Vocabulary::Phrase& phrase : phrases) {
                for (const Candidates& word : phrase.words) {
                    for (const Candidate& one : word.all())
                        language_.wanted.emplace(one.token, slot);
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

    Database& database_;
    SearchLanguage& language_;
    Vocabulary vocabulary_;
    std::int64_t first_;
    std::size_t limit_;
    double entries_ = 0;
    std::vector<Slot> slots_;
    std::vector<Vocabulary::Phrase> meanings_;
    std::map<std::int64_t, double> best_;
};

/// The pack's languages, the nearest to the one wished for first.
Result<std::vector<SearchLanguage>> languages_by_nearness(Database& database,
                                                          const std::string& wished) {
    std::vector<SearchLanguage> rest;
    TRY(database.query(select_languages).each([&](Row& row) {
        rest.push_back({row.text(0), row.number(1, 1, limits::languages), row.text(2), {}});
    }));
    std::vector<std::string> tags;
    for (const SearchLanguage& one : rest) tags.push_back(one.tag);
    std::vector<SearchLanguage> out;
    while (!rest.empty()) {
        const std::string next = nearest_language(wished, tags);
        const auto at = std::find(tags.begin(), tags.end(), next) - tags.begin();
        out.push_back(std::move(rest[static_cast<std::size_t>(at)]));
        rest.erase(rest.begin() + at);
        tags.erase(tags.begin() + at);
    }
    return out;
}

/// Finds in the wished language, in those that stand in for it, and, if that is too little, in the
/// others.
Result<std::vector<Found>> find(Database& database, std::vector<SearchLanguage>& languages,
                                const std::vector<TypedWord>& query, std::size_t limit) {
    std::set<std::string> stand_ins;
    TRY(database.query(select_shown_as).bind(languages[0].tag).each([&](Row& row) {
        stand_ins.insert(row.text(0));
    }));
    std::vector<Found> out;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        const bool needed = i == 0 || stand_ins.count(languages[i].tag) > 0;
        if (!needed && out.size() >= limit) continue;
        LanguageSearch search(database, languages[i], limit);
        const double factor = i == 0 ? 1 : other_language;
        for (const auto& [entry, worth] : TRY(search.run(query))) {
            out.push_back({entry, worth * factor, i});
        }
    }
    std::sort(out.begin(), out.end(), [](const Found& a, const Found& b) {
        return std::tuple(-a.worth, a.entry) < std::tuple(-b.worth, b.entry);
    });
    return out;
}

} // namespace

/// The hit for an entry in the visitor's language. Found in another, it has no match to show there.
Result<model::Hit> Pack::hit(std::int64_t entry, const std::string& language,
                             const std::unordered_map<std::string, int>& wanted) {
    model::Hit out;
    std::string found_in, page;
    const bool there = TRY(database_->query(select_entry).bind(entry).one([&](Row& row) {
        found_in = row.text(0);
        page = row.text(1);
        out.term = row.text(2);
    }));
    if (!there) return Error{Errc::damaged, "an entry is missing"};
    const Wanted nothing;
    if (out.term.empty()) {
        out.card = TRY(read_card(page, language));
        const bool same = out.card.language == found_in;
        out.context =
            TRY(page_context(*database_, page, out.card.language, same ? wanted : nothing));
        return out;
    }
    std::string text;
    const std::string base = primary(language);
    TRY(database_->query(select_term).bind(out.term).bind(language).bind(base).one([&](Row& row) {
        out.card.language = row.text(0);
        out.card.title = row.text(1);
        text = row.text(2);
    }));
    out.context = cut_context(text, out.card.language == found_in ? wanted : nothing);
    return out;
}

Result<model::SearchResult> Pack::search(const std::string& query, const std::string& language,
                                         int limit) {
    database_->allow(limits::answer);
    model::SearchResult out;
    out.query = query;
    out.language = language;
    const std::vector<TypedWord> typed = typed_words(query);
    if (typed.empty() || limit <= 0) return out;

    std::vector<SearchLanguage> languages = TRY(languages_by_nearness(*database_, language));
    if (languages.empty()) return Error{Errc::damaged, "the pack has no language"};
    const auto most = static_cast<std::size_t>(limit);
    std::set<std::pair<std::string, std::string>> seen;
    for (const Found& found : TRY(find(*database_, languages, typed, most))) {
        if (out.hits.size() == most) break;
        Result<model::Hit> one = hit(found.entry, language, languages[found.language].wanted);
        if (!one && one.error().code == Errc::timeout) return std::move(one).error();
        if (one && seen.insert({one->card.page, one->term}).second) {
            out.hits.push_back(*std::move(one));
        }
    }
    if (!out.hits.empty()) return out;
    Vocabulary vocabulary(*database_, languages[0].stemmer);
    for (const TypedWord& word : typed) {
        const int room = most_nearest - static_cast<int>(out.nearest.size());
        for (std::string& near : TRY(vocabulary.likest(word, room))) {
            out.nearest.push_back(std::move(near));
        }
    }
    return out;
}

} // namespace foyer::store
