// SPDX-License-Identifier: EUPL-1.2
// The risk: a talk that loses its place, its time or its step in front of people.
#include "kiosk/model/reduce_present.h"
#include "tests/model/session.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace foyer;
using namespace foyer::model;
using test::seconds;
using test::Session;

namespace {

Tour tour(const Load& load, std::size_t steps) {
    Tour out;
    out.card.id = load.place.id;
    out.card.language = load.language;
    for (const int planned : {60, 30, 90}) {
        TourStep step;
        step.title = "Schritt " + std::to_string(out.steps.size() + 1);
        step.seconds = planned;
        if (out.steps.size() < steps) out.steps.push_back(step);
    }
    return out;
}

/// Every tour of this pack has so many steps.
void give_tours(Session& session, std::size_t steps) {
    session.also = [steps](const Load& load, View& view) {
        if (load.place.screen == Screen::tour) view.tour = tour(load, steps);
    };
}

/// Three steps of 60, 30 and 90 seconds; shown since second 10.
Session shown_tour() {
    Session session;
    give_tours(session, 3);
    session.tick(seconds(10));
    session.act(Open{Screen::home, {}});
    session.act(Open{Screen::tours, {}});
    session.act(Open{Screen::tour, "rundgang"});
    return session;
}

void present(Session& session, PresentAction action) { session.act(std::move(action)); }

const Presentation& of(const Session& session) { return *session.state.presentation; }

int seconds_of(Milliseconds time) {
    return static_cast<int>(std::chrono::floor<std::chrono::seconds>(time).count());
}

} // namespace

TEST_CASE("a tour that is opened begins at its first step", "[model][present]") {
    const Session session = shown_tour();
    REQUIRE(session.state.presentation);
    CHECK(shows_tour(session.state));
    CHECK(of(session).step == 0);
    CHECK(of(session).tour.steps.size() == 3);
    CHECK_FALSE(session.state.view.tour);
}

TEST_CASE("next goes through the parts of a step and then on, back to the last part",
          "[model][present]") {
    Session session = shown_tour();
    present(session, PartsFound{0, 2});
    present(session, Advance{1});
    CHECK(of(session).step == 0);
    CHECK(of(session).part == 1);
    present(session, Advance{1});
    CHECK(of(session).step == 1);
    CHECK(of(session).part == 0);
    present(session, Advance{-1});
    CHECK(of(session).step == 0);
    present(session, PartsFound{0, 2});
    CHECK(of(session).part == 1);
}

TEST_CASE("a tour stands at its ends", "[model][present]") {
    Session session = shown_tour();
    present(session, Advance{-1});
    CHECK(of(session).step == 0);
    for (int i = 0; i < 10; ++i) present(session, Advance{1});
    CHECK(of(session).step == 2);
}

TEST_CASE("parts that were found for another step change nothing", "[model][present]") {
    Session session = shown_tour();
    present(session, PartsFound{2, 5});
    CHECK(of(session).parts == 1);
}

TEST_CASE("a page for a question, and back to the same step and part", "[model][present]") {
    Session session = shown_tour();
    present(session, Advance{1});
    present(session, PartsFound{1, 3});
    present(session, Advance{1});
    session.act(Open{Screen::search, {}});
    CHECK_FALSE(shows_tour(session.state));
    session.act(Open{Screen::page, "frei"});
    session.act(Open{Screen::home, {}});
    present(session, ReturnToTour{});
    CHECK(shows_tour(session.state));
    CHECK(of(session).step == 1);
    CHECK(of(session).part == 1);
}

TEST_CASE("coming back shortens the way instead of making it longer", "[model][present]") {
    Session session = shown_tour();
    const std::size_t depth = session.state.history.size();
    session.act(Open{Screen::search, {}});
    session.act(Open{Screen::page, "frei"});
    present(session, ReturnToTour{});
    CHECK(session.state.history.size() == depth);
}

TEST_CASE("another language keeps the step and brings its texts", "[model][present]") {
    Session session = shown_tour();
    present(session, Advance{1});
    session.act(SetLanguage{"en"});
    CHECK(of(session).step == 1);
    CHECK(of(session).tour.card.language == "en");
}

