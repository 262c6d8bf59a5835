// SPDX-License-Identifier: EUPL-1.2
// The risk: the index and the query spell a word in two ways, and nothing is found.
#include "kiosk/store/search_index.h"
#include "kiosk/store/vocabulary_writer.h"
#include "kiosk/store/words.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using store::fold;
using store::fold_digraph;

namespace {

using Strings = std::vector<std::string>;

Strings words_of(std::string_view text, store::Hyphens hyphens = store::Hyphens::part_and_join) {
    Strings out;
    for (const store::Span& span : store::words(text, hyphens)) {
        out.emplace_back(text.substr(span.begin, span.end - span.begin));
    }
    return out;
}

} // namespace

TEST_CASE("folding takes case, accents and ligatures away", "[store][words]") {
    CHECK(fold("Straße") == "strasse");
    CHECK(fold("STRASSE") == "strasse");
    CHECK(fold("ẞ") == "ss");
    CHECK(fold("Schlösser") == "schlosser");
    CHECK(fold("ÄÖÜäöü") == "aouaou");
    CHECK(fold("Ko\u0308ln") == "koln");
    CHECK(fold("Köln") == fold("Ko\u0308ln"));
    CHECK(fold("Ünïted") == "united");
    CHECK(fold("Øresund") == "oresund");
    CHECK(fold("Łódź") == "lodz");
    CHECK(fold("ﬁnden") == "finden");
    CHECK(fold("İstanbul") == "istanbul");
    CHECK(fold("ΣΊΣΥΦΟΣ") == fold("σίσυφος"));
    CHECK(fold("مَرْحَبًا") == fold("مرحبا"));
    CHECK(fold("Bar\u00ADriere") == "barriere");
    CHECK(fold("E-Mail") == "email");
    CHECK(fold("2020") == "2020");
    CHECK(fold("\u00AD").empty());
    CHECK(fold("").empty());
}

TEST_CASE("digraphs are the other way to type an umlaut", "[store][words]") {
    CHECK(fold_digraph("Köln") == "koeln");
    CHECK(fold_digraph("Ko\u0308ln") == "koeln");
    CHECK(fold_digraph("Ämter") == "aemter");
    CHECK(fold_digraph("Übung") == "uebung");
    CHECK(fold_digraph("Straße") == "strasse");
    CHECK(fold_digraph("über\u00ADall") == "ueberall");
    CHECK(fold_digraph("Haus") == fold("Haus"));
}

TEST_CASE("words end where letters and digits end", "[store][words]") {
    CHECK(words_of("Der Rat (2021): „Ja“!") == Strings{"Der", "Rat", "2021", "Ja"});
    CHECK(words_of("§\u00A04, 612.065") == Strings{"4", "612", "065"});
    CHECK(words_of("").empty());
    CHECK(words_of("-").empty());
    CHECK(words_of("\xFF\xC3") == Strings{});
    CHECK(words_of("a\xFF"
                   "b") == Strings{"a", "b"});
    CHECK(words_of("Bar\u00ADriere") == Strings{"Bar\u00ADriere"});
}

TEST_CASE("a word with hyphens is its parts, and once the whole", "[store][words]") {
    CHECK(words_of("eine E-Mail da") == Strings{"eine", "E", "Mail", "E-Mail", "da"});
    CHECK(words_of("Open-Source-Software") ==
          Strings{"Open", "Source", "Software", "Open-Source-Software"});
    CHECK(words_of("Vor- und Nachteile -x") == Strings{"Vor", "und", "Nachteile", "x"});
    CHECK(words_of("E-Mail", store::Hyphens::part) == Strings{"E", "Mail"});
}

TEST_CASE("German and English have stems, other languages keep their words", "[store][words]") {
    const store::Stemmer german("de"), english("en"), arabic("ar");
    CHECK(german.stem("schlosser") == german.stem("schloss"));
    CHECK(german.stem("gemeinden") == german.stem("gemeinde"));
    CHECK(english.stem("licences") == english.stem("licence"));
    CHECK(arabic.stem("schlosser") == "schlosser");
    CHECK(german.stem("").empty());
}

TEST_CASE("the primary part of a tag says how words are spelt", "[store][words]") {
    CHECK(store::primary("de-simple") == "de");
    CHECK(store::primary("en") == "en");
    CHECK(store::primary("").empty());
}

TEST_CASE("a word is cut in threes, its beginning marked", "[store][words]") {
    CHECK(store::grams("rathaus") == Strings{"^ra", "ath", "aus", "hau", "rat", "tha"});
    CHECK(store::grams("ab") == Strings{"^ab"});
    CHECK(store::grams("a").empty());
    CHECK(store::grams("дом") == Strings{"^до", "дом"});
}
