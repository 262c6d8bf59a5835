// SPDX-License-Identifier: EUPL-1.2
// The risk: bytes that are no text reach a screen, or a letter that no font has is drawn as a box
// (ACCESS.md TX-01).
#include "tests/packer/content_folder.h"

#include "content/packer/source_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

TEST_CASE("columns count characters and lines count from one") {
    const packer::SourceText source("x", "äöü\nb\n");
    REQUIRE(source.position(0) == packer::Position{1, 1});
    REQUIRE(source.position(4) == packer::Position{1, 3});
    REQUIRE(source.position(7) == packer::Position{2, 1});
    REQUIRE(source.position(999) == packer::Position{3, 1});
}

TEST_CASE("a position leads back to its byte") {
    const packer::SourceText source("x", "äöü\nb\n");
    REQUIRE(source.offset({1, 3}) == 4);
    REQUIRE(source.offset({2, 1}) == 7);
    REQUIRE(source.offset({1, 99}) == 6);
    REQUIRE(source.offset({99, 1}) == 9);
}

TEST_CASE("bytes that are not UTF-8 are reported where they stand") {
    REQUIRE(problems_of_text("Gut.\nStra\xDF"
                             "e\n") ==
            Messages{"2:5: error: this is not UTF-8; save the file in the encoding UTF-8"});
}

TEST_CASE("a control character is refused") {
    REQUIRE(problems_of_text("a\x1B[31mb\n") ==
            Messages{"1:2: error: there is a control character here; delete it"});
    REQUIRE(problems_of_text(std::string_view("a\0b\n", 4)) ==
            Messages{"1:2: error: there is a control character here; delete it"});
    REQUIRE(problems_of_text("a &#27; b\n") ==
            Messages{"1:3: error: unknown character \"&#27;\"; write the character itself"});
}

TEST_CASE("a byte order mark and the line ends of Windows are no problem") {
    const ContentFolder folder;
    std::string page = read_file(folder.path() + "/pages/first/de.md"), windows = "\xEF\xBB\xBF";
    for (const char c : page) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    folder.write("pages/first/de.md", windows);
    REQUIRE(folder.check().empty());
}

TEST_CASE("TX-01 a character that no font of the kiosk has is an error in text and front matter") {
    REQUIRE(problems_of_text("Gut 漢 nicht.\n") ==
            Messages{"1:5: error: no font of the kiosk has the character U+6F22 (漢)"});
    REQUIRE(problems_of_text("Gut &#x6F22; nicht.\n") ==
            Messages{"1:5: error: no font of the kiosk has the character U+6F22 (漢)"});
    const ContentFolder folder;
    folder.replace("pages/first/de.md", "Die erste", "Die \\u6F22 erste");
    REQUIRE(folder.check() == Messages{"pages/first/de.md:6:9: error: no font of the kiosk has the "
                                       "character U+6F22 (漢)"});
}

TEST_CASE("TX-01 characters of German, English, Arabic and of typography have a glyph") {
    REQUIRE(problems_of_text("„Straße“ – £5, 3 €, §, ½, Ǧ, العربية, → ✓ ≤ …\n").empty());
    REQUIRE(problems_of_text("Zu&shy;sam&nbsp;men &amp; &lt;\n").empty());
}

TEST_CASE("TX-01 a letter with a separate accent is an error") {
    REQUIRE(problems_of_text("Ein Cafe\u0301.\n") ==
            Messages{"1:8: error: letter and accent are two characters here; write one composed "
                     "character (NFC)"});
    REQUIRE(problems_of_text("Ein Café.\n").empty());
}

TEST_CASE("a comment may hold any character") {
    const ContentFolder folder;
    folder.replace("pages/first/de.md", "topic =", "# 漢\ntopic =");
    REQUIRE(folder.check().empty());
}
