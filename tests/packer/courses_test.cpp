// SPDX-License-Identifier: EUPL-1.2
// The risk: a class runs out of time, or is sent to a page or question that is not there.
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::string_view question = R"([[question]]
id = "q-1"
level = 1
page = "first"
facts = ["first-01"]
sources = ["one"]
answer = 1
[question.de]
text = "Stimmt es?"
options = ["Ja", "Nein"]
explanation = "Es stimmt."
)";

constexpr std::string_view course = R"(order = 1
minutes = 10
[de]
title = "Ein Kurs"
audience = "Alle"
goals = ["Verstehen", "Anwenden"]
[en]
title = "A course"
audience = "Everybody"
goals = ["Understand"]

[[section]]
minutes = 4
pages = ["first"]
questions = ["q-1"]
[section.de]
title = "Lesen"
text = "Eine Seite."
[section.en]
title = "Reading"
text = "A page."

[[section]]
minutes = 6
exercise_minutes = 5
[section.de]
title = "Üben"
text = "Zu zweit."
exercise = """
1. Lesen Sie [die Seite](page:first).
2. **Reden** Sie.
"""
[section.en]
title = "Practice"
text = "In pairs."
exercise = "Talk."
)";

class Courses : public ContentFolder {
  public:
    Courses() {
        write("pages/first/facts.toml",
              "[[fact]]\nid = \"first-01\"\ndate = \"2013\"\ntext = \"Es stimmt.\"\n"
              "sources = [\"one\"]\nconfidence = \"high\"\n");
        write("quiz.toml", question);
        write("courses/evening.toml", course);
    }
};

Messages after(std::string_view from, std::string_view to) {
    return problems_after(Courses(), "courses/evening.toml", from, to);
}

} // namespace

TEST_CASE("a course is read with its sections in each language") {
    const Courses folder;
    REQUIRE(folder.check().empty());
    const model::CourseContent course = folder.content().courses.at(0);
    REQUIRE(course.id == "evening");
    REQUIRE(course.minutes == 10);
    REQUIRE(course.texts.at("de").goals == std::vector<std::string>{"Verstehen", "Anwenden"});
    REQUIRE(course.texts.at("en").audience == "Everybody");
    REQUIRE(course.sections.size() == 2);
    REQUIRE(course.sections[0].pages == std::vector<std::string>{"first"});
    REQUIRE(course.sections[0].questions == std::vector<std::string>{"q-1"});
    const model::CourseSectionContent& practice = course.sections[1];
    REQUIRE(practice.exercise_minutes == 5);
    const std::vector<model::Block>& exercise = practice.texts.at("de").exercise;
    REQUIRE(exercise.size() == 2);
    REQUIRE(exercise[0].number == 1);
    REQUIRE(exercise[0].text.at(1).page == "first");
    REQUIRE(practice.texts.at("en").exercise.size() == 1);
}

TEST_CASE("the minutes of the sections are those of the course") {
    REQUIRE(after("minutes = 4", "minutes = 5") ==
            Messages{"2:11: error: the sections take 11 minutes, not 10"});
    REQUIRE(after("exercise_minutes = 5", "exercise_minutes = 7") ==
            Messages{"25:20: error: the exercise takes longer than its section"});
    REQUIRE(after("minutes = 10\n", "") == Messages{"1:1: error: the course has no \"minutes\""});
}

TEST_CASE("an exercise has minutes, and minutes an exercise") {
    REQUIRE(after("exercise_minutes = 5\n", "") ==
            Messages{"28:12: error: the section has an \"exercise\", but no \"exercise_minutes\"",
                     "35:12: error: the section has an \"exercise\", but no \"exercise_minutes\""});
    REQUIRE(after("exercise = \"Talk.\"\n", "") ==
            Messages{"33:1: error: the section has \"exercise_minutes\", but no \"exercise\" in "
                     "\"en\""});
    REQUIRE(after("\"Talk.\"", "\"Talk [@one].\"") ==
            Messages{"36:19: error: this text cannot cite a source"});
}

TEST_CASE("pages and questions of a course exist, and no question comes twice") {
    REQUIRE(after("pages = [\"first\"]", "pages = [\"frist\"]") ==
            Messages{"14:10: error: there is no page \"frist\"; did you mean \"first\"?"});
    REQUIRE(after("questions = [\"q-1\"]", "questions = [\"q-2\"]") ==
            Messages{"15:14: error: there is no question \"q-2\"; did you mean \"q-1\"?"});
    REQUIRE(after("exercise_minutes = 5", "exercise_minutes = 5\nquestions = [\"q-1\"]") ==
            Messages{"26:14: error: the question \"q-1\" stands twice in this course"});
}

TEST_CASE("a course has goals, sections and all its languages") {
    REQUIRE(after("goals = [\"Understand\"]\n", "") ==
            Messages{"7:1: error: the course in \"en\" has no \"goals\""});
    REQUIRE(after("[section.en]\ntitle = \"Reading\"\ntext = \"A page.\"\n", "") ==
            Messages{"12:1: error: the section has no text in \"en\", in which the course has a "
                     "title"});
    REQUIRE(after("audience = \"Alle\"", "audeince = \"Alle\"").size() == 2);
    const Courses folder;
    folder.write("courses/evening.toml", course.substr(0, course.find("[[section]]")));
    REQUIRE(problems_after(folder, "", "", "") ==
            Messages{"1:1: error: the course has no [[section]]",
                     "2:11: error: the sections take 0 minutes, not 10"});
}
