// SPDX-License-Identifier: EUPL-1.2
// Courses: sections with pages, exercises and questions, for one who learns alone or for a class.
#pragma once

#include "kiosk/model/content.h"

#include <string>
#include <vector>

namespace foyer::model {

struct QuizQuestion {
    std::string id, language, text;
    int level = 1;                    ///< 1 easy to 3 hard
    std::vector<std::string> options; ///< two to five
    int answer = 0;                   ///< the right option, from 0
    std::string explanation;
    Card page; ///< where it is explained
    std::vector<Source> sources;
    friend bool operator==(const QuizQuestion&, const QuizQuestion&) = default;
};

/// A course as its card.
struct CourseCard {
    std::string id, language, title, audience;
    int minutes = 0, sections = 0, questions = 0;
    friend bool operator==(const CourseCard&, const CourseCard&) = default;
};

struct CourseSection {
    std::string title, text;
    int minutes = 0; ///< with the exercise
    std::vector<Card> pages;
    std::vector<Block> exercise; ///< what the group does; may be empty
    int exercise_minutes = 0;    ///< 0: no exercise
    std::vector<QuizQuestion> questions;
    friend bool operator==(const CourseSection&, const CourseSection&) = default;
};

struct Course {
    CourseCard card;
    std::vector<std::string> goals;
    std::vector<CourseSection> sections; ///< never empty
    friend bool operator==(const Course&, const Course&) = default;
};

} // namespace foyer::model
