// SPDX-License-Identifier: EUPL-1.2
// The risk: a visitor enlarges the letters or changes the language and has to look for the
// paragraph that was just being read.
#include "tests/ui/stage.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace foyer;
using namespace foyer::ui;
using Catch::Approx;

namespace {

ScrollArea area(std::size_t layout, std::vector<float> tops, float most) {
    return {{0, 0, 100, 200}, 0, most, layout, std::move(tops)};
}

/// Ten items of that height, with a node each.
Tree ten_items(test::Stage& stage, const model::Scroll& scroll, std::size_t layout, float height) {
    return stage.draw([&](Ui& ui) {
        flow(ui, {100, 100, 500, 400}, scroll, layout, [&](Flow& page) {
            for (int i = 0; i < 10; ++i) {
                page.item();
                ui.node(Node{
                    .id = std::to_string(i), .spoken = Spoken("item"), .rect = page.take(height)});
            }
        });
    });
}

} // namespace

TEST_CASE("a scroll position outlives a new layout by its item", "[ui][scroll]") {
    const ScrollArea before = area(1, {0, 100, 300, 600}, 800);
    const ScrollArea after = area(2, {0, 400, 500, 700}, 1200);
    const model::Scroll place = before.at(400);
    CHECK(place.item == 2);
    CHECK(place.part == Approx(1.0f / 3));
    CHECK(after.offset_of(place) == Approx(500 + 200.0f / 3));
    // There and back again.
    CHECK(before.offset_of(after.at(after.offset_of(place))) == Approx(400));
}

TEST_CASE("every offset survives the way into an anchor and back", "[ui][scroll]") {
    const ScrollArea before = area(1, {0, 100, 300, 600}, 800);
    for (float offset = 0; offset <= 800; offset += 12.5f) {
        model::Scroll place = before.at(offset);
        CHECK(before.offset_of(place) == offset); // in its own layout to the pixel
        place.layout = 0;
        place.offset_px = -1;
        CHECK(before.offset_of(place) == Approx(offset).margin(0.01));
    }
}

TEST_CASE("no position lies beyond the ends", "[ui][scroll]") {
    const ScrollArea some = area(1, {0, 100}, 300);
    CHECK(some.at(-50).offset_px == 0);
    CHECK(some.at(9999).offset_px == 300);
    CHECK(some.offset_of({900, 1, 0, 0}) == 300);
    CHECK(some.offset_of({0, 2, 77, 0.5f}) == 300);
    CHECK(some.offset_of({0, 2, -3, 0}) == 0);
    const ScrollArea empty = area(1, {}, 0);
    CHECK(empty.at(10) == model::Scroll{0, 1, 0, 0});
    CHECK(empty.offset_of({50, 2, 3, 0.5f}) == 0);
}

TEST_CASE("an area that scrolled above its first item stays there", "[ui][scroll]") {
    const ScrollArea some = area(1, {40, 100}, 300);
    CHECK(some.at(20).item == 0);
    CHECK(some.at(20).part == 0);
}

TEST_CASE("a flow knows where its items stand and how far it scrolls", "[ui][scroll]") {
    test::Stage stage;
    const Tree tree = ten_items(stage, {}, 1, 120);
    REQUIRE(tree.scroll);
    CHECK(tree.scroll->viewport == Rect{100, 100, 500, 400});
    CHECK(tree.scroll->most == 800);
    CHECK(tree.scroll->tops.size() == 10);
    CHECK(tree.scroll->tops[3] == 360);
    CHECK(tree.nodes.size() == 10); // measuring makes none
    CHECK(tree.find("3")->rect == Rect{100, 460, 500, 120});
    CHECK(tree.find("3")->scrolls);
    CHECK(tree.find("3")->visible == Approx(40.0f / 120));
    CHECK(tree.find("9")->visible == 0);
}

TEST_CASE("a flow that fits does not scroll", "[ui][scroll]") {
    test::Stage stage;
    CHECK(ten_items(stage, {}, 1, 40).scroll->most == 0);
    CHECK(ten_items(stage, {500, 1, 0, 0}, 1, 40).scroll->offset == 500); // App keeps it in bounds
    CHECK(ten_items(stage, {500, 2, 9, 0.5f}, 1, 40).scroll->offset == 0);
}

TEST_CASE("a flow finds the place again after its layout has changed", "[ui][scroll]") {
    test::Stage stage;
    const Tree before = ten_items(stage, {420, 1, 0, 0}, 1, 120);
    CHECK(before.find("3")->rect.y == Approx(100 - 60)); // half of it is above the edge
    const model::Scroll place = before.scroll->at(before.scroll->offset);
    const Tree after = ten_items(stage, place, 2, 300);
    CHECK(after.find("3")->rect.y == Approx(100 - 150));
    CHECK(after.scroll->offset == Approx(3 * 300 + 150));
    CHECK(after.nodes.size() == 10);
}

TEST_CASE("VI-08 a page keeps its place when letters, language and panel change", "[ui][scroll]") {
    test::Stage stage;
    stage.state = test::screen("article");
    const Tree start = stage.draw();
    REQUIRE(start.find("block5"));
    // The key point at the upper edge.
    const float top = start.find("block5")->rect.y - start.scroll->viewport.y;
    stage.state.place().scroll = start.scroll->at(start.scroll->offset + top);
    const auto stays = [&](const std::string& change) {
        INFO(change);
        const Tree tree = stage.draw();
        const Rect view = tree.scroll->viewport;
        const Rect key_point = tree.find("block5")->rect;
        CHECK(key_point.bottom() > view.y);
        CHECK(key_point.y < view.y + 0.25f * view.h);
        stage.state.place().scroll = tree.scroll->at(tree.scroll->offset);
    };
    stage.state.preferences.size = 2;
    stays("letters");
    stage.state.preferences.reach = true;
    stays("reach mode");
    stage.state.preferences.language = "en";
    stage.words = test::words_of("en");
    stays("language");
    stage.state.preferences.size = 0;
    stays("letters again");
    stage.state.preferences.theme = model::Theme::dark_contrast;
    stays("theme");
}

TEST_CASE("the number of a layout differs with all that moves its lines", "[ui][scroll]") {
    test::Stage stage;
    const std::size_t usual = layout_of(stage.look(), "page:a");
    CHECK(usual != 0);
    CHECK(usual == layout_of(stage.look(), "page:a"));
    CHECK(usual != layout_of(stage.look(), "page:b"));
    stage.state.preferences.size = 1;
    CHECK(usual != layout_of(stage.look(), "page:a"));
    stage.state.preferences = {};
    stage.state.preferences.language = "en";
    CHECK(usual != layout_of(stage.look(), "page:a"));
    stage.state.preferences = {};
    stage.state.preferences.theme = model::Theme::yellow_black;
    CHECK(usual == layout_of(stage.look(), "page:a"));
    stage.panel = test::reference_panels()[1].panel;
    CHECK(usual != layout_of(stage.look(), "page:a"));
}
