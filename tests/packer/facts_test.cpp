// SPDX-License-Identifier: EUPL-1.2
// The risk: a number of a case's panel that nobody found in a source. Each of them must stand in a
// fact that cites one; program_test.cpp holds the bundled content to the same.
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
title = "Ein Fall"
summary = "Ein Fall aus der Praxis."
place = "Ort"
[case]
country = "DE"
from = 2013
to = 2021
status = "finished"
as_of = "2024"
domains = ["governance"]
size = "medium"
latitude = 51.51
longitude = 7.47
[case.population]
value = 31500
date = "2023"
source = "one"
[[result]]
text = "Rund 15.000 Rechner, 86,1 Prozent."
date = "2024"
source = "one"
+++
Text [@two].
)";

constexpr std::string_view facts = R"([[fact]]
id = "fall-01"
date = "2021-05"
text = "Von 2013 an wurden rund 15 000 Rechner umgestellt, das sind 86.1 Prozent."
sources = ["one", "two"]
confidence = "high"
may_have_changed = false

[[fact]]
id = "fall-02"
date = "2023"
text = "31.500 Menschen leben dort, 700 arbeiten im Amt."
sources = ["two"]
confidence = "medium"
may_have_changed = true
note = "Stand 2023"
)";

/// With the page above.
class Good : public ContentFolder {
  public:
    Good() {
        write("pages/fall/facts.toml", facts);
        write("pages/fall/de.md", page);
    }
};

Messages after(const char* file, std::string_view from, std::string_view to) {
    const Good folder;
    folder.replace(std::string("pages/fall/") + file, from, to);
    Messages out;
    for (const std::string& message : folder.check()) {
        out.push_back(message.substr(std::string("pages/fall/").size()));
    }
    return out;
}

} // namespace

TEST_CASE("a panel whose numbers stand in facts with a source has no problem") {
    REQUIRE(Good().check().empty());
}

TEST_CASE("a number of a result that no fact of its source has is reported where it stands") {
    REQUIRE(after("de.md", "15.000", "16.000") ==
            Messages{"de.md:24:14: error: the number 16.000 stands in no fact of facts.toml that "
                     "cites \"one\""});
    REQUIRE(after("de.md", "86,1", "86,2") ==
            Messages{"de.md:24:30: error: the number 86,2 stands in no fact of facts.toml that "
                     "cites \"one\""});
    REQUIRE(after("de.md", "15.000", "700").size() == 1); // in a fact of another source
    REQUIRE(after("de.md", "Rund 15.000", "Im Mai (5) 2021 15.000").empty()); // in the date
}

TEST_CASE("the result of each language is held to the facts") {
    const Good folder;
    folder.write("pages/fall/en.md",
                 "+++\ntitle = \"A case\"\nsummary = \"One.\"\nplace = \"Place\"\n[[result]]\n"
                 "text = \"15,000 of 15,500 computers.\"\ndate = \"2024\"\nsource = \"one\"\n+++\n"
                 "Text.\n");
    REQUIRE(folder.check() ==
            Messages{"pages/fall/en.md:6:19: error: the number 15,500 stands in no fact of "
                     "facts.toml that cites \"one\""});
}

TEST_CASE("years and population must stand in a fact with a source") {
    REQUIRE(after("de.md", "from = 2013", "from = 2012") ==
            Messages{"de.md:11:8: error: the number 2012 stands in no fact of facts.toml that has "
                     "a source"});
    REQUIRE(after("de.md", "to = 2021", "to = 2022").size() == 1);
    REQUIRE(after("de.md", "value = 31500", "value = 31501") ==
            Messages{"de.md:20:9: error: the number 31501 stands in no fact of facts.toml that has "
                     "a source"});
    REQUIRE(after("facts.toml", "sources = [\"two\"]", "sources = []").size() == 1);
}

TEST_CASE("a page needs its facts, a town's own page does not") {
    const Good folder;
    folder.remove("pages/fall/facts.toml");
    REQUIRE(folder.check() ==
            Messages{"pages/fall/facts.toml:1:1: error: the facts are missing; a page's folder has "
                     "a facts.toml"});
    const ContentFolder common;
    FakePictures pictures;
    const auto draft = packer::read_content({common.path(), folder.path()}, fonts(), pictures, {});
    REQUIRE(draft.has_value());
    REQUIRE(draft->problems.errors() == 0);
}

TEST_CASE("facts are checked like all that is written") {
    REQUIRE(after("facts.toml", "\"fall-02\"", "\"fall-01\"") ==
            Messages{"facts.toml:10:6: error: the id \"fall-01\" stands twice in this file"});
    REQUIRE(
        after("facts.toml", "\"medium\"", "\"low\"") ==
        Messages{"facts.toml:14:14: error: \"confidence\" cannot be \"low\"; it is one of high, "
                 "medium"});
    REQUIRE(
        after("facts.toml", "[\"two\"]", "[\"tow\"]").at(0) ==
        "de.md:20:9: error: the number 31500 stands in no fact of facts.toml that has a source");
    REQUIRE(after("facts.toml", "[\"two\"]", "[\"tow\"]").at(1) ==
            "facts.toml:13:12: error: unknown source \"tow\"; did you mean \"two\"?");
    REQUIRE(
        after("facts.toml", "note =", "notes =").at(0) ==
        "facts.toml:16:1: error: the fact has an unknown key \"notes\"; did you mean \"note\"?");
    REQUIRE(after("facts.toml", "2021-05", "May").at(1).starts_with("facts.toml:3:8: error: "));
}
