// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/vocabulary.h"

#include "kiosk/base/text.h"
#include "kiosk/store/database.h"
#include "kiosk/store/edit_distance.h"
#include "kiosk/store/rank.h"
#include "kiosk/store/search_index.h"
#include "kiosk/store/vocabulary_writer.h"

#include <algorithm>
#include <tuple>

namespace foyer::store {

namespace {

constexpr double exact_quality = 1.0;
constexpr double stem_quality = 0.85;
constexpr double verb_quality = 0.8; ///< kostet for Kosten
constexpr double prefix_quality = 0.7;
constexpr double compound_quality = 0.45;
constexpr double misspelt_quality = 0.35; ///< one letter off; two are worth two thirds of it

constexpr const char* select_exact =
    "SELECT token, entries FROM word WHERE stemmer = ? AND spelling = ? LIMIT 12";
constexpr const char* select_stem =
    "SELECT token, entries FROM word WHERE stemmer = ? AND stem = ? "
    "ORDER BY entries DESC, token LIMIT 12";
constexpr const char* select_start =
    "SELECT w.token, w.entries FROM word_start s JOIN word w ON w.number = s.word "
    "WHERE s.stemmer = ? AND s.letters = ? ORDER BY s.word LIMIT 12";
constexpr const char* select_range =
    "SELECT token, entries FROM word WHERE stemmer = ?1 AND spelling >= ?2 AND "
    "spelling < ?2 || char(1114111) ORDER BY spelling LIMIT 12";
constexpr const char* select_gram =
    "SELECT number, words FROM gram WHERE stemmer = ? AND letters = ?";
constexpr const char* select_compounds =
    "SELECT w.token, w.entries FROM gram_word a CROSS JOIN gram_word b CROSS JOIN word w "
    "WHERE a.gram = ?1 AND b.gram = ?2 AND b.word = a.word AND w.number = a.word AND "
    "instr(w.spelling, ?3) > 0 ORDER BY a.word LIMIT 12";
constexpr const char* select_gram_words = "SELECT word FROM gram_word WHERE gram = ? LIMIT ?";
constexpr const char* select_word =
    "SELECT spelling, token, shown, field, entries FROM word WHERE number = ?";
constexpr const char* select_meanings_stemmed =
    "SELECT DISTINCT meaning FROM synonym WHERE stemmed = ? LIMIT 12";
constexpr const char* select_meanings_folded =
    "SELECT DISTINCT meaning FROM synonym WHERE folded >= ?1 AND folded < ?1 || char(1114111) "
    "LIMIT 12";
constexpr const char* select_phrases =
    "SELECT folded FROM synonym s JOIN language l ON l.tag = s.language "
    "WHERE s.meaning = ? AND l.stemmer = ? ORDER BY s.language, s.position LIMIT 12";

constexpr std::size_t shortest_compound_part = 4;
constexpr std::size_t shortest_misspelt = 4;
constexpr std::size_t shortest_verb = 5;
constexpr std::size_t shortest_part = 4; ///< of two words typed as one
constexpr std::size_t shortest_unfinished_synonym = 4;
constexpr std::size_t most_compared = 200;
constexpr std::size_t most_guesses = 8;
constexpr std::size_t most_gram_words = 4'000; ///< read for one misspelt word

std::u32string letters_of(std::string_view s) {
    std::u32string out;
    for (std::size_t at = 0; at < s.size();) {
        const text::Decoded d = text::decode(s, at);
        out += d.code;
        at += d.bytes;
    }
    return out;
}

std::string joined(const std::vector<TypedWord>& phrase, const Stemmer* stemmer) {
    std::string out;
    for (const TypedWord& word : phrase) {
        if (!out.empty()) out += ' ';
        out += stemmer == nullptr ? word.spellings[0] : stemmer->stem(word.spellings[0]);
    }
    return out;
}

/// What a German verb may be called that is spelt so: kostet, kosten; umgestellt, umstellen. The
/// stemmer leaves these endings. Words that do not exist do no harm: they are looked up.
std::vector<std::string> infinitives(const std::string& spelling) {
    if (spelling.size() < shortest_verb || !spelling.ends_with('t')) return {};
    std::vector<std::string> out;
    const auto add = [&](std::string stem) {
        out.push_back(stem + "en");
        if (stem.ends_with("er") || stem.ends_with("el")) out.push_back(stem + "n");
        if (stem.ends_with('e')) out.push_back(stem + "n");
    };
    const std::string stem = spelling.substr(0, spelling.size() - 1);
    add(stem);
    const std::size_t ge = stem.find("ge");
    if (ge != std::string::npos && ge + 2 < stem.size()) add(std::string(stem).erase(ge, 2));
    return out;
}

struct RareGram {
    std::string letters;
    std::int64_t number;
    std::int64_t words;
};

/// The pieces of a word that stand in the vocabulary, the rarest first.
Result<std::vector<RareGram>> rare_grams(Database& database, const std::string& stemmer,
                                         const std::string& spelling) {
    std::vector<RareGram> out;
    for (const std::string& gram : grams(spelling)) {
        TRY(database.query(select_gram).bind(stemmer).bind(gram).one([&](Row& row) {
            out.push_back({gram, row.integer(0), row.integer(1)});
        }));
    }
    std::sort(out.begin(), out.end(), [](const RareGram& a, const RareGram& b) {
        return std::tie(a.words, a.letters) < std::tie(b.words, b.letters);
    });
    return out;
}

} // namespace

std::vector<TypedWord> typed_words(std::string_view query) {
    std::vector<TypedWord> out;
    for (const Span& span : words(query, Hyphens::part)) {
        const std::string_view word = query.substr(span.begin, span.end - span.begin);
        TypedWord typed;
        typed.spellings.push_back(fold(word));
        typed.letters = text::length(typed.spellings[0]);
        if (typed.letters == 0 || typed.letters > longest_word) continue;
        if (std::string other = fold_digraph(word); other != typed.spellings[0]) {
            typed.spellings.push_back(std::move(other));
        }
        out.push_back(std::move(typed));
        if (out.size() == RankPlan::slots) break;
    }
    if (!out.empty()) out.back().unfinished = true;
    const auto is_function = [](const TypedWord& word) {
        return is_function_word(word.spellings[0]);
    };
    // Without another word to go by, "wer" is what is looked for.
    if (std::all_of(out.begin(), out.end(), is_function)) return out;
    for (TypedWord& word : out) word.function_word = is_function(word);
    return out;
}

void Candidates::add(Candidate candidate) {
    const auto same = std::find_if(all_.begin(), all_.end(), [&](const Candidate& other) {
        return other.token == candidate.token;
    });
    if (same == all_.end()) {
        all_.push_back(std::move(candidate));
    } else {
        same->quality = std::max(same->quality, candidate.quality);
    }
}

void Candidates::scale(double by) {
    for (Candidate& candidate : all_) candidate.quality *= by;
}

int Candidates::entries() const {
    int sum = 0;
    for (const Candidate& candidate : all_) sum += candidate.entries;
    return sum;
}

Result<void> Vocabulary::look_up(const char* sql, const std::string& key, double quality,
                                 Candidates& out) {
    return database_.query(sql).bind(name_).bind(key).each([&](Row& row) {
        out.add({row.text(0), quality, row.number(1, 0, 1 << 24)});
    });
}

Result<void> Vocabulary::find(const TypedWord& word, Candidates& out) {
    for (const std::string& spelling : word.spellings) {
        TRY(look_up(select_exact, spelling, exact_quality, out));
        TRY(look_up(select_stem, stemmer_.stem(spelling), stem_quality, out));
        if (name_ == "de") {
            for (const std::string& verb : infinitives(spelling)) {
                TRY(look_up(select_exact, verb, verb_quality, out));
            }
        }
        if (!word.unfinished) continue;
        const std::size_t before = out.all().size();
        TRY(look_up(select_start, spelling, prefix_quality, out));
        // A beginning that few words have is not listed.
        if (out.all().size() == before) TRY(look_up(select_range, spelling, prefix_quality, out));
    }
    return {};
}

Result<void> Vocabulary::find_compounds(const TypedWord& word, Candidates& out) {
    if (word.letters < shortest_compound_part) return {};
    const std::string& spelling = word.spellings[0];
    std::vector<RareGram> rare = TRY(rare_grams(database_, name_, spelling));
    // Inside of another word, the first letters are not its first.
    std::erase_if(rare, [](const RareGram& gram) { return gram.letters.front() == '^'; });
    const bool all_known = rare.size() + 1 == grams(spelling).size();
    if (rare.empty() || !all_known) return {}; // a piece that no word has is in no compound
    return database_.query(select_compounds)
        .bind(rare.front().number)
        .bind(rare.size() > 1 ? rare[1].number : rare.front().number)
        .bind(spelling)
        .each([&](Row& row) {
            out.add({row.text(0), compound_quality, row.number(1, 0, 1 << 24)});
        });
}

/// Whoever is within `most_distance` letters shares one of any 3 * most_distance + 1 pieces, unless
/// the word is very short; so the rarest pieces are enough to ask for.
Result<std::vector<Vocabulary::Near>> Vocabulary::near(const TypedWord& word, int most_distance) {
    const std::string& spelling = word.spellings[0];
    std::vector<RareGram> rare = TRY(rare_grams(database_, name_, spelling));
    const std::size_t needed = static_cast<std::size_t>(3 * most_distance) + 3;
    if (rare.size() > needed) rare.resize(needed);

    std::vector<std::int64_t> shared; // a word as often as it shares a piece
    for (const RareGram& gram : rare) {
        const std::size_t room = most_gram_words - shared.size();
        TRY(database_.query(select_gram_words)
                .bind(gram.number)
                .bind(static_cast<std::int64_t>(room))
                .each([&](Row& row) { shared.push_back(row.integer(0)); }));
    }
    std::sort(shared.begin(), shared.end());
    std::vector<std::pair<int, std::int64_t>> order; // most shared first
    for (const std::int64_t number : shared) {
        if (order.empty() || order.back().second != number) order.emplace_back(0, number);
        --order.back().first;
    }
    const std::size_t most = std::min(order.size(), most_compared);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most),
                      order.end());
    order.resize(most);

    const std::u32string typed = letters_of(spelling);
    const Compare compare = word.unfinished ? Compare::start_of_other : Compare::whole_words;
    std::vector<Near> out;
    for (const auto& [count, number] : order) {
        TRY(database_.query(select_word).bind(number).one([&](Row& row) {
            const std::u32string other = letters_of(row.text(0));
            const int distance = edit_distance(typed, other, most_distance, compare);
            if (distance > most_distance) return;
            out.push_back({row.text(1), row.text(2), distance, row.number(3, 0, 5),
                           row.number(4, 0, 1 << 24)});
        }));
    }
    std::sort(out.begin(), out.end(), [](const Near& a, const Near& b) {
        return std::tuple(a.distance, a.field, -a.entries, a.token) <
               std::tuple(b.distance, b.field, -b.entries, b.token);
    });
    return out;
}

