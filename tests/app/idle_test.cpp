// SPDX-License-Identifier: EUPL-1.2
// The risk: a kiosk that nobody uses burns a processor, all day and all night.
#include "tests/app/kiosk.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace std::chrono_literals;
using test::Kiosk;

TEST_CASE("with no input, no timer and no job there is no frame and no wake-up", "[app][idle]") {
    Kiosk kiosk;
    kiosk.wake();
    kiosk.tap("topic.grundlagen");
    kiosk.tap("card.souveraenitaet");
    REQUIRE(kiosk.place().screen == model::Screen::page);
    const std::uint64_t before = kiosk.app->frames();
    CHECK(kiosk.pass(70s) == 0);
    CHECK(kiosk.app->frames() == before);
    for (int i = 0; i < 100; ++i) kiosk.app->step();
    CHECK(kiosk.app->frames() == before);
    REQUIRE(kiosk.app->sleep());
    CHECK(*kiosk.app->sleep() > 0s);
}

TEST_CASE("a wake-up for nothing draws nothing", "[app][idle]") {
    Kiosk kiosk;
    kiosk.wake();
    const std::uint64_t before = kiosk.app->frames();
    for (int i = 0; i < 10; ++i) {
        kiosk.app->handle(host::WakeEvent{});
        kiosk.app->step();
    }
    // A mouse that passes over the screen is no touch.
    kiosk.finger(host::Phase::move, {300, 300});
    kiosk.app->step();
    CHECK(kiosk.app->frames() == before);
}

TEST_CASE("the attract screen wakes for its slides only", "[app][idle]") {
    Kiosk kiosk;
    kiosk.setup.config.settings.slide = 30s;
    kiosk.start();
    const std::uint64_t before = kiosk.app->frames();
    CHECK(kiosk.pass(10min) == 20);
    CHECK(kiosk.app->frames() - before == 21); // once more for the one picture of these slides
    CHECK(kiosk.app->sleep() >= 1s);
}

TEST_CASE("the fault screen sleeps for ever", "[app][idle]") {
    Kiosk kiosk;
    kiosk.disk.remove(kiosk.pack.path());
    kiosk.start();
    REQUIRE(kiosk.place().screen == model::Screen::fault);
    CHECK_FALSE(kiosk.app->sleep());
    const std::uint64_t before = kiosk.app->frames();
    CHECK(kiosk.pass(1h) == 0);
    CHECK(kiosk.app->frames() == before);
}

TEST_CASE("the countdown draws once a second and ends on the attract screen", "[app][idle]") {
    Kiosk kiosk;
    kiosk.setup.config.settings.warn_after = 75s;
    kiosk.setup.config.settings.countdown = 25s;
    kiosk.wake();
    kiosk.pass(75s);
    REQUIRE(kiosk.state().overlay == model::Overlay::idle);
    const std::uint64_t before = kiosk.app->frames();
    CHECK(kiosk.pass(24s) <= 24);
    CHECK(kiosk.app->frames() - before == 24);
    CHECK(kiosk.app->tree().find("idle")->value == "1");
    kiosk.pass(1s);
    CHECK(kiosk.place().screen == model::Screen::attract);
}

TEST_CASE("a change costs one frame", "[app][idle]") {
    Kiosk kiosk;
    kiosk.wake();
    const auto frames_of = [&](const std::function<void()>& act) {
        const std::uint64_t before = kiosk.app->frames();
        act();
        kiosk.settle();
        return kiosk.app->frames() - before;
    };
    CHECK(frames_of([&] { kiosk.key("Tab"); }) == 1);
    const Point size = kiosk.centre_of("bar.size");
    CHECK(frames_of([&] { kiosk.finger(host::Phase::down, size); }) == 1);
    CHECK(frames_of([&] { kiosk.finger(host::Phase::up, size); }) == 1);
    CHECK(kiosk.state().preferences.size == 1);
    CHECK(frames_of([&] { kiosk.app->handle(host::ExposeEvent{}); }) == 1);
    CHECK(frames_of([&] { kiosk.screen.resize({1080, 1920}); }) == 1);
    CHECK(kiosk.app->look().panel.upright());
    CHECK(frames_of([&] {}) == 0);
}

TEST_CASE("a finger that rests has the next screen laid out, and sees it in one frame",
          "[app][idle]") {
    Kiosk kiosk;
    kiosk.wake();
    const Point card = kiosk.centre_of("topic.grundlagen");
    kiosk.finger(host::Phase::down, card);
    kiosk.settle();
    CHECK(kiosk.place().screen == model::Screen::home);
    const std::uint64_t frames = kiosk.app->frames();
    const int layouts = kiosk.layouter.layouts();
    kiosk.finger(host::Phase::up, card);
    kiosk.app->step();
    CHECK(kiosk.place().screen == model::Screen::topic);
    CHECK(kiosk.app->frames() == frames + 1);
    CHECK(kiosk.layouter.layouts() == layouts);
}

TEST_CASE("content that was flung comes to rest and then sleeps", "[app][idle]") {
    Kiosk kiosk;
    kiosk.setup.page = "souveraenitaet";
    kiosk.start();
    kiosk.tap("page.more");
    REQUIRE(kiosk.app->tree().scroll->most > 500);
    kiosk.finger(host::Phase::down, {600, 800});
    for (int i = 1; i <= 10; ++i) {
        kiosk.clock.advance(10ms);
        kiosk.finger(host::Phase::move, {600, 800 - 20.0f * static_cast<float>(i)});
    }
    kiosk.finger(host::Phase::up, {600, 600});
    CHECK_FALSE(kiosk.app->settled());
    const float before = kiosk.app->tree().scroll->offset;
    CHECK(before > 0);
    const model::Milliseconds begun = kiosk.clock.now();
    kiosk.settle();
    CHECK(kiosk.app->tree().scroll->offset > before);
    CHECK(kiosk.clock.now() - begun < 5s);
    const std::uint64_t frames = kiosk.app->frames();
    kiosk.pass(10s);
    CHECK(kiosk.app->frames() == frames);
}
