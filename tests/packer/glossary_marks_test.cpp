// SPDX-License-Identifier: EUPL-1.2
// The risk: a page is sprinkled with marks, or the wrong word is explained.
#include "content/packer/glossary_marks.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using packer::GlossaryMarks;

namespace {

std::vector<model::TermContent> terms() {
    model::TermContent software{"freie-software", {}}, code{"quellcode", {}}, linux{"linux", {}};
    software.texts["de"] = {"freie Software", "…", {"Open Source", "Open-Source-Software"}};
    code.texts["de"] = {"Quellcode", "…", {"Quellcodes"}};
    code.texts["de-simple"] = {"Quell-Code", "…", {}};
    linux.texts["de"] = {"Linux", "…", {}};
    linux.texts["en"] = {"Linux", "…", {}};
    model::TermContent pdf{"pdf-ua", {}};
    pdf.texts["de"] = {"PDF/UA", "…", {"publiccode.yml"}};
    return {software, code, linux, pdf};
}

/// The text with <id:word> for marked words.
std::string marked(std::vector<model::Block> body, const std::string& language = "de") {
    GlossaryMarks(terms(), language).mark(body);
    std::string out;
    for (const model::Block& block : body) {
        for (const model::Run& run : block.text) {
            out += run.term.empty() ? run.text : "<" + run.term + ":" + run.text + ">";
        }
        out += '\n';
    }
    return out;
}

model::Block paragraph(const char* text) {
    model::Block block;
    block.text.resize(1);
    block.text[0].text = text;
    return block;
}

} // namespace

TEST_CASE("the first place of a term is marked, in any of its forms") {
    REQUIRE(marked({paragraph("Der Quellcode. Teile des Quellcodes."), paragraph("Quellcode")}) ==
            "Der <quellcode:Quellcode>. Teile des Quellcodes.\nQuellcode\n");
}

TEST_CASE("the longest form wins and only whole words count") {
    REQUIRE(marked({paragraph("Open-Source-Software und Open Sources, Quellcodefreigabe")}) ==
            "<freie-software:Open-Source-Software> und Open Sources, Quellcodefreigabe\n");
    REQUIRE(marked({paragraph("GNU/Linux.ch, Linux-Server, Linux.")}) ==
            "GNU/Linux.ch, Linux-Server, <linux:Linux>.\n");
}

TEST_CASE("a capital at the start of a sentence is no other word") {
    REQUIRE(marked({paragraph("Freie Software ist frei.")}) ==
            "<freie-software:Freie Software> ist frei.\n");
    REQUIRE(marked({paragraph("FREIE SOFTWARE")}) == "FREIE SOFTWARE\n");
}

TEST_CASE("headings, code, links and citations stay unmarked") {
    model::Block heading = paragraph("Quellcode"), mixed = paragraph("Quellcode");
    heading.kind = model::BlockKind::heading;
    mixed.text.resize(3);
    mixed.text[0].code = true;
    mixed.text[1].text = "Quellcode";
    mixed.text[1].page = "other";
    mixed.text[2].text = "Quellcode";
    mixed.text[2].bold = true;
    REQUIRE(marked({heading, mixed}) == "Quellcode\nQuellcodeQuellcode<quellcode:Quellcode>\n");
}

TEST_CASE("a term that the editor marked is not marked again") {
    model::Block by_hand = paragraph("Bauplan");
    by_hand.text[0].term = "quellcode";
    REQUIRE(marked({paragraph("Quellcode"), by_hand}) == "Quellcode\n<quellcode:Bauplan>\n");
}

TEST_CASE("Leichte Sprache has its own words, else those of German; other languages do not") {
    REQUIRE(marked({paragraph("Quell-Code, Quellcode, Open Source")}, "de-simple") ==
            "<quellcode:Quell-Code>, Quellcode, <freie-software:Open Source>\n");
    REQUIRE(marked({paragraph("Quellcode, Linux")}, "en") == "Quellcode, <linux:Linux>\n");
}

TEST_CASE("words in tables are marked, too") {
    model::Block table;
    table.kind = model::BlockKind::table;
    table.rows.resize(1, std::vector<model::Inline>(1));
    table.rows[0][0] = paragraph("Quellcode").text;
    std::vector<model::Block> body{table};
    GlossaryMarks(terms(), "de").mark(body);
    REQUIRE(body[0].rows[0][0].at(0).term == "quellcode");
}

TEST_CASE("a term with a stroke or a dot in it is marked as a whole", "[packer]") {
    CHECK(marked({paragraph("Mit PDF/UA geht es.")}) == "Mit <pdf-ua:PDF/UA> geht es.\n");
    CHECK(marked({paragraph("Die publiccode.yml hilft.")}) ==
          "Die <pdf-ua:publiccode.yml> hilft.\n");
    CHECK(marked({paragraph("Nicht PDF/UA/1.")}) == "Nicht PDF/UA/1.\n");
}
