// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/quiz.h"

#include "content/packer/entries.h"
#include "content/packer/numbers.h"
#include "content/packer/suggest.h"
#include "content/packer/text_file.h"

#include <algorithm>
#include <set>

namespace foyer::packer {

namespace {

using model::QuestionContent;

constexpr std::size_t max_text_letters = 200, max_option_letters = 120,
                      max_explanation_letters = 240;

using Sheets = std::map<std::string, FactSheet>;

bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Reads one question. Lives for one call.
class QuestionReader {
  public:
    QuestionReader(Fields& fields, const Sheets& sheets) : fields_(fields), sheets_(sheets) {}

    QuestionContent read(std::set<std::string>& seen) {
        question_.id = unique_id(fields_, seen);
        question_.level =
            static_cast<int>(fields_.integer("level", Need::needed, 1, 3).value_or(1));
        question_.page = known_page(fields_, "page", Need::needed);
        question_.sources = known_sources(fields_, Need::needed);
        if (fields_.has("sources") && question_.sources.empty()) {
            fields_.error(fields_.at("sources"), "a question has at least one source");
        }
        read_facts();
        const auto answer = fields_.integer("answer", Need::needed, 1, most_quiz_options);
        answered_ = answer.has_value();
        question_.answer = static_cast<int>(answer.value_or(1)) - 1;
        each_language(fields_, "the question", [&](const std::string& language, Fields& text) {
            read_text(language, text);
        });
        fields_.finish();
        check_options();
        return std::move(question_);
    }

  private:
    /// By its id: on the question's own page first, then on any.
    const Fact* find(const std::string& id) const {
        const auto in = [&](const FactSheet& sheet) -> const Fact* {
            for (const Fact& fact : sheet.facts()) {
                if (fact.id == id) return &fact;
            }
            return nullptr;
        };
        const auto own = sheets_.find(question_.page);
        if (own != sheets_.end()) {
            if (const Fact* fact = in(own->second)) return fact;
        }
        for (const auto& [page, sheet] : sheets_) {
            if (const Fact* fact = in(sheet)) return fact;
        }
        return nullptr;
    }

    std::set<std::string> ids_of_own_page() const {
        std::set<std::string> out;
        const auto own = sheets_.find(question_.page);
        if (own == sheets_.end()) return out;
        for (const Fact& fact : own->second.facts()) out.insert(fact.id);
        return out;
    }

    /// A page without facts.toml, a town's own, has nothing to name.
    bool can_prove() const {
        const auto own = sheets_.find(question_.page);
        return own == sheets_.end() || own->second.there();
    }

    void read_facts() {
        std::set<std::string> cited;
        for (const Placed& id :
             fields_.words("facts", can_prove() ? Need::needed : Need::optional)) {
            const Fact* fact = find(id.text);
            if (fact == nullptr && !can_prove()) continue;
            if (fact == nullptr) {
                fields_.error(id.at, "there is no fact " + quoted(id.text) +
                                         suggestion(id.text, ids_of_own_page()));
                continue;
            }
            facts_.push_back(fact);
            cited.insert(fact->sources.begin(), fact->sources.end());
            const bool fits = std::any_of(
                fact->sources.begin(), fact->sources.end(),
                [&](const std::string& source) { return contains(question_.sources, source); });
            if (!fits && !question_.sources.empty()) {
                fields_.error(id.at, "the fact " + quoted(id.text) +
                                         " cites none of the question's sources");
            }
        }
        if (facts_.empty()) return;
        for (const std::string& source : question_.sources) {
            if (cited.count(source) > 0) continue;
            fields_.error(fields_.at("sources", source),
                          "none of the question's facts cites the source " + quoted(source));
        }
    }

    void read_text(const std::string& language, Fields& text) {
        QuestionContent::Text& own = question_.texts[language];
        own.text = text_in(language, text, "text", Need::needed, max_text_letters);
        text.words("options", Need::needed);
        own.options = texts_in(language, text, "options", max_option_letters);
        own.explanation =
            text_in(language, text, "explanation", Need::needed, max_explanation_letters);
        const std::size_t count = own.options.size();
        if (count < least_quiz_options || count > most_quiz_options) {
            text.error(text.at("options"), "a question has " + std::to_string(least_quiz_options) +
                                               " to " + std::to_string(most_quiz_options) +
                                               " options");
        } else if (std::set<std::string>(own.options.begin(), own.options.end()).size() < count) {
            text.error(text.at("options"), "an option stands here twice");
        }
        prove(text, "explanation", own.explanation);
        const auto right = static_cast<std::size_t>(question_.answer);
        if (answered_ && right < count) prove(text, "options", own.options[right]);
    }

    /// Warns about numbers that none of the question's facts has.
    void prove(Fields& text, const char* key, const std::string& shown) const {
        if (facts_.empty()) return;
        std::set<std::string> known;
        for (const Fact* fact : facts_) {
            for (const std::string& part : {fact->text, fact->date}) {
                for (NumberInText& number : numbers_in(part)) known.insert(std::move(number.value));
            }
        }
        for (const NumberInText& number : numbers_in(shown)) {
            if (known.count(number.value) > 0) continue;
            text.warning(text.at(key, number.written), "the number " + number.written +
                                                           " stands in none of the question's "
                                                           "facts");
        }
    }

    void check_options() {
        const auto german = question_.texts.find("de");
        if (german == question_.texts.end()) return;
        const std::size_t count = german->second.options.size();
        if (static_cast<std::size_t>(question_.answer) >= count && count > 0) {
            fields_.error(fields_.at("answer"),
                          "there are only " + std::to_string(count) + " options to choose from");
        }
        for (const auto& [language, text] : question_.texts) {
            if (text.options.size() == count) continue;
            fields_.error(fields_.at(language.c_str()),
                          "the question has " + std::to_string(text.options.size()) +
                              " options in " + quoted(language) + " and " + std::to_string(count) +
                              " in German");
        }
    }

    Fields& fields_;
    const Sheets& sheets_;
    QuestionContent question_;
    bool answered_ = false; ///< else nobody knows which option is right
    std::vector<const Fact*> facts_;
};

} // namespace

void read_quiz(const std::vector<Tree>& trees, const Sheets& facts, model::PackContent& content,
               Checking& checking) {
    for (const Tree& tree : trees) {
        const std::optional<TomlFile> file = load_toml(tree, "quiz.toml", checking.problems);
        if (!file) continue;
        Fields root(file->root, file->source, checking, "quiz.toml");
        std::set<std::string> seen;
        for (const TomlValue* table : root.tables("question")) {
            Fields fields(*table, file->source, checking, "the question");
            put(content.questions, checking.index.questions,
                QuestionReader(fields, facts).read(seen));
        }
        root.finish();
        if (content.questions.size() > max_quiz) {
            root.error(root.at("question"),
                       "at most " + std::to_string(max_quiz) + " questions fit");
        }
    }
}

} // namespace foyer::packer
