// SPDX-License-Identifier: EUPL-1.2
// The risk: a document that two readers understand differently, or a small one that takes all
// memory or the whole stack. What is signed has to have one meaning.
#include "kiosk/update/json.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <string>

using namespace foyer;
using namespace foyer::update;

namespace {

std::string round(std::string_view text) {
    const auto parsed = parse_json(text);
    return parsed ? canonical(*parsed) : name(parsed.error().code);
}

std::string nested(std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
}

} // namespace

TEST_CASE("canonical JSON sorts keys by their bytes and leaves out spaces", "[update]") {
    CHECK(round(R"( { "b" : [ 1 , -2 , true , null ] , "a" : { } , "B" : [ ] } )") ==
          R"({"B":[],"a":{},"b":[1,-2,true,null]})");
    // As UTF-16, U+10000 would come before U+FF01.
    CHECK(round(R"({"\ud800\udc00":1,"\uff01":2})") ==
          "{\"\xEF\xBC\x81\":2,\"\xF0\x90\x80\x80\":1}");
}

TEST_CASE("canonical JSON escapes quotation marks and backslashes only", "[update]") {
    CHECK(round(R"("a\"b\\c\/d\n\u0001\u00e4")") == "\"a\\\"b\\\\c/d\n\x01\xC3\xA4\"");
    CHECK(round("\"\\u0000\"") == std::string("\"\0\"", 3));
}

TEST_CASE("a key that stands there twice is refused", "[update]") {
    CHECK(round(R"({"version":1,"version":2})") == "damaged");
    CHECK(round(R"({"a":{"version":1,"x":[],"version":1}})") == "damaged");
    CHECK(round(R"({"a":1,"\u0061":2})") == "damaged");
    CHECK(round(R"([{"a":1},{"a":2}])") == R"([{"a":1},{"a":2}])");
}

TEST_CASE("JSON is 32 levels deep at most", "[update]") {
    CHECK(round(nested(32)) == nested(32));
    CHECK(round(nested(33)) == "damaged");
    CHECK(round(std::string(5'000'000, '[')) == "damaged");
    std::string objects;
    for (int i = 0; i < 33; ++i) objects += R"({"a":)";
    CHECK(round(objects + "1" + std::string(33, '}')) == "damaged");
}

TEST_CASE("a document of very many values is refused before it fills the memory", "[update]") {
    std::string many = "[";
    for (std::size_t i = 1; i < max_json_values; ++i) many += "0,";
    many.back() = ']';
    CHECK(parse_json(many));
    many.back() = ',';
    CHECK_FALSE(parse_json(many + "0]"));
}

TEST_CASE("numbers are whole and fit into 64 bits", "[update]") {
    CHECK(round("18446744073709551615") == "18446744073709551615");
    CHECK(round("-9223372036854775808") == "-9223372036854775808");
    CHECK(round("18446744073709551616") == "damaged");
    CHECK(round("-9223372036854775809") == "damaged");
    CHECK(round("1" + std::string(1000, '0')) == "damaged");
    CHECK(round("1.0") == "damaged");
    CHECK(round("1e2") == "damaged");
    CHECK(round("01") == "damaged");
    CHECK(round("+1") == "damaged");
    CHECK(round("NaN") == "damaged");
}

TEST_CASE("lone surrogates are refused, as escapes and as bytes", "[update]") {
    CHECK(round(R"("\ud800")") == "damaged");
    CHECK(round(R"("\udc00\ud800")") == "damaged");
    CHECK(round(R"("\ud800x")") == "damaged");
    CHECK(round("\"\xED\xA0\x80\"") == "damaged");
    CHECK(round(R"("\ud83d\ude00")") == "\"\xF0\x9F\x98\x80\"");
}

TEST_CASE("bytes that are not UTF-8 are refused", "[update]") {
    CHECK(round("\"\xFF\"") == "damaged");
    CHECK(round("\"\xC0\xAF\"") == "damaged");
    CHECK(round("\xEF\xBB\xBF{}") == "damaged");
}

TEST_CASE("only one document may stand there, and nothing else", "[update]") {
    for (const char* text : {"", " ", "{}{}", "{} x", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "'a'",
                             "// a\n{}", "/**/1", "\"a", "\"\n\"", "tru"}) {
        CAPTURE(text);
        CHECK(round(text) == "damaged");
    }
    CHECK(round(std::string_view("{}\0", 3)) == "damaged");
    CHECK(round(std::string_view("{}\0{}", 5)) == "damaged");
    CHECK(round(" {}\r\n\t ") == "{}");
}
