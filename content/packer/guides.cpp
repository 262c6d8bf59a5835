// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/guides.h"

#include "content/packer/entries.h"
#include "content/packer/entry_files.h"
#include "content/packer/guide_ways.h"
#include "content/packer/suggest.h"
#include "content/packer/text_file.h"

#include <map>

namespace foyer::packer {

namespace {

using model::Guide;

constexpr std::size_t max_title_letters = 80, max_summary_letters = 300, max_question_letters = 160,
                      max_help_letters = 400, max_option_letters = 140, max_reason_letters = 320,
                      max_result_letters = 900;
constexpr int max_points = 100;

/// Reads one file. The German text comes first and says which languages must be complete.
class GuideReader {
  public:
    GuideReader(const TomlFile& file, std::string id, Checking& checking)
        : file_(file), checking_(checking) {
        guide_.id = std::move(id);
    }

    Ordered<model::GuideContent> read() {
        Fields root(file_.root, file_.source, checking_, "the guide");
        const std::int64_t order =
            root.integer("order", Need::optional, 0, 1'000'000).value_or(1'000'000);
        guide_.icon = root.word("icon", Need::needed).text;
        if (!guide_.icon.empty() && !is_id(guide_.icon)) {
            root.error(root.at("icon"), "an icon is a name from assets/icons, like \"book\"");
        }
        guide_.sources = known_sources(root, Need::needed);
        const auto questions = root.tables("question"), results = root.tables("result");
        read_cards(root);
        collect_ids(questions, "the question", question_numbers_);
        collect_ids(results, "the result", result_numbers_);
        for (const TomlValue* table : questions) read_question(*table);
        for (const TomlValue* table : results) read_result(*table);
        root.finish();
        check_counts(root, questions, results);
        if (checking_.problems.errors() == errors_before_) check_ways(root, questions, results);
        return {order, std::move(guide_)};
    }

  private:
    using Tables = std::vector<const TomlValue*>;

    Fields fields_of(const TomlValue& table, const char* what) {
        return Fields(table, file_.source, checking_, what);
    }

    void read_cards(Fields& root) {
        each_language(root, "the guide", [&](const std::string& language, Fields& text) {
            Guide& own = guide_.texts[language];
            own.card.title = text_in(language, text, "title", Need::needed, max_title_letters);
            own.card.summary =
                text_in(language, text, "summary", Need::needed, max_summary_letters);
        });
    }

    /// Ids first, since answers lead to what comes later. Numbers count from 1.
    void collect_ids(const Tables& tables, const char* what, std::map<std::string, int>& numbers) {
        std::set<std::string> seen;
        for (int number = 1; const TomlValue* table : tables) {
            Fields fields = fields_of(*table, what);
            const std::string id = unique_id(fields, seen);
            if (!id.empty()) numbers.emplace(id, number);
            ++number;
        }
    }

    /// Reads the texts of a part for each language of the guide.
    void each_text(Fields& fields, const char* what,
                   const std::function<void(const std::string&, Fields&, Guide&)>& read) {
        packer::each_text(fields, what, "the guide", languages_of(guide_.texts),
                          [&](const std::string& language, Fields& text) {
                              const auto own = guide_.texts.find(language);
                              if (own != guide_.texts.end())
                                  return read(language, text, own->second);
                              Guide unused;
                              grow(unused);
                              read(language, text, unused);
                          });
    }

    /// As many questions, options and results as have been read so far, without words.
    void grow(Guide& guide) const {
        guide.questions.resize(question_);
        if (question_ > 0) guide.questions.back().options.resize(option_);
        guide.results.resize(result_);
    }

    void grow_all() {
        for (auto& [language, guide] : guide_.texts) grow(guide);
    }

    void read_question(const TomlValue& table) {
        Fields fields = fields_of(table, "the question");
        fields.word("id", Need::optional); // collect_ids has looked
        const Tables options = fields.tables("option");
        ++question_;
        option_ = 0;
        grow_all();
        each_text(
            fields, "the question", [&](const std::string& language, Fields& text, Guide& guide) {
                model::GuideQuestion& own = guide.questions.back();
                own.text = text_in(language, text, "text", Need::needed, max_question_letters);
                own.help = text_in(language, text, "help", Need::optional, max_help_letters);
            });
        if (options.size() < least_options || options.size() > most_options) {
            fields.error(table.at, "a question has " + std::to_string(least_options) + " to " +
                                       std::to_string(most_options) + " answers");
        }
        for (const TomlValue* option : options) read_option(*option);
        fields.finish();
    }

