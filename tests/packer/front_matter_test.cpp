// SPDX-License-Identifier: EUPL-1.2
// The risk: a slip in a page's front matter is missed, or the message leaves an editor alone. Each
// key's rule has a message here; the good page of ContentFolder has none.
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

/// The messages for the first page after one replacement.
Messages after(std::string_view from, std::string_view to) {
    const ContentFolder folder;
    folder.replace("pages/first/de.md", from, to);
    Messages out;
    for (const std::string& message : folder.check()) {
        out.push_back(message.substr(message.find(".md:") + 4));
    }
    return out;
}

constexpr const char* case_page = R"(+++
kind = "case"
topic = "basics"
updated = 2026-11-20
sources = ["one"]
title = "Ein Fall"
summary = "Ein Fall aus der Praxis."
place = "Dortmund"
[case]
country = "DE"
from = 2013
status = "running"
as_of = "2024-03"
domains = ["governance"]
size = "metropolis"
latitude = 51.51
longitude = 7.47
[case.population]
value = 612065
date = "2023"
source = "one"
[[software]]
name = "Etwas"
licence = "EUPL-1.2"
licence_source = "one"
[[result]]
text = "Drei von vier."
date = "2024"
source = "one"
[[lesson]]
text = "Früh reden."
editorial = true
+++
Text.
)";

constexpr const char* case_facts = R"([[fact]]
id = "fall-01"
date = "2023"
text = "Die Stadt hat 612.065 Menschen, plante 2012 und begann 2013."
sources = ["one"]
confidence = "high"
)";

Messages case_after(std::string_view from, std::string_view to) {
    const ContentFolder folder;
    folder.write("pages/fall/facts.toml", case_facts);
    folder.write("pages/fall/de.md", case_page);
    folder.replace("pages/fall/de.md", from, to);
    Messages out;
    for (const std::string& message : folder.check()) {
        out.push_back(message.substr(message.find(".md:") + 4));
    }
    return out;
}

} // namespace

TEST_CASE("the good page has no problem") {
    REQUIRE(ContentFolder().check().empty());
    REQUIRE(case_after("Text.", "Text.").empty());
}

TEST_CASE("an unknown key is reported with the one that was meant") {
    REQUIRE(after("updated =", "udpated =") ==
            Messages{"1:1: error: the front matter has no \"updated\"",
                     "4:1: error: the front matter has an unknown key \"udpated\"; did you mean "
                     "\"updated\"?"});
}

TEST_CASE("a value of the wrong type is reported where it stands") {
    REQUIRE(after("\"Die erste Seite\"", "7") ==
            Messages{"6:9: error: \"title\" is a whole number, but must be a text"});
    REQUIRE(after("[\"one\"]", "\"one\"").at(0) ==
            "5:11: error: \"sources\" is a text, but must be a list");
    REQUIRE(after("[\"one\"]", "[\"one\", 7]") ==
            Messages{"5:19: error: \"sources\" is a list of texts; this is a whole number"});
}

TEST_CASE("front matter begins and ends with a line of plus signs") {
    REQUIRE(after("+++\nkind", "kind").at(0) ==
            "1:1: error: a page begins with a line +++ and its front matter");
    const ContentFolder folder;
    folder.write("pages/first/de.md", "+++\nkind = \"explainer\"\n");
    REQUIRE(folder.check().at(0) ==
            "pages/first/de.md:1:1: error: the front matter has no second line +++");
}

TEST_CASE("kind, topic, date and sources are checked") {
    REQUIRE(after("\"explainer\"", "\"explaner\"").at(0) ==
            "2:8: error: \"kind\" cannot be \"explaner\"; did you mean \"explainer\"?");
    REQUIRE(after("\"basics\"", "\"bsics\"").at(0) ==
            "3:9: error: \"topic\" cannot be \"bsics\"; did you mean \"basics\"?");
    REQUIRE(after("\"basics\"", "\"other\"").at(0) ==
            "3:9: error: \"topic\" cannot be \"other\"; it is one of basics");
    REQUIRE(after("2026-11-20", "\"2026-13-20\"") ==
            Messages{"4:11: error: \"updated\" must be a date like 2026-11-20"});
    REQUIRE(after("2026-11-20", "\"2026-02-28\"").empty());
    REQUIRE(after("2026-11-20", "\"2026-02-29\"").size() == 1);
    REQUIRE(after("[\"one\"]", "[\"onee\"]").at(0) ==
            "5:12: error: unknown source \"onee\"; did you mean \"one\"?");
    REQUIRE(after("[\"one\"]", "[\"one\", \"one\"]") ==
            Messages{"5:19: error: the source \"one\" is listed twice"});
}

