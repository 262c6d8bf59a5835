// SPDX-License-Identifier: EUPL-1.2
// The risk: somebody who reads slowly is thrown out (TS-01, TS-03), somebody who has left is still
// there for the next one (TS-04), or a clock that wakes the kiosk for nothing.
#include "tests/model/session.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::model;
using test::seconds;
using test::Session;

namespace {

Session at_home(Settings settings = {}) {
    Session session(std::move(settings));
    session.act(Open{Screen::home, {}});
    return session;
}

void touch(Session& session, Milliseconds now) {
    session.tick(now);
    session.act(Activity{});
}

/// What must be equal is all but the time of day and the number of questions asked so far.
State timeless(State state) {
    state.tickets = 0;
    state.now = state.active = state.asleep = state.warned = Milliseconds{0};
    return state;
}

} // namespace

TEST_CASE("a quiet kiosk asks whether somebody is there, and not before its time", "[model]") {
    Session session = at_home();
    session.tick(seconds(75) - Milliseconds{1});
    CHECK(session.state.overlay == Overlay::none);
    session.tick(seconds(75));
    CHECK(session.state.overlay == Overlay::idle);
}

TEST_CASE("every activity begins the quiet time anew", "[model]") {
    Session session = at_home();
    for (int i = 1; i <= 10; ++i) touch(session, seconds(70 * i));
    CHECK(session.state.overlay == Overlay::none);
    session.tick(seconds(775) - Milliseconds{1});
    CHECK(session.state.overlay == Overlay::none);
    session.tick(seconds(775));
    CHECK(session.state.overlay == Overlay::idle);
}

TEST_CASE("TS-01 the countdown lasts 20 seconds at least and says how many are left", "[model]") {
    Session session = at_home();
    session.tick(seconds(75));
    const int first = seconds_left(session.state);
    CHECK(first >= 20);
    for (int gone = 1; gone < first; ++gone) {
        session.tick(seconds(75 + gone));
        CHECK(seconds_left(session.state) == first - gone);
        CHECK(session.state.overlay == Overlay::idle);
    }
    session.tick(seconds(75 + first) - Milliseconds{1});
    CHECK(session.state.overlay == Overlay::idle);
    CHECK(seconds_left(session.state) == 1);
    session.tick(seconds(75 + first));
    CHECK(session.state.place().screen == Screen::attract);
}

TEST_CASE("TS-01 any touch extends the time, twelve times and more", "[model]") {
    Session session = at_home();
    session.act(Open{Screen::page, "dortmund"});
    session.act(Focus{"page.more"});
    const Place before = session.state.place();
    Milliseconds now{0};
    for (int i = 0; i < 12; ++i) {
        now += seconds(75);
        session.tick(now);
        REQUIRE(session.state.overlay == Overlay::idle);
        now += seconds(24);
        touch(session, now);
        REQUIRE(session.state.overlay == Overlay::none);
    }
    CHECK(session.state.place() == before);
}

TEST_CASE("TS-04 the fall-back leaves nothing of the visit", "[model]") {
    Settings settings;
    settings.start_language = "en";
    settings.keyboard = KeyboardLayout::abc;
    const State fresh = timeless(Session(settings).state);
    Session session(settings);
    session.act(Open{Screen::home, {}});
    session.act(SetLanguage{"de"});
    session.act(ToggleSimple{});
    session.act(NextSize{});
    session.act(NextTheme{});
    session.act(ToggleReach{});
    session.act(Open{Screen::page, "dortmund"});
    session.act(ToggleMore{});
    session.act(ScrollTo{{99, 1, 1, 0}});
    session.act(Open{Screen::search, {}});
    session.act(SetKeyboard{KeyboardLayout::digits});
    session.act(Type{"geheim"});
    session.act(Found{{"geheim", "de-simple", {{}}, {"gemein"}}});
    session.act(ShowHits{0});
    session.act(Focus{"hit0"});
    session.act(TermLoaded{{"code", "de", "Quellcode", "Der Bauplan."}});
    SECTION("after the countdown") {
        session.tick(seconds(600));
        REQUIRE(session.state.overlay == Overlay::idle);
        session.tick(seconds(700));
    }
    SECTION("when the visitor ends it") { session.act(EndSession{}); }
    CHECK(timeless(session.state) == fresh);
}