/// What was meant is searched as if it had been typed, only worth less.
Result<void> Vocabulary::find_misspelt(const TypedWord& word, Candidates& out,
                                       std::vector<Phrase>& phrases) {
    if (word.letters < shortest_misspelt) return {};
    std::vector<Near> found = TRY(near(word, word.letters < 6 ? 1 : 2));
    if (found.size() > most_guesses) found.resize(most_guesses);
    for (const Near& one : found) {
        if (one.distance > found.front().distance) break;
        const double quality = one.distance < 2 ? misspelt_quality : misspelt_quality * 2 / 3;
        const TypedWord meant{{one.token}, text::length(one.token), false, false};
        Candidates forms;
        TRY(find(meant, forms));
        forms.scale(quality);
        for (const Candidate& form : forms.all()) out.add(form);
        for (Phrase& phrase : TRY(find_synonyms({meant}))) {
            for (Candidates& part : phrase.words) part.scale(quality);
            phrases.push_back(std::move(phrase));
        }
    }
    return {};
}

Result<std::vector<Vocabulary::Phrase>> Vocabulary::find_parts(const TypedWord& word) {
    std::vector<Phrase> out;
    const std::string& spelling = word.spellings[0];
    std::size_t letters = 0;
    for (std::size_t at = 0; at < spelling.size(); at += text::decode(spelling, at).bytes) {
        const std::size_t before = letters++;
        if (before < shortest_part || word.letters - before < shortest_part) continue;
        Phrase both;
        both.words.resize(2);
        TRY(find({{spelling.substr(0, at)}, before, false, false}, both.words[0]));
        if (both.words[0].empty()) continue;
        TRY(find({{spelling.substr(at)}, word.letters - before, word.unfinished, false},
                 both.words[1]));
        if (!both.words[1].empty()) out.push_back(std::move(both));
    }
    return out;
}

