// SPDX-License-Identifier: EUPL-1.2
// Risk: a drawing reaches out of its file, or an honest drawing is turned away.
#include "platform/pictures/svg_gate.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using platform::svg_findings;

namespace {

std::string drawing(const std::string& inside) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">" + inside + "</svg>";
}

bool passes(const std::string& inside) { return svg_findings(drawing(inside)).empty(); }

} // namespace

TEST_CASE("an honest drawing passes", "[pictures]") {
    CHECK(passes(R"(<!-- a comment with <image> in it --><title>A &amp; B &#228;</title>
        <defs><g id="a"><rect class="soft" width="5" height="5" fill="#fff"/></g></defs>
        <style>.a{fill:url(#p)} .b{stroke:red}</style>
        <use href="#a"/><use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>
        <text font-family='Inter'>open data: 5 &gt; 3</text>)"));
    CHECK(svg_findings("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing(""))
              .empty());
}

TEST_CASE("whatever loads, runs or embeds is refused", "[pictures]") {
    CHECK_FALSE(passes("<image href=\"#a\"/>"));
    CHECK_FALSE(passes("<svg:image xmlns:svg=\"http://www.w3.org/2000/svg\" href=\"x\"/>"));
    CHECK_FALSE(passes("<feImage href=\"#a\"/>"));
    CHECK_FALSE(passes("<script>1</script>"));
    CHECK_FALSE(passes("<foreignObject></foreignObject>"));
    CHECK_FALSE(passes("<xi:include href=\"#x\"/>"));
    CHECK_FALSE(passes("<g onload=\"x()\"/>"));
}

TEST_CASE("a reference out of the drawing is refused in every disguise", "[pictures]") {
    CHECK_FALSE(passes("<use href=\"other.svg#a\"/>"));
    CHECK_FALSE(passes("<use href=\"data:image/svg+xml,x\"/>"));
    CHECK_FALSE(passes("<use xlink:href='file:///etc/passwd'/>"));
    CHECK_FALSE(passes("<use href=\"&#x66;ile:///etc/passwd\"/>"));
    CHECK_FALSE(passes("<rect fill=\"url(http://a/b#c)\"/>"));
    CHECK_FALSE(passes("<rect fill=\"URL( 'a.svg#c' )\"/>"));
    CHECK_FALSE(passes("<rect style=\"fill:u\\72l(a.svg#c)\"/>"));
    CHECK_FALSE(passes("<style>@import 'a.css';</style>"));
    CHECK_FALSE(passes("<style>@IMPORT 'a.css';</style>"));
    CHECK_FALSE(passes("<style>@im<!-- -->port 'a.css';</style>"));
    CHECK_FALSE(passes("<style>@im<![CDATA[port 'a.css';]]></style>"));
    CHECK_FALSE(passes("<style>&#64;import 'a.css';</style>"));
    CHECK_FALSE(passes("<style>@\\69mport 'a.css';</style>"));
    CHECK_FALSE(passes("<style>a{fill:url(a.svg)}</style>"));
    CHECK(passes("<rect fill=\"url( '#a' )\"/>"));
}

TEST_CASE("entities and document types are refused", "[pictures]") {
    CHECK_FALSE(passes("<text>&bomb;</text>"));
    CHECK_FALSE(svg_findings("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + drawing("")).empty());
    CHECK_FALSE(svg_findings("<?xml-stylesheet href=\"a.css\"?>" + drawing("")).empty());
    CHECK_FALSE(svg_findings("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + drawing("")).empty());
}

TEST_CASE("a drawing nested too deep is refused", "[pictures]") {
    std::string open, close;
    for (int i = 0; i < 100'000; ++i) {
        open += "<g>";
        close += "</g>";
    }
    const auto findings = svg_findings(drawing(open + close));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == Errc::refused);
}

TEST_CASE("what is not well-formed is damaged, wherever it is cut off", "[pictures]") {
    const std::string whole =
        drawing("<g a='1'><![CDATA[x]]><!-- c --><text>t</text></g><style>a{}</style>");
    REQUIRE(svg_findings(whole).empty());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto findings = svg_findings(whole.substr(0, length));
        INFO(whole.substr(0, length));
        REQUIRE_FALSE(findings.empty());
        CHECK(findings.back().code == Errc::damaged);
    }
    CHECK_FALSE(passes("<g></h>"));
    CHECK_FALSE(passes("\xFF"));
    CHECK_FALSE(svg_findings("<html/>").empty());
}

TEST_CASE("a finding names its line and its column", "[pictures]") {
    const auto findings =
        svg_findings("<svg>\n<text>ä</text><image/>\n<rect fill=\"url(x)\"/></svg>");
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].line == 2);
    CHECK(findings[0].column == 15);
    CHECK(findings[0].what.find("<image>") != std::string::npos);
    CHECK(findings[1].line == 3);
    CHECK(findings[1].column == 7);
}
