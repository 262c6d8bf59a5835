// SPDX-License-Identifier: EUPL-1.2
// The risk: a chart that lies: a bar too long, a part too large, a number that is not said, words
// that lie on each other.
#include "kiosk/ui/chart.h"
#include "tests/ui/samples.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::ui;
using Catch::Approx;
using model::ChartKind;

namespace {

constexpr float left = 100, width = 900;

Tree draw_one(test::Stage& stage, const model::Chart& chart, float in_width = width) {
    return stage.draw([&](Ui& ui) {
        flow(ui, {left, 50, in_width, 980}, {}, 1,
             [&](Flow& page) { draw_chart(page, chart, "chart", "de"); });
    });
}

model::Chart chart_of(ChartKind kind, const std::vector<model::ChartPoint>& points) {
    return {kind, "Kosten", "%", "", "2024-06", 1, points};
}

/// The numbers stand for the labels as well.
model::Chart shares(const std::vector<double>& values) {
    model::Chart chart = chart_of(ChartKind::share, {});
    for (const double value : values)
        chart.points.push_back({"Teil " + std::to_string(chart.points.size()), value, "x"});
    return chart;
}

/// What was painted in a colour, a bar or part of one: as high as `height`.
std::vector<Rect> as_high_as(const std::vector<Rect>& all, float height) {
    std::vector<Rect> out;
    for (const Rect& rect : all) {
        if (std::abs(rect.h - height) < 0.01f) out.push_back(rect);
    }
    return out;
}

float bar_height(const test::Stage& stage) { return std::floor(stage.look().mm(5)); }
float whole_height(const test::Stage& stage) { return std::floor(stage.look().mm(12)); }

std::vector<Rect> tracks(const test::Stage& stage) {
    return as_high_as(stage.painted(stage.look().palette.soft), bar_height(stage));
}

std::vector<Rect> bars(const test::Stage& stage) {
    std::vector<Rect> all =
        as_high_as(stage.painted(stage.look().palette.accent), bar_height(stage));
    std::erase_if(all, [](const Rect& rect) { return rect.w == rect.h; }); // beside the words
    return all;
}

/// From the left end of the first to the right end of the last that was painted so in the bar of a
/// whole.
std::pair<float, float> extent(const test::Stage& stage, Colour colour) {
    float from = 1e9f, to = 0;
    for (const Rect& rect : as_high_as(stage.painted(colour), whole_height(stage))) {
        from = std::min(from, rect.x);
        to = std::max(to, rect.right());
    }
    return {from, to};
}

} // namespace

TEST_CASE("a point of a chart says its name, its number and its unit, and is read once",
          "[ui][chart]") {
    test::Stage stage;
    for (const ChartKind kind : {ChartKind::bar, ChartKind::line, ChartKind::share}) {
        model::Chart chart =
            chart_of(kind, {{"2021", 12.5, "12,5"}, {"20\u00AD22", 34, "34"}, {"2023", 50, "50"}});
        for (const char* unit : {"%", "Euro je Arbeits\u00ADplatz"}) {
            chart.unit = unit;
            const Tree tree = draw_one(stage, chart);
            INFO("kind " << static_cast<int>(kind) << " in " << unit);
            const std::string said = text::without_soft_hyphens(unit);
            REQUIRE(tree.find("chart.point2"));
            CHECK(tree.find("chart.point0")->spoken.say == "2021: 12,5\u00A0" + said);
            CHECK(tree.find("chart.point1")->spoken.say == "2022: 34\u00A0" + said);
            CHECK(tree.find("chart.point1")->spoken.name == "2022");
            CHECK(tree.find("chart.point0")->language == "de");
            CHECK_FALSE(tree.find("chart.point3"));
            CHECK(tree.find("chart.title")->spoken.name == "Kosten");
            CHECK(tree.find("chart.origin")->spoken.say.find("Juni 2024") != std::string::npos);
            // A unit of many words stands once in the head.
            CHECK((tree.find("chart.unit") != nullptr) == (said != "%"));
        }
    }
}

TEST_CASE("whose numbers a chart shows is said below it", "[ui][chart]") {
    test::Stage stage;
    model::Chart chart = chart_of(ChartKind::bar, {{"A", 1, "1"}, {"B", 2, "2"}});
    chart.note = "Eigene Rechnung";
    const Tree tree = draw_one(stage, chart);
    CHECK(tree.find("chart.origin")->spoken.say.starts_with("Eigene Rechnung. "));
    CHECK(tree.find("chart.origin")->rect.y > tree.find("chart.point1")->rect.bottom());
}

