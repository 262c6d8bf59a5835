// SPDX-License-Identifier: EUPL-1.2
// The risk: the kiosk calls a right answer wrong, or says something that no fact supports.
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::string_view facts = R"([[fact]]
id = "first-01"
date = "2013"
text = "Rund 15.000 Rechner wurden umgestellt."
sources = ["one"]
confidence = "high"
[[fact]]
id = "first-02"
date = "2017"
text = "Der Rat stimmte mit 25 zu 20 Stimmen."
sources = ["two"]
confidence = "high"
)";

constexpr std::string_view quiz = R"([[question]]
id = "q-1"
level = 2
page = "first"
facts = ["first-01"]
sources = ["one"]
answer = 2
[question.de]
text = "Wie viele Rechner waren es?"
options = ["150", "15.000", "1.500"]
explanation = "2013 waren rund 15.000 umgestellt."
[question.en]
text = "How many computers were there?"
options = ["150", "15,000", "1,500"]
explanation = "By 2013, about 15,000 had been changed."

[[question]]
id = "q-2"
level = 1
page = "first"
facts = ["first-02"]
sources = ["two"]
answer = 1
[question.de]
text = "Stimmte der Rat zu?"
options = ["Ja", "Nein"]
explanation = "Es war knapp."
)";

class Quiz : public ContentFolder {
  public:
    Quiz() {
        write("pages/first/facts.toml", facts);
        write("quiz.toml", quiz);
    }
};

Messages after(std::string_view from, std::string_view to) {
    return problems_after(Quiz(), "quiz.toml", from, to);
}

} // namespace

TEST_CASE("a question is read with its options in each language") {
    const Quiz folder;
    REQUIRE(folder.check().empty());
    const std::vector<model::QuestionContent> questions = folder.content().questions;
    REQUIRE(questions.size() == 2);
    const model::QuestionContent& first = questions[0];
    REQUIRE(first.id == "q-1");
    REQUIRE(first.level == 2);
    REQUIRE(first.answer == 1);
    REQUIRE(first.page == "first");
    REQUIRE(first.sources == std::vector<std::string>{"one"});
    REQUIRE(first.texts.at("en").options == std::vector<std::string>{"150", "15,000", "1,500"});
    REQUIRE(questions[1].texts.count("en") == 0);
}

TEST_CASE("the answer is one of the options, and each language has as many") {
    REQUIRE(after("answer = 2", "answer = 4") ==
            Messages{"7:10: error: there are only 3 options to choose from"});
    REQUIRE(after("answer = 2", "answer = 0").size() == 1);
    REQUIRE(after("\"15,000\", \"1,500\"", "\"15,000\"") ==
            Messages{"12:1: error: the question has 2 options in \"en\" and 3 in German"});
    REQUIRE(after("\"Ja\", \"Nein\"", "\"Ja\"") ==
            Messages{"26:11: error: a question has 2 to 5 options"});
    REQUIRE(after("\"Ja\", \"Nein\"", "\"Ja\", \"Ja\"") ==
            Messages{"26:11: error: an option stands here twice"});
}

TEST_CASE("a question rests on facts that cite its sources") {
    REQUIRE(after("[\"first-01\"]", "[\"first-10\"]").at(0) ==
            "5:10: error: there is no fact \"first-10\"; did you mean \"first-01\"?");
    REQUIRE(after("facts = [\"first-01\"]\n", "") ==
            Messages{"1:1: error: the question has no \"facts\""});
    REQUIRE(after("[\"first-01\"]", "[\"first-01\", \"first-02\"]") ==
            Messages{"5:22: error: the fact \"first-02\" cites none of the question's sources"});
    REQUIRE(after("sources = [\"one\"]", "sources = [\"one\", \"two\"]") ==
            Messages{"6:20: error: none of the question's facts cites the source \"two\""});
    REQUIRE(after("sources = [\"one\"]", "sources = [\"eno\"]").at(1) ==
            "6:12: error: unknown source \"eno\"");
    REQUIRE(after("page = \"first\"", "page = \"frist\"").at(0) ==
            "4:8: error: there is no page \"frist\"; did you mean \"first\"?");
}

TEST_CASE("a question of a page without facts, a town's own, names none") {
    const Quiz common;
    const ContentFolder town;
    town.remove("pages/first/facts.toml");
    for (const char* file : {"pack.toml", "topics.toml", "sources.toml", "glossary.toml"}) {
        town.remove(file);
    }
    FakePictures pictures;
    const auto draft = packer::read_content({common.path(), town.path()}, fonts(), pictures, {});
    REQUIRE(draft.has_value());
    REQUIRE(draft->problems.sorted().empty());
    REQUIRE(draft->content.questions.size() == 2);
}

TEST_CASE("a number of the right option or the explanation that no fact has is a warning") {
    REQUIRE(after("explanation = \"2013", "explanation = \"2014") ==
            Messages{"11:16: warning: the number 2014 stands in none of the question's facts"});
    REQUIRE(after("\"15,000\"", "\"14,000\"") ==
            Messages{"14:20: warning: the number 14,000 stands in none of the question's facts"});
    REQUIRE(after("\"1.500\"", "\"1.501\"").empty());
}

TEST_CASE("the keys and lengths of a question are checked") {
    REQUIRE(after("id = \"q-2\"", "id = \"q-1\"").at(0) ==
            "18:6: error: the id \"q-1\" stands twice in this file");
    REQUIRE(after("level = 2", "level = 4").size() == 1);
    REQUIRE(after("level = 2", "lvel = 2").size() == 2);
    REQUIRE(after("Es war knapp.", std::string(241, 'x')) ==
            Messages{"27:15: error: \"explanation\" has 241 characters; at most 240 fit"});
    REQUIRE(after("\"Nein\"", "\"" + std::string(121, 'x') + "\"").at(0) ==
            "26:19: error: this has 121 characters; at most 120 fit");
    REQUIRE(after("[question.de]\ntext = \"Stimmte", "[question.en]\ntext = \"Stimmte").at(0) ==
            "17:1: error: the question has no German text, [….de]");
}
