// SPDX-License-Identifier: EUPL-1.2
// The risk: counters that say more than how often, count the same thing twice, or count staff.
#include "kiosk/model/counting.h"
#include "tests/model/session.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::model;
using test::seconds;
using test::Session;

namespace {

using Counts = std::vector<Count>;

/// What an action adds to the counters.
Counts counts_of(Session& session, const Action& action) {
    const Footprint before = footprint(session.state);
    session.act(action);
    return counts_between(before, footprint(session.state));
}

Footprint searching(const std::string& missed) {
    Footprint print;
    print.counts = true;
    print.screen = Screen::search;
    print.missed = missed;
    return print;
}

Footprint elsewhere() {
    Footprint print = searching({});
    print.screen = Screen::home;
    return print;
}

} // namespace

TEST_CASE("a first touch is a visit, a page and a screen count when they open", "[model]") {
    Session session;
    CHECK(counts_of(session, Open{Screen::home, {}}) == Counts{{Counted::visit, "visit"}});
    CHECK(counts_of(session, Open{Screen::page, "a"}) == Counts{{Counted::page, "a"}});
    CHECK(counts_of(session, ToggleMore{}).empty());
    CHECK(counts_of(session, Open{Screen::page, "b"}) == Counts{{Counted::page, "b"}});
    CHECK(counts_of(session, Open{Screen::map, {}}) == Counts{{Counted::screen, "map"}});
    CHECK(counts_of(session, Open{Screen::home, {}}).empty());
    CHECK(counts_of(session, EndSession{}).empty());
}

TEST_CASE("aids and languages count when they are chosen", "[model]") {
    Session session;
    session.act(Open{Screen::home, {}});
    CHECK(counts_of(session, NextSize{}) == Counts{{Counted::aid, "size_1"}});
    CHECK(counts_of(session, NextSize{}) == Counts{{Counted::aid, "size_2"}});
    CHECK(counts_of(session, NextSize{}).empty());
    CHECK(counts_of(session, NextTheme{}) == Counts{{Counted::aid, "light_contrast"}});
    CHECK(counts_of(session, ToggleReach{}) == Counts{{Counted::aid, "reach"}});
    CHECK(counts_of(session, SetLanguage{"en"}) == Counts{{Counted::language, "en"}});
    CHECK(counts_of(session, ToggleSimple{}) ==
          Counts{{Counted::language, "de-simple"}, {Counted::aid, "simple"}});
}

TEST_CASE("the end of a visit does not count as a choice", "[model]") {
    Session session;
    session.act(Open{Screen::home, {}});
    session.act(SetLanguage{"en"});
    session.act(NextSize{});
    CHECK(counts_of(session, EndSession{}).empty());
    CHECK(counts_of(session, Open{Screen::home, {}}) == Counts{{Counted::visit, "visit"}});
}

TEST_CASE("nothing counts where counting is off, or staff is in", "[model]") {
    Settings settings;
    settings.counting = false;
    Session off(settings);
    CHECK(counts_of(off, Open{Screen::home, {}}).empty());
    Session staff;
    staff.act(Open{Screen::home, {}});
    staff.state.staff.owner = PinOwner::trainer;
    staff.state.history.push_back(Place{Screen::classroom, "k", false, {}, {}});
    CHECK(counts_of(staff, Open{Screen::page, "a"}).empty());
}

TEST_CASE("a search without a hit counts once, when it stands or is left", "[model]") {
    MissedSearch missed;
    CHECK_FALSE(missed.see(searching("fre"), seconds(0)));
    CHECK(missed.due() == seconds(3));
    CHECK_FALSE(missed.see(searching("frei"), seconds(2)));
    CHECK_FALSE(missed.see(searching("freib"), seconds(4)));
    CHECK_FALSE(missed.see(searching("freib"), seconds(7) - Milliseconds{1}));
    CHECK(missed.see(searching("freib"), seconds(7)) == Count{Counted::missed, "freib"});
    CHECK_FALSE(missed.due());
    CHECK_FALSE(missed.see(searching("freib"), seconds(20)));
    CHECK_FALSE(missed.see(elsewhere(), seconds(21)));
    CHECK_FALSE(missed.see(searching("freibad"), seconds(22)));
    CHECK(missed.see(elsewhere(), seconds(23)) == Count{Counted::missed, "freibad"});
    CHECK_FALSE(missed.due());
}
