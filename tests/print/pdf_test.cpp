// SPDX-License-Identifier: EUPL-1.2
// The risk: a sheet that is handed out lacks words, shows them in another order to those who listen
// than to those who read, or looks different on a machine without our fonts.
#include "platform/pdf/pdf_printer.h"

#include "platform/text/pango_layouter.h"
#include "tests/print/pdf_file.h"

#include <catch2/catch_test_macros.hpp>
#include <regex>

using namespace foyer;
using namespace foyer::host;
using foyer::test::PdfFile;

namespace {

std::string printed(const Document& document) {
    static const auto layouter = platform::PangoLayouter::create(FONTS_CONF).value();
    platform::PdfPrinter printer(*layouter);
    return printer.pdf(document).value();
}

Document document(std::vector<DocumentPart> parts) {
    Document out;
    out.title = "Ein Blatt";
    out.author = "Musterstadt";
    out.date = "2026-11-23";
    out.footer = "Ein Blatt \xC2\xB7 23. November 2026";
    out.page_of = "Seite {page} von {pages}";
    out.picture_text = "Abbildung: {text}";
    out.parts = std::move(parts);
    return out;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

int count(const std::string& text, const std::string& part) {
    int out = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
        ++out;
    return out;
}

std::string times(int number, const std::string& words) {
    std::string out;
    for (int i = 0; i < number; ++i) out += words;
    return out;
}

/// A little of everything.
Document sheet() {
    return document(
        {{DocumentHeading{1, {"Der Titel"}}},
         {DocumentText{{"In K\xC3\xBCrze."}, Voice::lead}},
         {DocumentHeading{2, {"Abschnitt"}}},
         {DocumentText{{"Ein Satz\xE2\x81\xA0"
                        "1.",
                        {{8, 12, false, false, false, true}}}}},
         {DocumentItem{{"Erstens"}, "1."}},
         {DocumentItem{{"darunter"}, "", 2}},
         {DocumentItem{{"Zweitens"}, "2."}},
         {DocumentQuote{{"Merksatz"}, true}},
         {DocumentTable{{{{"Ort"}, {"Jahr"}}, {{"Ulm"}, {"2010"}}}}},
         {DocumentBars{"Kosten", "Euro", {{"alt", 10, "zehn"}, {"neu", 5, "f\xC3\xBCnf"}}, 0, {}}},
         {DocumentLines{{"Ort und Datum", "Unterschrift"}}},
         {DocumentText{{"https://example.org/a", {}, {{0, 21, "https://example.org/a"}}}}}});
}

} // namespace

TEST_CASE("the words of a sheet are read in their order, each once") {
    const std::string text = PdfFile(printed(sheet())).text();
    std::size_t at = 0;
    for (const char* words : {"Der Titel",     "In K\xC3\xBCrze.",
                              "Abschnitt",     "Ein Satz",
                              "Erstens",       "darunter",
                              "Zweitens",      "Merksatz",
                              "Ort",           "Jahr",
                              "Ulm",           "2010",
                              "Kosten (Euro)", "alt",
                              "zehn",          "neu",
                              "f\xC3\xBCnf",   "Ort und Datum",
                              "Unterschrift",  "https://example.org/a"}) {
        INFO(words << " in " << text);
        const std::size_t found = text.find(words, at);
        REQUIRE(found != std::string::npos);
        at = found + 1;
    }
    REQUIRE(has(text, "Seite 1 von 1"));
}

TEST_CASE("a sheet says what its parts are to those who listen") {
    const std::string structure = PdfFile(printed(sheet())).structure();
    for (const char* tag : {"Document", "  H1", "  H2", "  P", "  L ", "    LI", "      Lbl",
                            "      LBody", "  Table", "    TR", "      TH", "      TD", "Link"}) {
        INFO(tag << " in " << structure);
        REQUIRE(has(structure, tag));
    }
    // The list in the list is part of its item, and the page's number is no part of the text.
    REQUIRE(std::regex_search(structure,
                              std::regex("LBody[^\\n]*\\n +P[^\\n]*\\n +\"Erstens\"\\n +L ")));
    REQUIRE_FALSE(has(structure, "Seite 1"));
}

TEST_CASE("a file names itself, its author and its date, and is tagged") {
    const std::string info = PdfFile(printed(sheet())).info();
    REQUIRE(std::regex_search(info, std::regex("Title: +Ein Blatt")));
    REQUIRE(std::regex_search(info, std::regex("Author: +Musterstadt")));
    REQUIRE(std::regex_search(info, std::regex("CreationDate: +.*2026")));
    REQUIRE(std::regex_search(info, std::regex("Tagged: +yes")));
    REQUIRE(std::regex_search(info, std::regex("Page size: .*A4")));
}

TEST_CASE("the same document gives the same bytes") {
    REQUIRE(printed(sheet()) == printed(sheet()));
    Document undated = sheet();
    undated.date = {};
    REQUIRE(printed(undated) == printed(undated));
    // Nor does it know the day it was printed.
    REQUIRE(
        std::regex_search(PdfFile(printed(undated)).info(), std::regex("CreationDate: +.*2000")));
}

TEST_CASE("every font is in the file") {
    const std::string fonts = PdfFile(printed(sheet())).fonts();
    std::regex row("\\n\\S+ +.*? +(yes|no) (yes|no) (yes|no) ");
    int seen = 0;
    for (std::sregex_iterator at(fonts.begin(), fonts.end(), row), end; at != end; ++at) {
        INFO(fonts);
        REQUIRE((*at)[1] == "yes");
        REQUIRE((*at)[3] == "yes"); // letters can be copied
        ++seen;
    }
    REQUIRE(seen >= 3);
}

TEST_CASE("an address can be clicked, also where it goes on in the next line") {
    const std::string address = "https://example.org/" + times(12, "ein-langer-weg/");
    const std::string shown = "https://example.org/" + times(12, "ein-langer-weg/\xE2\x80\x8B");
    const auto end = static_cast<std::uint32_t>(6 + shown.size());
    const PdfFile file(
        printed(document({{DocumentText{{"Siehe " + shown, {}, {{6, end, address}}}}}})));
    REQUIRE(count(file.links(), address) >= 2);
}

TEST_CASE("an address with signs that mean something to the format breaks nothing") {
    const std::string address = "https://example.org/a'(b)\\\xC3\xBC<c>";
    const auto end = static_cast<std::uint32_t>(address.size());
    const PdfFile file(printed(document({{DocumentText{{address, {}, {{0, end, address}}}}}})));
    REQUIRE(has(file.links(), "https://example.org/a%27%28b%29%5C%C3%BC%3Cc%3E"));
}

TEST_CASE("words are divided at soft hyphens, and only there a hyphen is seen") {
    const std::string word = "Ver\xC2\xADwal\xC2\xADtungs\xC2\xADge\xC2\xADmein\xC2\xADschaft ";
    const PdfFile file(printed(document({{DocumentText{{times(60, word)}}}})));
    const std::string text = file.text();
    // Whole again once the hyphens at the ends of lines are gone, and none within a line.
    REQUIRE(count(text, "Verwaltungsgemeinschaft") == 60);
    REQUIRE_FALSE(has(text, "\xC2\xAD"));
    // Those who listen hear every word to its end.
    REQUIRE(count(file.structure(), "schaft") == 60);
}

TEST_CASE("a paragraph of ten thousand words is there to the last, with no line alone") {
    std::string words;
    for (int i = 0; i < 10'000; ++i) words += "w" + std::to_string(i) + " ";
    const PdfFile file(printed(document({{DocumentText{{words}}}})));
    const int pages = file.pages();
    REQUIRE(pages > 10);
    std::string all;
    for (int page = 1; page <= pages; ++page) {
        std::string text = file.text(page);
        const std::size_t foot = text.find("Ein Blatt");
        text.resize(std::min(foot, text.size()));
        REQUIRE(count(text, "\n") >= 2);
        all += text;
    }
    std::size_t at = 0;
    for (int i = 0; i < 10'000; ++i) {
        at = all.find("w" + std::to_string(i), at);
        REQUIRE(at != std::string::npos);
    }
}

TEST_CASE("no line of a paragraph is alone on a page") {
    for (int millimetres = 0; millimetres < 12; ++millimetres) {
        std::vector<DocumentPart> parts = {{DocumentSpace{static_cast<float>(millimetres)}}};
        for (int i = 0; i < 33; ++i) parts.push_back({DocumentText{{"Zeile"}, Voice::quiet}});
        parts.push_back({DocumentText{{times(60, "Absatz ")}}});
        const PdfFile file(printed(document(std::move(parts))));
        for (int page = 1; page <= file.pages(); ++page) {
            const std::string text = file.text(page);
            INFO(millimetres << " mm, page " << page << ": " << text);
            // About ten words fill a line.
            const int words = count(text, "Absatz");
            REQUIRE((words == 0 || words > 11));
        }
    }
}

TEST_CASE("the last word of a line and the first of the next are two") {
    const std::string structure =
        PdfFile(printed(document({{DocumentText{{times(30, "Wort ")}}}}))).structure();
    INFO(structure);
    REQUIRE(count(structure, "Wort \"\n") >= 2);
}

TEST_CASE("a word wider than the page is divided and stays whole") {
    const std::string word = times(20, "Donaudampf");
    const PdfFile file(printed(document({{DocumentText{{word}}},
                                         {DocumentHeading{1, {word}}},
                                         {DocumentTable{{{{"A"}, {"B"}}, {{word}, {word}}}}}})));
    std::string letters;
    for (const char c : file.text())
        if (c != '\n' && c != '-') letters += c;
    letters = std::regex_replace(letters, std::regex("\xE2\x80\x90"), "");
    REQUIRE(count(letters, "Donaudampf") >= 60);
}

TEST_CASE("the head of a table is there again on every page, and read once") {
    DocumentTable table{{{{"Gemeinde"}, {"Jahr"}}}};
    for (int i = 0; i < 120; ++i) table.rows.push_back({{"Ort " + std::to_string(i)}, {"2020"}});
    const PdfFile file(printed(document({{table}})));
    REQUIRE(file.pages() >= 3);
    for (int page = 1; page <= file.pages(); ++page) REQUIRE(has(file.text(page), "Gemeinde"));
    REQUIRE(count(file.structure(), "Gemeinde") == 1);
    REQUIRE(count(file.text(), "Ort 119") == 1);
}

TEST_CASE("a cell longer than a page goes on") {
    DocumentTable table{{{{"A"}, {"B"}}, {{times(3000, "Wort ")}, {"kurz"}}}};
    const PdfFile file(printed(document({{table}})));
    REQUIRE(count(file.text(), "Wort") == 3000);
}

TEST_CASE("a heading stands with what follows it") {
    for (int lines = 26; lines < 36; ++lines) { // a page has 34
        std::vector<DocumentPart> parts;
        for (int i = 0; i < lines; ++i) parts.push_back({DocumentText{{"Zeile"}, Voice::quiet}});
        parts.push_back({DocumentHeading{2, {"Abschnitt"}}});
        parts.push_back({DocumentText{{times(40, "Danach kommt der Text. ")}}});
        const PdfFile file(printed(document(std::move(parts))));
        for (int page = 1; page <= file.pages(); ++page) {
            const std::string text = file.text(page);
            const std::size_t at = text.find("Abschnitt");
            INFO(lines << " lines: " << text);
            if (at != std::string::npos) REQUIRE(count(text.substr(at), "Danach kommt") >= 4);
        }
    }
}

TEST_CASE("a figure that cannot be drawn is said in words") {
    DocumentFigure figure{PictureType::svg, "<svg>", "Drei Kreise", {"Quelle: KGSt"}};
    const std::string text = PdfFile(printed(document({{figure}}))).text();
    REQUIRE(has(text, "Abbildung: Drei Kreise"));
    REQUIRE(has(text, "Quelle: KGSt"));
}

TEST_CASE("an empty document is one page that says its number") {
    const PdfFile file(printed(document({})));
    REQUIRE(file.pages() == 1);
    REQUIRE(has(file.text(), "Seite 1 von 1"));
    REQUIRE(PdfFile(printed({})).pages() == 1);
}

TEST_CASE("a page that is asked for begins") {
    const PdfFile file(printed(
        document({{DocumentText{{"eins"}}}, {DocumentPageBreak{}}, {DocumentText{{"zwei"}}}})));
    REQUIRE(file.pages() == 2);
    REQUIRE(has(file.text(2), "zwei"));
}

TEST_CASE("from right to left a sheet has the same words and as many lines") {
    Document arabic = document(
        {{DocumentText{{"\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 \xD8\xA8\xD9\x83\xD9\x85"}}},
         {DocumentItem{{"\xD9\x88\xD8\xA7\xD8\xAD\xD8\xAF"}, "1."}}});
    arabic.direction = Direction::right_to_left;
    arabic.language = "ar";
    const PdfFile file(printed(arabic));
    REQUIRE(has(file.fonts(), "NotoSansArabic"));
    REQUIRE(file.ink(1) > 100);
}

TEST_CASE("parts that stay together begin the next page together") {
    std::vector<DocumentPart> parts;
    for (int i = 0; i < 30; ++i) parts.push_back({DocumentText{{"Zeile"}, Voice::quiet}});
    for (int i = 0; i < 12; ++i) parts.push_back({DocumentText{{"zusammen"}}, i < 11});
    const PdfFile file(printed(document(std::move(parts))));
    REQUIRE(file.pages() == 2);
    REQUIRE(count(file.text(2), "zusammen") == 12);
}
