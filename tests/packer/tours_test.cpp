// SPDX-License-Identifier: EUPL-1.2
// The risk: a presenter stands before a room, and a step shows nothing, something else, or a wall
// of words.
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::string_view page = R"(+++
kind = "case"
topic = "basics"
updated = 2026-11-20
sources = ["one", "two"]
title = "Die Stadt"
summary = "Eine Stadt stellt um."
place = "Stadt"
[case]
country = "DE"
from = 2013
status = "running"
as_of = "2024"
domains = ["office"]
size = "medium"
latitude = 50.0
longitude = 9.0
[[software]]
name = "Kettle"
[[figure]]
file = "kreise.de.svg"
author = "Stadt"
licence = "CC0-1.0"
[[chart]]
id = "kosten"
kind = "bar"
values = [1, 2]
date = "2020"
source = "two"
[[chart_text]]
id = "kosten"
title = "Kosten"
unit = "Euro"
labels = ["x", "y"]
+++
Ein Anfang [@one].

## Wie es&nbsp;be&shy;gann

Es begann [@one].

### Noch genauer

![](chart:kosten)

## Was daraus wurde

![Zwei Kreise](kreise.de.svg "Kreise")
)";

constexpr std::string_view tour = R"(order = 2
[de]
title = "Ein Rundgang"
summary = "Für alle."
[en]
title = "A tour"
summary = "For everybody."
[[step]]
show = "slide"
minutes = 1.5
[step.de]
title = "Drei Fragen"
slide = """
- Wem gehört es [@two]?
- **Wer** darf?
"""
notes = """
Siehe [@one] und [die Stadt](page:town).

> !!! Nicht vergessen [@two].
"""
[step.en]
title = "Three questions"
slide = "Who owns it [@one]?"

[[step]]
show = "map"
minutes = 0.25
latitude = 51.2
longitude = 10.4
zoom = 2
page = "town"
[step.de]
title = "Wo es liegt"
[step.en]
title = "Where it is"
)";

constexpr std::string_view figure = R"(
[[step]]
show = "figure"
minutes = 1
page = "town"
figure = "kreise"
[step.de]
title = "Kreise"
)";
constexpr std::string_view section = R"(
[[step]]
show = "section"
minutes = 1
page = "town"
[step.de]
section = "Wie es begann"
)";

constexpr std::string_view facts = R"([[fact]]
id = "a"
date = "2013"
text = "1, 2 und 2020."
sources = ["two"]
confidence = "high"
)";

/// With the page "town" and a tour of what is given.
class Tours : public ContentFolder {
  public:
    explicit Tours(std::string_view of = tour) {
        write("pages/town/de.md", page);
        write("pages/town/facts.toml", facts);
        write(
            "pages/town/kreise.de.svg",
            R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><path d="M0 0H9"/></svg>)");
        write("tours/round.toml", of);
        if (of.find("[en]") != std::string_view::npos) {
            write("pages/town/en.md", english());
        }
    }

    Messages after(std::string_view from, std::string_view to) const {
        return problems_after(*this, "tours/round.toml", from, to);
    }

  private:
    static std::string english() {
        return "+++\ntitle = \"The town\"\nsummary = \"A town changes.\"\nplace = \"Town\"\n"
               "[[chart_text]]\nid = \"kosten\"\ntitle = \"Costs\"\nunit = \"euros\"\n"
               "labels = [\"x\", \"y\"]\n+++\n## The start\n\nIt began "
               "[@two].\n\n![](chart:kosten)\n";
    }
};

/// A tour in German only, of these steps.
std::string german(std::string_view steps) {
    return "[de]\ntitle = \"R\"\nsummary = \"R.\"\n" + std::string(steps);
}

std::string slide_of(const std::string& markdown) {
    return german("[[step]]\nshow = \"slide\"\nminutes = 1\n[step.de]\ntitle = \"T\"\nslide = "
                  "\"\"\"\n" +
                  markdown + "\"\"\"\n");
}

Messages problems_of(std::string_view of) { return problems_after(Tours(of), "", "", ""); }

} // namespace

