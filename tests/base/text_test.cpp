// SPDX-License-Identifier: EUPL-1.2
// The risk: bytes that only look like UTF-8 get past the gate and break what trusts it behind.
#include "kiosk/base/text.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace foyer;
using namespace std::string_view_literals;

namespace {

bool is_broken(std::string_view bytes) {
    const text::Decoded d = text::decode(bytes, 0);
    return !d.valid && d.bytes == 1 && d.code == text::replacement;
}

} // namespace

TEST_CASE("characters of every length decode to themselves", "[base][text]") {
    struct Sample {
        std::string_view bytes;
        char32_t code;
    };
    for (const Sample& sample :
         {Sample{"A", 'A'}, Sample{"\x7F", 0x7F}, Sample{"\xC2\x80", 0x80}, Sample{"ü", 0xFC},
          Sample{"\xDF\xBF", 0x7FF}, Sample{"\xE0\xA0\x80", 0x800}, Sample{"€", 0x20AC},
          Sample{"\xED\x9F\xBF", 0xD7FF}, Sample{"\xEE\x80\x80", 0xE000},
          Sample{"\xEF\xBF\xBF", 0xFFFF}, Sample{"\xF0\x90\x80\x80", 0x10000},
          Sample{"\xF4\x8F\xBF\xBF", 0x10FFFF}}) {
        const text::Decoded d = text::decode(sample.bytes, 0);
        CHECK(d.valid);
        CHECK(d.code == sample.code);
        CHECK(d.bytes == sample.bytes.size());
        std::string again;
        text::append(again, sample.code);
        CHECK(again == sample.bytes);
    }
}

TEST_CASE("a character written longer than it needs is broken", "[base][text]") {
    CHECK(is_broken("\xC0\x80")); // NUL in two bytes
    CHECK(is_broken("\xC1\xBF"));
    CHECK(is_broken("\xE0\x80\xAF")); // a slash in three
    CHECK(is_broken("\xE0\x9F\xBF"));
    CHECK(is_broken("\xF0\x8F\xBF\xBF"));
}

TEST_CASE("halves of UTF-16 and values behind Unicode are broken", "[base][text]") {
    CHECK(is_broken("\xED\xA0\x80"));     // U+D800
    CHECK(is_broken("\xED\xBF\xBF"));     // U+DFFF
    CHECK(is_broken("\xF4\x90\x80\x80")); // U+110000
    CHECK(is_broken("\xF5\x80\x80\x80"));
    CHECK(is_broken("\xFF"));
}

TEST_CASE("a character that is cut off or interrupted is broken", "[base][text]") {
    CHECK(is_broken("\xC3"));
    CHECK(is_broken("\xE2\x82"));
    CHECK(is_broken(std::string_view("€").substr(0, 2))); // the rest of it lies behind the end
    CHECK(is_broken("\xF0\x9F\x98"));
    CHECK(is_broken("\xC3"
                    "A"));
    CHECK(is_broken("\xE2\x28\xA1"));
    CHECK(is_broken("\x80"));
    CHECK(is_broken("\xBF"));
}

TEST_CASE("reading goes on behind a broken byte", "[base][text]") {
    const std::string_view mixed = "a\xC3z";
    CHECK(text::decode(mixed, 1).bytes == 1);
    CHECK(text::decode(mixed, 2).code == 'z');
    CHECK(text::length(mixed) == 3);
}

TEST_CASE("the first broken byte is found, and none in good text", "[base][text]") {
    CHECK(text::first_invalid("") == std::string_view::npos);
    CHECK(text::first_invalid("Straße \xF0\x9F\x8F\x9B") == std::string_view::npos);
    CHECK(text::first_invalid("Stra\xDF"
                              "e") == 4);
    CHECK(text::first_invalid("ü\xED\xA0\x80") == 2);
    CHECK(text::first_invalid("ok\xE2\x82") == 2);
    CHECK(text::first_invalid("a\0b"sv) == std::string_view::npos);
}

TEST_CASE("length counts characters, not bytes", "[base][text]") {
    CHECK(text::length("") == 0);
    CHECK(text::length("Größe") == 5);
    CHECK(text::length("€\xF0\x9F\x8F\x9B") == 2);
}

TEST_CASE("trim takes blanks from both ends only", "[base][text]") {
    CHECK(text::trim(" \t a b \r\n") == "a b");
    CHECK(text::trim("ab") == "ab");
    CHECK(text::trim(" \n ").empty());
    CHECK(text::trim("").empty());
}

TEST_CASE("split keeps empty parts", "[base][text]") {
    CHECK(text::split("a|b|c", '|') == std::vector{"a"sv, "b"sv, "c"sv});
    CHECK(text::split("|a||", '|') == std::vector{""sv, "a"sv, ""sv, ""sv});
    CHECK(text::split("", '|') == std::vector{""sv});
}

TEST_CASE("replacing does not look at what it has just put in", "[base][text]") {
    CHECK(text::replace_all("aaa", "a", "aa") == "aaaaaa");
    CHECK(text::replace_all("abcabc", "bc", "") == "aa");
    CHECK(text::replace_all("abc", "x", "y") == "abc");
    CHECK(text::without_soft_hyphens("Bür\u00ADger\u00ADamt") == "Bürgeramt");
}

TEST_CASE("an address may go on in the next line behind its signs", "[base][text]") {
    CHECK(text::with_address_breaks("a@b.de/c, d.") == "a@\u200Bb.\u200Bde/\u200Bc, d.");
    CHECK(text::with_address_breaks("9.\u00A0Mai, 1.2\n3.") == "9.\u00A0Mai, 1.2\n3.");
    CHECK(text::with_address_breaks("").empty());
}

TEST_CASE("named blanks are filled in, unknown ones stay", "[base][text]") {
    CHECK(text::fill("{name}: {count} {name}", {{"name", "A"}, {"count", "2"}}) == "A: 2 A");
    CHECK(text::fill("{other}", {{"name", "A"}}) == "{other}");
    CHECK(text::fill("no blank", {{"name", "A"}}) == "no blank");
    CHECK(text::fill("{na", {{"na", "A"}}) == "{na");
}

TEST_CASE("what is filled in is not a pattern itself", "[base][text]") {
    // A visitor's search text may hold braces.
    CHECK(text::fill("{query}: {count}", {{"query", "{count}"}, {"count", "2"}}) == "{count}: 2");
}
