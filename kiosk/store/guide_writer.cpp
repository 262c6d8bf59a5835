// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/guide_writer.h"

#include "kiosk/store/text_writer.h"

#include <cstdlib>
#include <optional>

namespace foyer::store {

namespace {

using model::Guide;
using model::GuideContent;
using model::GuideOption;

constexpr const char* insert_event = "INSERT INTO event VALUES(?, ?, ?, ?)";
constexpr const char* insert_event_text = "INSERT INTO event_text VALUES(?, ?, ?, ?)";
constexpr const char* insert_event_source = "INSERT INTO event_source VALUES(?, ?, ?)";
constexpr const char* insert_guide = "INSERT INTO guide VALUES(?, ?, ?)";
constexpr const char* insert_guide_text = "INSERT INTO guide_text VALUES(?, ?, ?, ?)";
constexpr const char* insert_guide_source = "INSERT INTO guide_source VALUES(?, ?, ?)";
constexpr const char* insert_question = "INSERT INTO guide_question VALUES(?, ?, ?, ?, ?)";
constexpr const char* insert_option = "INSERT INTO guide_option VALUES(?, ?, ?, ?, ?, ?)";
constexpr const char* insert_option_text = "INSERT INTO guide_option_text VALUES(?, ?, ?, ?, ?, ?)";
constexpr const char* insert_result = "INSERT INTO guide_result VALUES(?, ?, ?)";
constexpr const char* insert_result_text = "INSERT INTO guide_result_text VALUES(?, ?, ?, ?, ?)";
constexpr const char* insert_result_page = "INSERT INTO guide_result_page VALUES(?, ?, ?, ?)";

Result<void> write_event(Inserter& insert, const model::EventContent& event) {
    insert.about("event " + event.id);
    if (!is_id(event.id)) return insert.error(Errc::invalid, "the id is no id");
    if (event.texts.empty()) return insert.error(Errc::invalid, "there is no text");
    if (over(event.sources.size(), limits::rows)) {
        return insert.error(Errc::too_large, "too many sources");
    }
    const auto page = event.page.empty() ? std::optional<std::string>() : event.page;
    TRY(insert.row(insert_event, event.id, event.date, event.theme, page));
    for (const auto& [language, text] : event.texts) {
        TRY(insert.row(insert_event_text, event.id, language, text.title, text.text));
    }
    for (int position = 1; const std::string& source : event.sources) {
        TRY(insert.row(insert_event_source, event.id, position++, source));
    }
    return {};
}

/// A guide without its words: what all its languages must have alike.
Guide skeleton(Guide guide) {
    guide.card = {};
    guide.sources.clear();
    for (model::GuideQuestion& question : guide.questions) {
        question.text.clear();
        question.help.clear();
        for (GuideOption& option : question.options) {
            option.text.clear();
            option.reason.clear();
        }
    }
    for (model::GuideResult& result : guide.results) {
        result.title.clear();
        result.text.clear();
        result.pages.clear();
    }
    return guide;
}

class GuideWriter {
  public:
    GuideWriter(Inserter& insert, const GuideContent& content) : insert_(insert), of_(content) {}

    Result<void> write(int position) {
        insert_.about("guide " + of_.id);
        TRY(check());
        const Guide& any = of_.texts.begin()->second;
        TRY(insert_.row(insert_guide, of_.id, position, of_.icon));
        for (int number = 1; const std::string& source : of_.sources) {
            TRY(insert_.row(insert_guide_source, of_.id, number++, source));
        }
        TRY(write_results(any));
        TRY(write_options(any));
        for (const auto& [language, text] : of_.texts) TRY(write_text(language, text));
        return {};
    }

