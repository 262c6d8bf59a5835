// SPDX-License-Identifier: EUPL-1.2
// A question to a class: how many chose what is entered, confirmed and kept; then a chart, the
// right answer and why.
#include "kiosk/ui/chart.h"
#include "kiosk/ui/screens/class_steps.h"

#include <numeric>

namespace foyer::ui {

namespace {

/// The room calls its answers by letters.
std::string lettered(std::size_t option, const std::string& words) {
    return std::string(1, static_cast<char>('A' + option)) + ". " + words;
}

void draw_sum(Flow& flow, const model::Classroom& room) {
    Ui& ui = flow.ui;
    const int sum = std::accumulate(room.counts.begin(), room.counts.end(), 0);
    const int people = room.record->people;
    const std::string count = std::to_string(sum);
    draw_words(flow,
               {Type::body,
                people > 0
                    ? ui.words("class.sum", {{"count", count}, {"people", std::to_string(people)}})
                    : ui.words("class.sum_only", {{"count", count}}),
                "class.sum"},
               ui.plain());
    if (people > 0 && sum > people)
        draw_line(flow, "warning",
                  {Type::body, ui.words("class.too_many"), "class.too_many", {}, Role::status},
                  ui.plain());
}

void draw_entry(Flow& flow, const model::Classroom& room, const model::QuizQuestion& question) {
    Ui& ui = flow.ui;
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        const std::string words = lettered(i, question.options[i]);
        const int option = static_cast<int>(i);
        draw_named_stepper(
            flow,
            {.id = "count" + std::to_string(i),
             .name = text::without_soft_hyphens(words),
             .value = room.counts[i],
             .most = model::max_class_people,
             .set =
                 [option](int count) {
                     return model::SetCount{option, count};
                 }},
            {Type::heading3, words, "option" + std::to_string(i), question.language});
    }
    draw_sum(flow, room);
    draw_line(flow, "warning",
              {Type::body, ui.words("class.unsaved"), "class.unsaved", {}, Role::status},
              ui.plain());
    draw_buttons(flow, {labelled(ui, "class.confirm", "check", model::ConfirmCounts{})},
                 Rank::primary);
}

void draw_result(Flow& flow, const model::Classroom& room, const model::QuizQuestion& question) {
    Ui& ui = flow.ui;
    const bool kept = model::is_kept(room, question.id);
    draw_keeping(flow,
                 kept              ? Keeping::saved
                 : room.keep_error ? Keeping::failed
                                   : Keeping::saving,
                 "class.keeping");
    model::Chart chart;
    chart.title = ui.words("class.chart");
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        const std::string words = lettered(i, question.options[i]);
        const bool right = static_cast<int>(i) == question.answer;
        chart.points.push_back({right ? ui.words("class.right_mark", {{"option", words}}) : words,
                                static_cast<double>(room.counts[i]),
                                std::to_string(room.counts[i])});
    }
    draw_chart(flow, chart, "chart", question.language);
    const auto answer = static_cast<std::size_t>(question.answer);
    draw_line(
        flow, "check",
        {Type::lead,
         ui.words("quiz.right_answer", {{"answer", lettered(answer, question.options[answer])}}),
         "class.right", quoting(ui.look, question.language)},
        ui.plain());
    draw_explained(flow, question, "class");
    std::vector<Labelled> ways;
    if (!kept && room.keep_error)
        ways.push_back(labelled(ui, "class.confirm", "check", model::ConfirmCounts{}));
    ways.push_back(labelled(ui, "class.correct", "plus", model::CorrectCounts{}));
    draw_buttons(flow, ways, Rank::primary);
}

} // namespace

void draw_class_question(Flow& flow, const model::State& state) {
    Ui& ui = flow.ui;
    const model::Classroom& room = state.classroom;
    const model::QuizQuestion* question = model::question_of(room);
    const model::CourseSection* section = model::section_of(room);
    if (!question || room.counts.size() != question->options.size()) return;
    flow.skip(ui.look.mm(3));
    const std::string where =
        ui.words("quiz.progress", {{"number", std::to_string(room.record->question + 1)},
                                   {"count", std::to_string(section->questions.size())}}) +
        " · " + section->title;
    draw_words(flow, {Type::small, where, "class.where", quoting(ui.look, question->language)},
               ui.quiet());
    // Once it is answered, the chart is what the group looks at.
    const Type type = room.entering ? Type::title : Type::heading2;
    draw_words(flow, {type, question->text, "class.question", question->language, Role::heading},
               ui.plain());
    flow.skip(ui.look.mm(3));
    if (room.entering) {
        draw_entry(flow, room, *question);
    } else {
        draw_result(flow, room, *question);
    }
}

} // namespace foyer::ui
