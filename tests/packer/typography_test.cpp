// SPDX-License-Identifier: EUPL-1.2
// The risk: a line ends after "§" or before "Euro" (ACCESS.md TX-02). In the texts below, ~ stands
// for a no-break space.
#include "content/packer/typography.h"

#include "kiosk/base/text.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;

namespace {

std::string set(std::string_view text, std::string_view language = "de") {
    const std::string out = packer::with_no_break_spaces(text, language);
    return text::replace_all(out, text::no_break_space, "~");
}

} // namespace

TEST_CASE("TX-02 paragraphs, articles and numbers hold on to their signs") {
    REQUIRE(set("nach § 16a und §§ 3, 4 sowie Art. 91c Abs. 2 Nr. 1") ==
            "nach §~16a und §§~3, 4 sowie Art.~91c Abs.~2 Nr.~1");
    REQUIRE(set("(§ 5)") == "(§~5)");
}

TEST_CASE("TX-02 units stay with their numbers") {
    REQUIRE(set("12 % von 3 Mio. Euro, 5 km, 20 GB, 80 Prozent.") ==
            "12~% von 3~Mio.~Euro, 5~km, 20~GB, 80~Prozent.");
    REQUIRE(set("Es waren Mio. und m Leute") == "Es waren Mio. und m Leute");
    REQUIRE(set("€ 500 und 500 €") == "€~500 und 500~€");
    REQUIRE(set("80 percent of 3 million euros", "en") == "80~percent of 3~million~euros");
}

TEST_CASE("TX-02 abbreviations and dates are not torn apart") {
    REQUIRE(set("z. B. am 11. Februar 2021, d. h. im 19. Jahrhundert, i. d. R.") ==
            "z.~B. am 11.~Februar 2021, d.~h. im 19.~Jahrhundert, i.~d.~R.");
    REQUIRE(set("on 11 February 2021 and February 11", "en") ==
            "on 11~February 2021 and February~11");
    REQUIRE(set("Punkt 11. Danach") == "Punkt 11. Danach");
}

TEST_CASE("TX-02 a dash does not begin a line") {
    REQUIRE(set("frei – ein Bild") == "frei~– ein Bild");
    REQUIRE(set("free – a picture", "en") == "free~– a picture");
}

TEST_CASE("German rules do not touch English and line breaks stay") {
    REQUIRE(set("z. B. 5 Prozent", "en") == "z. B. 5 Prozent");
    REQUIRE(set("Zeile eins\nNr. 5\nEnde") == "Zeile eins\nNr.~5\nEnde");
    REQUIRE(set("") == "");
    REQUIRE(set(" ") == " ");
}
