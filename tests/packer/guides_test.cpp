// SPDX-License-Identifier: EUPL-1.2
// The risk: a visitor answers all questions and gets nowhere, or a result nobody can reach.
#include "content/packer/guide_ways.h"
#include "kiosk/model/guide.h"
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::string_view guide = R"(icon = "compass"
order = 2
sources = ["one"]
[de]
title = "Was passt?"
summary = "Zwei Fragen."
[en]
title = "What fits?"
summary = "Two questions."

[[question]]
id = "there"
[question.de]
text = "Gibt es schon etwas?"
help = "Sehen Sie nach."
[question.en]
text = "Is there something?"
[[question.option]]
[question.option.de]
text = "Ja"
reason = "Dann nicht bauen."
[question.option.en]
text = "Yes"
[[question.option]]
result = "build"
[question.option.de]
text = "Nein"
[question.option.en]
text = "No"

[[question]]
id = "fits"
[question.de]
text = "Passt es?"
[question.en]
text = "Does it fit?"
[[question.option]]
result = "take"
[question.option.de]
text = "Ja"
[question.option.en]
text = "Yes"
[[question.option]]
result = "build"
[question.option.de]
text = "Nein"
[question.option.en]
text = "No"

[[result]]
id = "take"
pages = ["first"]
[result.de]
title = "Nehmen"
text = "So geht es."
[result.en]
title = "Take it"
text = "Like this."
[[result]]
id = "build"
[result.de]
title = "Bauen"
text = "So geht es."
[result.en]
title = "Build it"
text = "Like this."
)";

Messages after(std::string_view from, std::string_view to) {
    const ContentFolder folder;
    folder.write("guides/choice.toml", guide);
    return problems_after(folder, "guides/choice.toml", from, to);
}

model::Guide with_points(std::vector<std::vector<int>> points, std::vector<int> least) {
    model::Guide out;
    for (const std::vector<int>& question : points) {
        model::GuideQuestion& one = out.questions.emplace_back();
        for (const int point : question) one.options.push_back({"", "", point, 0, 0});
    }
    for (const int point : least) out.results.push_back({"", "", point, {}});
    return out;
}

} // namespace

TEST_CASE("a guide is read with its words in each language") {
    const ContentFolder folder;
    folder.write("guides/choice.toml", guide);
    REQUIRE(folder.check().empty());
    const std::vector<model::GuideContent> guides = folder.content().guides;
    REQUIRE(guides.size() == 1);
    REQUIRE(guides[0].id == "choice");
    REQUIRE(guides[0].icon == "compass");
    REQUIRE(guides[0].pages == std::vector<std::vector<std::string>>{{"first"}, {}});
    const model::Guide& en = guides[0].texts.at("en");
    REQUIRE(en.card.title == "What fits?");
    REQUIRE(en.questions.at(0).help.empty());
    REQUIRE(en.questions.at(0).options.at(1) == model::GuideOption{"No", "", 0, 0, 2});
    REQUIRE(en.results.at(1).title == "Build it");
    const model::Guide& de = guides[0].texts.at("de");
    REQUIRE(de.questions.at(0).options.at(0).reason == "Dann nicht bauen.");
    REQUIRE(model::follow(de, {0, 0}).result == 1);
    REQUIRE(model::follow(de, {1}).result == 2);
}

TEST_CASE("the order of guides is the editor's, then by id") {
    const ContentFolder folder;
    folder.write("guides/aa.toml", guide);
    folder.replace("guides/aa.toml", "order = 2\n", "");
    folder.write("guides/choice.toml", guide);
    folder.write("guides/zz.toml", guide);
    folder.replace("guides/zz.toml", "order = 2", "order = 1");
    const std::vector<model::GuideContent> guides = folder.content().guides;
    REQUIRE(guides.at(0).id == "zz");
    REQUIRE(guides.at(1).id == "choice");
    REQUIRE(guides.at(2).id == "aa");
}

