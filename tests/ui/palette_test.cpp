// SPDX-License-Identifier: EUPL-1.2
// The risk: a theme that looks fine on the editor's screen and cannot be read in a bright foyer
// (VI-05, VI-06).
#include "kiosk/app/config.h"
#include "tests/ui/stage.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

using namespace foyer;
using namespace foyer::ui;

namespace {

constexpr Colour white{255, 255, 255}, black{0, 0, 0};

double ratio(const char* a, const char* b) {
    return contrast(parse_colour(a).value(), parse_colour(b).value());
}

/// Black on white wherever something stands on something.
Palette sharpest() {
    Palette palette;
    for (const Token& token : tokens()) palette.*token.colour = black;
    palette.paper = palette.soft = palette.mark = palette.on_accent = palette.on_banner = white;
    return palette;
}

} // namespace

TEST_CASE("contrast is that of WCAG", "[ui][palette]") {
    CHECK(contrast(black, white) == Catch::Approx(21));
    CHECK(contrast(white, black) == Catch::Approx(21));
    CHECK(contrast(white, white) == Catch::Approx(1));
    CHECK(ratio("#777777", "#ffffff") == Catch::Approx(4.478).epsilon(0.001));
    CHECK(ratio("#767676", "#ffffff") == Catch::Approx(4.542).epsilon(0.001));
    CHECK(ratio("#ff0000", "#ffffff") == Catch::Approx(3.998).epsilon(0.001));
    CHECK(ratio("#0000ff", "#ffffff") == Catch::Approx(8.592).epsilon(0.001));
    CHECK(ratio("#00ff00", "#ffffff") == Catch::Approx(1.372).epsilon(0.001));
}

TEST_CASE("a colour is six hex digits behind a #", "[ui][palette]") {
    CHECK(parse_colour("#0b5394").value() == Colour{0x0b, 0x53, 0x94});
    CHECK(parse_colour("#FFffFF").value() == white);
    CHECK(to_hex(Colour{0x0b, 0x53, 0x94}) == "#0b5394");
    for (const char* wrong : {"", "#", "0b5394", "#0b539", "#0b53944", "#0b539g", "# b5394",
                              "#-b5394", "#0x5394", "red"}) {
        INFO(wrong);
        CHECK_FALSE(parse_colour(wrong));
    }
}

TEST_CASE("every token of a palette can be named", "[ui][palette]") {
    Palette palette;
    std::uint8_t number = 1;
    for (const Token& token : tokens()) palette.*token.colour = {number++, 0, 0};
    CHECK(palette.ink.r == 1);
    CHECK(palette.focus.r == tokens().size());
    const Palette fresh;
    for (const Token& token : tokens()) CHECK_FALSE(palette.*token.colour == fresh.*token.colour);
}

TEST_CASE("a palette that holds has no problems, and each lack has its sentence", "[ui][palette]") {
    CHECK(contrast_problems(sharpest()).empty());
    for (const Requirement& need : requirements()) {
        Palette palette = sharpest();
        palette.*need.front = palette.*need.back;
        const std::vector<std::string> problems = contrast_problems(palette);
        const std::string begin = std::string(need.what) + ": 1.0, needs ";
        INFO(begin);
        CHECK(std::any_of(problems.begin(), problems.end(),
                          [&](const std::string& line) { return line.starts_with(begin); }));
    }
}

TEST_CASE("VI-05 text needs a contrast of 7, quiet text on cards 4.5", "[ui][palette]") {
    Palette palette = sharpest();
    palette.ink = parse_colour("#5a5a5a").value(); // 6.9 on white
    CHECK_FALSE(contrast_problems(palette).empty());
    palette.ink = parse_colour("#595959").value(); // 7.0
    CHECK(contrast_problems(palette).empty());
    palette = sharpest();
    palette.muted = parse_colour("#595959").value();
    palette.soft = parse_colour("#cccccc").value(); // 4.4 to it
    CHECK_FALSE(contrast_problems(palette).empty());
    palette.soft = parse_colour("#d0d0d0").value(); // 4.5
    CHECK(contrast_problems(palette).empty());
}

TEST_CASE("VI-05 VI-06 VI-08 the built-in themes hold every requirement", "[ui][palette]") {
    const std::string file = test::read_asset("theme.toml");
    const Result<app::Palettes> themes = app::parse_theme(file);
    INFO((themes ? std::string() : themes.error().what));
    REQUIRE(themes);
    for (const Palette& palette : *themes) CHECK(contrast_problems(palette).empty());
    for (std::size_t i = 0; i < themes->size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE((*themes)[i] == (*themes)[j]);
    }
    // The two dark ones are dark.
    for (const model::Theme dark : {model::Theme::dark_contrast, model::Theme::yellow_black}) {
        const Palette& palette = (*themes)[static_cast<std::size_t>(dark)];
        CHECK(contrast(palette.paper, white) > contrast(palette.paper, black));
    }
}

TEST_CASE("drawings get the colours of the theme by class", "[ui][palette]") {
    Palette palette = sharpest();
    palette.accent = {0x0b, 0x4f, 0x5c};
    const std::string css = drawing_css(palette);
    CHECK(css.find(".accent{fill:#0b4f5c}.s-accent{stroke:#0b4f5c}") != std::string::npos);
    for (const char* name : {"ink", "paper", "soft", "line", "accent", "on-accent", "warm"}) {
        CHECK(css.find(std::string(".") + name + "{fill:#") != std::string::npos);
        CHECK(css.find(std::string(".s-") + name + "{stroke:#") != std::string::npos);
    }
}
