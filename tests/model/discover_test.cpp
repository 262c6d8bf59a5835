// SPDX-License-Identifier: EUPL-1.2
// The risk: what a visitor chose on the map, in the timeline, a comparison or a guide is lost on
// the way back, or is still there for the next visitor.
#include "tests/model/session.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::model;
using test::Session;

namespace {

Session at(Screen screen, const std::string& id = {}) {
    Session session;
    session.act(Open{Screen::home, {}});
    session.act(Open{screen, id});
    return session;
}

} // namespace

TEST_CASE("whoever asks for any page is told which one it was", "[model]") {
    Session session = at(Screen::topic, "praxis");
    session.act(Tick{Milliseconds{4711}});
    session.act_without_answer(Surprise{});
    REQUIRE(session.load());
    CHECK(session.load()->dice == 4711);
    CHECK(session.load()->place.id.empty());
    const int ticket = session.load()->ticket;
    View view;
    view.page = Page{};
    view.page->card.page = "arles";
    reduce(session.state, Loaded{ticket, view});
    CHECK(session.state.place().screen == Screen::page);
    CHECK(session.state.place().id == "arles");
    session.act(Back{});
    CHECK(session.state.place().id == "praxis");
}

TEST_CASE("cases are compared in the order they were chosen, and no more than fit", "[model]") {
    Session session = at(Screen::compare);
    for (const char* page : {"a", "b", "c"}) session.act(ToggleCompared{page});
    CHECK(session.state.place().id == "a b c");
    session.act(ToggleCompared{"d"});
    CHECK(session.state.place().id == "b c d");
    session.act(ToggleCompared{"c"});
    CHECK(session.state.place().id == "b d");
    CHECK(session.state.history.size() == 2);
}

TEST_CASE("a case that is put into the comparison elsewhere stands there later", "[model]") {
    Session session = at(Screen::page, "dortmund");
    session.act(ToggleCompared{"dortmund"});
    CHECK(session.requests.empty());
    session.act(Open{Screen::compare, {}});
    CHECK(session.load()->place.id == "dortmund");
    session.act(Open{Screen::compare, {}});
    CHECK(session.requests.empty());
}

TEST_CASE("a comparison that is come back to shows what is chosen now", "[model]") {
    Session session = at(Screen::compare);
    session.act(ToggleCompared{"arles"});
    session.act(Open{Screen::page, "dortmund"});
    session.act(ToggleCompared{"dortmund"});
    session.act(Back{});
    CHECK(session.state.place().screen == Screen::compare);
    CHECK(session.load()->place.id == "arles dortmund");
    CHECK(session.state.place().id == "arles dortmund");
}

TEST_CASE("back leads from a guide's question to the one before", "[model]") {
    Session session = at(Screen::guide, "reifegrad");
    session.act(Answer{2});
    session.act(Answer{0});
    CHECK(session.state.place().answers == std::vector<int>{2, 0});
    session.act(Back{});
    CHECK(session.state.place().answers == std::vector<int>{2});
    session.act(Answer{1});
    CHECK(session.state.place().answers == std::vector<int>{2, 1});
    session.act(Open{Screen::guide, "reifegrad"});
    CHECK(session.state.place().answers.empty());
    CHECK(session.state.place().screen == Screen::guide);
}

TEST_CASE("an answer outside of a guide is nothing", "[model]") {
    Session session = at(Screen::timeline);
    session.act(Answer{1});
    CHECK(session.requests.empty());
    CHECK(session.state.place().screen == Screen::timeline);
}

TEST_CASE("a theme of the timeline begins at its top", "[model]") {
    Session session = at(Screen::timeline);
    session.act(ScrollTo{Scroll{300, 5, 3, 0}});
    session.act(FilterEvents{"law"});
    CHECK(session.state.timeline_theme == "law");
    CHECK(session.state.scroll() == Scroll{});
}

TEST_CASE("the next visitor finds nothing of what the last one chose", "[model]") {
    Session session = at(Screen::map);
    MapView view;
    view.zoom = 3;
    view.filter.status = "reversed";
    session.act(LookAtMap{view});
    session.act(FilterEvents{"law"});
    session.act(ToggleCompared{"dortmund"});
    CHECK(session.state.map == view);
    session.act(EndSession{});
    CHECK(session.state.map == MapView{});
    CHECK(session.state.timeline_theme.empty());
    CHECK(session.state.compared.empty());
}

TEST_CASE("the code to take along is gone with its page", "[model]") {
    Session session = at(Screen::page, "dortmund");
    session.act(Show{Overlay::take, {}});
    CHECK(session.state.overlay == Overlay::take);
    session.act(Back{});
    CHECK(session.state.overlay == Overlay::none);
    CHECK(session.state.place().id == "dortmund");
}
