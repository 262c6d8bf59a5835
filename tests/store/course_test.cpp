// SPDX-License-Identifier: EUPL-1.2
// The risk: a class is asked a question whose right answer is marked wrong, or gets another course
// than was written.
#include "kiosk/store/quiz_choice.h"
#include "tests/store/open_sample.h"
#include "tests/store/victim.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <functional>
#include <set>

using namespace foyer;
using test::OpenSample;
using test::Victim;

namespace {

Errc refusal(const std::function<void(model::PackContent&)>& spoil) {
    model::PackContent content = test::sample_content();
    spoil(content);
    const test::TemporaryFile file("refused.pack");
    const Result<void> written = store::write_pack(content, file.path());
    REQUIRE_FALSE(written);
    return written.error().code;
}

std::vector<std::string> ids(const std::vector<model::QuizQuestion>& questions) {
    std::vector<std::string> out;
    for (const model::QuizQuestion& question : questions) out.push_back(question.id);
    return out;
}

std::vector<store::QuizEntry> entries(int pages, int of_each) {
    std::vector<store::QuizEntry> out;
    for (int i = 0; i < pages * of_each; ++i) {
        out.push_back({"q" + std::to_string(i), 1 + i % 3, "p" + std::to_string(i % pages)});
    }
    return out;
}

} // namespace

TEST_CASE("a question comes back as it was written, in the nearest language", "[store][course]") {
    OpenSample sample;
    store::Pack pack = sample.pack();
    const auto english = pack.question("f-1", "en");
    REQUIRE(english);
    CHECK(*english == model::QuizQuestion{"f-1",
                                          "en",
                                          "What is right?",
                                          1,
                                          {"Nothing", "All", "Some"},
                                          1,
                                          "Because it says so.",
                                          *pack.card("souveraenitaet", "en"),
                                          {sample.content.sources[1]}});
    CHECK(pack.question("f-2", "en")->language == "de");
    CHECK(pack.question("f-9", "en").error().code == Errc::not_found);
    CHECK(pack.question_ids()->size() == 6);
}

TEST_CASE("a course comes back as it was written", "[store][course]") {
    OpenSample sample;
    store::Pack pack = sample.pack();
    const auto courses = pack.courses("en");
    REQUIRE(courses);
    REQUIRE(courses->size() == 1);
    CHECK(courses->front() == model::CourseCard{"kurs", "en", "A course", "Everybody", 9, 2, 4});
    const model::CourseContent& written = sample.content.courses[0];
    const auto course = pack.course("kurs", "de");
    REQUIRE(course);
    CHECK(course->card.title == "Ein Kurs");
    CHECK(course->goals == std::vector<std::string>{"Verstehen", "Anwenden"});
    REQUIRE(course->sections.size() == 2);
    const model::CourseSection& first = course->sections[0];
    CHECK(first.title == "Lesen");
    CHECK(first.text == "Zwei Seiten.");
    CHECK(first.minutes == 4);
    CHECK(first.exercise.empty());
    REQUIRE(first.pages.size() == 2);
    CHECK(first.pages[1] == *pack.card("strassen", "de"));
    CHECK(ids(first.questions) == std::vector<std::string>{"f-1", "f-3", "f-4"});
    const model::CourseSection& second = course->sections[1];
    CHECK(second.exercise == written.sections[1].texts.at("de").exercise);
    CHECK(second.exercise_minutes == 3);
    CHECK(second.questions.at(0) == *pack.question("f-2", "de"));
    CHECK(pack.course("nirgends", "de").error().code == Errc::not_found);
}

TEST_CASE("a quiz asks of all levels and pages, easy ones first", "[store][course]") {
    OpenSample sample;
    store::Pack pack = sample.pack();
    for (std::uint64_t dice = 0; dice < 20; ++dice) {
        const auto quiz = pack.quiz("de", dice, 3);
        REQUIRE(quiz);
        REQUIRE(quiz->size() == 3);
        std::set<std::string> pages;
        int level = 0;
        for (const model::QuizQuestion& question : *quiz) {
            pages.insert(question.page.page);
            CHECK(question.level >= level);
            level = question.level;
        }
        CHECK(pages.size() == 3);
    }
    CHECK(ids(*pack.quiz("de", 5, 6)) == ids(*pack.quiz("de", 5, 6)));
    CHECK(pack.quiz("de", 1, 100)->size() == 6);
    CHECK(pack.quiz("de", 1, 0)->empty());
    CHECK(pack.quiz("de", 1, -1)->empty());
}

TEST_CASE("other dice ask other questions, and each once", "[store][course]") {
    const std::vector<store::QuizEntry> all = entries(10, 6);
    std::set<std::vector<std::size_t>> orders;
    for (std::uint64_t dice = 0; dice < 50; ++dice) {
        std::vector<std::size_t> order = store::quiz_order(all, dice);
        CHECK(std::set<std::size_t>(order.begin(), order.end()).size() == all.size());
        CHECK(order == store::quiz_order(all, dice));
        std::set<std::string> pages;
        for (std::size_t i = 0; i < 10; ++i) pages.insert(all[order[i]].page);
        CHECK(pages.size() == 10);
        orders.insert(std::move(order));
    }
    CHECK(orders.size() == 50);
    CHECK(store::quiz_order({}, 3).empty());
}

TEST_CASE("the levels of a quiz take turns", "[store][course]") {
    const std::vector<store::QuizEntry> all = entries(30, 1);
    const std::vector<std::size_t> order = store::quiz_order(all, 11);
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(all[order[i]].level == 1 + static_cast<int>(i % 3));
    }
}