    void read_option(const TomlValue& table) {
        Fields fields = fields_of(table, "the answer");
        model::GuideOption shared;
        shared.points = static_cast<int>(
            fields.integer("points", Need::optional, -max_points, max_points).value_or(0));
        shared.question = number_of(fields, "question", question_numbers_);
        shared.result = number_of(fields, "result", result_numbers_);
        if (shared.question > 0 && shared.question <= static_cast<int>(question_)) {
            fields.error(fields.at("question"), "ways lead forward only, to a later question");
        }
        if (fields.has("question") && fields.has("result")) {
            fields.error(fields.at("result"), "an answer leads to a question or a result");
        }
        ++option_;
        grow_all();
        for (auto& [language, guide] : guide_.texts) {
            guide.questions.back().options.back() = shared;
        }
        each_text(
            fields, "the answer", [&](const std::string& language, Fields& text, Guide& guide) {
                model::GuideOption& own = guide.questions.back().options.back();
                own.text = text_in(language, text, "text", Need::needed, max_option_letters);
                own.reason = text_in(language, text, "reason", Need::optional, max_reason_letters);
            });
        fields.finish();
    }

    static int number_of(Fields& fields, const char* key,
                         const std::map<std::string, int>& numbers) {
        const Placed id = fields.word(key, Need::optional);
        if (id.text.empty()) return 0;
        const auto found = numbers.find(id.text);
        if (found != numbers.end()) return found->second;
        std::set<std::string> known;
        for (const auto& [one, number] : numbers) known.insert(one);
        fields.error(id.at, std::string("there is no ") + key + " " + quoted(id.text) +
                                suggestion(id.text, known));
        return 0;
    }

    void read_result(const TomlValue& table) {
        Fields fields = fields_of(table, "the result");
        fields.word("id", Need::optional); // collect_ids has looked
        const int least = static_cast<int>(
            fields.integer("least_points", Need::optional, -10'000, 10'000).value_or(0));
        guide_.pages.push_back(pages_of(fields));
        ++result_;
        grow_all();
        for (auto& [language, guide] : guide_.texts) guide.results.back().least_points = least;
        each_text(fields, "the result",
                  [&](const std::string& language, Fields& text, Guide& guide) {
                      model::GuideResult& own = guide.results.back();
                      own.title = text_in(language, text, "title", Need::needed, max_title_letters);
                      own.text = text_in(language, text, "text", Need::needed, max_result_letters);
                  });
        fields.finish();
    }

    static std::vector<std::string> pages_of(Fields& fields) {
        std::vector<std::string> out = known_pages(fields, "pages", Need::optional);
        if (out.size() > max_result_pages) {
            fields.error(fields.at("pages"), "at most " + std::to_string(max_result_pages) +
                                                 " pages fit below a result");
        }
        return out;
    }

    static void check_counts(Fields& root, const Tables& questions, const Tables& results) {
        if (questions.empty()) root.error(root.at(""), "the guide has no [[question]]");
        if (results.empty()) root.error(root.at(""), "the guide has no [[result]]");
        if (questions.size() > max_questions) {
            root.error(questions.back()->at,
                       "a guide has at most " + std::to_string(max_questions) + " questions");
        }
        if (results.size() > max_results) {
            root.error(results.back()->at,
                       "a guide has at most " + std::to_string(max_results) + " results");
        }
    }

    void check_ways(Fields& root, const Tables& questions, const Tables& results) const {
        const GuideWays ways = ways_of(guide_.texts.at("de"));
        for (const int number : ways.open_ends) {
            root.error(questions[static_cast<std::size_t>(number) - 1]->at,
                       "an answer to this question ends the way without a result");
        }
        for (std::size_t i = 0; i < questions.size(); ++i) {
            if (!ways.questions[i])
                root.error(questions[i]->at, "no answer leads to this question");
        }
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (!ways.results[i]) root.error(results[i]->at, "no way leads to this result");
        }
    }

    const TomlFile& file_;
    Checking& checking_;
    model::GuideContent guide_;
    std::map<std::string, int> question_numbers_, result_numbers_;
    std::size_t question_ = 0, option_ = 0, result_ = 0; ///< read so far
    std::size_t errors_before_ = checking_.problems.errors();
};

} // namespace

void read_guides(const std::vector<Tree>& trees, model::PackContent& content, Checking& checking) {
    constexpr EntryFolder folder{"guides", "guide", "choose.toml", max_guides};
    content.guides = read_entries<model::GuideContent>(
        trees, folder, checking.problems, [&](const TomlFile& file, const std::string& id) {
            return GuideReader(file, id, checking).read();
        });
}

} // namespace foyer::packer
