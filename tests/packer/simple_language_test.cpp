// SPDX-License-Identifier: EUPL-1.2
// The risk: Leichte Sprache that is not easy to read (ACCESS.md LS-01, LS-03): sentences run
// together on a line, are too long, or words are divided.
#include "tests/packer/content_folder.h"

#include "content/packer/hyphenation.h"
#include "content/packer/typeset.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

void write_simple(const ContentFolder& folder, const std::string& text) {
    folder.write("pages/first/de-simple.md",
                 "+++\ntitle = \"Leicht\"\nsummary = \"Das ist gut. Das ist einfach.\"\n+++\n" +
                     text);
}

model::PageText simple_text(const std::string& text) {
    const ContentFolder folder;
    write_simple(folder, text);
    model::PackContent content = folder.content();
    packer::typeset(content, packer::Hyphenation::load().value());
    return content.pages.at(0).texts.at("de-simple");
}

} // namespace

TEST_CASE("LS-01 each sentence of Leichte Sprache begins on a line of its own") {
    const model::PageText page =
        simple_text("Das ist ein Satz. Hier ist noch einer [@one]. Und\nder geht weiter.\nEnde!\n");
    REQUIRE(model::plain(page.body.at(0).text) ==
            "Das ist ein Satz.\nHier ist noch einer.\nUnd der geht weiter.\nEnde!");
    REQUIRE(page.summary == "Das ist gut.\nDas ist einfach.");
}

TEST_CASE("LS-01 a colon at the end of a line keeps the line") {
    REQUIRE(
        model::plain(simple_text("Die Regel heißt:\nFreie Programme zuerst.\n").body.at(0).text) ==
        "Die Regel heißt:\nFreie Programme zuerst.");
}

TEST_CASE("LS-01 nothing is hyphenated in Leichte Sprache") {
    const model::PageText page = simple_text("Verwaltungszusammenarbeit und Rechenzentrum.\n");
    REQUIRE(page.body.at(0).text.at(0).text == "Verwaltungszusammenarbeit und Rechenzentrum.");
}

TEST_CASE("LS-03 a sentence of more than twelve words is a warning where it begins") {
    const ContentFolder folder;
    write_simple(folder, "Kurz. Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf.\n");
    REQUIRE(folder.check().empty());
    write_simple(folder,
                 "Kurz. Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zuviel.\n");
    REQUIRE(folder.check() ==
            Messages{"pages/first/de-simple.md:5:7: warning: this sentence of "
                     "Leichte Sprache has 13 words; at most 12 are easy to read"});
}

TEST_CASE("LS-03 a citation is no word of a sentence") {
    const ContentFolder folder;
    write_simple(folder,
                 "Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf [@one; @one].\n");
    REQUIRE(folder.check().empty());
}

TEST_CASE("LS-03 sentences of front matter, topics and terms are counted, too") {
    const std::string sentence =
        "Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf ach.";
    const ContentFolder folder;
    write_simple(folder, "Gut.\n");
    folder.replace("pages/first/de-simple.md", "Das ist gut.", sentence);
    folder.write("topics.toml", read_file(folder.path() + "/topics.toml") +
                                    "[topic.de-simple]\ntitle = \"T\"\nsummary = \"Gut. " +
                                    sentence + "\"\n");
    folder.write("glossary.toml", read_file(folder.path() + "/glossary.toml") +
                                      "[term.de-simple]\nterm = \"T\"\ntext = \"" + sentence +
                                      "\"\n");
    REQUIRE(folder.check() ==
            Messages{"glossary.toml:10:8: warning: a sentence of \"text\" has 13 words; at most 12 "
                     "are easy to read",
                     "pages/first/de-simple.md:3:11: warning: a sentence of \"summary\" has 13 "
                     "words; at most 12 are easy to read",
                     "topics.toml:9:11: warning: a sentence of \"summary\" has 13 words; at most "
                     "12 are easy to read"});
    REQUIRE(folder.content().topics.at(0).texts.at("de-simple").summary == "Gut.\n" + sentence);
}

TEST_CASE("LS-03 only Leichte Sprache says who checked it") {
    const ContentFolder folder;
    write_simple(folder, "Gut.\n");
    folder.replace("pages/first/de-simple.md", "title", "checked_by = \"Gruppe Nord\"\ntitle");
    REQUIRE(folder.content().pages.at(0).texts.at("de-simple").checked_by == "Gruppe Nord");
    folder.replace("pages/first/de.md", "title", "checked_by = \"Gruppe Nord\"\ntitle");
    REQUIRE(folder.check() == Messages{"pages/first/de.md:6:1: error: the front matter has an "
                                       "unknown key \"checked_by\""});
}
