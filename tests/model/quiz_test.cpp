// SPDX-License-Identifier: EUPL-1.2
// The risk: answers that are lost, changed or seen by the next visitor; a quiz that cannot be
// corrected, or left.
#include "kiosk/model/reduce_quiz.h"
#include "tests/model/lessons.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::model;
using test::Session;

namespace {

/// The quiz of the whole course, with its first question before a visitor.
Session in_quiz() {
    Session session = test::school();
    session.act(Open{Screen::learn, {}});
    session.act(Open{Screen::course, "grundkurs"});
    session.act(Open{Screen::quiz, "grundkurs"});
    return session;
}

void answer(Session& session, int question, int option) {
    session.act(GoToQuestion{question});
    session.act(ChooseOption{option});
}

} // namespace

TEST_CASE("a quiz asks the questions of its course, or of one section") {
    Session session = in_quiz();
    REQUIRE(session.state.quiz);
    CHECK(session.state.quiz->questions.size() == 3);
    CHECK(session.state.quiz->chosen == std::vector{-1, -1, -1});
    session.act(Back{});
    CHECK_FALSE(session.state.quiz);
    session.act(Open{Screen::quiz, "grundkurs/2"});
    REQUIRE(session.state.quiz->questions.size() == 1);
    CHECK(session.state.quiz->questions[0].id == "q-3");
}

TEST_CASE("an answer is chosen, changed and taken back until it is handed in") {
    Session session = in_quiz();
    session.act(ChooseOption{0});
    CHECK(session.state.quiz->chosen[0] == 0);
    session.act(ChooseOption{2});
    CHECK(session.state.quiz->chosen[0] == 2);
    session.act(ChooseOption{2});
    CHECK(session.state.quiz->chosen[0] == -1);
    session.act(ChooseOption{3}); // there is no such option
    session.act(ChooseOption{-1});
    CHECK(session.state.quiz->chosen[0] == -1);
    for (int i = 0; i < 3; ++i) answer(session, i, 1);
    session.act(GoToQuestion{3});
    session.act(HandIn{});
    REQUIRE(session.state.quiz->handed_in);
    session.act(GoToQuestion{0});
    session.act(ChooseOption{0});
    CHECK(session.state.quiz->chosen == std::vector{1, 1, 1});
    CHECK(right_answers(*session.state.quiz) == 1);
}

TEST_CASE("TS-06 handing in without all answers says so first, and is done the second time") {
    Session session = in_quiz();
    answer(session, 1, 0);
    session.act(HandIn{}); // only behind the last question
    CHECK_FALSE(session.state.quiz->missed);
    session.act(GoToQuestion{3});
    session.act(HandIn{});
    CHECK(session.state.quiz->missed);
    CHECK_FALSE(session.state.quiz->handed_in);
    CHECK(unanswered(*session.state.quiz) == std::vector{0, 2});
    answer(session, 0, 1);
    CHECK_FALSE(session.state.quiz->missed); // it is looked at anew
    session.act(GoToQuestion{3});
    session.act(HandIn{});
    CHECK(session.state.quiz->missed);
    session.act(HandIn{});
    CHECK(session.state.quiz->handed_in);
    CHECK(right_answers(*session.state.quiz) == 2);
}

TEST_CASE("back leads through the questions and then out of a quiz without answers") {
    Session session = in_quiz();
    session.act(GoToQuestion{3});
    for (int at : {2, 1, 0}) {
        session.act(Back{});
        CHECK(session.state.quiz->at == at);
    }
    session.act(Back{});
    CHECK(session.state.place().screen == Screen::course);
    CHECK_FALSE(session.state.quiz);
}

