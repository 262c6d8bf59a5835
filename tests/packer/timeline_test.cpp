// SPDX-License-Identifier: EUPL-1.2
// The risk: an event without a source or a text, or one that leads to a page that is not there.
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::string_view timeline = R"([[event]]
id = "second"
date = "2021-02"
theme = "towns"
page = "first"
sources = ["one"]
[event.de]
title = "Beschluss"
text = "Der Rat beschließt es. Und mehr."
[event.de-simple]
title = "Beschluss"
text = "Der Rat sagt ja. Das ist gut."

[[event]]
id = "start"
date = "2021"
theme = "movement"
sources = ["two", "one"]
[event.de]
title = "Anfang"
text = "Es beginnt."
[event.en]
title = "Beginning"
text = "It begins."
)";

Messages after(std::string_view from, std::string_view to) {
    const ContentFolder folder;
    folder.write("timeline.toml", timeline);
    return problems_after(folder, "timeline.toml", from, to);
}

} // namespace

TEST_CASE("events come by date with their texts") {
    const ContentFolder folder;
    folder.write("timeline.toml", timeline);
    REQUIRE(folder.check().empty());
    const std::vector<model::EventContent> events = folder.content().events;
    REQUIRE(events.size() == 2);
    REQUIRE(events[0].id == "start");
    REQUIRE(events[0].page.empty());
    REQUIRE(events[0].sources == std::vector<std::string>{"two", "one"});
    REQUIRE(events[0].texts.at("en").title == "Beginning");
    REQUIRE(events[1].page == "first");
    REQUIRE(events[1].theme == "towns");
    REQUIRE(events[1].texts.at("de-simple").text == "Der Rat sagt ja.\nDas ist gut.");
}

TEST_CASE("each key of an event is checked") {
    REQUIRE(after("\"towns\"", "\"town\"") ==
            Messages{"4:9: error: \"theme\" cannot be \"town\"; did you mean \"towns\"?"});
    REQUIRE(after("\"first\"", "\"frist\"") ==
            Messages{"5:8: error: there is no page \"frist\"; did you mean \"first\"?"});
    REQUIRE(after("[\"one\"]", "[]") == Messages{"6:11: error: an event has at least one source"});
    REQUIRE(after("\"2021-02\"", "\"2021-13\"").at(0).starts_with("3:8: error: \"date\" must be"));
    REQUIRE(after("\"start\"", "\"second\"") ==
            Messages{"15:6: error: the id \"second\" stands twice in this file"});
    REQUIRE(after("[event.de]", "[event.fr]").size() == 2);
    REQUIRE(after("text = \"It begins.\"\n", "") ==
            Messages{"22:1: error: the event in \"en\" has no \"text\""});
}

TEST_CASE("more events than a pack holds are reported") {
    const ContentFolder folder;
    std::string many;
    for (std::size_t i = 0; i <= 2'000; ++i) {
        many += "[[event]]\nid = \"e" + std::to_string(i) +
                "\"\ndate = \"2020\"\ntheme = \"law\"\nsources = [\"one\"]\n[event.de]\n"
                "title = \"A\"\ntext = \"T.\"\n";
    }
    folder.write("timeline.toml", many);
    REQUIRE(folder.check() == Messages{"timeline.toml:1:1: error: at most 2000 events fit"});
}

TEST_CASE("a town adds events and puts its own in the place of others") {
    const ContentFolder common, town;
    common.write("timeline.toml", timeline);
    town.write("timeline.toml", "[[event]]\nid = \"start\"\ndate = \"2022\"\ntheme = \"towns\"\n"
                                "sources = [\"one\"]\n[event.de]\ntitle = \"Bei uns\"\n"
                                "text = \"Hier.\"\n");
    FakePictures pictures;
    const auto draft = packer::read_content({common.path(), town.path()}, fonts(), pictures, {});
    REQUIRE(draft.has_value());
    REQUIRE(draft->content.events.size() == 2);
    REQUIRE(draft->content.events[1].texts.at("de").title == "Bei uns");
}
