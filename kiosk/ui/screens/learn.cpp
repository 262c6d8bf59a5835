// SPDX-License-Identifier: EUPL-1.2
// Learn: the quick quiz and the courses as cards; a class that waits to be gone on with.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/rows.h"
#include "kiosk/ui/screens/learning.h"

#include <algorithm>

namespace foyer::ui {

std::string course_facts(const Words& words, const model::CourseCard& course) {
    const auto counted = [&](const std::string& key, int count) {
        return count == 1 ? words(key + "_one") : words(key, {{"count", std::to_string(count)}});
    };
    return words("course.minutes", {{"minutes", std::to_string(course.minutes)}}) + " · " +
           counted("course.sections", course.sections) + " · " +
           counted("course.questions", course.questions);
}

model::Action way_to_class(const model::State& state, const std::string& course) {
    if (state.staff.owner != model::PinOwner::nobody)
        return model::Open{model::Screen::classroom, course};
    return model::Open{model::Screen::pin, "class:" + course};
}

bool can_hold(const model::State& state) {
    return state.staff.trainer_pin || state.staff.staff_pin;
}

namespace {

BigCard class_card(const Ui& ui, const model::State& state) {
    const model::ClassRecord& record = *state.classroom.record;
    const std::vector<model::CourseCard>& courses = state.view.courses;
    const auto course =
        std::find_if(courses.begin(), courses.end(),
                     [&](const model::CourseCard& one) { return one.id == record.course; });
    const std::string title = course == courses.end() ? record.course : course->title;
    return {.id = "learn.class",
            .icon = "people",
            .language = ui.look.language,
            .title = record.date.empty()
                         ? ui.words("learn.goes_on")
                         : ui.words("learn.goes_on_date", {{"date", ui.words.date(record.date)}}),
            .text = ui.words("learn.goes_on_text", {{"title", title}}),
            .foot = ui.words("learn.goes_on_foot"),
            .action = way_to_class(state, record.course)};
}

BigCard quick_card(const Ui& ui) {
    return {.id = "learn.quick",
            .icon = "help",
            .language = ui.look.language,
            .title = ui.words("learn.quick"),
            .text = ui.words("learn.quick_text"),
            .foot = ui.words("course.questions",
                             {{"count", std::to_string(model::quick_quiz_questions)}}),
            .action = model::Open{model::Screen::quiz, model::quick_quiz}};
}

BigCard course_card(const Ui& ui, const model::CourseCard& course) {
    return {.id = "course." + course.id,
            .icon = "school",
            .language = course.language,
            .title = course.title,
            .text = course.audience,
            .foot = course_facts(ui.words, course),
            .action = model::Open{model::Screen::course, course.id}};
}

} // namespace

void draw_learn(Ui& ui, const model::State& state) {
    flow(ui, content_area(ui.look, Width::all), state.place().scroll, layout_of(ui.look, "learn"),
         [&](Flow& page) {
             const Words& words = ui.words;
             draw_section(page, words("learn.title"), "learn.title", Type::title);
             draw_words(page, {Type::lead, words("learn.text"), "learn.text"}, ui.quiet());
             page.skip(ui.look.mm(3));
             std::vector<BigCard> first;
             if (state.classroom.record && can_hold(state)) first.push_back(class_card(ui, state));
             first.push_back(quick_card(ui));
             draw_big_cards(page, first);
             draw_section(page, words("learn.courses"), "learn.courses");
             std::vector<BigCard> courses;
             for (const model::CourseCard& course : state.view.courses)
                 courses.push_back(course_card(ui, course));
             draw_big_cards(page, courses);
             if (courses.empty())
                 draw_words(page, {Type::body, words("learn.none"), "learn.none"}, ui.quiet());
         });
}

} // namespace foyer::ui