TEST_CASE("a tour is read with its steps in each language") {
    const Tours folder;
    REQUIRE(folder.check().empty());
    const model::TourContent tour = folder.content().tours.at(0);
    REQUIRE(tour.id == "round");
    REQUIRE(tour.texts.at("en").title == "A tour");
    REQUIRE(tour.steps.size() == 2);
    const model::TourStepContent& slide = tour.steps[0];
    REQUIRE(slide.seconds == 90);
    REQUIRE(slide.sources == std::vector<std::string>{"two", "one"});
    const model::TourStepContent::Text& de = slide.texts.at("de");
    REQUIRE(de.title == "Drei Fragen");
    REQUIRE(de.slide.size() == 2);
    REQUIRE(de.slide[0].kind == model::BlockKind::item);
    REQUIRE(de.slide[0].text.at(1).source == 1);
    REQUIRE(de.slide[1].text.at(0).bold);
    REQUIRE(de.notes.at(0).text.at(1).source == 2);
    REQUIRE(de.notes.at(0).text.at(3).page == "town");
    REQUIRE(de.notes.at(1).kind == model::BlockKind::key_point);
    REQUIRE(slide.texts.at("en").slide.at(0).text.at(1).text == "2");
    REQUIRE(slide.texts.at("en").notes.empty());
    const model::TourStepContent& map = tour.steps[1];
    REQUIRE(map.seconds == 15);
    REQUIRE(map.spot == model::Spot{51.2, 10.4});
    REQUIRE(map.zoom == 2);
}

TEST_CASE("a section, a figure and a chart are found on their page") {
    const Tours folder(german(std::string(section) + std::string(figure) +
                              "[[step]]\nshow = \"chart\"\nminutes = 1\npage = \"town\"\n"
                              "chart = \"kosten\"\n[step.de]\n"
                              "[[step]]\nshow = \"page\"\nminutes = 1\npage = \"town\"\n"
                              "[step.de]\n"));
    REQUIRE(folder.check().empty());
    const std::vector<model::TourStepContent> steps = folder.content().tours.at(0).steps;
    const auto text = [&](std::size_t i) { return steps.at(i).texts.at("de"); };
    REQUIRE(text(0).title == "Wie es begann");
    REQUIRE(text(0).first_block == 2);
    REQUIRE(text(0).blocks == 3);
    REQUIRE(text(1).title == "Kreise");
    REQUIRE(text(1).first_block == 6);
    REQUIRE(text(1).blocks == 1);
    REQUIRE(text(2).title == "Die Stadt");
    REQUIRE(text(2).first_block == 4);
    REQUIRE(text(3).title == "Die Stadt");
    REQUIRE(text(3).blocks == 0);
}

TEST_CASE("what a step shows must be on its page, in each language of the tour") {
    const auto after = [](std::string_view steps, std::string_view from, std::string_view to) {
        return Tours(german(steps)).after(from, to);
    };
    REQUIRE(
        after(section, "es begann", "es gebann") ==
        Messages{"10:11: error: the page \"town\" has no section \"Wie es gebann\"; did you mean "
                 "\"Wie es begann\"?"});
    REQUIRE(after(section, "Wie es begann", "Noch genauer") ==
            Messages{"10:11: error: the page \"town\" has no section \"Noch genauer\""});
    REQUIRE(after(figure, "\"kreise\"", "\"kriese\"") ==
            Messages{"9:10: error: the page \"town\" has no figure \"kriese\"; did you mean "
                     "\"kreise\"?"});
    REQUIRE(after(figure, "\"town\"", "\"twon\"") ==
            Messages{"8:8: error: there is no page \"twon\"; did you mean \"town\"?"});
    REQUIRE(after(figure, "page = \"town\"\n", "") ==
            Messages{"5:1: error: the step has no \"page\""});
    const Tours english(std::string(tour) + std::string(figure) +
                        "[step.en]\ntitle = \"Circles\"\n");
    REQUIRE(problems_after(english, "", "", "") ==
            Messages{"42:10: error: the page \"town\" has no figure \"kreise\""});
    english.remove("pages/town/en.md");
    REQUIRE(problems_after(english, "", "", "").back() ==
            "45:1: error: the page \"town\" has no text in \"en\"");
}