TEST_CASE("TS-05 leaving asks where answers would be lost, and only there") {
    Session session = in_quiz();
    session.act(ChooseOption{1});
    const auto asks = [&](const Action& leaving) {
        session.act(leaving);
        CHECK(session.state.overlay == Overlay::confirm);
        CHECK(session.state.place().screen == Screen::quiz);
    };
    for (const Action& leaving :
         {Action(Back{}), Action(Open{Screen::home, {}}), Action(EndSession{})}) {
        asks(leaving);
        session.act(Close{}); // stays
        CHECK(session.state.quiz->chosen[0] == 1);
        session.act(LoseAnswers{}); // nobody is asked any more
        CHECK(session.state.place().screen == Screen::quiz);
    }
    SECTION("to a place behind it nothing is lost") {
        session.act(Open{Screen::help, {}});
        CHECK(session.state.overlay == Overlay::none);
        session.act(Open{Screen::home, {}}); // from there it would be
        CHECK(session.state.overlay == Overlay::confirm);
        session.act(Close{});
        session.act(Back{});
        CHECK(session.state.quiz->chosen[0] == 1);
    }
    SECTION("back out") {
        asks(Back{});
        session.act(LoseAnswers{});
        CHECK(session.state.place().screen == Screen::course);
        CHECK_FALSE(session.state.quiz);
    }
    SECTION("home") {
        asks(Open{Screen::home, {}});
        session.act(LoseAnswers{});
        CHECK(session.state.place().screen == Screen::home);
        CHECK_FALSE(session.state.quiz);
    }
    SECTION("the end") {
        asks(EndSession{});
        session.act(LoseAnswers{});
        CHECK(session.state.place().screen == Screen::attract);
        CHECK_FALSE(session.state.quiz);
    }
    SECTION("the quiet time asks nobody") {
        session.tick(quiet_time(session.state));
        REQUIRE(session.state.overlay == Overlay::idle);
        session.tick(session.state.now + session.state.settings.countdown);
        CHECK(session.state.place().screen == Screen::attract);
        CHECK_FALSE(session.state.quiz);
    }
    SECTION("after handing in nothing is lost") {
        session.act(GoToQuestion{3});
        session.act(HandIn{});
        session.act(HandIn{});
        session.act(Open{Screen::home, {}});
        CHECK(session.state.place().screen == Screen::home);
    }
}

TEST_CASE("a page that explains an answer leads back to the result") {
    Session session = in_quiz();
    session.act(GoToQuestion{3});
    session.act(HandIn{});
    session.act(HandIn{});
    session.state.place().scroll.offset_px = 300;
    const Quiz before = *session.state.quiz;
    session.act(Open{Screen::page, "frei"});
    CHECK(session.state.place().screen == Screen::page);
    session.act(Back{});
    CHECK(session.state.quiz == before);
    CHECK(session.state.place().scroll.offset_px == 300);
}

TEST_CASE("a language change keeps questions, answers and place") {
    Session session = in_quiz();
    answer(session, 0, 2);
    answer(session, 1, 1);
    session.act(SetLanguage{"en"});
    const Quiz& quiz = *session.state.quiz;
    CHECK(quiz.at == 1);
    CHECK(quiz.chosen == std::vector{2, 1, -1});
    CHECK(quiz.questions[1].text == "q-2 in en?");
}

TEST_CASE("a question that a new pack no longer has stays as it was asked") {
    Session session = in_quiz();
    answer(session, 0, 2);
    session.also = [](const Load&, View& view) {
        view.course = test::course("de");
        view.course->sections[0].questions.erase(view.course->sections[0].questions.begin());
        view.course->sections[1].questions[0].text = "neu?";
        view.course->sections[0].questions[0].options.pop_back();
    };
    session.act(PackReplaced{});
    const Quiz& quiz = *session.state.quiz;
    REQUIRE(quiz.questions.size() == 3);
    CHECK(quiz.questions[0].text == "q-1 in de?");
    CHECK(quiz.questions[1].options.size() == 2); // other options are another question
    CHECK(quiz.questions[2].text == "neu?");
    CHECK(quiz.chosen[0] == 2);
}

TEST_CASE("the quick quiz has other questions each time, and keeps them") {
    Session session = test::school();
    session.tick(test::seconds(7));
    session.act(Open{Screen::quiz, quick_quiz});
    CHECK(session.state.place().id == "quick/7000");
    const std::vector<QuizQuestion> first = session.state.quiz->questions;
    REQUIRE(first.size() == 5);
    session.act(SetLanguage{"en"});
    CHECK(session.state.quiz->questions[0].id == first[0].id);
    session.act(GoToQuestion{5});
    session.act(HandIn{});
    session.act(HandIn{});
    session.tick(test::seconds(9));
    session.act(Open{Screen::quiz, quick_quiz});
    CHECK(session.state.quiz->questions[0].id != first[0].id);
    CHECK_FALSE(session.state.quiz->handed_in);
    session.act(Back{}); // not to the questions of before
    CHECK(session.state.place().screen == Screen::home);
}

TEST_CASE("a pack without questions makes an empty quiz that can be left") {
    Session session = test::school();
    session.also = nullptr;
    session.act(Open{Screen::quiz, "grundkurs"});
    REQUIRE(session.state.quiz);
    session.act(ChooseOption{0});
    session.act(HandIn{});
    session.act(GoToQuestion{7});
    CHECK(session.state.quiz->at == 0);
    session.act(Open{Screen::home, {}});
    CHECK(session.state.place().screen == Screen::home);
}

TEST_CASE("TS-03 questions want thinking: the quiet time is twice the usual") {
    Session session = test::school();
    const Milliseconds usual = quiet_time(session.state);
    session.act(Open{Screen::quiz, "grundkurs"});
    CHECK(quiet_time(session.state) >= 2 * usual);
}
