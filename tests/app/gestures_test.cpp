// SPDX-License-Identifier: EUPL-1.2
// The risk: a finger that slips, a palm on the glass or a key held down does what nobody wanted
// (TO-03, TO-04, TO-07, TO-10, FO-07, FO-08).
#include "kiosk/app/gestures.h"
#include "kiosk/app/keys.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace foyer;
using namespace foyer::app;
using namespace std::chrono_literals;
using Catch::Approx;
using host::Phase;

namespace {

constexpr float drag = 32; // px, 8 mm

/// A button above a list of cards that scrolls.
ui::Tree screen() {
    const auto button = [](const std::string& id, Rect rect) {
        return ui::Node{.id = id,
                        .role = ui::Role::button,
                        .rank = ui::Rank::primary,
                        .spoken = ui::Spoken(id),
                        .rect = rect,
                        .action = model::Back{}};
    };
    ui::Tree tree;
    tree.nodes = {button("back", {0, 0, 100, 80}), button("card", {0, 100, 400, 200})};
    tree.nodes[1].scrolls = true;
    tree.scroll = ui::ScrollArea{{0, 100, 400, 500}, 0, 1000, 1, {0}};
    return tree;
}

struct Hand {
    Gestures gestures;
    ui::Tree tree = screen();
    bool moving = false;

    Gesture act(Phase phase, Point at, std::chrono::milliseconds time, std::int64_t finger = 1) {
        return gestures.handle({phase, finger, at, time}, tree, drag, moving);
    }
};

const Point on_card{200, 200}, on_back{50, 40};

} // namespace

TEST_CASE("a tap acts when the finger leaves", "[app][gestures]") {
    Hand hand;
    const Gesture down = hand.act(Phase::down, on_back, 0ms);
    CHECK_FALSE(down.tapped);
    CHECK(hand.gestures.pressed() == "back");
    const Gesture up = hand.act(Phase::up, {52, 41}, 90ms);
    CHECK(up.tapped == "back");
    CHECK(hand.gestures.pressed().empty());
}

TEST_CASE("TO-04 sliding off cancels, and coming back does not act either", "[app][gestures]") {
    Hand hand;
    hand.act(Phase::down, {95, 40}, 0ms);
    hand.act(Phase::move, {105, 40}, 20ms);
    CHECK(hand.gestures.pressed().empty());
    hand.act(Phase::move, {95, 40}, 40ms);
    CHECK_FALSE(hand.act(Phase::up, {95, 40}, 60ms).tapped);
}

TEST_CASE("TO-04 leaving a button without a move in between cancels too", "[app][gestures]") {
    Hand hand;
    hand.act(Phase::down, {95, 40}, 0ms);
    CHECK_FALSE(hand.act(Phase::up, {105, 40}, 60ms).tapped);
}

TEST_CASE("TO-04 a finger that moves more than 8 mm scrolls and does not press",
          "[app][gestures]") {
    Hand hand;
    hand.act(Phase::down, on_card, 0ms);
    CHECK(hand.act(Phase::move, {200, 200 - drag + 1}, 10ms).scroll_by == 0);
    CHECK(hand.gestures.pressed() == "card");
    CHECK(hand.act(Phase::move, {200, 200 - drag - 1}, 20ms).scroll_by == Approx(drag + 1));
    CHECK(hand.gestures.pressed().empty());
    CHECK(hand.act(Phase::move, {200, 150}, 30ms).scroll_by == Approx(200 - drag - 1 - 150));
    CHECK(hand.act(Phase::move, {200, 160}, 40ms).scroll_by == Approx(-10));
    const Gesture up = hand.act(Phase::up, {200, 160}, 500ms);
    CHECK_FALSE(up.tapped);
    CHECK_FALSE(up.fling); // it rested before it left
}

TEST_CASE("TO-10 content follows the finger to the pixel", "[app][gestures]") {
    Hand hand;
    hand.act(Phase::down, {200, 500}, 0ms);
    float scrolled = 0;
    for (int i = 1; i <= 25; ++i) {
        scrolled += hand.act(Phase::move, {200, 500 - 10.0f * static_cast<float>(i)},
                             std::chrono::milliseconds(10 * i))
                        .scroll_by;
    }
    CHECK(scrolled == Approx(250)); // what was under the finger is under it again
}

