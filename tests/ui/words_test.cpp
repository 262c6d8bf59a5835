// SPDX-License-Identifier: EUPL-1.2
// The risk: a date or number that reads as another one, or a hole where words should be.
#include "kiosk/ui/words.h"

#include "tests/ui/stage.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace foyer;
using namespace foyer::ui;

TEST_CASE("dates are written as people of that language write them", "[ui][words]") {
    const Words de = test::words_of("de"), en = test::words_of("en");
    CHECK(de.date("2021-06-11") == "11.\u00A0Juni 2021");
    CHECK(de.date("2021-03-01") == "1.\u00A0März 2021");
    CHECK(de.date("2021-12") == "Dezember 2021");
    CHECK(de.date("2021") == "2021");
    CHECK(en.date("2026-11-23") == "23\u00A0November 2026");
    CHECK(en.date("2026-01") == "January 2026");
}

TEST_CASE("what is no date is shown as it is", "[ui][words]") {
    const Words de = test::words_of("de");
    for (const char* odd : {"", "-", "um 2010", "2021-13", "2021-00-10", "2021-xx-01"})
        CHECK(de.date(odd) == odd);
    CHECK(Words{}.date("2021-06-11") == "2021-06-11");
}

TEST_CASE("thousands are set apart", "[ui][words]") {
    const Words de = test::words_of("de"), en = test::words_of("en");
    CHECK(de.number(0) == "0");
    CHECK(de.number(999) == "999");
    CHECK(de.number(1000) == "1.000");
    CHECK(de.number(612065) == "612.065");
    CHECK(de.number(1234567890) == "1.234.567.890");
    CHECK(de.number(-999) == "-999");
    CHECK(de.number(-1000) == "-1.000");
    CHECK(en.number(612065) == "612,065");
}

TEST_CASE("words that are missing show their key", "[ui][words]") {
    const Words words({{"nav.back", "Zu\u00ADrück"}, {"n", "{count} Sei\u00ADten"}});
    CHECK(words("nav.back") == "Zu\u00ADrück");
    CHECK(words("nav.forth") == "nav.forth");
    CHECK(words.has("nav.back"));
    CHECK_FALSE(words.has("nav.forth"));
    CHECK(words("n", {{"count", "3"}}) == "3 Sei\u00ADten");
    CHECK(words.say("nav.back") == "Zurück");
    CHECK(words.say("n", {{"count", "3"}}) == "3 Seiten");
}

TEST_CASE("TX-03 lengthened words are 60 % longer and keep what is filled in", "[ui][words]") {
    const Words words({{"a", "Noch {count} Seiten"},
                       {"b", "Zurück"},
                       {"date.months", "Januar|Februar"},
                       {"number.thousands", "."}});
    const Words longer = lengthened(words);
    CHECK(longer("b").starts_with("Zurück"));
    CHECK(text::length(longer("b")) == 6 + 6 * 6 / 10);
    CHECK(text::first_invalid(longer("b")) == std::string::npos);
    CHECK(longer("a", {{"count", "3"}}).starts_with("Noch 3 Seiten"));
    CHECK(longer("a").find("{count}") != std::string::npos);
    CHECK(longer("date.months") == "Januar|Februar");
    CHECK(longer("number.thousands") == ".");
    CHECK(longer.all().size() == words.all().size());
}

TEST_CASE("TX-03 all words of the interface grow", "[ui][words]") {
    const Words de = test::words_of("de"), longer = lengthened(de);
    for (const auto& [key, word] : de.all()) {
        if (key.starts_with("date.") || key.starts_with("number.")) continue;
        INFO(key);
        CHECK(text::length(longer(key)) >= text::length(word) + text::length(word) * 6 / 10);
    }
}