TEST_CASE("each kind of step has its own keys") {
    REQUIRE(problems_of(german("[[step]]\nshow = \"film\"\nminutes = 1\n[step.de]\n")) ==
            Messages{"5:8: error: \"show\" cannot be \"film\"; it is one of chart, figure, map, "
                     "page, section, slide"});
    REQUIRE(Tours().after("latitude = 51.2\n", "") ==
            Messages{"26:1: error: the step has no \"latitude\""});
    REQUIRE(Tours().after("zoom = 2", "zoom = 7").size() == 1);
    REQUIRE(Tours().after("show = \"slide\"", "show = \"slide\"\nzoom = 1\npage = \"town\"") ==
            Messages{"10:8: error: \"zoom\" belongs to a step with show = \"map\"",
                     "11:8: error: \"page\" has no place at a slide"});
    REQUIRE(Tours().after("zoom = 2", "zoom = 2\nfigure = \"a\"") ==
            Messages{"32:10: error: \"figure\" belongs to a step with show = \"figure\""});
    REQUIRE(Tours().after("title = \"Wo es liegt\"", "slide = \"Text\"\nsection = \"x\"") ==
            Messages{"34:9: error: \"slide\" belongs to a step with show = \"slide\"",
                     "35:11: error: \"section\" belongs to a step with show = \"section\""});
    REQUIRE(Tours().after("title = \"Drei Fragen\"\n", "").at(0) ==
            "11:1: error: the step in \"de\" has no \"title\"");
    REQUIRE(Tours().after("page = \"town\"", "page = \"first\"") ==
            Messages{"32:8: error: \"first\" has no place on the map, so it cannot be chosen",
                     "35:1: error: the page \"first\" has no text in \"en\""});
}

TEST_CASE("a step takes quarters of a minute") {
    REQUIRE(Tours().after("minutes = 1.5", "minutes = 1.3") ==
            Messages{"10:11: error: a step takes quarters of a minute, like 0.5 or 1.25"});
    REQUIRE(Tours().after("minutes = 1.5", "minutes = 0") ==
            Messages{"10:11: error: a step takes quarters of a minute, like 0.5 or 1.25"});
    REQUIRE(Tours().after("minutes = 1.5\n", "") ==
            Messages{"8:1: error: the step has no \"minutes\""});
}

TEST_CASE("slides and notes hold text only, with the place in the file") {
    REQUIRE(problems_of(slide_of("Gut.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")) ==
            Messages{"12:1: error: a table stands on a page only; here is place for text"});
    REQUIRE(problems_of(slide_of("![Bild](bild.svg)\n")) ==
            Messages{"10:9: error: a figure stands on a page only; here is place for text"});
    REQUIRE(problems_of(slide_of("![](chart:kosten)\n")).at(0) ==
            "10:5: error: a chart stands on a page only; here is place for text");
    REQUIRE(problems_of(slide_of("```\ncode\n```\n"))
                .at(0)
                .ends_with("error: code stands on a page only; here is place for text"));
    REQUIRE(problems_of(slide_of("Ein <b>Wort</b>.\n")).at(0) ==
            "10:5: error: HTML is not shown; write Markdown");
    REQUIRE(problems_of(slide_of("Eine Quelle [@eno].\n")) ==
            Messages{"10:14: error: unknown source \"eno\""});
    REQUIRE(problems_of(slide_of("[Die Stadt](page:twon)\n")).at(0) ==
            "10:13: error: there is no page \"twon\"; did you mean \"town\"?");
    REQUIRE(problems_of(slide_of("\n")) == Messages{"9:9: error: \"slide\" is empty"});
    REQUIRE(Tours().after("slide = \"Who owns it [@one]?\"", "slide = \"Who [@eno]?\"") ==
            Messages{"24:15: error: unknown source \"eno\""});
}

TEST_CASE("a slide that a room cannot read is a warning") {
    std::string words, items;
    for (int i = 0; i < 46; ++i) words += "Wort ";
    for (int i = 0; i < 6; ++i) items += "- Punkt\n";
    REQUIRE(
        problems_of(slide_of(words + "\n")) ==
        Messages{"9:9: warning: this slide has 46 words; at most 45 can be read across a room"});
    REQUIRE(problems_of(slide_of(items)) ==
            Messages{"9:9: warning: this slide has 6 items; at most 5 can be read across a room"});
    REQUIRE(problems_of(slide_of(words.substr(5) + "[@one]\n")).empty());
}

TEST_CASE("a tour without steps, or with a language missing, is reported") {
    REQUIRE(problems_of(german("")) == Messages{"1:1: error: the tour has no [[step]]"});
    REQUIRE(Tours().after("[de]\ntitle = \"Ein Rundgang\"\nsummary = \"Für alle.\"\n", "").at(0) ==
            "1:1: error: the tour has no German text, [….de]");
    REQUIRE(Tours().after("[step.en]\ntitle = \"Where it is\"\n", "") ==
            Messages{"26:1: error: the step has no text in \"en\", in which the tour has a title"});
    REQUIRE(Tours().after("summary = \"Für alle.\"", "sumary = \"Für alle.\"").size() == 2);
    std::string many;
    for (int i = 0; i < 61; ++i) many += section;
    REQUIRE(problems_of(german(many)).at(0).ends_with("error: a tour has at most 60 steps"));
}
