// SPDX-License-Identifier: EUPL-1.2
// The risk: something an editor wrote is dropped in silence, or reported where it is not. Each rule
// of content/FORMAT.md for texts has its message here, with line and column.
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer::test;

TEST_CASE("raw HTML is refused, in a line and as a block") {
    REQUIRE(problems_of_text("Ein <b>Wort</b>.\n") ==
            Messages{"1:5: error: HTML is not shown; write Markdown",
                     "1:12: error: HTML is not shown; write Markdown"});
    REQUIRE(problems_of_text("Text.\n\n<div>\nx\n</div>\n\nText.\n") ==
            Messages{"3:1: error: HTML is not shown; write Markdown"});
    REQUIRE(problems_of_text("Kleiner: 3 < 4, `<b>`.\n").empty());
}

TEST_CASE("a broken link to a page or a term is reported with a suggestion") {
    REQUIRE(problems_of_text("Zur [Seite](page:frist).\n") ==
            Messages{"1:13: error: there is no page \"frist\"; did you mean \"first\"?"});
    REQUIRE(problems_of_text("Ein [Wort](glossary:quelcode).\n") ==
            Messages{"1:12: error: the glossary has no term \"quelcode\"; did you mean "
                     "\"quellcode\"?"});
    REQUIRE(problems_of_text("Zur [Seite](page:page).\n") ==
            Messages{"1:13: error: this page links to itself"});
}

TEST_CASE("a web address is no link on a kiosk") {
    const std::string message = ": error: a web address is not a link on a kiosk; add it to "
                                "sources.toml and cite it: [@source]";
    REQUIRE(problems_of_text("Siehe [dort](https://example.org).\n") == Messages{"1:14" + message});
    REQUIRE(problems_of_text("Siehe <https://example.org>.\n") == Messages{"1:8" + message});
    REQUIRE(problems_of_text("Siehe [dort](dort.html).\n") ==
            Messages{"1:14: error: a link leads to page:… or glossary:…"});
}

TEST_CASE("an unknown source is reported with a suggestion, one that is not listed as such") {
    REQUIRE(problems_of_text("Text [@onee] und [@one; @zwei].\n") ==
            Messages{"1:7: error: unknown source \"onee\"; did you mean \"one\"?",
                     "1:24: error: unknown source \"zwei\""});
    const ContentFolder folder;
    folder.replace("pages/first/de.md", "[@one]", "[@one; @two]");
    REQUIRE(folder.check() ==
            Messages{"pages/first/de.md:10:27: error: the source \"two\" is cited "
                     "but not listed under \"sources\""});
}

TEST_CASE("a citation that is not written as one is reported") {
    REQUIRE(problems_of_text("Text [@one und mehr] hier.\n") ==
            Messages{"1:7: error: a citation is written [@source] or [@one; @two]"});
    REQUIRE(problems_of_text("Text [@one hier.\n") ==
            Messages{"1:6: error: this citation is not closed by ]"});
    REQUIRE(problems_of_text("## Titel [@one]\n") ==
            Messages{"1:4: error: a heading cites no source; cite it in the text below"});
}

TEST_CASE("headings begin at two and skip no level") {
    REQUIRE(problems_of_text("# Eins\n") ==
            Messages{"1:1: error: headings begin at ## and go to ####"});
    REQUIRE(problems_of_text("## A\n\n### B\n\n#### C\n\n##### D\n") ==
            Messages{"7:1: error: headings begin at ## and go to ####"});
    REQUIRE(problems_of_text("## A\n\n#### C\n") ==
            Messages{"3:1: warning: this heading skips a level; write ###"});
}

TEST_CASE("LS-05 headings are unique on a page and differ from its title") {
    REQUIRE(problems_of_text("## Gleich\n\nText.\n\n## Gleich\n") ==
            Messages{"5:4: error: the heading \"Gleich\" stands twice on this page"});
    REQUIRE(problems_of_text("## Die Seite\n") ==
            Messages{"1:4: error: this heading repeats the title of the page"});
}

TEST_CASE("LS-05 a heading or link that says nothing by itself is an error") {
    REQUIRE(
        problems_of_text("## Mehr …\n") ==
        Messages{"1:4: error: the heading \"Mehr …\" says nothing by itself; name what follows"});
    REQUIRE(problems_of_text("Klicken Sie [hier](page:first).\n") ==
            Messages{"1:14: error: the link \"hier\" says nothing by itself; name what follows"});
    REQUIRE(problems_of_text("## Mehr Freiheit\n\nZur [ersten Seite](page:first).\n").empty());
}

TEST_CASE("what has no place in a list or quote is reported") {
    REQUIRE(problems_of_text("> - a\n") ==
            Messages{"1:1: error: a quote holds text only; put the list behind it"});
    REQUIRE(problems_of_text("> > a\n") ==
            Messages{"1:1: error: a quote stands by itself, not in a list or another quote"});
    REQUIRE(problems_of_text("- ## a\n") ==
            Messages{"1:1: error: a heading does not stand in a list or quote"});
    REQUIRE(problems_of_text("- a\n  - b\n\n  c\n") ==
            Messages{"4:3: error: text behind the inner list; make it an item of its own"});
    REQUIRE(problems_of_text("> | a |\n> |---|\n") ==
            Messages{"1:1: error: a table does not stand in a list or quote"});
}

TEST_CASE("a rule, a wide table, an unknown entity and an empty key point are reported") {
    REQUIRE(problems_of_text("a\n\n---\n\nb\n") ==
            Messages{"3:1: warning: a rule is not shown; begin a new section with a heading"});
    REQUIRE(problems_of_text("|1|2|3|4|5|6|7|\n|---|---|---|---|---|---|---|\n|1|2|3|4|5|6|7|\n") ==
            Messages{"1:1: error: this table has 7 columns; at most 6 fit on an upright screen"});
    REQUIRE(problems_of_text("a &bogus; b\n") ==
            Messages{"1:3: error: unknown character \"&bogus;\"; write the character itself"});
    REQUIRE(problems_of_text("> !!!\n") == Messages{"1:3: error: this key point is empty"});
}

TEST_CASE("a table without its second line is reported, not shown as text") {
    REQUIRE(problems_of_text("| a | b |\n| 1 | 2 |\n") ==
            Messages{"1:1: error: this is no table yet: its second line is |---|---|, with three "
                     "dashes for each column"});
}

TEST_CASE("a figure stands alone in a paragraph") {
    const std::string message = ": error: a figure stands alone in a paragraph";
    REQUIRE(problems_of_text("Text ![Bild](bild.svg) Text.\n") == Messages{"1:14" + message});
    REQUIRE(problems_of_text("## ![Bild](bild.svg)\n") == Messages{"1:12" + message});
    REQUIRE(problems_of_text("- ![Bild](bild.svg)\n") == Messages{"1:11" + message});
    REQUIRE(problems_of_text("![Bild](bild.svg)\n").empty());
}

TEST_CASE("a page without any text is an error") {
    REQUIRE(problems_of_text("\n") == Messages{"1:1: error: this page has no text"});
}
