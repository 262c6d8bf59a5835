// SPDX-License-Identifier: EUPL-1.2
// A quiz that somebody takes alone: of a section of a course, of all of it, or a quick one from all
// of the pack. It belongs to the visit and is stored nowhere.
#pragma once

#include "kiosk/model/course.h"

#include <string>
#include <variant>
#include <vector>

namespace foyer::model {

/// In place of a course's id: questions from all of the pack.
constexpr const char* quick_quiz = "quick";
constexpr int quick_quiz_questions = 5;

/// What somebody wanted to do who would lose answers by it, and is asked first.
enum class Leaving { none, back, home, end };

struct Quiz {
    std::string id; ///< of its place
    std::vector<QuizQuestion> questions;
    std::vector<int> chosen; ///< of each question the option, from 0; -1: none yet
    int at = 0;              ///< the question that is shown, from 0; behind the last: all answers
    bool missed = false;     ///< handing in was tried, and questions have no answer
    bool handed_in = false;  ///< from now on nothing can be changed
    Leaving leaving = Leaving::none;
    friend bool operator==(const Quiz&, const Quiz&) = default;
};

/// Questions without an answer, from 0.
std::vector<int> unanswered(const Quiz& quiz);
int right_answers(const Quiz& quiz);

/// Chooses an option of the question that is shown; the same again takes it back.
struct ChooseOption {
    int option; ///< from 0
    friend bool operator==(const ChooseOption&, const ChooseOption&) = default;
};
struct GoToQuestion {
    int question; ///< from 0; behind the last: the look at all answers before they are handed in
    friend bool operator==(const GoToQuestion&, const GoToQuestion&) = default;
};
/// Where questions have no answer: says so, and hands in when it is done once more.
struct HandIn {
    friend bool operator==(const HandIn&, const HandIn&) = default;
};
/// Does what would lose the answers (Quiz::leaving).
struct LoseAnswers {
    friend bool operator==(const LoseAnswers&, const LoseAnswers&) = default;
};
using QuizAction = std::variant<ChooseOption, GoToQuestion, HandIn, LoseAnswers>;

} // namespace foyer::model