TEST_CASE("ways lead forward to what exists") {
    REQUIRE(after("result = \"take\"", "question = \"there\"").at(0) ==
            "38:12: error: ways lead forward only, to a later question");
    REQUIRE(after("result = \"take\"", "question = \"fits\"").at(0) ==
            "38:12: error: ways lead forward only, to a later question");
    REQUIRE(after("result = \"take\"", "result = \"tkae\"") ==
            Messages{"38:10: error: there is no result \"tkae\"; did you mean \"take\"?"});
    REQUIRE(after("result = \"build\"", "result = \"build\"\nquestion = \"fits\"") ==
            Messages{"25:10: error: an answer leads to a question or a result"});
    REQUIRE(after("result = \"build\"", "question = \"fits\"").empty());
}

TEST_CASE("every way ends at a result, and every question and result can be reached") {
    REQUIRE(after("result = \"take\"\n", "") ==
            Messages{"31:1: error: an answer to this question ends the way without a result",
                     "49:1: error: no way leads to this result"});
    REQUIRE(after("[[question.option]]\n[question.option.de]\ntext = \"Ja\"\nreason",
                  "[[question.option]]\nresult = \"take\"\n[question.option.de]\ntext = \"Ja\"\n"
                  "reason") == Messages{"32:1: error: no answer leads to this question"});
}

TEST_CASE("a part without German, or without a language the guide has, is reported") {
    REQUIRE(after("[question.en]\ntext = \"Does it fit?\"\n", "") ==
            Messages{"31:1: error: the question has no text in \"en\", in which the guide has a "
                     "title"});
    REQUIRE(after("[result.de]\ntitle = \"Bauen\"\ntext = \"So geht es.\"\n", "") ==
            Messages{"59:1: error: the result has no German text, [….de]"});
    REQUIRE(after("[question.en]\ntext = \"Does", "[question.de-simple]\ntext = \"Does").at(1) ==
            "35:1: error: the guide itself has no text in \"de-simple\"");
}

TEST_CASE("the keys and numbers of a guide are checked") {
    REQUIRE(after("sources = [\"one\"]\n", "") ==
            Messages{"1:1: error: the guide has no \"sources\""});
    REQUIRE(after("\"first\"", "\"frist\"") ==
            Messages{"52:10: error: there is no page \"frist\"; did you mean \"first\"?"});
    REQUIRE(after("id = \"fits\"", "id = \"there\"").at(0) ==
            "32:6: error: the id \"there\" stands twice in this file");
    REQUIRE(after("help = ", "hlep = ") ==
            Messages{"15:1: error: the question in \"de\" has an unknown key \"hlep\"; did you "
                     "mean \"help\"?"});
    const std::string option = "[[question.option]]\n[question.option.de]\ntext = \"Ja\"\n"
                               "[question.option.en]\ntext = \"Yes\"\n";
    std::string five;
    for (int i = 0; i < 4; ++i) five += option;
    REQUIRE(after("[[question.option]]\n", five + "[[question.option]]\n").at(0) ==
            "11:1: error: a question has 2 to 5 answers");
}

TEST_CASE("a file in the folder of guides that is none is a warning") {
    const ContentFolder folder;
    folder.write("guides/notes.txt", "x");
    REQUIRE(folder.check() == Messages{"guides/notes.txt:1:1: warning: this is no guide; a guide "
                                       "is a file like choose.toml"});
}

TEST_CASE("points lead to the last result that asks for no more") {
    const packer::GuideWays all = packer::ways_of(with_points({{0, 1, 2}, {0, 1, 2}}, {0, 2, 4}));
    REQUIRE(all.open_ends.empty());
    REQUIRE(all.results == std::vector<bool>{true, true, true});
    const packer::GuideWays none = packer::ways_of(with_points({{0, 1}, {0, 1}}, {0, 3}));
    REQUIRE(none.results == std::vector<bool>{true, false});
}
