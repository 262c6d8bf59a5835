// SPDX-License-Identifier: EUPL-1.2
// The risk: two moments that look alike to the program and differ for the visitor, or a log line
// that does not say where somebody was.
#include "tests/model/session.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>
#include <type_traits>

using namespace foyer;
using namespace foyer::model;

static_assert(std::is_copy_constructible_v<State> && std::is_copy_assignable_v<State>);
static_assert(std::is_nothrow_move_constructible_v<Place>);

namespace {

TownText greeting(const std::string& language, const std::string& words) {
    TownText text;
    text.language = language;
    text.greeting = words;
    return text;
}

} // namespace

TEST_CASE("a copy of a state is equal and independent", "[model]") {
    test::Session session;
    session.act(Open{Screen::home, {}});
    session.act(Open{Screen::page, "dortmund"});
    State copy = session.state;
    CHECK(copy == session.state);
    reduce(copy, ScrollTo{{120, 7, 2, 0.5f}});
    CHECK_FALSE(copy == session.state);
    CHECK(session.state.place().scroll.offset_px == 0);
}

TEST_CASE("a state prints as one line that says where the visitor is", "[model]") {
    test::Session session;
    CHECK(print(session.state) == "attract [de light 0]");
    session.act(Open{Screen::home, {}});
    session.act(Open{Screen::page, "dortmund"});
    session.act(ToggleMore{});
    session.act(NextSize{});
    session.act(NextTheme{});
    session.act(ToggleReach{});
    session.act(Show{Overlay::languages, {}});
    session.act(SetQuery{"rat"});
    CHECK(print(session.state) ==
          "page:dortmund+more [de light_contrast 1 reach] over languages query \"rat\"");
}

TEST_CASE("screens, themes and overlays have names of their own", "[model]") {
    std::set<std::string> names;
    for (const Screen screen : {Screen::attract, Screen::home, Screen::topic, Screen::page,
                                Screen::search, Screen::help, Screen::about, Screen::fault})
        names.insert(name(screen));
    CHECK(names.size() == 8);
    names.clear();
    for (int i = 0; i < theme_count; ++i) names.insert(name(static_cast<Theme>(i)));
    CHECK(names.size() == theme_count);
    names.clear();
    for (const Overlay overlay : {Overlay::none, Overlay::idle, Overlay::languages, Overlay::term})
        names.insert(name(overlay));
    CHECK(names.size() == 4);
}

TEST_CASE("the town speaks in the nearest language it has", "[model]") {
    Settings settings;
    CHECK(town_text(settings, "de") == nullptr);
    settings.texts = {greeting("en", "Hello")};
    CHECK(town_text(settings, "fr")->greeting == "Hello");
    settings.texts.push_back(greeting("de", "Guten Tag"));
    CHECK(town_text(settings, "en")->greeting == "Hello");
    CHECK(town_text(settings, "de-simple")->greeting == "Guten Tag");
    CHECK(town_text(settings, "fr")->greeting == "Guten Tag");
    settings.texts.push_back(greeting("de-simple", "Hallo"));
    CHECK(town_text(settings, "de-simple")->greeting == "Hallo");
}
