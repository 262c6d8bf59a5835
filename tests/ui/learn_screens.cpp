// SPDX-License-Identifier: EUPL-1.2
// The states of samples.h: courses, the quick quiz from its first question to the result, and a
// class from its door to its end, with what may go wrong.
#include "tests/ui/samples.h"

#include <utility>

namespace foyer::test {

using namespace model;

namespace {

QuizQuestion question(const std::string& id, const std::string& language, bool is_long) {
    QuizQuestion out;
    out.id = id;
    out.language = language;
    out.text = is_long
                   ? "Welche Aussage über die Lizenz\u00ADbedingungen freier Software trifft auf "
                     "jede der hier genannten Lizenzen zu?"
                   : "Was darf man mit freier Software tun?";
    out.options = {"Sie nutzen", "Sie weitergeben",
                   "Sie für die eigenen Fach\u00ADverfahren anpassen und das Ergebnis mit anderen "
                   "Gemeinden teilen"};
    if (is_long) out.options.insert(out.options.end(), {"Alles davon", "Nichts davon"});
    out.answer = 2;
    out.explanation = "Alle vier Freiheiten gehören zusammen: nutzen, verstehen, verbreiten und "
                      "verbessern.";
    out.page = card("frei", language);
    out.sources = {
        {"gnu", "What is Free Software?", "GNU", "2024", "https://gnu.org/", language, 'A'}};
    return out;
}

std::vector<CourseCard> course_cards(const std::string& language) {
    return {{"einstieg", language, "Open Source in zehn Minuten",
             "Für alle, die in der Verwaltung arbeiten", 10, 2, 3},
            {"beschaffung", language, "Beschaffung offener Software",
             "Für Einkauf und Vergabe in Städten, Gemeinden und Land\u00ADkreisen", 45, 1, 1}};
}

Course course(const std::string& language) {
    Course out;
    out.card = course_cards(language).front();
    out.goals = {"Sie kennen die vier Freiheiten.",
                 "Sie wissen, was ein Verzicht auf Aus\u00ADschreibungen kostet."};
    CourseSection first, second;
    first.title = "Worum es geht";
    first.text = "Was freie Software ist, und was sie für eine Gemeinde bedeutet.";
    first.minutes = 4;
    first.pages = {card("frei", language), card("lizenzen", language)};
    first.questions = {question("q-1", language, false), question("q-2", language, true)};
    second.title = "Was wir schon nutzen";
    second.text = "Eine Bestands\u00ADaufnahme in kleinen Gruppen.";
    second.minutes = 6;
    second.exercise = {block(BlockKind::paragraph, runs("Sammeln Sie Programme.")),
                       block(BlockKind::item, runs("Welche sind frei?"), 1, 1),
                       block(BlockKind::key_point, runs("Fünf genügen."))};
    second.exercise_minutes = 5;
    second.questions = {question("q-3", language, false)};
    out.sections = {first, second};
    return out;
}

State learn_state(const std::string& language, bool waits) {
    State state = state_at(Screen::learn, {}, language);
    state.view.courses = course_cards(language);
    if (!waits) return state;
    state.staff.trainer_pin = true;
    state.classroom.record = ClassRecord{};
    state.classroom.record->course = "einstieg";
    state.classroom.record->date = "2026-11-23";
    return state;
}

State course_state(const std::string& language, bool has_pin) {
    State state = state_at(Screen::course, "einstieg", language);
    state.view.course = course(language);
    state.staff.trainer_pin = has_pin;
    return state;
}

State quiz_state(const std::string& language, int at, std::vector<int> chosen) {
    State state = state_at(Screen::quiz, "einstieg", language);
    state.view.course = course(language);
    state.quiz.emplace();
    state.quiz->id = "einstieg";
    for (const CourseSection& section : state.view.course->sections)
        state.quiz->questions.insert(state.quiz->questions.end(), section.questions.begin(),
                                     section.questions.end());
    state.quiz->chosen = std::move(chosen);
    state.quiz->at = at;
    return state;
}

State result_state(const std::string& language) {
    State state = quiz_state(language, 3, {2, 0, -1});
    state.quiz->handed_in = true;
    return state;
}

State quick_result(const std::string& language) {
    State state = result_state(language);
    state.place().id = state.quiz->id = "quick/7";
    state.view.course.reset();
    return state;
}

State missed_state(const std::string& language) {
    State state = quiz_state(language, 3, {2, -1, -1});
    state.quiz->missed = true;
    return state;
}

State leaving_state(const std::string& language) {
    State state = quiz_state(language, 1, {2, -1, -1});
    state.quiz->leaving = Leaving::home;
    state.overlay = Overlay::confirm;
    return state;
}

State class_state(const std::string& language, int section, int asked) {
    State state = state_at(Screen::classroom, "einstieg", language);
    state.staff.owner = PinOwner::trainer;
    state.view.course = state.classroom.course = course(language);
    state.classroom.record = ClassRecord{};
    ClassRecord& record = *state.classroom.record;
    record.course = "einstieg";
    record.language = language;
    record.date = "2026-11-23";
    record.people = 18;
    record.section = section;
    record.question = asked;
    if (const QuizQuestion* question = question_of(state.classroom)) {
        state.classroom.counts.resize(question->options.size());
        state.classroom.counts[0] = 120;
        state.classroom.entering = true;
    }
    return state;
}

enum class Door { locked, closed_course, other, open };
State door_state(const std::string& language, Door door) {
    State state = class_state(language, -1, -1);
    state.classroom = {};
    if (door == Door::locked) state.staff.owner = PinOwner::nobody;
    if (door == Door::closed_course) state.view.course.reset();
    if (door != Door::other) return state;
    state.classroom.record = ClassRecord{};
    state.classroom.record->course = "beschaffung";
    return state;
}

State timer_state(const std::string& language, int seconds, bool runs) {
    State state = class_state(language, 1, -1);
    state.classroom.record->timer_seconds = seconds;
    if (runs) state.classroom.timer_ends = state.now + std::chrono::seconds(seconds);
    return state;
}

enum class Medium { has_it, lacks_it, failed };
State answered_state(const std::string& language, Medium medium) {
    State state = class_state(language, 0, 1);
    Classroom& room = state.classroom;
    room.counts = {3, 0, 12, 1, 0};
    room.record->answers = {{"q-2", room.counts}};
    room.entering = false;
    if (medium == Medium::has_it) room.kept = room.record;
    if (medium == Medium::failed) room.keep_error = Errc::no_space;
    return state;
}

State finish_state(const std::string& language, const ClassPapers& papers) {
    State state = class_state(language, 2, -1);
    state.classroom.record->answers = {{"q-2", {3, 0, 12, 1, 0}}, {"q-alt", {1, 2}}};
    state.classroom.papers = papers;
    return state;
}

State failed_state(const std::string& language, Errc error) {
    ClassPapers papers;
    papers.error = error;
    return finish_state(language, papers);
}

State written_state(const std::string& language) {
    ClassPapers papers;
    papers.written = true;
    papers.where = "KURSE";
    papers.files = {"Kurs-Ergebnisse-einstieg-2026-11-23.csv",
                    "Kurs-Zusammenfassung-einstieg-2026-11-23.pdf"};
    return finish_state(language, papers);
}

State gone_state(const std::string& language) {
    State state = finish_state(language, {});
    state.view.course.reset();
    state.classroom.course.reset();
    return state;
}

State ending_state(State state) {
    state.overlay = Overlay::confirm;
    return state;
}

} // namespace

std::vector<NamedState> learn_screens(const std::string& language) {
    ClassPapers writing;
    writing.writing = true;
    return {{"learn", learn_state(language, false)},
            {"learn with a class", learn_state(language, true)},
            {"learn nothing", state_at(Screen::learn, {}, language)},
            {"course", course_state(language, false)},
            {"course to hold", course_state(language, true)},
            {"no course", state_at(Screen::course, "weg", language)},
            {"quiz first", quiz_state(language, 0, {-1, -1, -1})},
            {"quiz chosen", quiz_state(language, 1, {2, 2, -1})},
            {"quiz last", quiz_state(language, 2, {2, 2, -1})},
            {"quiz review", quiz_state(language, 3, {2, 0, -1})},
            {"quiz missed", missed_state(language)},
            {"quiz result", result_state(language)},
            {"quick result", quick_result(language)},
            {"quiz leaving", leaving_state(language)},
            {"class locked", door_state(language, Door::locked)},
            {"class begins", door_state(language, Door::open)},
            {"class without a course", door_state(language, Door::closed_course)},
            {"another class", door_state(language, Door::other)},
            {"class plan", class_state(language, -1, -1)},
            {"class section", class_state(language, 0, -1)},
            {"class timer", timer_state(language, 299, false)},
            {"class timer runs", timer_state(language, 61, true)},
            {"class timer over", timer_state(language, 0, false)},
            {"class question", class_state(language, 0, 1)},
            {"class saving", answered_state(language, Medium::lacks_it)},
            {"class saved", answered_state(language, Medium::has_it)},
            {"class not saved", answered_state(language, Medium::failed)},
            {"class end", finish_state(language, {})},
            {"class writing", finish_state(language, writing)},
            {"class written", written_state(language)},
            {"class no stick", failed_state(language, Errc::not_found)},
            {"class course gone", gone_state(language)},
            {"class ending", ending_state(finish_state(language, {}))},
            {"class ending written", ending_state(written_state(language))}};
}

} // namespace foyer::test
