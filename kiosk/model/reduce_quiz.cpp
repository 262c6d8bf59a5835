// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/reduce_quiz.h"

#include <algorithm>
#include <cstddef>

namespace foyer::model {

std::vector<int> unanswered(const Quiz& quiz) {
    std::vector<int> open;
    for (std::size_t i = 0; i < quiz.chosen.size(); ++i) {
        if (quiz.chosen[i] < 0) open.push_back(static_cast<int>(i));
    }
    return open;
}

int right_answers(const Quiz& quiz) {
    int right = 0;
    for (std::size_t i = 0; i < quiz.questions.size(); ++i)
        right += quiz.chosen[i] == quiz.questions[i].answer ? 1 : 0;
    return right;
}

namespace {

/// The questions that the place means: "<course>", "<course>/<section from 1>" or "quick/<dice>".
std::vector<QuizQuestion> questions_of(const View& view, const std::string& id) {
    const std::size_t slash = id.find('/');
    if (id.substr(0, slash) == quick_quiz) return view.quiz;
    std::vector<QuizQuestion> questions;
    if (!view.course) return questions;
    const std::string wanted = slash == std::string::npos ? std::string() : id.substr(slash + 1);
    int number = 0;
    for (const CourseSection& section : view.course->sections) {
        if (!wanted.empty() && wanted != std::to_string(++number)) continue;
        questions.insert(questions.end(), section.questions.begin(), section.questions.end());
    }
    return questions;
}

/// Of every question that is asked the texts of the language that was changed to. One that the pack
/// no longer has stays as it was: it was asked, and is answered.
void translate(Quiz& quiz, const std::vector<QuizQuestion>& texts) {
    for (std::size_t i = 0; i < quiz.questions.size(); ++i) {
        QuizQuestion& question = quiz.questions[i];
        const auto same = std::find_if(texts.begin(), texts.end(), [&](const QuizQuestion& text) {
            return text.id == question.id && text.options.size() == question.options.size();
        });
        if (same != texts.end()) question = *same;
    }
}

/// What is shown changes as a whole.
void turn(State& state) {
    state.place().scroll = {};
    state.place().focus.clear();
}

struct QuizReducer {
    State& state;
    Quiz& quiz;

    void operator()(const ChooseOption& choose) {
        const auto at = static_cast<std::size_t>(quiz.at);
        if (quiz.handed_in || at >= quiz.questions.size()) return;
        const auto count = static_cast<int>(quiz.questions[at].options.size());
        if (choose.option < 0 || choose.option >= count) return;
        quiz.chosen[at] = quiz.chosen[at] == choose.option ? -1 : choose.option;
        quiz.missed = false;
    }

    void operator()(const GoToQuestion& go) {
        if (quiz.handed_in) return;
        quiz.at = std::clamp(go.question, 0, static_cast<int>(quiz.questions.size()));
        turn(state);
    }

    void operator()(const HandIn&) {
        if (quiz.handed_in || quiz.at < static_cast<int>(quiz.questions.size())) return;
        turn(state);
        if (!quiz.missed && !unanswered(quiz).empty()) {
            quiz.missed = true;
            return;
        }
        quiz.handed_in = true;
    }

    void operator()(const LoseAnswers&) {} // travels: reduce.cpp does it
};

} // namespace

std::vector<Request> reduce_quiz(State& state, const QuizAction& action) {
    if (state.quiz && state.place().screen == Screen::quiz)
        std::visit(QuizReducer{state, *state.quiz}, action);
    return {};
}

void arrive_at_quiz(State& state) {
    const auto is_quiz = [](const Place& place) { return place.screen == Screen::quiz; };
    const auto latest = std::find_if(state.history.rbegin(), state.history.rend(), is_quiz);
    if (latest == state.history.rend() || (state.quiz && state.quiz->id != latest->id))
        state.quiz.reset();
    if (!is_quiz(state.place())) return;
    std::vector<QuizQuestion> texts = questions_of(state.view, state.place().id);
    if (state.quiz) return translate(*state.quiz, texts);
    state.quiz.emplace();
    state.quiz->id = state.place().id;
    state.quiz->chosen.assign(texts.size(), -1);
    state.quiz->questions = std::move(texts);
}

bool loses_answers(const State& state, const std::vector<Place>& history) {
    if (!state.quiz || state.quiz->handed_in) return false;
    const Quiz& quiz = *state.quiz;
    const bool answered = unanswered(quiz).size() < quiz.questions.size();
    return answered && std::none_of(history.begin(), history.end(), [&](const Place& place) {
               return place.screen == Screen::quiz && place.id == quiz.id;
           });
}

bool step_back(State& state) {
    if (state.place().screen != Screen::quiz || !state.quiz) return false;
    Quiz& quiz = *state.quiz;
    if (quiz.handed_in || quiz.at == 0) return false;
    --quiz.at;
    turn(state);
    return true;
}

} // namespace foyer::model
