// SPDX-License-Identifier: EUPL-1.2
// The risk: a visitor presses a button and ends up somewhere else, or nowhere: a dead end, a lost
// place on the page, a language that comes back by itself.
#include "tests/model/session.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace foyer;
using namespace foyer::model;
using test::Session;

namespace {

Session at_home() {
    Session session;
    session.act(Open{Screen::home, {}});
    return session;
}

Session on_page(const std::string& id) {
    Session session = at_home();
    session.act(Open{Screen::page, id});
    return session;
}

const Scroll half_way{480, 77, 5, 0.25f};

} // namespace

TEST_CASE("a journey keeps the old screen until the pack has answered", "[model]") {
    Session session = at_home();
    session.act_without_answer(Open{Screen::topic, "staedte"});
    CHECK(session.state.place().screen == Screen::home);
    REQUIRE(session.load());
    CHECK(session.load()->place == Place{Screen::topic, "staedte", false, {}, {}});
    CHECK(session.load()->language == "de");
    session.answer();
    CHECK(session.state.place().screen == Screen::topic);
    CHECK(session.state.place().id == "staedte");
    CHECK_FALSE(session.state.journey);
}

TEST_CASE("opening what is shown asks for nothing and adds nothing to go back to", "[model]") {
    Session session = on_page("dortmund");
    session.act(Open{Screen::page, "dortmund"});
    CHECK(session.requests.empty());
    CHECK(session.state.history.size() == 2);
}

TEST_CASE("opening a screen closes what lies over the old one", "[model]") {
    Session session = at_home();
    session.act(Show{Overlay::languages, {}});
    session.act(Open{Screen::about, {}});
    CHECK(session.state.overlay == Overlay::none);
}

TEST_CASE("back returns to the same place on the page before", "[model]") {
    Session session = on_page("dortmund");
    session.act(ToggleMore{});
    session.act(ScrollTo{half_way});
    session.act(Focus{"related.muenchen"});
    const Place before = session.state.place();
    session.act(Open{Screen::page, "muenchen"});
    session.act(Back{});
    CHECK(session.state.place() == before);
    REQUIRE(session.state.view.page);
    CHECK(session.state.view.page->card.page == "dortmund");
}

TEST_CASE("back reaches home from any depth and stays there", "[model]") {
    for (const std::size_t depth : {1u, 2u, 7u, 99u, 100u, 250u}) {
        Session session = at_home();
        for (std::size_t i = 0; i < depth; ++i)
            session.act(Open{Screen::page, "page" + std::to_string(i)});
        CHECK(session.state.history.size() <= max_history);
        for (std::size_t i = 0; i < max_history; ++i) session.act(Back{});
        CHECK(session.state.place().screen == Screen::home);
        session.act(Back{});
        CHECK(session.state.place().screen == Screen::home);
        CHECK(session.state.history.size() == 1);
    }
}

TEST_CASE("the oldest places are forgotten first", "[model]") {
    Session session = at_home();
    for (std::size_t i = 0; i < max_history + 5; ++i)
        session.act(Open{Screen::page, std::to_string(i)});
    CHECK(session.state.history.size() == max_history);
    CHECK(session.state.history.front().id == "5");
    CHECK(session.state.place().id == std::to_string(max_history + 4));
}

TEST_CASE("home forgets the way there and the search", "[model]") {
    Session session = on_page("dortmund");
    session.act(Open{Screen::search, {}});
    session.act(Type{"rat"});
    session.act(Open{Screen::home, {}});
    CHECK(session.state.history == std::vector<Place>{Place{Screen::home, {}, false, {}, {}}});
    CHECK(session.state.search.query.empty());
    CHECK(session.state.search.result == SearchResult{});
}

TEST_CASE("back closes a dialog before it goes anywhere", "[model]") {
    Session session = on_page("dortmund");
    session.act(Show{Overlay::languages, {}});
    session.act(Back{});
    CHECK(session.state.overlay == Overlay::none);
    CHECK(session.state.place().id == "dortmund");
}

