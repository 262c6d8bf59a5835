// SPDX-License-Identifier: EUPL-1.2
// The risk: styles get lost on the way into a pack, or markup nobody wrote is believed.
#include "kiosk/store/inline_markup.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using store::read_inline;
using store::write_inline;

namespace {

model::Run run(const std::string& text) {
    model::Run out;
    out.text = text;
    return out;
}

} // namespace

TEST_CASE("every combination of styles is read as it was written", "[store][markup]") {
    for (int bits = 1; bits < 64; ++bits) {
        model::Run one = run("a < b & c > \"d\"\n\tä");
        one.bold = bits & 1;
        one.italic = bits & 2;
        one.code = bits & 4;
        if (bits & 8) one.term = "quell-code-2";
        if (bits & 16) one.page = "freiburg";
        if (bits & 32) one.source = 12, one.text = "12";
        const model::Inline runs = {one, run(" und weiter")};
        const auto written = write_inline(runs);
        REQUIRE(written);
        CAPTURE(*written);
        const auto read = read_inline(*written);
        REQUIRE(read);
        CHECK(*read == runs);
    }
}

TEST_CASE("markup looks as the format says", "[store][markup]") {
    model::Run bold = run("b"), term = run("Code"), page = run("Freiburg"), source = run("3");
    bold.bold = true;
    term.term = "quellcode";
    page.page = "freiburg";
    source.source = 3;
    CHECK(
        *write_inline({run("1 < 2 "), bold, term, page, source}) ==
        "1 &lt; 2 <b>b</b><g t=\"quellcode\">Code</g><p to=\"freiburg\">Freiburg</p><s n=\"3\"/>");
    CHECK(write_inline({})->empty());
}

TEST_CASE("nested tags of different kinds are read", "[store][markup]") {
    const auto read = read_inline("<b>a<i>b</i>c</b>");
    REQUIRE(read);
    REQUIRE(read->size() == 3);
    CHECK(((*read)[0].bold && !(*read)[0].italic));
    CHECK(((*read)[1].bold && (*read)[1].italic));
    CHECK(((*read)[2].bold && !(*read)[2].italic));
}

TEST_CASE("markup that is not ours is damage", "[store][markup]") {
    for (const char* bad : {"<",
                            ">",
                            "&",
                            "&quot;",
                            "a & b",
                            "<b>",
                            "</b>",
                            "<b></i>",
                            "<b><i></b></i>",
                            "<B>x</B>",
                            "<b ></b>",
                            "<u>x</u>",
                            "<b><b>x</b></b>",
                            "<b><i><b>x</b></i></b>",
                            "<!-- -->",
                            "<g>x</g>",
                            "<g t=\"\">x</g>",
                            "<g t=\"A\">x</g>",
                            "<g t='a'>x</g>",
                            "<g t=\"a\"x</g>",
                            "<g t=\"a",
                            "<p to=\"../a\">x</p>",
                            "<g t=\"a\"><g t=\"b\">x</g></g>",
                            "<s n=\"0\"/>",
                            "<s n=\"-1\"/>",
                            "<s n=\"01\"/>",
                            "<s n=\"1000\"/>",
                            "<s n=\"99999999999\"/>",
                            "<s n=\"1\">",
                            "<s n=\"",
                            "<s n=\"x\"/>",
                            "<script>x</script>",
                            "\x01",
                            "\x7F",
                            "\xFF",
                            "a\rb",
                            "\xED\xA0\x80"}) {
        CAPTURE(bad);
        const auto read = read_inline(bad);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == Errc::damaged);
    }
    CHECK_FALSE(read_inline(std::string_view("a\0b", 3)));
}

TEST_CASE("markup cannot nest deeper than its kinds of tags", "[store][markup]") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += i % 2 == 0 ? "<b>" : "<i>";
    CHECK_FALSE(read_inline(deep));
    CHECK(read_inline("<p to=\"a\"><g t=\"b\"><b><i><code>x</code></i></b></g></p>"));
}

TEST_CASE("what cannot be read is not written", "[store][markup]") {
    for (const char* id : {"A", "a b", "a\"", "<", "ä", "../a"}) {
        model::Run term = run("x"), page = run("x");
        term.term = id;
        page.page = id;
        CHECK(write_inline({term}).error().code == Errc::invalid);
        CHECK(write_inline({page}).error().code == Errc::invalid);
    }
    model::Run source = run("1000");
    source.source = 1000;
    CHECK_FALSE(write_inline({source}));
    source.source = -1;
    CHECK_FALSE(write_inline({source}));
    CHECK_FALSE(write_inline({run("\x01")}));
    CHECK_FALSE(write_inline({run("\xFF")}));
}
