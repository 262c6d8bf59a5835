// SPDX-License-Identifier: EUPL-1.2
// The risk: words are divided wrongly, or what is no word is divided (ACCESS.md TX-02). In the
// texts below, | stands for a soft hyphen.
#include "content/packer/hyphenation.h"

#include "kiosk/base/text.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;

namespace {

std::string divided(std::string_view text, std::string_view language = "de") {
    static const packer::Hyphenation hyphenation = packer::Hyphenation::load().value();
    return text::replace_all(hyphenation.with_soft_hyphens(text, language), text::soft_hyphen, "|");
}

} // namespace

TEST_CASE("TX-02 German words are divided by their syllables") {
    REQUIRE(divided("Verwaltungsdigitalisierung") == "Ver|wal|tungs|di|gi|ta|li|sie|rung");
    REQUIRE(divided("Bürgermeisterin, Straßenbahn") == "Bür|ger|meis|te|rin, Stra|ßen|bahn");
}

TEST_CASE("TX-02 English words are divided by English rules") {
    REQUIRE(divided("administration", "en") == "ad|min|is|tra|tion");
    REQUIRE(divided("administration", "en-GB") == "ad|min|is|tra|tion");
}

TEST_CASE("short words, names with capitals inside and words with digits stay whole") {
    for (const char* word : {"Daten", "LibreOffice", "KGSt", "OZG2", "Matrix42"}) {
        REQUIRE(divided(word) == word);
    }
}

TEST_CASE("web addresses and file names stay whole") {
    for (const char* word : {"opencode.de/verwaltung", "https://example.org/verwaltung",
                             "verwaltung@example.org", "name_verwaltung"}) {
        REQUIRE(divided(word) == word);
    }
    REQUIRE(divided("(Verwaltung).") == "(Ver|wal|tung).");
}

TEST_CASE("parts of a word with hyphens are divided by themselves") {
    REQUIRE(divided("Open-Source-Verwaltung") == "Open-Source-Ver|wal|tung");
}

TEST_CASE("a word with a soft hyphen of the editor keeps only that") {
    REQUIRE(divided("Staub\u00ADecken") == "Staub|ecken");
}

TEST_CASE("no syllable of one letter is cut off") {
    REQUIRE(divided("Initiative") == "In|iti|ative");
}

TEST_CASE("other languages and Leichte Sprache are left alone") {
    REQUIRE(divided("Verwaltung", "de-simple") == "Verwaltung");
    REQUIRE(divided("administration", "fr") == "administration");
    REQUIRE(divided("الإدارة", "ar") == "الإدارة");
}

TEST_CASE("letters that the patterns do not know do no harm") {
    REQUIRE(divided("Łódźverwaltung") == "Łódźverwaltung");
    REQUIRE(divided(std::string(5000, 'a')) == std::string(5000, 'a'));
}