TEST_CASE("the fall-back keeps what the operator set", "[model]") {
    Settings settings;
    settings.reach = true;
    settings.start_language = "en";
    Session session = at_home(settings);
    session.act(ToggleReach{});
    session.act(EndSession{});
    CHECK(session.state.preferences.reach);
    CHECK(session.state.preferences.language == "en");
    CHECK(session.state.settings == settings);
}

TEST_CASE("TS-03 large letters and Leichte Sprache have twice the quiet time", "[model]") {
    Session session = at_home();
    const Milliseconds usual = quiet_time(session.state);
    session.act(NextSize{});
    CHECK(quiet_time(session.state) >= 2 * usual);
    session.act(NextSize{});
    CHECK(quiet_time(session.state) >= 2 * usual);
    session.act(NextSize{});
    CHECK(quiet_time(session.state) == usual);
    session.act(ToggleSimple{});
    CHECK(quiet_time(session.state) >= 2 * usual);
}

TEST_CASE("TS-03 a long page has one and a half times its reading time", "[model]") {
    Session session = at_home();
    session.minutes = 10;
    session.act(Open{Screen::page, "dortmund"});
    CHECK(quiet_time(session.state) == seconds(75)); // only its summary is open
    session.act(ToggleMore{});
    CHECK(quiet_time(session.state) == std::chrono::minutes(15));
    touch(session, seconds(10));
    session.tick(seconds(10 + 15 * 60) - Milliseconds{1});
    CHECK(session.state.overlay == Overlay::none);
    session.act(Back{});
    CHECK(quiet_time(session.state) == seconds(75));
}

TEST_CASE("nobody is asked on the attract screen", "[model]") {
    Session session;
    session.tick(std::chrono::hours(100));
    CHECK(session.state.overlay == Overlay::none);
    CHECK(session.state.place().screen == Screen::attract);
}

TEST_CASE("the attract screen changes its slide in the rhythm of the settings", "[model]") {
    Settings settings;
    settings.slide = seconds(30);
    Session session(settings, seconds(1000));
    CHECK(slide(session.state) == 0);
    CHECK(next_tick(session.state) == seconds(1030));
    session.tick(seconds(1030) - Milliseconds{1});
    CHECK(slide(session.state) == 0);
    session.tick(seconds(1030));
    CHECK(slide(session.state) == 1);
    CHECK(next_tick(session.state) == seconds(1060));
}

TEST_CASE("the slides begin anew when the kiosk falls asleep", "[model]") {
    Session session = at_home();
    session.tick(seconds(75));
    session.tick(seconds(100));
    REQUIRE(session.state.place().screen == Screen::attract);
    CHECK(slide(session.state) == 0);
}

TEST_CASE("the next tick is always in the future and never more often than each second",
          "[model]") {
    Session session = at_home();
    session.tick(Milliseconds{12'345});
    session.act(Activity{});
    int ticks = 0;
    for (; session.state.now < std::chrono::hours(1); ++ticks) {
        const std::optional<Milliseconds> next = next_tick(session.state);
        REQUIRE(next);
        REQUIRE(*next >= session.state.now + seconds(1));
        session.tick(*next);
    }
    // A countdown, and a slide every half minute.
    CHECK(ticks < 25 + 2 + 60 * 2 + 2);
}

TEST_CASE("a tick that comes late falls back no later than the next one", "[model]") {
    Session session = at_home();
    session.tick(std::chrono::hours(3)); // the machine slept
    CHECK(session.state.overlay == Overlay::idle);
    CHECK(seconds_left(session.state) >= 20);
    session.tick(std::chrono::hours(3) + seconds(60));
    CHECK(session.state.place().screen == Screen::attract);
}
