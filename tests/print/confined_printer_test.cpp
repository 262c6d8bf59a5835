// SPDX-License-Identifier: EUPL-1.2
// The risk: a drawing in a pack from elsewhere takes over the program that prints it, or a figure
// comes out as coarse pixels, or not at all.
#include "platform/pdf/confined_printer.h"

#include "tests/print/pdf_file.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::host;
using foyer::test::PdfFile;

namespace {

constexpr const char* drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 200\">"
    "<rect class=\"accent\" x=\"20\" y=\"20\" width=\"360\" height=\"160\"/>"
    "<text class=\"on-accent\" x=\"60\" y=\"110\" font-family=\"Inter\" "
    "font-size=\"28\">Ratsbeschluss"
    "</text></svg>";

std::string printed(const DocumentFigure& figure) {
    Document document;
    document.picture_text = "Abbildung: {text}";
    document.parts.push_back({figure});
    return platform::ConfinedPrinter(FONTS_CONF).pdf(document).value();
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a drawing stays shapes") {
    const PdfFile file(printed({PictureType::svg, drawing, "Ein Kasten", {}}));
    REQUIRE(has(file.structure(), "Figure"));
    REQUIRE(file.ink(1) > 20'000);
    REQUIRE(printed({PictureType::svg, drawing, "", {}}).find("/Image") == std::string::npos);
}

TEST_CASE("a figure has its caption below it, and its words for those who listen") {
    Document document;
    document.language = "de";
    DocumentCodeSquare code{2, {true, false, false, true}, {"Der Code"}};
    document.parts = {{DocumentFigure{PictureType::svg, drawing, "Ein Kasten", {"Quelle: KGSt"}}},
                      {code},
                      {DocumentPageBreak{}},
                      {DocumentFigure{PictureType::svg, drawing, "Noch einer", {}}}};
    const std::string bytes = platform::ConfinedPrinter(FONTS_CONF).pdf(document).value();
    const std::string text = PdfFile(bytes).text();
    REQUIRE(has(text, "Quelle: KGSt"));
    REQUIRE_FALSE(has(text, "Ein Kasten"));
    // In UTF-16: "Ei", "De", "No" in this order, and "de".
    const std::size_t first = bytes.find("/Alt <FEFF00450069");
    const std::size_t second = bytes.find("/Alt <FEFF00440065", first);
    REQUIRE(second != std::string::npos);
    REQUIRE(bytes.find("/Alt <FEFF004E006F", second) != std::string::npos);
    REQUIRE(has(bytes, "/Lang <FEFF00640065>"));
}

TEST_CASE("a figure that is rubbish, huge or reaches out costs itself") {
    for (const std::string& svg :
         {std::string("<svg"), std::string(17u << 20, 'x'),
          std::string("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"
                      "<image href=\"file:///etc/passwd\"/></svg>")}) {
        const PdfFile file(printed({PictureType::svg, svg, "Drei Kreise", {}}));
        REQUIRE(has(file.text(), "Abbildung: Drei Kreise"));
    }
    const PdfFile photo(printed({PictureType::jpeg, "no jpeg", "Der Platz", {}}));
    REQUIRE(has(photo.text(), "Abbildung: Der Platz"));
}

TEST_CASE("the same document from two children has the same bytes") {
    const DocumentFigure figure{PictureType::svg, drawing, "Ein Kasten", {}};
    REQUIRE(printed(figure) == printed(figure));
}
