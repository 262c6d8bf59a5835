// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/print/course.h"

#include <algorithm>

namespace foyer::print {

namespace {

class Handout {
  public:
    Handout(const Edition& edition, const model::Course& course)
        : words_(edition.words),
          course_(course),
          paper_(edition, course.card.title, course.card.language) {}

    host::Document write() {
        paper_.heading(1, course_.card.title);
        paper_.text(minutes(course_.card.minutes), host::Voice::quiet);
        paper_.text(course_.card.audience, host::Voice::lead);
        goals();
        plan();
        for (const model::CourseSection& one : course_.sections) section(one);
        if (questions_ > 0) {
            paper_.add({host::DocumentPageBreak{}});
            answers();
        }
        paper_.sources();
        paper_.imprint();
        return paper_.take();
    }

  private:
    std::string minutes(int count) const {
        return words_("print.minutes", {{"minutes", std::to_string(count)}});
    }

    void goals() {
        if (course_.goals.empty()) return;
        paper_.heading(2, words_("print.goals"));
        for (const std::string& goal : course_.goals) paper_.item({goal});
    }

    void plan() {
        host::DocumentTable table;
        table.shares = {0.08f, 0.72f, 0.2f};
        table.rows.push_back(
            {{""}, {words_("print.plan_section")}, {words_("print.plan_minutes")}});
        int number = 0, all = 0;
        for (const model::CourseSection& one : course_.sections) {
            table.rows.push_back(
                {{std::to_string(++number)}, {one.title}, {std::to_string(one.minutes)}});
            all += one.minutes;
        }
        table.rows.push_back({{""}, {words_("print.plan_all")}, {std::to_string(all)}});
        paper_.heading(2, words_("print.plan"));
        paper_.add({std::move(table)});
    }

    void section(const model::CourseSection& section) {
        ++sections_;
        paper_.heading(2, std::to_string(sections_) + "\xC2\xA0\xC2\xA0" + section.title);
        paper_.text(minutes(section.minutes), host::Voice::quiet);
        paper_.text(section.text);
        std::string pages;
        for (const model::Card& page : section.pages)
            pages += (pages.empty() ? "" : " · ") + page.title;
        if (!pages.empty())
            paper_.text(words_("print.read", {{"pages", pages}}), host::Voice::quiet);
        if (!section.exercise.empty()) {
            paper_.heading(3, words_("print.exercise",
                                     {{"minutes", std::to_string(section.exercise_minutes)}}));
            paper_.blocks(section.exercise, {}, 3);
        }
        if (!section.questions.empty()) paper_.heading(3, words_("print.questions"));
        for (const model::QuizQuestion& one : section.questions) question(one);
    }

    /// A question and its options on one page.
    void question(const model::QuizQuestion& question) {
        const std::string number = std::to_string(++questions_) + ".";
        paper_.item({question.text}, number);
        paper_.keep_with_next();
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            paper_.item({question.options[i]}, option_mark(i), host::Voice::body, 2);
            if (i + 1 < question.options.size()) paper_.keep_with_next();
        }
    }

    void answers() {
        paper_.heading(2, words_("print.answers"));
        paper_.text(words_("print.answers_text"), host::Voice::quiet);
        int number = 0;
        for (const model::CourseSection& section : course_.sections)
            for (const model::QuizQuestion& one : section.questions) answer(one, ++number);
    }

    void answer(const model::QuizQuestion& question, int number) {
        const auto right = static_cast<std::size_t>(std::max(question.answer, 0));
        if (right >= question.options.size()) return;
        model::Inline runs = {
            {.text = option_mark(right) + " " + question.options[right], .bold = true},
            {.text = "\n" + question.explanation}};
        for (std::size_t i = 0; i < question.sources.size(); ++i)
            runs.push_back({.source = static_cast<int>(i) + 1});
        paper_.item(paper_.rich(runs, question.sources), std::to_string(number) + ".");
    }

    const Words& words_;
    const model::Course& course_;
    Paper paper_;
    int sections_ = 0, questions_ = 0; ///< so far
};

} // namespace

std::string option_mark(std::size_t option) {
    return std::string(1, static_cast<char>('a' + option % 26)) + ")";
}

host::Document course_document(const Edition& edition, const model::Course& course) {
    return Handout(edition, course).write();
}

} // namespace foyer::print
