// SPDX-License-Identifier: EUPL-1.2
// The risk: a chart shows other numbers than the editor has, or the same numbers differ from one
// language to the next.
#include "content/packer/html_chart.h"
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::string_view german = R"(+++
kind = "explainer"
topic = "basics"
updated = 2026-11-20
sources = ["one"]
title = "Kosten"
summary = "Was es kostet."
[[chart]]
id = "kosten"
kind = "bar"
values = [1286.1, 24]
date = "2017-11"
source = "one"
[[chart_text]]
id = "kosten"
title = "Geplante Kosten"
unit = "Mio. Euro"
labels = ["gesamt", "davon Beratung"]
note = "eigene Angabe"
+++
Vorher.

![](chart:kosten)
)";

constexpr std::string_view english = R"(+++
title = "Costs"
summary = "What it costs."
[[chart_text]]
id = "kosten"
title = "Planned costs"
unit = "million euros"
labels = ["in all", "of this, advice"]
+++
![](chart:kosten)
)";

constexpr std::string_view facts =
    "[[fact]]\nid = \"k-01\"\ndate = \"2017-11\"\ntext = \"1.286,1 und 24 Millionen.\"\n"
    "sources = [\"one\"]\nconfidence = \"high\"\n";

/// With the page above.
class Good : public ContentFolder {
  public:
    Good() {
        write("pages/k/facts.toml", facts);
        write("pages/k/de.md", german);
        write("pages/k/en.md", english);
    }
};

Messages after(const char* file, std::string_view from, std::string_view to) {
    const Good folder;
    folder.replace(std::string("pages/k/") + file, from, to);
    Messages out;
    for (const std::string& message : folder.check()) out.push_back(message.substr(8));
    return out;
}

Messages in_german(std::string_view from, std::string_view to) {
    Messages out;
    for (const std::string& message : after("de.md", from, to)) {
        if (message.starts_with("de.md:")) out.push_back(message.substr(6));
    }
    return out;
}

const model::Chart& chart_of(const model::PageContent& page, const char* language) {
    return page.texts.at(language).body.back().chart;
}

} // namespace

TEST_CASE("a chart has its numbers from German and its words from each language") {
    const Good folder;
    REQUIRE(folder.check().empty());
    const model::PackContent content = folder.content();
    const model::PageContent& page = content.pages.at(1);
    REQUIRE(page.texts.at("de").body.back().kind == model::BlockKind::chart);
    REQUIRE(chart_of(page, "de") ==
            model::Chart{model::ChartKind::bar,
                         "Geplante Kosten",
                         "Mio. Euro",
                         "eigene Angabe",
                         "2017-11",
                         1,
                         {{"gesamt", 1286.1, "1.286,1"}, {"davon Beratung", 24, "24"}}});
    REQUIRE(chart_of(page, "en").points.at(0) == model::ChartPoint{"in all", 1286.1, "1,286.1"});
}

TEST_CASE("a chart that is used but not there, or there but not used, is reported") {
    REQUIRE(in_german("chart:kosten", "chart:kosen").at(1) ==
            "23:5: error: de.md has no [[chart]] \"kosen\"; did you mean \"kosten\"?");
    REQUIRE(in_german("![](chart:kosten)", "Nachher.") ==
            Messages{"14:1: error: this text has no ![](chart:kosten)"});
    REQUIRE(in_german("![](chart:kosten)", "![](chart:kosten)\n\n![](chart:kosten)") ==
            Messages{"25:5: error: the chart \"kosten\" stands twice in this text"});
    REQUIRE(after("en.md",
                  "[[chart_text]]\nid = \"kosten\"\ntitle = \"Planned costs\"\n"
                  "unit = \"million euros\"\nlabels = [\"in all\", \"of this, advice\"]\n",
                  "") ==
            Messages{"en.md:5:5: error: the chart \"kosten\" has no [[chart_text]] in this file"});
    REQUIRE(after("en.md", "![](chart:kosten)", "Text.") ==
            Messages{"en.md:4:1: error: this text has no ![](chart:kosten)"});
}

