// SPDX-License-Identifier: EUPL-1.2
// Course: a course for one who learns alone.
#include "kiosk/ui/article.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/learning.h"

#include <algorithm>

namespace foyer::ui {

Labelled labelled(const Ui& ui, const std::string& key, const std::string& icon,
                  model::Action action) {
    return {.id = key,
            .icon = icon,
            .words = ui.words(key),
            .spoken = Spoken(ui.words.say(key)),
            .action = std::move(action)};
}

namespace {

using model::Open, model::Screen;

void draw_head(Flow& flow, const model::State& state, const model::Course& course) {
    Ui& ui = flow.ui;
    const model::CourseCard& card = course.card;
    flow.skip(ui.look.mm(3));
    draw_words(flow, {Type::title, card.title, "course.title", card.language, Role::heading},
               ui.plain());
    draw_words(flow, {Type::lead, card.audience, "course.audience", card.language}, ui.quiet());
    draw_words(flow, {Type::small, course_facts(ui.words, card), "course.facts"}, ui.quiet());
    std::vector<Labelled> ways;
    if (card.questions > 0)
        ways.push_back(labelled(ui, "course.all_questions", "help", Open{Screen::quiz, card.id}));
    if (can_hold(state))
        ways.push_back(labelled(ui, "course.hold", "people", way_to_class(state, card.id)));
    flow.skip(ui.look.mm(2));
    draw_buttons(flow, ways, Rank::primary);
    if (course.goals.empty()) return;
    draw_section(flow, ui.words("course.goals"), "course.goals", Type::heading3);
    int number = 0;
    for (const std::string& goal : course.goals) {
        draw_line(flow, "check",
                  {Type::body, goal, "goal" + std::to_string(number++), card.language}, ui.plain());
    }
}

void draw_section_of(Flow& flow, const model::Course& course, std::size_t index) {
    Ui& ui = flow.ui;
    const model::CourseSection& section = course.sections[index];
    const std::string& language = course.card.language;
    const std::string number = std::to_string(index + 1), id = "section" + number;
    flow.skip(ui.look.mm(6));
    draw_words(flow, {Type::heading2, number + ". " + section.title, id, language, Role::heading},
               ui.plain());
    draw_words(flow,
               {Type::small,
                ui.words("course.minutes", {{"minutes", std::to_string(section.minutes)}}),
                id + ".minutes"},
               ui.quiet());
    draw_words(flow, {Type::body, section.text, id + ".text", language}, ui.plain());
    if (!section.pages.empty()) {
        draw_words(flow, {Type::heading3, ui.words("course.pages"), id + ".pages"}, ui.plain());
        draw_cards(flow, section.pages, id + ".page",
                   std::min(2, card_columns(ui.look, flow.width(), 15)));
    }
    if (!section.exercise.empty()) {
        const std::string minutes = std::to_string(section.exercise_minutes);
        draw_words(
            flow,
            {Type::heading3, ui.words("course.exercise", {{"minutes", minutes}}), id + ".exercise"},
            ui.plain());
        draw_article(flow, {section.exercise, language, nullptr, id + ".block"});
    }
    if (section.questions.empty()) return;
    Labelled questions = labelled(ui, "course.section_questions_short", "help",
                                  Open{Screen::quiz, course.card.id + "/" + number});
    questions.id = id + ".questions";
    questions.spoken = Spoken(ui.words.say("course.section_questions", {{"title", section.title}}));
    draw_buttons(flow, {questions}, Rank::primary);
}

} // namespace

void draw_course(Ui& ui, const model::State& state) {
    const std::optional<model::Course>& course = state.view.course;
    flow(ui, content_area(ui.look, Width::text), state.place().scroll,
         layout_of(ui.look, "course:" + state.place().id), [&](Flow& page) {
             if (!course) {
                 draw_section(page, ui.words("learn.title"), "learn.title", Type::title);
                 draw_words(page, {Type::lead, ui.words("course.missing"), "course.missing"},
                            ui.plain());
                 return;
             }
             draw_head(page, state, *course);
             for (std::size_t i = 0; i < course->sections.size(); ++i)
                 draw_section_of(page, *course, i);
         });
}

} // namespace foyer::ui
