// SPDX-License-Identifier: EUPL-1.2
// Pack::search. For each word of the query the vocabulary names the words that may be meant; FTS5
// says where they stand; foyer_rank says what that is worth. Guesses are only made where what was
// typed finds too little. A common word never costs more than rows_looked_at rows.
#include "kiosk/base/text.h"
#include "kiosk/store/context.h"
#include "kiosk/store/database.h"
#include "kiosk/store/language_search.h"
#include "kiosk/store/limits.h"
#include "kiosk/store/nearest.h"
#include "kiosk/store/pack.h"
#include "kiosk/store/search_index.h"
#include "kiosk/store/vocabulary.h"
#include "kiosk/store/words.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace foyer::store {

namespace {

constexpr const char* select_languages =
    "SELECT tag, position, stemmer FROM language ORDER BY position LIMIT 32";
constexpr const char* select_shown_as = "SELECT other FROM shown_as WHERE language = ? LIMIT 32";
constexpr const char* select_entry =
    "SELECT language, coalesce(page, ''), coalesce(term, '') FROM entry WHERE number = ?";
constexpr const char* select_term =
    "SELECT language, name, text FROM term_text WHERE term = ?1" FOYER_NEAREST_LANGUAGE;

constexpr double other_language = 0.7;
constexpr int most_nearest = 5;

struct Found {
    std::int64_t entry;
    double worth;
    std::size_t language; ///< index of the language it was found in
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
        LanguageSearch search(database, languages[i], limit, i == 0 ? 1 : other_language);
        for (const auto& [entry, worth] : TRY(search.run(query))) out.push_back({entry, worth, i});
    }
    std::sort(out.begin(), out.end(), [](const Found& a, const Found& b) {
        return std::tuple(-a.worth, a.entry) < std::tuple(-b.worth, b.entry);
    });
    return out;
}

/// Whoever types the beginning of a title means it: first those that are called just that, then
/// those that begin so, then the others, each in the order they have.
void titles_first(std::vector<model::Hit>& hits, const std::string& query) {
    const std::string wanted = fold(text::trim(query));
    const auto distance = [&](const model::Hit& hit) {
        const std::string title = fold(text::without_soft_hyphens(hit.card.title));
        return title == wanted ? 0 : title.starts_with(wanted) ? 1 : 2;
    };
    std::stable_sort(hits.begin(), hits.end(), [&](const model::Hit& a, const model::Hit& b) {
        return distance(a) < distance(b);
    });
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
    titles_first(out.hits, query);
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