Result<std::vector<Vocabulary::Phrase>>
Vocabulary::find_synonyms(const std::vector<TypedWord>& phrase) {
    std::vector<std::int64_t> meanings;
    const auto add = [&](Row& row) { meanings.push_back(row.integer(0)); };
    // Nobody says in which language the query is: its stem may be of any.
    for (const char* language : {"de", "en", ""}) {
        const Stemmer stemmer(language);
        TRY(database_.query(select_meanings_stemmed).bind(joined(phrase, &stemmer)).each(add));
        if (phrase.size() > 1 || language != std::string_view("de")) continue;
        for (const std::string& verb : infinitives(phrase[0].spellings[0])) {
            TRY(database_.query(select_meanings_stemmed).bind(stemmer.stem(verb)).each(add));
        }
    }
    const std::string folded = joined(phrase, nullptr);
    if (phrase.back().unfinished && text::length(folded) >= shortest_unfinished_synonym) {
        TRY(database_.query(select_meanings_folded).bind(folded).each(add));
    }
    std::sort(meanings.begin(), meanings.end());
    meanings.erase(std::unique(meanings.begin(), meanings.end()), meanings.end());

    std::vector<std::string> others;
    for (const std::int64_t meaning : meanings) {
        TRY(database_.query(select_phrases).bind(meaning).bind(name_).each([&](Row& row) {
            if (std::string other = row.text(0); other != folded) others.push_back(other);
        }));
    }
    std::vector<Phrase> out;
    for (const std::string& other : others) {
        Phrase one;
        for (const std::string_view part : text::split(other, ' ')) {
            const TypedWord word{{std::string(part)}, text::length(part), false, false};
            TRY(find(word, one.words.emplace_back()));
        }
        out.push_back(std::move(one));
    }
    return out;
}

Result<std::vector<std::string>> Vocabulary::likest(const TypedWord& word, int most) {
    const int far = static_cast<int>(word.letters / 2) + 1;
    std::vector<std::string> out;
    for (const Near& one : TRY(near(word, far))) {
        if (static_cast<int>(out.size()) == most) break;
        if (std::find(out.begin(), out.end(), one.shown) == out.end()) out.push_back(one.shown);
    }
    return out;
}

} // namespace foyer::store
