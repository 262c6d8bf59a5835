// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/search_index.h"

#include "kiosk/base/text.h"
#include "kiosk/store/insert.h"
#include "kiosk/store/vocabulary_writer.h"
#include "kiosk/store/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace foyer::store {

namespace {

using model::PageContent;
using model::PageText;

enum Field { title, keywords, headings, summary, body, field_count };
using Fields = std::array<std::string, field_count>;

constexpr const char* insert_entry = "INSERT INTO entry VALUES(?, ?, ?, ?)";
constexpr const char* insert_search =
    "INSERT INTO search(rowid, title, keywords, headings, summary, body) VALUES(?, ?, ?, ?, ?, ?)";
constexpr const char* insert_shown_as = "INSERT INTO shown_as VALUES(?, ?, ?)";
constexpr const char* insert_synonym = "INSERT INTO synonym VALUES(?, ?, ?, ?, ?, ?)";

void add(std::string& field, const std::string& text) { field.append(text).append("\n"); }

Fields fields_of(const PageContent& page, const PageText& text) {
    Fields out;
    out[title] = text.title;
    for (const std::string& word : text.keywords) add(out[keywords], word);
    add(out[keywords], text.place);
    add(out[keywords], page.id); // what editors call it, whatever the title makes of it
    if (page.facts) {
        for (const model::Software& one : page.facts->software) add(out[keywords], one.name);
    }
    add(out[summary], text.summary);
    add(out[summary], text.line);
    for (const model::Block& block : text.body) {
        const bool heading = block.kind == model::BlockKind::heading;
        add(out[heading ? headings : body], model::plain(block.text));
        for (const auto& row : block.rows) {
            for (const model::Inline& cell : row) add(out[body], model::plain(cell));
        }
        add(out[body], model::plain(block.figure.caption));
        add(out[body], block.chart.title);
        for (const model::ChartPoint& point : block.chart.points) add(out[body], point.label);
    }
    for (const model::Result& result : text.results) add(out[body], result.text);
    for (const model::Lesson& lesson : text.lessons) add(out[body], lesson.text);
    return out;
}

Fields fields_of(const model::TermContent::Text& text) {
    Fields out;
    out[title] = text.term;
    for (const std::string& form : text.forms) add(out[keywords], form);
    out[body] = text.text;
    return out;
}

class IndexWriter {
  public:
    IndexWriter(Database& database, const model::PackContent& content)
        : insert_(database), content_(content) {}

    Result<void> write() {
        for (std::size_t i = 0; i < content_.languages.size(); ++i) TRY(write_language(i));
        TRY(write_shown_as());
        TRY(write_vocabulary(insert_, words_));
        return write_synonyms();
    }

  private:
    Result<void> write_language(std::size_t index) {
        const std::string& language = content_.languages[index].tag;
        std::int64_t number = static_cast<std::int64_t>(index + 1) << language_bits;
        // Pages first: of hits that are worth the same, the smaller number wins.
        for (const PageContent& page : content_.pages) {
            const auto text = page.texts.find(language);
            if (text == page.texts.end()) continue;
            insert_.about("index of page " + page.id);
            TRY(insert_.row(insert_entry, number, language, page.id, nullptr));
            TRY(write_entry(number++, language, fields_of(page, text->second)));
        }
        for (const model::TermContent& term : content_.terms) {
            const auto text = term.texts.find(language);
            if (text == term.texts.end()) continue;
            insert_.about("index of term " + term.id);
            TRY(insert_.row(insert_entry, number, language, nullptr, term.id));
            TRY(write_entry(number++, language, fields_of(text->second)));
        }
        return {};
    }

    Result<void> write_entry(std::int64_t number, const std::string& language,
                             const Fields& fields) {
        WordsOfStemmer& vocabulary = words_[primary(language)];
        std::array<std::string, field_count> tokens;
        std::set<std::string> of_entry;
        for (int field = 0; field < field_count; ++field) {
            const auto at = static_cast<std::size_t>(field);
            const std::string text = text::without_soft_hyphens(fields[at]);
            std::set<std::string> of_field;
            for (const Span& span : words(text, Hyphens::part_and_join)) {
                const std::string word = text.substr(span.begin, span.end - span.begin);
                const std::string token = fold(word);
                if (token.empty() || text::length(token) > longest_word) continue;
                WordFacts& facts = vocabulary[token];
                ++facts.shown[word];
                facts.spellings.insert({token, fold_digraph(word)});
                facts.field = std::min(facts.field, field);
                of_field.insert(token);
                if (of_entry.insert(token).second) ++facts.entries;
            }
            for (const std::string& token : of_field) tokens[at].append(token).append(" ");
        }
        return insert_.row(insert_search, number, tokens[title], tokens[keywords], tokens[headings],
                           tokens[summary], tokens[body]);
    }

    /// How many pages and terms a reader of one language gets in another.
    Result<void> write_shown_as() {
        std::map<std::pair<std::string, std::string>, int> counts;
        const auto count = [&](const auto& texts) {
            std::vector<std::string> there;
            for (const auto& [tag, text] : texts) there.push_back(tag);
            for (const model::Language& wished : content_.languages) {
                const std::string other = nearest_language(wished.tag, there);
                if (other != wished.tag) ++counts[{wished.tag, other}];
            }
        };
        for (const PageContent& page : content_.pages) count(page.texts);
        for (const model::TermContent& term : content_.terms) count(term.texts);
        insert_.about("index of languages");
        for (const auto& [pair, entries] : counts) {
            TRY(insert_.row(insert_shown_as, pair.first, pair.second, entries));
        }
        return {};
    }

    Result<void> write_synonyms() {
        insert_.about("synonyms");
        for (int meaning = 1; const model::SynonymGroup& group : content_.synonyms) {
            for (const auto& [language, phrases] : group) {
                const Stemmer stemmer(primary(language));
                for (int position = 1; const std::string& phrase : phrases) {
                    std::string folded, stemmed;
                    for (const Span& span : words(phrase, Hyphens::part)) {
                        const std::string word = fold(
                            std::string_view(phrase).substr(span.begin, span.end - span.begin));
                        if (!folded.empty()) folded += ' ', stemmed += ' ';
                        folded += word;
                        stemmed += stemmer.stem(word);
                    }
                    TRY(insert_.row(insert_synonym, meaning, language, position++, phrase, folded,
                                    stemmed));
                }
            }
            ++meaning;
        }
        return {};
    }

    Inserter insert_;
    const model::PackContent& content_;
    std::map<std::string, WordsOfStemmer> words_; ///< by stemmer
};

} // namespace

std::string nearest_language(const std::string& wished, const std::vector<std::string>& there) {
    const std::string wishes[] = {wished, primary(wished), "de", "en"};
    for (const std::string& wish : wishes) {
        if (std::find(there.begin(), there.end(), wish) != there.end()) return wish;
    }
    return there.empty() ? wished : *std::min_element(there.begin(), there.end());
}

Result<void> write_search_index(Database& database, const model::PackContent& content) {
    TRY(IndexWriter(database, content).write());
    Inserter insert(database);
    insert.about("index");
    return insert.row("INSERT INTO search(search) VALUES(?)", "optimize");
}

} // namespace foyer::store