TEST_CASE("dragging outside of the content scrolls nothing and presses nothing",
          "[app][gestures]") {
    Hand hand;
    hand.act(Phase::down, on_back, 0ms);
    hand.act(Phase::move, {50, 90}, 10ms);
    CHECK(hand.act(Phase::move, {50, 300}, 20ms).scroll_by == 0);
    const Gesture up = hand.act(Phase::up, on_back, 30ms);
    CHECK_FALSE(up.tapped);
    CHECK_FALSE(up.fling);
}

TEST_CASE("TO-07 a second finger and a palm do nothing while one is down", "[app][gestures]") {
    Hand hand;
    hand.act(Phase::down, on_card, 0ms, 1);
    hand.act(Phase::down, on_back, 10ms, 2);
    CHECK(hand.gestures.pressed() == "card");
    CHECK_FALSE(hand.act(Phase::up, on_back, 20ms, 2).tapped);
    CHECK(hand.act(Phase::move, {50, 400}, 20ms, 3).scroll_by == 0);
    CHECK(hand.act(Phase::up, on_card, 50ms, 1).tapped == "card");
    // The one that stays down later does not act either.
    hand.act(Phase::down, on_card, 60ms, 1);
    hand.act(Phase::down, on_back, 70ms, 2);
    hand.act(Phase::cancel, on_card, 80ms, 1);
    CHECK_FALSE(hand.act(Phase::up, on_back, 90ms, 2).tapped);
    // And the next touch is as good as the first.
    hand.act(Phase::down, on_back, 100ms, 3);
    CHECK(hand.act(Phase::up, on_back, 120ms, 3).tapped == "back");
}

TEST_CASE("a touch that the system takes back does nothing", "[app][gestures]") {
    Hand hand;
    hand.act(Phase::down, on_card, 0ms);
    CHECK_FALSE(hand.act(Phase::cancel, on_card, 10ms).tapped);
    CHECK(hand.gestures.pressed().empty());
}

TEST_CASE("a finger that moves when it leaves flings", "[app][gestures]") {
    Hand hand;
    hand.act(Phase::down, {200, 500}, 0ms);
    for (int i = 1; i <= 10; ++i)
        hand.act(Phase::move, {200, 500 - 20.0f * static_cast<float>(i)},
                 std::chrono::milliseconds(10 * i));
    const Gesture up = hand.act(Phase::up, {200, 300}, 105ms);
    REQUIRE(up.fling);
    CHECK(*up.fling == Approx(2000).epsilon(0.1)); // towards the end
}

TEST_CASE("TO-10 touching moving content stops it and presses nothing", "[app][gestures]") {
    Hand hand;
    hand.moving = true;
    CHECK(hand.act(Phase::down, on_card, 0ms).stopped);
    CHECK(hand.gestures.pressed().empty());
    CHECK_FALSE(hand.act(Phase::up, on_card, 50ms).tapped);
}

TEST_CASE("what is gone when the finger leaves cannot be tapped", "[app][gestures]") {
    Hand hand;
    hand.act(Phase::down, on_card, 0ms);
    SECTION("the screen changed") { hand.gestures.forget(); }
    SECTION("the node is gone") { hand.tree.nodes.pop_back(); }
    SECTION("a dialog covers it") { hand.tree.nodes[1].covered = true; }
    CHECK_FALSE(hand.act(Phase::up, on_card, 50ms).tapped);
}

TEST_CASE("momentum fades and comes to rest by itself", "[app][gestures]") {
    Momentum momentum;
    CHECK_FALSE(momentum.moving());
    momentum.start(4000, 1000ms);
    auto now = 1000ms;
    float way = 0, last = 1e9f;
    while (momentum.moving()) {
        now += 16ms;
        const float by = momentum.advance(now);
        CHECK(by > 0);
        CHECK(by < last);
        last = by;
        way += by;
        REQUIRE(now < 5000ms);
    }
    CHECK(way > 1000);
    CHECK(way < 1300);
    CHECK(momentum.advance(now + 16ms) == 0);
}

TEST_CASE("momentum goes as far in few steps as in many", "[app][gestures]") {
    const auto way = [](std::chrono::milliseconds step) {
        Momentum momentum;
        momentum.start(-3000, 0ms);
        float sum = 0;
        for (auto now = step; now <= 480ms; now += step) sum += momentum.advance(now);
        return sum;
    };
    CHECK(way(16ms) < 0);
    CHECK(way(16ms) == Approx(way(160ms)).epsilon(0.001));
}

