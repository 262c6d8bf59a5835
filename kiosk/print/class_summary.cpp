// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/print/class_summary.h"

#include "kiosk/print/course.h"

#include <algorithm>

namespace foyer::print {

namespace {

const model::ClassAnswer* answer_to(const model::ClassRecord& record, const std::string& question) {
    const auto found =
        std::find_if(record.answers.begin(), record.answers.end(),
                     [&](const model::ClassAnswer& one) { return one.question == question; });
    return found == record.answers.end() ? nullptr : &*found;
}

/// The right option is named in words: paper may be black and white.
host::DocumentBars bars_of(const Words& words, const model::QuizQuestion& question,
                           const model::ClassAnswer& answer, int number) {
    host::DocumentBars out;
    out.title = std::to_string(number) + ". " + question.text;
    int all = 0, right = 0;
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        const int count = i < answer.counts.size() ? answer.counts[i] : 0;
        std::string label = option_mark(i) + " " + question.options[i];
        if (static_cast<int>(i) == question.answer) {
            label = words("print.summary_right", {{"option", label}});
            right = count;
        }
        all += count;
        out.bars.push_back({label, static_cast<double>(count), words.number(count)});
    }
    out.whole = all;
    out.note = {
        words("print.summary_share", {{"right", words.number(right)}, {"all", words.number(all)}})};
    return out;
}

void write_section(Paper& paper, const model::CourseSection& section,
                   const model::ClassRecord& record, int& number) {
    if (section.questions.empty()) return;
    paper.heading(2, section.title);
    for (const model::QuizQuestion& question : section.questions) {
        ++number;
        if (const model::ClassAnswer* answer = answer_to(record, question.id)) {
            paper.add({bars_of(paper.words(), question, *answer, number)});
            continue;
        }
        paper.heading(3, std::to_string(number) + ". " + question.text);
        paper.text(paper.words()("print.summary_none"), host::Voice::quiet);
    }
}

} // namespace

host::Document class_summary(const Edition& edition, const model::Course& course,
                             const model::ClassRecord& record, const std::string& town) {
    const Words& words = edition.words;
    Paper paper(edition, course.card.title, course.card.language);
    std::string about = town;
    const auto add = [&](const std::string& fact) { about += (about.empty() ? "" : " · ") + fact; };
    if (!record.date.empty()) add(words.date(record.date));
    if (record.people > 0)
        add(words("print.summary_people", {{"people", words.number(record.people)}}));
    paper.document().author = town;
    if (!record.date.empty()) paper.document().date = record.date;
    paper.document().footer = paper.document().title;
    if (!record.date.empty()) paper.document().footer += " · " + words.date(record.date);
    paper.heading(1, words("print.summary", {{"title", course.card.title}}));
    paper.text(about, host::Voice::quiet);
    paper.text(words("print.summary_private"), host::Voice::lead);
    int number = 0;
    for (const model::CourseSection& section : course.sections)
        write_section(paper, section, record, number);
    return paper.take();
}

} // namespace foyer::print