TEST_CASE("bars are as long as their numbers, and none is longer than its track", "[ui][chart]") {
    test::Stage stage;
    draw_one(
        stage,
        chart_of(
            ChartKind::bar,
            {{"A", 250, "250"}, {"B", 125, "125"}, {"C", 0, "0"}, {"D", -3, "-3"}, {"E", 1, "1"}}));
    const std::vector<Rect> all = tracks(stage), filled = bars(stage);
    REQUIRE(all.size() == 5);
    REQUIRE(filled.size() == 3); // nothing is drawn for nothing
    const float whole = all.front().w;
    CHECK(whole == std::floor(std::min(width, stage.look().measure_px())));
    CHECK(filled[0].w == Approx(whole).margin(0.01));
    CHECK(filled[1].w == Approx(whole / 2).margin(0.5));
    CHECK(filled[2].w == Approx(whole / 250).margin(0.5));
    for (const Rect& bar : filled) CHECK(bar.x == left);
    CHECK(filled[0].y == all[0].y);
    CHECK(filled[1].y == all[1].y);
    CHECK(filled[2].y == all[4].y);
}

TEST_CASE("a chart of nothing but noughts has no bar", "[ui][chart]") {
    test::Stage stage;
    for (const ChartKind kind : {ChartKind::bar, ChartKind::line, ChartKind::share}) {
        const Tree tree = draw_one(stage, chart_of(kind, {{"2020", 0, "0"}, {"2021", 0, "0"}}));
        CHECK(tree.find("chart.point1"));
        CHECK(bars(stage).empty());
    }
    CHECK(draw_one(stage, chart_of(ChartKind::bar, {})).nodes.empty());
}

TEST_CASE("each bar stands below the words it belongs to", "[ui][chart]") {
    test::Stage stage;
    const Tree tree = draw_one(
        stage, chart_of(ChartKind::bar, {{"Kurz", 2, "2"},
                                         {"Eine sehr lange Beschriftung, die über mehrere Zeilen "
                                          "geht, weil sie so viel zu sagen hat und nicht endet",
                                          1, "1.000.000"}}));
    const std::vector<Rect> all = tracks(stage);
    REQUIRE(all.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        const Rect words = tree.find("chart.point" + std::to_string(i))->rect;
        CHECK(all[i].y >= words.bottom());
        CHECK(all[i].y - words.bottom() < stage.look().mm(2));
    }
    CHECK(tree.find("chart.point1")->rect.h > 1.5f * tree.find("chart.point0")->rect.h);
}

TEST_CASE("the words of a chart do not lie on each other, however narrow it is", "[ui][chart]") {
    for (const ChartKind kind : {ChartKind::bar, ChartKind::line, ChartKind::share}) {
        for (const std::vector<std::string>& years :
             {std::vector<std::string>{"2006", "2007", "2013", "2024"},
              std::vector<std::string>{"2010", "2011", "2012", "2013", "2014", "2015", "2016",
                                       "2017", "2018", "2019", "2020", "2021"},
              std::vector<std::string>{"vorher", "nachher"}}) {
            for (float in_width = 250; in_width <= 1400; in_width += 50) {
                test::Stage stage;
                model::Chart chart = chart_of(kind, {});
                for (const std::string& year : years) chart.points.push_back({year, 7, "780.000"});
                const Tree tree = draw_one(stage, chart, in_width);
                INFO("kind " << static_cast<int>(kind) << ", " << years.size() << " points, "
                             << in_width);
                std::vector<Rect> words;
                for (const Node& node : tree.nodes) {
                    if (!node.text) continue;
                    CHECK(node.rect.x >= left - 0.5f);
                    CHECK(node.rect.right() <= left + in_width + 0.5f);
                    words.push_back(node.rect);
                }
                for (std::size_t i = 0; i < words.size(); ++i) {
                    for (std::size_t j = 0; j < i; ++j) {
                        const Rect shared = intersection(words[i], words[j]);
                        const bool on_each_other = shared.w > 0.5f && shared.h > 0.5f;
                        CHECK_FALSE(on_each_other);
                    }
                }
            }
        }
    }
}

TEST_CASE("a line whose words find no room becomes bars", "[ui][chart]") {
    test::Stage stage;
    const model::Chart chart = chart_of(
        ChartKind::line, {{"2010", 1, "1"}, {"2012", 2, "2"}, {"2014", 3, "3"}, {"2016", 4, "4"}});
    draw_one(stage, chart);
    CHECK(tracks(stage).empty());
    draw_one(stage, chart, 180);
    CHECK(tracks(stage).size() == 4);
    CHECK(bars(stage).size() == 4);
    // One point is no line.
    draw_one(stage, chart_of(ChartKind::line, {{"2010", 1, "1"}}));
    CHECK(tracks(stage).size() == 1);
}