TEST_CASE("a listed source that nothing cites is a warning") {
    REQUIRE(
        after("[\"one\"]", "[\"one\", \"two\"]") ==
        Messages{"5:19: warning: the source \"two\" is listed, but nothing on the page cites it"});
}

TEST_CASE("LS-06 title, line and summary keep their lengths") {
    REQUIRE(after("Die erste Seite", std::string(90, 'a')).empty());
    REQUIRE(after("Die erste Seite", std::string(91, 'a')) ==
            Messages{"6:9: error: \"title\" has 91 characters; at most 90 fit"});
    REQUIRE(after("summary =", "line = \"" + std::string(111, 'a') + "\"\nsummary =") ==
            Messages{"7:8: error: \"line\" has 111 characters; at most 110 fit"});
    std::string sixty;
    for (int i = 0; i < 60; ++i) sixty += "wort. ";
    REQUIRE(after("Alles an dieser Seite stimmt.", sixty).empty());
    REQUIRE(after("Alles an dieser Seite stimmt.", sixty + "zuviel") ==
            Messages{"7:11: error: \"summary\" has 61 words; at most 60 fit"});
}

TEST_CASE("a first sentence too long for a card asks for a line") {
    const std::string sentence = std::string(120, 'a') + ".";
    REQUIRE(after("Alles an dieser Seite stimmt.", sentence) ==
            Messages{"7:11: warning: its first sentence has 121 characters, too many for a card; "
                     "add a \"line\" with at most 110"});
    REQUIRE(after("summary = \"Alles an dieser Seite stimmt.",
                  "line = \"Kurz.\"\nsummary = \"" + sentence)
                .empty());
}

TEST_CASE("the line of a card is the summary's first sentence") {
    const ContentFolder folder;
    folder.replace("pages/first/de.md", "stimmt.", "stimmt, z. B. am 11. Februar. Alles.");
    REQUIRE(folder.content().pages.at(0).texts.at("de").line ==
            "Alles an dieser Seite stimmt, z. B. am 11. Februar.");
}

TEST_CASE("two pages of one language with the same title are an error") {
    const ContentFolder folder;
    folder.write("pages/second/de.md", read_file(folder.path() + "/pages/first/de.md"));
    const Messages messages = folder.check();
    REQUIRE(messages.size() == 1);
    REQUIRE(messages[0].starts_with("pages/second/de.md:6:9: error: "));
    REQUIRE(messages[0].ends_with("pages/first/de.md has the same title"));
}

TEST_CASE("what all languages share belongs in de.md") {
    const ContentFolder folder;
    folder.write("pages/first/en.md", "+++\ntopic = \"basics\"\ntitle = \"First\"\n"
                                      "summary = \"All good.\"\n+++\nText.\n");
    REQUIRE(folder.check() == Messages{"pages/first/en.md:2:9: error: \"topic\" belongs in de.md, "
                                       "which holds what all languages share"});
}

TEST_CASE("a page without German and a language the pack does not have are errors") {
    const ContentFolder folder;
    folder.write("pages/second/facts.toml", "");
    folder.write("pages/second/en.md", "+++\ntitle = \"X\"\nsummary = \"Y.\"\n+++\nText.\n");
    folder.write("pages/first/fr.md", "+++\n+++\n");
    REQUIRE(folder.check() ==
            Messages{"pages/first/fr.md:1:1: error: \"fr\" is not a language of pack.toml",
                     "pages/second/de.md:1:1: error: the German text is missing; every page has a "
                     "de.md"});
}

TEST_CASE("related pages exist and are others") {
    REQUIRE(after("title", "related = [\"frst\"]\ntitle") ==
            Messages{"6:12: error: there is no page \"frst\"; did you mean \"first\"?"});
    REQUIRE(after("title", "related = [\"first\"]\ntitle") ==
            Messages{"6:12: error: this page is related to itself"});
}

