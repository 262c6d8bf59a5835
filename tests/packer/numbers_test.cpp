// SPDX-License-Identifier: EUPL-1.2
// The risk: a number that stands in a fact is taken for another, or one that does not is let pass.
#include "content/packer/numbers.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;

namespace {

using Strings = std::vector<std::string>;

Strings values(std::string_view text) {
    Strings out;
    for (const packer::NumberInText& number : packer::numbers_in(text)) out.push_back(number.value);
    return out;
}

} // namespace

TEST_CASE("a number is the same however its thousands are set apart") {
    for (const char* text : {"15.000", "15,000", "15 000", "15\u00A0000", "15\u202F000",
                             "15\u2009000", "15'000", "15000", "15000,0"}) {
        INFO(text);
        CHECK(values(text) == Strings{"15000"});
    }
    CHECK(values("1.234.567") == Strings{"1234567"});
    CHECK(values("1,234,567.5") == Strings{"1234567.5"});
    CHECK(values("1.234.567,50") == Strings{"1234567.5"});
}

TEST_CASE("a comma and a point may both begin the fraction") {
    CHECK(values("86,1") == Strings{"86.1"});
    CHECK(values("86.1 Millionen") == Strings{"86.1"});
    CHECK(values("0,125") == Strings{"0.125"});
    CHECK(values("0.5 Prozent.") == Strings{"0.5"});
    CHECK(values("12000,25") == Strings{"12000.25"});
}

TEST_CASE("dates, versions and lists are several numbers") {
    CHECK(values("23.11.2017") == Strings{"23", "11", "2017"});
    CHECK(values("2017-09-04") == Strings{"2017", "9", "4"});
    CHECK(values("Version 1.2.3") == Strings{"1", "2", "3"});
    CHECK(values("2003\u20132013") == Strings{"2003", "2013"});
    CHECK(values("2024 300 Rechner") == Strings{"2024", "300"});
    CHECK(values("1, 2 und 3") == Strings{"1", "2", "3"});
    CHECK(values("Ende 2013.") == Strings{"2013"});
}

TEST_CASE("digits behind a letter are part of a name") {
    CHECK(values("A13 und Büro5 bei it@M").empty());
    CHECK(values("Windows 7") == Strings{"7"});
    CHECK(values("die 2020er") == Strings{"2020"});
}

TEST_CASE("a number is written as the language writes it") {
    CHECK(packer::shown_number(86.1, "de") == "86,1");
    CHECK(packer::shown_number(86.1, "de-simple") == "86,1");
    CHECK(packer::shown_number(86.1, "en") == "86.1");
    CHECK(packer::shown_number(1234567, "de") == "1.234.567");
    CHECK(packer::shown_number(15000, "en") == "15,000");
    CHECK(packer::shown_number(999, "de") == "999");
    CHECK(packer::shown_number(0, "de") == "0");
    CHECK(packer::shown_number(-0.5, "de") == "\u22120,5");
    CHECK(packer::shown_number(1e15, "en") == "1,000,000,000,000,000");
    CHECK(packer::shown_number(-0.0000001, "en") == "0");
}
