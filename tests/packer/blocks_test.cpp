// SPDX-License-Identifier: EUPL-1.2
// The risk: what an editor wrote arrives at the screen as something else.
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;
using model::Block;
using model::BlockKind;
using model::Run;

namespace {

Run run(const char* text) {
    Run out;
    out.text = text;
    return out;
}

Run cited(const char* text, int source) {
    Run out = run(text);
    out.source = source;
    return out;
}

} // namespace

TEST_CASE("headings, paragraphs and quotes become blocks of their kind") {
    const auto blocks = blocks_of("## Eins\n\nText.\n\n### Zwei\n\n> Zitat.\n\n> !!! Merken.\n");
    REQUIRE(blocks.size() == 5);
    REQUIRE(blocks[0].kind == BlockKind::heading);
    REQUIRE(blocks[0].level == 2);
    REQUIRE(blocks[1].kind == BlockKind::paragraph);
    REQUIRE(blocks[2].level == 3);
    REQUIRE(blocks[3].kind == BlockKind::quote);
    REQUIRE(blocks[4].kind == BlockKind::key_point);
    REQUIRE(blocks[4].text == model::Inline{run("Merken.")});
}

TEST_CASE("styles inside a paragraph become runs") {
    const auto blocks = blocks_of("Ein **fettes _schräges_** `wort` und  viel   Platz.\n");
    const model::Inline& text = blocks.at(0).text;
    REQUIRE(text.size() == 6);
    REQUIRE((text[1].bold && !text[1].italic));
    REQUIRE((text[2].bold && text[2].italic));
    REQUIRE(text[4].code);
    REQUIRE(text[5].text == " und viel Platz.");
}

TEST_CASE("a line break of the file is a space, a hard one stays") {
    REQUIRE(blocks_of("eins\nzwei\\\ndrei\n").at(0).text.at(0).text == "eins zwei\ndrei");
}

TEST_CASE("a citation becomes its number, without a gap before it") {
    const auto blocks = blocks_of("Das steht da [@one]. Und das [@one; @two].\n");
    REQUIRE(blocks.at(0).text == model::Inline{run("Das steht da"), cited("1", 1), run(". Und das"),
                                               cited("1", 1), run("\u00A0"), cited("2", 2),
                                               run(".")});
}

TEST_CASE("a link to a page or a term carries its id") {
    const auto blocks =
        blocks_of("Zur [ersten Seite](page:first), zum [Text](glossary:quellcode).");
    REQUIRE(blocks.at(0).text.at(1).page == "first");
    REQUIRE(blocks.at(0).text.at(1).text == "ersten Seite");
    REQUIRE(blocks.at(0).text.at(3).term == "quellcode");
}

TEST_CASE("lists keep their depth and their numbers") {
    const auto blocks = blocks_of("- a\n  - b\n  - c\n- d\n\n3. drei\n4. vier\n");
    REQUIRE(blocks.size() == 6);
    for (const Block& block : blocks) REQUIRE(block.kind == BlockKind::item);
    REQUIRE(blocks[1].level == 2);
    REQUIRE(blocks[3].level == 1);
    REQUIRE(blocks[3].number == 0);
    REQUIRE(blocks[4].number == 3);
    REQUIRE(blocks[5].number == 4);
}

TEST_CASE("a list may begin with the number zero") {
    const auto blocks = blocks_of("0. null\n1. eins\n");
    REQUIRE(blocks.at(1).number == 1);
}

TEST_CASE("two paragraphs of one item stay one item") {
    const auto blocks = blocks_of("- eins\n\n  zwei\n\n- drei\n");
    REQUIRE(blocks.size() == 2);
    REQUIRE(model::plain(blocks[0].text) == "eins\nzwei");
}

TEST_CASE("a table keeps its rows, the first of them the head") {
    const auto blocks = blocks_of("| A | B |\n|---|---|\n| 1 | **2** [@one] |\n");
    REQUIRE(blocks.at(0).kind == BlockKind::table);
    REQUIRE(blocks[0].rows.size() == 2);
    REQUIRE(model::plain(blocks[0].rows[0][1]) == "B");
    REQUIRE(blocks[0].rows[1][1].at(0).bold);
    REQUIRE(blocks[0].rows[1][1].at(1).source == 1);
}

TEST_CASE("code keeps its line breaks and no citations") {
    const auto blocks = blocks_of("```\nif (a) {\n    [@one];\n}\n```\n");
    REQUIRE(blocks.at(0).kind == BlockKind::code);
    REQUIRE(blocks[0].text.at(0).text == "if (a) {\n    [@one];\n}");
}

TEST_CASE("a figure has its alternative text, caption and size") {
    const auto blocks = blocks_of("![Ein Weg](bild.svg \"So ging es [@two]\")\n");
    REQUIRE(blocks.at(0).kind == BlockKind::figure);
    const model::Figure& figure = blocks[0].figure;
    REQUIRE(figure.media == "page/bild.svg");
    REQUIRE(figure.alt == "Ein Weg");
    REQUIRE(figure.caption == model::Inline{run("So ging es"), cited("2", 2)});
    REQUIRE((figure.width == 200 && figure.height == 100));
}

TEST_CASE("the pages a text links to are related, behind those the editor named") {
    const ContentFolder folder;
    folder.write("pages/second/de.md",
                 "+++\nkind = \"explainer\"\ntopic = \"basics\"\nupdated = 2026-11-20\n"
                 "sources = [\"one\"]\nrelated = [\"third\"]\ntitle = \"Zwei\"\n"
                 "summary = \"Zwei.\"\n+++\nSiehe [erste](page:first) [@one].\n");
    folder.write("pages/third/de.md",
                 "+++\nkind = \"explainer\"\ntopic = \"basics\"\nupdated = 2026-11-20\n"
                 "sources = [\"one\"]\ntitle = \"Drei\"\nsummary = \"Drei.\"\n+++\nText [@one].\n");
    const model::PackContent content = folder.content();
    REQUIRE(content.pages.at(1).related == std::vector<std::string>{"third", "first"});
}

TEST_CASE("LS-06 reading time counts the words and is at least a minute") {
    std::string text;
    for (int i = 0; i < 45; ++i) text += "Hier stehen genau acht Wörter in einer Zeile.\n";
    const ContentFolder folder;
    folder.replace("pages/first/de.md", "Ein Satz", text + "\nEin Satz");
    REQUIRE(folder.content().pages.at(0).texts.at("de").minutes == 2);
    const ContentFolder small;
    REQUIRE(small.content().pages.at(0).texts.at("de").minutes == 1);
}