TEST_CASE("a tour of fewer steps in a new pack goes on at its last", "[model][present]") {
    Session session = shown_tour();
    present(session, JumpToStep{2});
    give_tours(session, 2);
    session.act(PackReplaced{});
    CHECK(of(session).step == 1);
    CHECK(of(session).used.size() == 2);
    present(session, Advance{-1});
    CHECK(of(session).step == 0);
}

TEST_CASE("another tour takes the place of one that waits", "[model][present]") {
    Session session = shown_tour();
    present(session, JumpToStep{2});
    session.act(Open{Screen::tours, {}});
    session.act(Open{Screen::tour, "andere"});
    CHECK(of(session).tour.card.id == "andere");
    CHECK(of(session).step == 0);
}

TEST_CASE("each step counts its own time, and time at a page counts for none", "[model][present]") {
    Session session = shown_tour();
    session.tick(seconds(30));
    present(session, Advance{1});
    session.tick(seconds(35));
    CHECK(seconds_of(used_here(session.state)) == 5);
    CHECK(seconds_of(used_in_all(session.state)) == 25);
    session.act(Open{Screen::search, {}});
    session.tick(seconds(95));
    CHECK(seconds_of(used_in_all(session.state)) == 25);
    present(session, ReturnToTour{});
    session.tick(seconds(96));
    CHECK(seconds_of(used_here(session.state)) == 6);
    present(session, Advance{-1});
    session.tick(seconds(97));
    CHECK(seconds_of(used_here(session.state)) == 21);
    CHECK(seconds_of(used_in_all(session.state)) == 27);
    CHECK(planned_seconds(of(session).tour) == 180);
}

TEST_CASE("whatever a clicker sends ends the blank screen and nothing more", "[model][present]") {
    Session session = shown_tour();
    present(session, ToggleBlank{});
    CHECK(of(session).blank);
    present(session, Advance{1});
    CHECK_FALSE(of(session).blank);
    CHECK(of(session).step == 0);
}

TEST_CASE("a typed number is jumped to when it is complete", "[model][present]") {
    Session session = shown_tour();
    present(session, TypeStepNumber{'3'});
    CHECK(next_present(session.state) == seconds(10) + Milliseconds(1500));
    session.tick(seconds(11));
    CHECK(of(session).step == 0);
    session.tick(seconds(12));
    CHECK(of(session).step == 2);
    CHECK(of(session).number.empty());
    present(session, TypeStepNumber{'1'});
    present(session, TypeStepNumber{'\n'});
    CHECK(of(session).step == 0);
}

TEST_CASE("a number that no step has changes nothing", "[model][present]") {
    Session session = shown_tour();
    present(session, JumpToStep{1});
    for (const char* number : {"0", "4", "9999"}) {
        for (const char* digit = number; *digit != '\0'; ++digit)
            present(session, TypeStepNumber{*digit});
        CHECK(of(session).number.size() <= 3);
        present(session, TypeStepNumber{'\n'});
        CHECK(of(session).step == 1);
        CHECK(of(session).number.empty());
    }
}

TEST_CASE("a tour that plays shows each part its share of the time and begins again",
          "[model][present]") {
    Session session = shown_tour();
    present(session, PartsFound{0, 2});
    present(session, TogglePlaying{});
    CHECK(next_present(session.state) == seconds(40));
    session.tick(seconds(40));
    CHECK(of(session).part == 1);
    session.tick(seconds(70));
    CHECK(of(session).step == 1);
    session.tick(seconds(100));
    CHECK(of(session).step == 2);
    session.tick(seconds(190));
    CHECK(of(session).step == 0);
    CHECK(of(session).playing);
}

TEST_CASE("no part plays for less than eight seconds", "[model][present]") {
    Session session = shown_tour();
    present(session, PartsFound{0, 20});
    present(session, TogglePlaying{});
    CHECK(next_present(session.state) == seconds(18));
}

TEST_CASE("a step by hand goes on playing from there; dark, all steps and dialogs hold it",
          "[model][present]") {
    Session session = shown_tour();
    present(session, TogglePlaying{});
    session.tick(seconds(50));
    present(session, Advance{1});
    CHECK(of(session).playing);
    CHECK(next_present(session.state) == seconds(80));
    present(session, ToggleBlank{});
    CHECK_FALSE(next_present(session.state));
    session.tick(seconds(500));
    CHECK(of(session).step == 1);
    present(session, ToggleBlank{});
    CHECK(next_present(session.state) == seconds(530));
    present(session, ToggleOverview{});
    CHECK_FALSE(next_present(session.state));
}

