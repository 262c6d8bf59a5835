// SPDX-License-Identifier: EUPL-1.2
// The risk: a projector that is plugged or pulled in the middle of a talk, and the talk loses its
// place, draws with what belonged to the display that is gone, or keeps the kiosk awake.
#include "kiosk/app/clicker.h"
#include "kiosk/model/reduce_present.h"
#include "tests/app/kiosk.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <utility>

using namespace foyer;
using namespace std::chrono_literals;

namespace {

void open_tour(test::Kiosk& kiosk) {
    kiosk.wake();
    kiosk.tap("home.tours");
    kiosk.tap("tour.rundgang");
    REQUIRE(kiosk.place().screen == model::Screen::tour);
    REQUIRE(kiosk.state().presentation);
}

void plug(test::Kiosk& kiosk, Size px) {
    kiosk.screen.pretend_projector(px);
    kiosk.settle();
}

constexpr Size full_hd{1920, 1080}, old_one{1024, 768}, none{};

} // namespace

TEST_CASE("a projector that comes shows the step, and the panel what a presenter needs",
          "[app][wall]") {
    test::Kiosk kiosk;
    open_tour(kiosk);
    CHECK_FALSE(kiosk.app->wall_tree());
    CHECK(kiosk.app->tree().find("room.step"));
    plug(kiosk, full_hd);
    REQUIRE(kiosk.app->wall_tree());
    CHECK(kiosk.app->wall_tree()->find("room.step"));
    CHECK(kiosk.app->tree().find("presenter.next"));
    CHECK_FALSE(kiosk.app->tree().find("room.step"));
    CHECK(kiosk.screen.wall()->frames() > 0);
}

TEST_CASE("a projector may come and go at any moment: the tour keeps its place and its time",
          "[app][wall]") {
    test::Kiosk kiosk;
    open_tour(kiosk);
    kiosk.key("PageDown");
    kiosk.pass(7s);
    const int step = kiosk.state().presentation->step, part = kiosk.state().presentation->part;
    for (const Size px : {full_hd, none, old_one, full_hd, none, none, old_one}) {
        plug(kiosk, px);
        CHECK(kiosk.state().presentation->step == step);
        if (px == none) CHECK(kiosk.state().presentation->part >= 0);
        CHECK(model::used_in_all(kiosk.state()) >= 7s);
        CHECK((kiosk.app->wall_tree() != nullptr) == (px.w > 0));
        if (kiosk.screen.wall()) CHECK(kiosk.screen.wall()->lost_textures() == 0);
    }
    CHECK(part >= 0);
    CHECK(kiosk.screen.lost_textures() == 0);
}

TEST_CASE("two changes of the projector before anybody looks leave the last one", "[app][wall]") {
    test::Kiosk kiosk;
    open_tour(kiosk);
    kiosk.screen.pretend_projector(full_hd);
    kiosk.screen.pretend_projector(none);
    kiosk.screen.pretend_projector(old_one);
    kiosk.settle();
    REQUIRE(kiosk.app->wall_tree());
    CHECK(kiosk.app->wall_look().panel.px == old_one);
    CHECK(kiosk.screen.wall()->lost_textures() == 0);
}

TEST_CASE("a kiosk that shows a step sleeps; a presenter's view wakes once a second",
          "[app][wall]") {
    test::Kiosk kiosk;
    open_tour(kiosk);
    CHECK(kiosk.pass(60s) == 0);
    plug(kiosk, full_hd);
    const int woken = kiosk.pass(60s);
    CHECK(woken >= 59);
    CHECK(woken <= 61);
    const int frames = kiosk.screen.frames();
    kiosk.pass(10s);
    CHECK(kiosk.screen.frames() - frames <= 11);
}

TEST_CASE("a tour that plays wakes the kiosk for its steps only", "[app][wall]") {
    test::Kiosk kiosk;
    open_tour(kiosk);
    kiosk.key("F5");
    CHECK(kiosk.state().presentation->playing);
    CHECK(kiosk.pass(60s) <= 8);
    kiosk.pass(std::chrono::hours(2));
    CHECK(kiosk.place().screen == model::Screen::tour);
}

TEST_CASE("keys of a clicker mean something in a tour only", "[app][wall]") {
    test::Kiosk kiosk;
    kiosk.wake();
    const auto meaning = [&](const std::string& key) {
        return app::clicker_action(host::KeyEvent{.key = key}, kiosk.state());
    };
    for (const char* key : {"PageDown", "Right", "B", "3", "F5", "Escape"})
        CHECK_FALSE(meaning(key));
    kiosk.tap("home.tours");
    kiosk.tap("tour.rundgang");
    using namespace model;
    const std::pair<const char*, PresentAction> keys[] = {{"PageDown", Advance{1}},
                                                          {"PageUp", Advance{-1}},
                                                          {"Right", Advance{1}},
                                                          {"Left", Advance{-1}},
                                                          {"Space", Advance{1}},
                                                          {"N", Advance{1}},
                                                          {"P", Advance{-1}},
                                                          {"B", ToggleBlank{}},
                                                          {".", ToggleBlank{}},
                                                          {"O", ToggleOverview{}},
                                                          {"F5", TogglePlaying{}},
                                                          {"3", TypeStepNumber{'3'}},
                                                          {"Keypad 7", TypeStepNumber{'7'}}};
    for (const auto& [key, action] : keys) {
        INFO(key);
        CHECK(meaning(key) == Action{action});
    }
    for (const char* key : {"Tab", "Return", "Q", "F1", "Home"}) CHECK_FALSE(meaning(key));
    kiosk.key("O");
    for (const char* key : {"Right", "Down", "Space"}) CHECK_FALSE(meaning(key));
    CHECK(meaning("PageDown"));
}

TEST_CASE("Tab and Return work in a tour as everywhere", "[app][wall]") {
    test::Kiosk kiosk;
    open_tour(kiosk);
    for (int i = 0; i < 10 && kiosk.place().focus != "tour.controls"; ++i) kiosk.key("Tab");
    REQUIRE(kiosk.place().focus == "tour.controls");
    kiosk.key("Return");
    CHECK(kiosk.state().presentation->controls);
}
