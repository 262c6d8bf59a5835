// SPDX-License-Identifier: EUPL-1.2
#include "tests/model/lessons.h"

namespace foyer::test {

using namespace model;

QuizQuestion question(const std::string& id, const std::string& language, int options, int answer) {
    QuizQuestion out;
    out.id = id;
    out.language = language;
    out.text = id + " in " + language + "?";
    for (int i = 0; i < options; ++i) out.options.push_back(id + " " + std::to_string(i));
    out.answer = answer;
    out.explanation = "Darum.";
    out.page.page = "frei";
    return out;
}

Course course(const std::string& language) {
    Course out;
    out.card = {"grundkurs", language, "Grundkurs", "Für alle", 10, 2, 3};
    CourseSection first, second;
    first.title = "Anfang";
    first.minutes = 4;
    first.questions = {question("q-1", language), question("q-2", language, 2, 0)};
    second.title = "Übung";
    second.minutes = 6;
    second.exercise_minutes = 5;
    second.questions = {question("q-3", language, 4, 3)};
    out.sections = {first, second};
    return out;
}

Session school() {
    Session session;
    session.also = [](const Load& load, View& view) {
        const Screen screen = load.place.screen;
        if (screen == Screen::course || screen == Screen::quiz || screen == Screen::classroom)
            view.course = course(load.language);
        if (screen != Screen::quiz || !load.place.id.starts_with(quick_quiz)) return;
        view.course.reset();
        const std::string dice = load.place.id.substr(load.place.id.find('/') + 1);
        for (int i = 0; i < quick_quiz_questions; ++i)
            view.quiz.push_back(question("any-" + dice + "-" + std::to_string(i), load.language));
    };
    session.act(Open{Screen::home, {}});
    return session;
}

} // namespace foyer::test