  private:
    Result<void> check() {
        if (!is_id(of_.id)) return insert_.error(Errc::invalid, "the id is no id");
        if (of_.texts.empty()) return insert_.error(Errc::invalid, "there is no text");
        const Guide first = skeleton(of_.texts.begin()->second);
        for (const auto& [language, text] : of_.texts) {
            if (skeleton(text) != first) {
                return insert_.error(Errc::invalid, "not the same guide in " + language);
            }
        }
        if (first.questions.empty() || first.results.empty() ||
            of_.pages.size() != first.results.size()) {
            return insert_.error(Errc::invalid, "questions, results or their pages are missing");
        }
        if (over(first.questions.size(), limits::questions) ||
            over(first.results.size(), limits::questions) ||
            over(of_.sources.size(), limits::rows)) {
            return insert_.error(Errc::too_large, "too many questions, results or sources");
        }
        return check_ways(first);
    }

    Result<void> check_ways(const Guide& guide) {
        const int questions = static_cast<int>(guide.questions.size());
        const int results = static_cast<int>(guide.results.size());
        for (int number = 1; const model::GuideQuestion& question : guide.questions) {
            if (question.options.empty()) {
                return insert_.error(Errc::invalid, "a question without answers");
            }
            if (over(question.options.size(), limits::options)) {
                return insert_.error(Errc::too_large, "too many answers to a question");
            }
            for (const GuideOption& option : question.options) {
                const bool forward = option.question == 0 ||
                                     (option.question > number && option.question <= questions);
                const bool known = option.result >= 0 && option.result <= results;
                if (!forward || !known) {
                    return insert_.error(Errc::invalid, "an answer leads back or nowhere");
                }
                if (std::abs(option.points) > limits::score) {
                    return insert_.error(Errc::too_large, "points of an answer");
                }
            }
            ++number;
        }
        return {};
    }

    Result<void> write_results(const Guide& guide) {
        for (int number = 1; const model::GuideResult& result : guide.results) {
            if (std::abs(result.least_points) > limits::score) {
                return insert_.error(Errc::too_large, "points of a result");
            }
            TRY(insert_.row(insert_result, of_.id, number, result.least_points));
            const auto& pages = of_.pages[static_cast<std::size_t>(number) - 1];
            if (over(pages.size(), limits::rows)) {
                return insert_.error(Errc::too_large, "too many pages of a result");
            }
            for (int position = 1; const std::string& page : pages) {
                TRY(insert_.row(insert_result_page, of_.id, number, position++, page));
            }
            ++number;
        }
        return {};
    }

    Result<void> write_options(const Guide& guide) {
        for (int number = 1; const model::GuideQuestion& question : guide.questions) {
            for (int position = 1; const GuideOption& option : question.options) {
                TRY(insert_.row(insert_option, of_.id, number, position++, option.points,
                                OrNull{option.question}, OrNull{option.result}));
            }
            ++number;
        }
        return {};
    }

    Result<void> write_text(const std::string& language, const Guide& guide) {
        insert_.about("guide " + of_.id + " (" + language + ")");
        TRY(insert_.row(insert_guide_text, of_.id, language, guide.card.title, guide.card.summary));
        for (int number = 1; const model::GuideQuestion& question : guide.questions) {
            TRY(insert_.row(insert_question, of_.id, language, number, question.text,
                            question.help));
            for (int position = 1; const GuideOption& option : question.options) {
                TRY(insert_.row(insert_option_text, of_.id, language, number, position++,
                                option.text, option.reason));
            }
            ++number;
        }
        for (int number = 1; const model::GuideResult& result : guide.results) {
            TRY(insert_.row(insert_result_text, of_.id, language, number++, result.title,
                            result.text));
        }
        return {};
    }

    Inserter& insert_;
    const GuideContent& of_;
};

} // namespace

Result<void> write_events(Inserter& insert, const model::PackContent& content) {
    insert.about("pack");
    if (over(content.events.size(), limits::events)) {
        return insert.error(Errc::too_large, "too many events");
    }
    for (const model::EventContent& event : content.events) TRY(write_event(insert, event));
    return {};
}

Result<void> write_guides(Inserter& insert, const model::PackContent& content) {
    insert.about("pack");
    if (over(content.guides.size(), limits::guides)) {
        return insert.error(Errc::too_large, "too many guides");
    }
    for (int position = 1; const GuideContent& guide : content.guides) {
        TRY(GuideWriter(insert, guide).write(position++));
    }
    return {};
}

} // namespace foyer::store
