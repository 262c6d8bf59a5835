// SPDX-License-Identifier: EUPL-1.2
// The risk: a drawing loads something, runs something, or does not follow the theme.
#include "content/packer/svg_check.h"

#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

/// The problems of a drawing with this inside, which begins in line 1, column 71.
Messages problems_of(const std::string& inside) {
    packer::Problems problems;
    packer::Checking checking{problems, fonts(), {}, {}};
    const packer::SourceText source(
        "x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 280 100\">\n" + inside +
                     "\n</svg>\n");
    const bool good = packer::check_svg(source, checking);
    REQUIRE(good == (problems.errors() == 0));
    Messages out;
    for (const packer::Problem& problem : problems.sorted()) out.push_back(to_string(problem));
    return out;
}

} // namespace

TEST_CASE("a drawing of shapes, classes and readable letters has no problem") {
    REQUIRE(
        problems_of("<!-- <image> --><g class=\"ink\"><path class=\"soft s-accent\" d=\"M0 0\"/>"
                    "<text class=\"ink\" font-size=\"10\">Größe &amp; Maß</text>"
                    "<path fill=\"url(#a)\"/></g>")
            .empty());
}

TEST_CASE("a drawing that refers, runs or hides something is refused, with line and column") {
    for (const char* bad :
         {"<image href=\"x.png\"/>", "<script>x</script>", "<foreignObject/>",
          "<use href=\"http://example.org/x\"/>", "<path fill=\"url(http://example.org)\"/>",
          "<path style=\"fill: url('data:x')\"/>", "<style>@import 'x';</style>",
          "<path onclick=\"x()\"/>", "<text>&bomb;</text>"}) {
        const Messages messages = problems_of(bad);
        INFO(bad);
        REQUIRE_FALSE(messages.empty());
        REQUIRE(messages[0].starts_with("x.svg:2:"));
        REQUIRE(messages[0].find(": error: ") != std::string::npos);
    }
}

TEST_CASE("an entity bomb is refused before anything is drawn") {
    packer::Problems problems;
    packer::Checking checking{problems, fonts(), {}, {}};
    const packer::SourceText source("x.svg",
                                    "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">"
                                    "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]>\n<svg>&b;</svg>");
    REQUIRE_FALSE(packer::check_svg(source, checking));
    REQUIRE(problems.sorted().at(0).at.line == 1);
}

TEST_CASE("a class that the theme does not know is a warning") {
    REQUIRE(problems_of("<path class=\"ink  acent\" d=\"M0 0\"/>") ==
            Messages{"x.svg:2:19: warning: the theme does not know the class \"acent\"; did "
                     "you mean \"accent\"?"});
}

TEST_CASE("letters below a 28th of the width are a warning, and so is a missing viewBox") {
    REQUIRE(problems_of("<text font-size=\"9\">klein</text>") ==
            Messages{"x.svg:2:18: warning: letters this small cannot be read on a panel; at least "
                     "10"});
    packer::Problems problems;
    packer::Checking checking{problems, fonts(), {}, {}};
    const packer::SourceText source("x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    REQUIRE(packer::check_svg(source, checking));
    REQUIRE(problems.warnings() == 1);
}

TEST_CASE("TX-01 letters in a drawing have a glyph, too") {
    REQUIRE(problems_of("<text font-size=\"20\">漢</text>") ==
            Messages{"x.svg:2:22: error: no font of the kiosk has the character U+6F22 (漢)"});
}
