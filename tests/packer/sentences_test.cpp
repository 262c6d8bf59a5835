// SPDX-License-Identifier: EUPL-1.2
// The risk: a card ends in the middle of a date, or Leichte Sprache breaks after "z.".
#include "content/packer/sentences.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace foyer::packer;

namespace {

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> out;
    for (const Sentence& one : sentences(text)) {
        out.emplace_back(text.substr(one.begin, one.end - one.begin));
    }
    return out;
}

} // namespace

TEST_CASE("sentences end at a full stop, an exclamation or a question mark") {
    REQUIRE(split("Eins. Zwei! Drei?  Vier") ==
            std::vector<std::string>{"Eins.", "Zwei!", "Drei?", "Vier"});
    REQUIRE(split("Er sagte: „Ja.“ Dann ging er.") ==
            std::vector<std::string>{"Er sagte: „Ja.“", "Dann ging er."});
    REQUIRE(split("").empty());
    REQUIRE(split(" \n ").empty());
}

TEST_CASE("abbreviations, dates and numbers do not end a sentence") {
    REQUIRE(split("Das gilt z. B. am 11. Februar für ca. 2.000 Leute.").size() == 1);
    REQUIRE(split("Rund 3 Mio. Euro laut Dr. Meier.").size() == 1);
    REQUIRE(split("Das war 2021. Dann kam mehr.").size() == 2);
    REQUIRE(split("See opencode.de for more.").size() == 1);
}

TEST_CASE("a line break ends a sentence") {
    REQUIRE(split("Eins\nZwei") == std::vector<std::string>{"Eins", "Zwei"});
}

TEST_CASE("words are what a reader counts") {
    REQUIRE(words("Ein Wort – und §\u00A05, 3\u00A0% [@one; @two]") == 5);
    REQUIRE(words("") == 0);
    REQUIRE(words("Open-Source-Software") == 1);
    REQUIRE(words("كلمة واحدة") == 2);
}

TEST_CASE("a line ends with the signs that end or announce something") {
    REQUIRE(ends_a_line("Ja."));
    REQUIRE(ends_a_line("Das heißt: "));
    REQUIRE(ends_a_line("„Wirklich?“"));
    REQUIRE_FALSE(ends_a_line("und"));
    REQUIRE_FALSE(ends_a_line(""));
}