TEST_CASE("a dialog gives the keys back to what had them", "[model]") {
    Session session = at_home();
    session.act(Focus{"bar.language"});
    session.act(Show{Overlay::languages, {}});
    CHECK(session.state.place().focus.empty());
    session.act(Focus{"language.en"});
    session.act(Close{});
    CHECK(session.state.overlay == Overlay::none);
    CHECK(session.state.place().focus == "bar.language");
}

TEST_CASE("closing where nothing is open changes nothing", "[model]") {
    Session session = on_page("dortmund");
    session.act(Focus{"page.more"});
    const State before = session.state;
    session.act(Close{});
    CHECK(session.state == before);
}

TEST_CASE("a word is explained over the page when the pack has answered", "[model]") {
    Session session = on_page("dortmund");
    session.act(Focus{"term.code"});
    session.act(Show{Overlay::term, "code"});
    CHECK(session.state.overlay == Overlay::none);
    CHECK(session.requests == std::vector<Request>{LoadTerm{"code", "de"}});
    session.act(TermLoaded{{"code", "de", "Quellcode", "Der Bauplan."}});
    CHECK(session.state.overlay == Overlay::term);
    CHECK(session.state.term->term == "Quellcode");
    session.act(Close{});
    CHECK_FALSE(session.state.term);
    CHECK(session.state.place().focus == "term.code");
}

TEST_CASE("another language keeps the place on the page", "[model]") {
    Session session = on_page("dortmund");
    session.act(ToggleMore{});
    session.act(ScrollTo{half_way});
    const std::vector<Place> before = session.state.history;
    session.act(Show{Overlay::languages, {}});
    session.act(SetLanguage{"en"});
    CHECK(session.state.preferences.language == "en");
    CHECK(session.state.view.language == "en");
    CHECK(session.state.overlay == Overlay::none);
    CHECK(session.state.place().scroll == half_way);
    CHECK(session.state.place().more);
    CHECK(session.state.history.size() == before.size());
}

TEST_CASE("another language asks the search again", "[model]") {
    Session session = at_home();
    session.act(Open{Screen::search, {}});
    session.act(Type{"rat"});
    session.act(SetLanguage{"en"});
    REQUIRE(session.find());
    CHECK(*session.find() == Find{"rat", "en"});
    session.act(Erase{true});
    session.act(SetLanguage{"de"});
    CHECK(session.find() == nullptr);
}

TEST_CASE("Leichte Sprache goes back to the language before it", "[model]") {
    Session session = at_home();
    session.act(SetLanguage{"en"});
    session.act(ToggleSimple{});
    CHECK(session.state.preferences.language == "de-simple");
    session.act(ToggleSimple{});
    CHECK(session.state.preferences.language == "en");
    session.act(SetLanguage{"de-simple"});
    session.act(ToggleSimple{});
    CHECK(session.state.preferences.language == "de");
}

TEST_CASE("text size, theme and reach mode go round", "[model]") {
    Session session = on_page("dortmund");
    session.act(ScrollTo{half_way});
    const State before = session.state;
    session.act(NextSize{});
    CHECK(session.state.preferences.size == 1);
    session.act(NextTheme{});
    CHECK(session.state.preferences.theme == Theme::light_contrast);
    session.act(ToggleReach{});
    CHECK(session.state.preferences.reach);
    CHECK(session.state.place() == before.place());
    for (int i = 1; i < size_count; ++i) session.act(NextSize{});
    for (int i = 1; i < theme_count; ++i) session.act(NextTheme{});
    session.act(ToggleReach{});
    CHECK(session.state == before);
}

TEST_CASE("the rest of a page opens and closes", "[model]") {
    Session session = on_page("dortmund");
    session.act(ToggleMore{});
    CHECK(session.state.place().more);
    CHECK_FALSE(session.state.history.front().more);
    session.act(ToggleMore{});
    CHECK_FALSE(session.state.place().more);
}

TEST_CASE("turning a page is for the drawing to work out", "[model]") {
    Session session = on_page("dortmund");
    const State before = session.state;
    session.act(TurnPage{1});
    CHECK(session.state == before);
    CHECK(session.requests.empty());
}