TEST_CASE("the years of a line stand in proportion", "[ui][chart]") {
    test::Stage stage;
    const auto middle = [](const Tree& tree, int point) {
        return tree.find("chart.point" + std::to_string(point))->rect.centre().x;
    };
    const Tree tree = draw_one(
        stage, chart_of(ChartKind::line, {{"2000", 1, "1"}, {"2010", 4, "4"}, {"2015", 2, "2"}}));
    CHECK(middle(tree, 1) - middle(tree, 0) ==
          Approx(2 * (middle(tree, 2) - middle(tree, 1))).margin(1));
    // Higher numbers stand higher: the box of a point reaches from its number down to its year.
    const auto top = [&](int point) {
        return tree.find("chart.point" + std::to_string(point))->rect.y;
    };
    CHECK(top(1) < top(2));
    CHECK(top(2) < top(0));
    CHECK(top(0) - top(2) == Approx((top(2) - top(1)) / 2).margin(1));
    // Other labels, and years too near to each other, stand evenly.
    for (const auto& [first, second, third] :
         {std::array{"Mai", "Juni", "Juli"}, std::array{"1980", "2023", "2024"}}) {
        const Tree even = draw_one(
            stage, chart_of(ChartKind::line, {{first, 1, "1"}, {second, 2, "2"}, {third, 3, "3"}}));
        CHECK(middle(even, 1) - middle(even, 0) ==
              Approx(middle(even, 2) - middle(even, 1)).margin(1));
    }
}

TEST_CASE("the parts of a whole have their share of it and end where it ends", "[ui][chart]") {
    test::Stage stage;
    const Palette& colours = test::palette_of(model::Theme::light);
    const float tolerance = stage.look().mm(0.8f) + 0.5f; // the gap between two parts
    draw_one(stage, shares({61, 30.5}));
    const std::vector<Rect> wholes = as_high_as(stage.painted(colours.soft), whole_height(stage));
    REQUIRE(wholes.size() == 1);
    const Rect whole = wholes.front();
    const auto [a, b] = extent(stage, colours.accent);
    const auto [c, d] = extent(stage, colours.warm);
    CHECK(a == whole.x);
    CHECK(b == Approx(whole.x + 0.61f * whole.w).margin(tolerance));
    CHECK(c == Approx(whole.x + 0.61f * whole.w).margin(0.5));
    CHECK(d == Approx(whole.x + 0.915f * whole.w).margin(tolerance));
    // Whatever the numbers are, nothing stands outside.
    for (const std::vector<double>& values :
         {std::vector<double>{60, 60, 20}, {100, 0.01}, {99.99, 0, 0, 0.01}, {0, 100}, {-5, 50}}) {
        draw_one(stage, shares(values));
        for (const Colour& colour : {colours.accent, colours.warm, colours.muted}) {
            for (const Rect& part : as_high_as(stage.painted(colour), whole_height(stage))) {
                CHECK(part.x >= whole.x);
                CHECK(part.right() <= whole.right() + 0.01f);
            }
        }
    }
}

TEST_CASE("parts of a whole are told apart without colours", "[ui][chart]") {
    test::Stage stage;
    stage.state.preferences.theme = model::Theme::yellow_black; // accent and muted are one
    const Palette colours = stage.look().palette;
    draw_one(stage, shares({25, 25, 25, 25}));
    const Rect whole = as_high_as(stage.painted(colours.paper), whole_height(stage)).front();
    // How much of it each of the four is filled with: all, stripes, stripes across, an edge.
    std::vector<std::string> patterns;
    for (int part = 0; part < 4; ++part) {
        const float quarter =
            stage.look().measure_px() < width ? stage.look().measure_px() / 4 : width / 4;
        const Rect box{left + quarter * static_cast<float>(part), whole.y, quarter, whole.h};
        int upright = 0, flat = 0;
        for (const Colour& colour : {colours.accent, colours.warm}) {
            for (const Rect& line : stage.painted(colour)) {
                if (!box.contains(line.centre())) continue;
                line.h > line.w ? ++upright : ++flat;
            }
        }
        patterns.push_back(std::to_string(upright) + "/" + std::to_string(flat));
    }
    std::sort(patterns.begin(), patterns.end());
    CHECK(std::unique(patterns.begin(), patterns.end()) == patterns.end());
}

TEST_CASE("more parts than can be told apart stand as bars of the whole", "[ui][chart]") {
    test::Stage stage;
    draw_one(stage, shares({40, 20, 20, 10, 10}));
    const std::vector<Rect> all = tracks(stage), filled = bars(stage);
    REQUIRE(all.size() == 5);
    REQUIRE(filled.size() == 5);
    CHECK(filled[0].w == Approx(0.4f * all[0].w).margin(0.5));
    CHECK(filled[4].w == Approx(0.1f * all[0].w).margin(0.5));
}

TEST_CASE("a page shows its charts among its paragraphs", "[ui][chart]") {
    test::Stage stage;
    stage.state = test::screen("charts");
    const Tree tree = stage.draw();
    for (const char* id : {"block1.title", "block2.title", "block3.title"}) CHECK(tree.find(id));
    CHECK(tree.find("block1.point0")->spoken.say.find("Euro je Arbeitsplatz") != std::string::npos);
    CHECK(tree.find("block1.origin")->rect.bottom() < tree.find("block2.title")->rect.y);
}