TEST_CASE("a course that does not hold together is damaged", "[store][course][hostile]") {
    const std::string change = GENERATE(
        as<std::string>{}, "DELETE FROM course_text", "DELETE FROM course_section",
        "DELETE FROM course_section WHERE section = 1", "DELETE FROM course_section_text",
        "UPDATE course SET minutes = 0", "UPDATE course SET minutes = 9000000000",
        "UPDATE course_section SET minutes = -1",
        "UPDATE course_section SET exercise_minutes = 99 WHERE section = 2",
        "UPDATE course_section SET exercise_minutes = 0 WHERE section = 2",
        "UPDATE course_section SET exercise_minutes = 1 WHERE section = 1",
        "DELETE FROM course_block", "UPDATE course_block SET kind = 'table'",
        "UPDATE course_block SET text = '<s n=\"1\"/>'", "UPDATE course_block SET section = 3",
        "UPDATE course_block SET position = 4 WHERE position = 2",
        "UPDATE course_question SET question = 'x' WHERE section = 2", "DELETE FROM quiz",
        "DELETE FROM quiz_text", "DELETE FROM quiz_option", "UPDATE quiz SET answer = 4",
        "UPDATE quiz SET level = 4", "DELETE FROM quiz_option WHERE option = 2",
        "WITH RECURSIVE n(i) AS (VALUES(3) UNION ALL SELECT i + 1 FROM n WHERE i < 200) INSERT "
        "INTO course_section SELECT 'kurs', i, 1, 0 FROM n; INSERT INTO course_section_text "
        "SELECT course, 'de', section, 'x', 'x' FROM course_section WHERE section > 2",
        "WITH RECURSIVE n(i) AS (VALUES(3) UNION ALL SELECT i + 1 FROM n WHERE i < 200) INSERT "
        "INTO course_page SELECT 'kurs', 1, i, 'dortmund' FROM n");
    CAPTURE(change);
    Victim victim;
    victim.run("PRAGMA ignore_check_constraints = ON; " + change);
    Result<store::Pack> opened = victim.open();
    REQUIRE(opened);
    CHECK_FALSE(opened->course("kurs", "de"));
    CHECK(opened->courses("de"));
    CHECK(opened->quiz("de", 1, 6));
    CHECK(opened->tour("rundgang", "de"));
}

TEST_CASE("a question that cannot be read costs itself", "[store][course][hostile]") {
    const std::string change =
        GENERATE(as<std::string>{}, "UPDATE quiz SET level = 7 WHERE id = 'f-3'",
                 "UPDATE quiz SET page = 'x' WHERE id = 'f-3'",
                 "UPDATE quiz SET answer = 0 WHERE id = 'f-3'",
                 "DELETE FROM quiz_text WHERE question = 'f-3'",
                 "UPDATE quiz_option SET option = 9 WHERE question = 'f-3' AND option = 3");
    CAPTURE(change);
    Victim victim;
    victim.run(change);
    Result<store::Pack> opened = victim.open();
    REQUIRE(opened);
    const auto quiz = opened->quiz("de", 1, 6);
    REQUIRE(quiz);
    CHECK(quiz->size() == 5);
}

TEST_CASE("questions and courses that do not hold together are not written",
          "[store][course][writer]") {
    using Content = model::PackContent;
    const auto question = [](const std::function<void(model::QuestionContent&)>& spoil) {
        return refusal([&](Content& c) { spoil(c.questions[0]); });
    };
    using Question = model::QuestionContent;
    CHECK(question([](Question& q) { q.id = "A b"; }) == Errc::invalid);
    CHECK(question([](Question& q) { q.id = "f-2"; }) == Errc::invalid);
    CHECK(question([](Question& q) { q.texts.clear(); }) == Errc::invalid);
    CHECK(question([](Question& q) { q.level = 4; }) == Errc::invalid);
    CHECK(question([](Question& q) { q.answer = 3; }) == Errc::invalid);
    CHECK(question([](Question& q) { q.page = "x"; }) == Errc::invalid);
    CHECK(question([](Question& q) { q.sources = {"x"}; }) == Errc::invalid);
    CHECK(question([](Question& q) { q.texts["en"].options.pop_back(); }) == Errc::invalid);
    CHECK(question([](Question& q) {
              for (auto& [language, text] : q.texts) text.options.resize(6, "x");
          }) == Errc::too_large);
    const auto course = [](const std::function<void(model::CourseContent&)>& spoil) {
        return refusal([&](Content& c) { spoil(c.courses[0]); });
    };
    using Course = model::CourseContent;
    CHECK(course([](Course& c) { c.id = ""; }) == Errc::invalid);
    CHECK(course([](Course& c) { c.texts.clear(); }) == Errc::invalid);
    CHECK(course([](Course& c) { c.sections.clear(); }) == Errc::invalid);
    CHECK(course([](Course& c) { c.texts.erase("en"); }) == Errc::invalid);
    CHECK(course([](Course& c) { c.minutes = 0; }) == Errc::invalid);
    CHECK(course([](Course& c) { c.sections[1].exercise_minutes = 0; }) == Errc::invalid);
    CHECK(course([](Course& c) { c.sections[1].exercise_minutes = 6; }) == Errc::invalid);
    CHECK(course([](Course& c) { c.sections[0].exercise_minutes = 1; }) == Errc::invalid);
    CHECK(course([](Course& c) { c.sections[0].pages = {"x"}; }) == Errc::invalid);
    CHECK(course([](Course& c) { c.sections[0].questions = {"x"}; }) == Errc::invalid);
    CHECK(course([](Course& c) {
              auto& text = c.sections[1].texts["de"].exercise[0].text;
              text[0].source = 1;
          }) == Errc::invalid);
    CHECK(course([](Course& c) { c.sections.resize(101, c.sections[0]); }) == Errc::too_large);
    CHECK(course([](Course& c) { c.sections[0].pages.resize(101, "dortmund"); }) ==
          Errc::too_large);
}