TEST_CASE("Leichte Sprache may leave a chart out, other languages may not") {
    const Good folder;
    folder.write("pages/k/de-simple.md",
                 "+++\ntitle = \"Geld\"\nsummary = \"Das kostet es.\"\n+++\nText.\n");
    REQUIRE(folder.check().empty());
    folder.write("pages/k/en.md", "+++\ntitle = \"C\"\nsummary = \"D.\"\n+++\nText.\n");
    REQUIRE(folder.check() ==
            Messages{"pages/k/en.md:1:1: error: the chart \"kosten\" is not shown in this text; "
                     "write ![](chart:kosten) and a [[chart_text]]"});
}

TEST_CASE("a chart stands alone in a paragraph and has no alternative text") {
    REQUIRE(in_german("![](chart:kosten)", "Hier ![](chart:kosten)")
                .at(1)
                .ends_with("a figure stands alone in a paragraph"));
    REQUIRE(in_german("![](chart:kosten)", "![Kosten](chart:kosten)") ==
            Messages{"23:11: error: the words of a chart stand in its [[chart_text]]; write "
                     "![](chart:kosten)"});
}

TEST_CASE("values and labels of a chart fit each other and its kind") {
    REQUIRE(in_german("[1286.1, 24]", "[24]").at(0) ==
            "11:10: error: a chart has 2 to 12 values; these are 1");
    REQUIRE(in_german("[1286.1, 24]", "[24, 24, 24]").at(0) ==
            "18:10: error: the chart \"kosten\" has 3 values, but 2 labels");
    REQUIRE(in_german("[1286.1, 24]", "[24, \"24\"]").at(1) ==
            "11:15: error: \"values\" is a list of numbers; this is a text");
    REQUIRE(in_german("[1286.1, 24]", "[24, inf]").at(1) ==
            "11:15: error: this number cannot be shown");
    REQUIRE(in_german("\"bar\"", "\"pie\"") ==
            Messages{"10:8: error: \"kind\" cannot be \"pie\"; it is one of bar, line, share"});
    REQUIRE(in_german("\"bar\"", "\"share\"") ==
            Messages{"11:10: error: the shares come to more than 100 percent"});
    REQUIRE(in_german("\"bar\"\nvalues = [1286.1, 24]", "\"share\"\nvalues = [-24, 24]").at(0) ==
            "11:10: error: a share is not less than 0");
    REQUIRE(in_german("\"bar\"\nvalues = [1286.1, 24]", "\"share\"\nvalues = [24, 24]").empty());
}

TEST_CASE("the labels of a line are years that rise") {
    REQUIRE(in_german("\"bar\"", "\"line\"") ==
            Messages{"18:10: error: the labels of a line are years that rise"});
    const Good folder;
    folder.replace("pages/k/de.md", "\"bar\"", "\"line\"");
    folder.replace("pages/k/de.md", "\"gesamt\", \"davon Beratung\"", "\"2013\", \"2017\"");
    folder.replace("pages/k/en.md", "\"in all\", \"of this, advice\"", "\"2017\", \"2013\"");
    REQUIRE(folder.check() ==
            Messages{"pages/k/en.md:8:10: error: the labels of a line are years that rise"});
}

TEST_CASE("a number of a chart that no fact has is a warning") {
    REQUIRE(in_german("1286.1", "1286.2") ==
            Messages{"11:10: warning: the number 1,286.2 stands in no fact of facts.toml that has "
                     "a source"});
}

TEST_CASE("a chart is a table in the website, its bars as wide as its numbers") {
    model::Chart chart{model::ChartKind::bar,
                       "Kosten <b>",
                       "Euro",
                       "",
                       "2017",
                       2,
                       {{"a & b", 50, "50"}, {"c", 200, "200"}}};
    const std::string html = packer::chart_html(chart, packer::Words());
    REQUIRE(html.find("<caption>Kosten &lt;b&gt; <small>(Euro)</small></caption>") !=
            std::string::npos);
    REQUIRE(html.find("<th scope=\"row\">a &amp; b</th><td class=\"value\">50</td>") !=
            std::string::npos);
    REQUIRE(html.find("width:25%") != std::string::npos);
    REQUIRE(html.find("width:100%") != std::string::npos);
    REQUIRE(html.find("href=\"#source-2\"") != std::string::npos);
    chart.kind = model::ChartKind::share;
    chart.points[1].value = 50;
    REQUIRE(packer::chart_html(chart, packer::Words()).find("width:50%") != std::string::npos);
}