TEST_CASE("momentum that is stopped stands, and a clock that stands moves nothing",
          "[app][gestures]") {
    Momentum momentum;
    momentum.start(4000, 0ms);
    CHECK(momentum.advance(0ms) == 0);
    CHECK(momentum.moving());
    momentum.stop();
    CHECK(momentum.advance(16ms) == 0);
    CHECK_FALSE(momentum.moving());
}

TEST_CASE("keys do what the map says", "[app][keys]") {
    Keys keys{KeyMap{}};
    CHECK(keys.press({.key = "Tab"}) == KeyCommand::next);
    CHECK(keys.press({.key = "Tab", .shift = true}) == KeyCommand::previous);
    CHECK(keys.press({.key = "Return"}) == KeyCommand::select);
    CHECK(keys.press({.key = "Escape"}) == KeyCommand::back);
    CHECK(keys.press({.key = "Home"}) == KeyCommand::home);
    CHECK(keys.press({.key = "F1"}) == KeyCommand::help);
    CHECK_FALSE(keys.press({.key = "F15"}));
    CHECK_FALSE(keys.press({.key = ""}));
}

TEST_CASE("FO-08 another keypad is another map", "[app][keys]") {
    KeyMap map;
    map.keys = {{{"F13"}, {"Shift+F13"}, {"F14", "F16"}, {}, {}, {}}};
    Keys keys{map};
    CHECK(keys.press({.key = "F13"}) == KeyCommand::next);
    CHECK(keys.press({.key = "F13", .shift = true}) == KeyCommand::previous);
    CHECK(keys.press({.key = "F16"}) == KeyCommand::select);
    CHECK_FALSE(keys.press({.key = "Tab"}));
}

TEST_CASE("FO-07 a key held down acts once, and its release not at all", "[app][keys]") {
    Keys keys{KeyMap{}};
    CHECK(keys.press({.key = "Tab"}));
    for (int i = 1; i < 30; ++i)
        CHECK_FALSE(keys.press({.key = "Tab", .repeat = true, .time = 100ms * i}));
    CHECK_FALSE(keys.press({.key = "Tab", .down = false, .time = 3s}));
}

TEST_CASE("keys of the system are left to it", "[app][keys]") {
    Keys keys{KeyMap{}};
    CHECK_FALSE(keys.press({.key = "Tab", .alt = true}));
    CHECK_FALSE(keys.press({.key = "Home", .control = true}));
}

TEST_CASE("FO-07 the same key again too soon counts once where the operator says so",
          "[app][keys]") {
    KeyMap map;
    map.double_press = 500ms;
    Keys keys{map};
    CHECK(keys.press({.key = "Tab", .time = 0ms}));
    CHECK_FALSE(keys.press({.key = "Tab", .time = 300ms}));
    CHECK(keys.press({.key = "Return", .time = 400ms})); // another key
    CHECK(keys.press({.key = "Tab", .time = 500ms}));
    CHECK(keys.press({.key = "Tab", .time = 1000ms}));
    Keys plain{KeyMap{}};
    CHECK(plain.press({.key = "Tab", .time = 0ms}));
    CHECK(plain.press({.key = "Tab", .time = 0ms}));
}

TEST_CASE("a map follows the finger in all directions, from 8 mm on", "[app][gestures]") {
    Hand hand;
    hand.tree.follows = Rect{0, 100, 400, 500};
    hand.act(Phase::down, on_card, 0ms);
    CHECK(hand.act(Phase::move, {220, 190}, 20ms).drag_by == Point{});
    const Gesture first = hand.act(Phase::move, {240, 180}, 40ms);
    CHECK(first.drag_by == Point{40, -20});
    CHECK(first.scroll_by == 0);
    CHECK(hand.gestures.pressed().empty());
    CHECK(hand.act(Phase::move, {230, 185}, 60ms).drag_by == Point{-10, 5});
    const Gesture last = hand.act(Phase::up, {230, 185}, 61ms);
    CHECK_FALSE(last.tapped);
    CHECK_FALSE(last.fling);
}

TEST_CASE("a tap on the map is a tap, and a finger from elsewhere does not move it",
          "[app][gestures]") {
    Hand hand;
    hand.tree.follows = Rect{0, 100, 400, 500};
    hand.act(Phase::down, on_card, 0ms);
    hand.act(Phase::move, {205, 204}, 20ms);
    CHECK(hand.act(Phase::up, {205, 204}, 60ms).tapped == "card");
    hand.act(Phase::down, on_back, 100ms);
    CHECK(hand.act(Phase::move, {200, 300}, 120ms).drag_by == Point{});
}