TEST_CASE("an explainer has no facts of a case") {
    REQUIRE(after("title", "place = \"Ort\"\ntitle") ==
            Messages{"6:9: error: \"place\" needs kind = \"case\" in de.md"});
}

TEST_CASE("the facts of a case are checked") {
    REQUIRE(case_after("\"DE\"", "\"Germany\"") ==
            Messages{"10:11: error: a country is two capital letters like \"DE\" (ISO 3166)"});
    REQUIRE(case_after("from = 2013", "from = 2013\nto = 2012") ==
            Messages{"12:6: error: \"to\" lies before \"from\""});
    REQUIRE(case_after("\"running\"", "\"runing\"") ==
            Messages{"12:10: error: \"status\" cannot be \"runing\"; did you mean \"running\"?"});
    REQUIRE(case_after("\"governance\"", "\"govrnance\"") ==
            Messages{"14:12: error: unknown domain \"govrnance\"; did you mean \"governance\"?"});
    REQUIRE(case_after("place = \"Dortmund\"\n", "") ==
            Messages{"1:1: error: the front matter has no \"place\""});
    REQUIRE(case_after("\"2024-03\"", "\"March 2024\"") ==
            Messages{"13:9: error: \"as_of\" must be a date like \"2026\", \"2026-11\" or "
                     "\"2026-11-20\""});
}

TEST_CASE("population and licence stand only with a source") {
    REQUIRE(case_after("date = \"2023\"\nsource = \"one\"\n", "date = \"2023\"\n") ==
            Messages{"18:1: error: the population has no \"source\""});
    REQUIRE(case_after("licence_source = \"one\"\n", "") ==
            Messages{"22:1: error: the software has no \"licence_source\""});
    REQUIRE(case_after("licence = \"EUPL-1.2\"\n", "") ==
            Messages{"24:18: error: \"licence_source\" stands without a \"licence\""});
    REQUIRE(
        case_after("\"EUPL-1.2\"", "\"EUPL 1.2\"") ==
        Messages{"24:11: error: a licence is an SPDX id without spaces, like \"CC-BY-SA-4.0\""});
}

TEST_CASE("a result names its source, a lesson its source or that it is ours") {
    REQUIRE(case_after("date = \"2024\"\nsource = \"one\"", "date = \"2024\"\nsource = \"oen\"") ==
            Messages{"29:10: error: unknown source \"oen\"; did you mean \"one\"?"});
    REQUIRE(case_after("editorial = true", "") ==
            Messages{"30:1: error: the lesson has no \"source\""});
    REQUIRE(case_after("editorial = true", "editorial = true\nsource = \"one\"") ==
            Messages{"33:10: error: a lesson has a \"source\" or is \"editorial\", not both"});
}

TEST_CASE("a case has a size and a place on the map") {
    REQUIRE(case_after("size = \"metropolis\"\n", "") ==
            Messages{"9:1: error: [case] has no \"size\""});
    REQUIRE(case_after("\"metropolis\"", "\"huge\"").at(0) ==
            "15:8: error: \"size\" cannot be \"huge\"; it is one of country, large, medium, "
            "metropolis, network, small, state");
    REQUIRE(case_after("latitude = 51.51\n", "") ==
            Messages{"9:1: error: [case] has no \"latitude\""});
    REQUIRE(case_after("51.51", "91") ==
            Messages{"16:12: error: \"latitude\" must lie between -90 and 90"});
    REQUIRE(case_after("7.47", "-180.01") ==
            Messages{"17:13: error: \"longitude\" must lie between -180 and 180"});
    REQUIRE(case_after("7.47", "nan") ==
            Messages{"17:13: error: \"longitude\" must lie between -180 and 180"});
    REQUIRE(case_after("7.47", "7").empty());
}

TEST_CASE("the size of a case fits its population") {
    REQUIRE(case_after("\"metropolis\"", "\"large\"") ==
            Messages{"15:8: error: \"large\" does not fit a population of 612065"});
    REQUIRE(case_after("\"metropolis\"", "\"small\"").size() == 1);
    REQUIRE(case_after("\"metropolis\"", "\"state\"").empty());
    REQUIRE(case_after("\"metropolis\"", "\"network\"").empty());
}