TEST_CASE("a tour that plays never falls back; one that is talked over has half an hour",
          "[model][present]") {
    Session session = shown_tour();
    CHECK(quiet_time(session.state) == std::chrono::minutes(30));
    session.tick(seconds(10 + 29 * 60));
    CHECK(session.state.overlay == Overlay::none);
    session.tick(seconds(10 + 31 * 60));
    CHECK(session.state.overlay == Overlay::idle);
    session.act(Activity{});
    present(session, TogglePlaying{});
    for (int minute = 32; minute < 400; ++minute) session.tick(seconds(60 * minute));
    CHECK(session.state.overlay == Overlay::none);
    CHECK(shows_tour(session.state));
    present(session, TogglePlaying{});
    session.tick(session.state.now + std::chrono::minutes(29));
    CHECK(session.state.overlay == Overlay::none);
}

TEST_CASE("TS-04 the end of a visit ends its tour", "[model][present]") {
    Session session = shown_tour();
    session.act(Open{Screen::search, {}});
    session.act(EndSession{});
    CHECK_FALSE(session.state.presentation);
}

TEST_CASE("back closes one thing after the other and then leaves, and the tour waits",
          "[model][present]") {
    Session session = shown_tour();
    present(session, TogglePlaying{});
    present(session, TypeStepNumber{'2'});
    session.act(Back{});
    CHECK(of(session).number.empty());
    CHECK(of(session).playing);
    session.act(Back{});
    CHECK_FALSE(of(session).playing);
    present(session, ToggleNotes{});
    present(session, ToggleBlank{});
    session.act(Back{});
    CHECK_FALSE(of(session).blank);
    session.act(Back{});
    CHECK_FALSE(of(session).notes);
    CHECK(shows_tour(session.state));
    session.act(Back{});
    CHECK(session.state.place().screen == Screen::tours);
    CHECK(session.state.presentation);
}

TEST_CASE("a tour that is ended is gone, from wherever it is ended", "[model][present]") {
    Session session = shown_tour();
    present(session, EndTour{});
    CHECK(session.state.place().screen == Screen::tours);
    CHECK_FALSE(session.state.presentation);
    session = shown_tour();
    session.act(Open{Screen::search, {}});
    present(session, EndTour{});
    CHECK(session.state.place().screen == Screen::search);
    CHECK_FALSE(session.state.presentation);
}

TEST_CASE("nothing wakes a kiosk that shows a step; times wake it once a second",
          "[model][present]") {
    Session session = shown_tour();
    CHECK_FALSE(next_present(session.state));
    present(session, ToggleNotes{});
    CHECK(next_present(session.state) == seconds(11));
    session.tick(seconds(11));
    CHECK(next_present(session.state) == seconds(12));
    present(session, ToggleNotes{});
    present(session, ProjectorSeen{{1920, 1080}});
    CHECK(shows_presenter(session.state));
    CHECK(next_present(session.state) == seconds(12));
    // A step that was shown before has a time that does not change on whole seconds of the clock.
    session.tick(seconds(11) + Milliseconds(300));
    present(session, Advance{1});
    CHECK(next_present(session.state) == seconds(12) + Milliseconds(300));
    session.tick(seconds(12));
    present(session, Advance{-1});
    CHECK(next_present(session.state) == seconds(12) + Milliseconds(700));
}

TEST_CASE("a projector comes and goes and the tour stays where it is", "[model][present]") {
    Session session = shown_tour();
    present(session, Advance{1});
    const Presentation before = of(session);
    present(session, ProjectorSeen{{1920, 1080}});
    CHECK(session.state.has_projector());
    present(session, ProjectorSeen{});
    CHECK_FALSE(session.state.has_projector());
    CHECK(of(session) == before);
}

TEST_CASE("a projector is the device's: no visit ends it", "[model][present]") {
    Session session = shown_tour();
    present(session, ProjectorSeen{{1920, 1080}});
    session.act(EndSession{});
    CHECK(session.state.has_projector());
}