TEST_CASE("an answer to an older question is ignored", "[model]") {
    Session session = at_home();
    session.act_without_answer(Open{Screen::page, "dortmund"});
    const Load old = *session.load();
    session.act_without_answer(Open{Screen::page, "muenchen"});
    const Load current = *session.load();
    CHECK(old.ticket != current.ticket);
    reduce(session.state, Loaded{old.ticket, test::view_of(old, 1)});
    CHECK(session.state.place().screen == Screen::home);
    reduce(session.state, Loaded{current.ticket, test::view_of(current, 1)});
    CHECK(session.state.place().id == "muenchen");
    CHECK(session.state.history.size() == 2);
    const State before = session.state;
    reduce(session.state, Loaded{current.ticket, {}});
    CHECK(session.state == before);
}

TEST_CASE("a choice made while the pack is still reading is not lost", "[model]") {
    Session session = on_page("dortmund");
    session.act_without_answer(SetLanguage{"en"});
    session.act_without_answer(NextSize{});
    session.act_without_answer(NextTheme{});
    session.act_without_answer(ToggleReach{});
    session.act_without_answer(Open{Screen::about, {}});
    session.answer();
    CHECK(print(session.state) == "about [en light_contrast 1 reach]");
}

TEST_CASE("a pack that cannot be read leads to the fault screen", "[model]") {
    Session session = on_page("dortmund");
    session.act(Show{Overlay::languages, {}});
    session.act_without_answer(Open{Screen::home, {}});
    reduce(session.state, PackFailed{session.load()->ticket, {Errc::damaged, "x.pack"}});
    CHECK(session.state.place().screen == Screen::fault);
    CHECK(session.state.history.size() == 1);
    CHECK(session.state.fault->code == Errc::damaged);
    CHECK(session.state.overlay == Overlay::none);
    CHECK_FALSE(next_tick(session.state));
}

TEST_CASE("a failure that a newer question has overtaken is ignored", "[model]") {
    Session session = at_home();
    session.act_without_answer(Open{Screen::page, "dortmund"});
    const int old = session.load()->ticket;
    session.act_without_answer(Open{Screen::page, "muenchen"});
    reduce(session.state, PackFailed{old, {Errc::not_found, "while it was replaced"}});
    CHECK_FALSE(session.state.fault);
    session.answer();
    CHECK(session.state.place().id == "muenchen");
}

TEST_CASE("a new pack ends the fault", "[model]") {
    Session session = at_home();
    session.act_without_answer(Open{Screen::about, {}});
    reduce(session.state, PackFailed{session.load()->ticket, {Errc::not_found, "x.pack"}});
    session.act(PackReplaced{});
    CHECK_FALSE(session.state.fault);
    CHECK(session.state.place().screen == Screen::attract);
}

TEST_CASE("a pack that is replaced keeps the place and asks the search again", "[model]") {
    Session session = on_page("dortmund");
    session.act(SetLanguage{"en"});
    session.act(SetQuery{"rat"});
    session.act(ScrollTo{half_way});
    const std::vector<Place> before = session.state.history;
    session.act(PackReplaced{});
    CHECK(session.state.history == before);
    REQUIRE(session.find());
    CHECK(*session.find() == Find{"rat", "en"});
    CHECK(session.state.preferences.language == "en");
}

TEST_CASE("a pack that is replaced during a journey does not end it", "[model]") {
    Session session = on_page("dortmund");
    session.act(NextSize{});
    session.act_without_answer(EndSession{});
    session.act_without_answer(PackReplaced{});
    session.answer();
    CHECK(print(session.state) == "attract [de light 0]");
}

TEST_CASE("an explanation closes when its page is left or read anew", "[model]") {
    Session session = on_page("dortmund");
    session.act(TermLoaded{{"code", "de", "Quellcode", "Der Bauplan."}});
    session.act(PackReplaced{});
    CHECK(session.state.overlay == Overlay::none);
    CHECK_FALSE(session.state.term);
}
