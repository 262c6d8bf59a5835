// SPDX-License-Identifier: EUPL-1.2
// The risk: a visitor is told of things that are no business of his, somebody with a stick in the
// hand is told nothing, or an updater that died leaves its words on the screen for ever.
#include "kiosk/model/notice.h"
#include "tests/model/session.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::model;
using test::seconds;
using test::Session;
using When = UpdateSeen::When;

namespace {

UpdateStatus status(UpdatePhase phase, Channel channel = Channel::stick) {
    UpdateStatus status;
    status.phase = phase;
    status.channel = channel;
    status.publisher = "Stadt Musterstadt";
    if (phase == UpdatePhase::refused) status.refusal = Refusal::expired;
    return status;
}

void see(Session& session, const UpdateStatus& status, When when = When::now) {
    session.act(UpdateSeen{when, status, {}});
}

std::optional<NoticeKind> shown(const Session& session) {
    const std::optional<Notice> found = notice(session.state);
    return found ? std::optional(found->kind) : std::nullopt;
}

} // namespace

TEST_CASE("each phase of a stick is told in its own way", "[model][notice]") {
    Session session;
    CHECK_FALSE(notice(session.state));
    const std::pair<UpdatePhase, NoticeKind> phases[] = {
        {UpdatePhase::looking, NoticeKind::looking},
        {UpdatePhase::fetching, NoticeKind::loading},
        {UpdatePhase::checking, NoticeKind::checking},
        {UpdatePhase::installed, NoticeKind::done},
        {UpdatePhase::up_to_date, NoticeKind::nothing_new},
        {UpdatePhase::refused, NoticeKind::refused}};
    for (const auto& [phase, kind] : phases) {
        see(session, status(phase));
        INFO(name(phase));
        CHECK(shown(session) == kind);
    }
    CHECK(notice(session.state)->refusal == Refusal::expired);
    see(session, status(UpdatePhase::idle));
    CHECK_FALSE(notice(session.state));
}

TEST_CASE("visitors hear nothing of the network and of neighbours", "[model][notice]") {
    for (const Channel channel : {Channel::network, Channel::neighbour}) {
        Session session;
        for (const UpdatePhase phase :
             {UpdatePhase::looking, UpdatePhase::fetching, UpdatePhase::checking,
              UpdatePhase::installed, UpdatePhase::up_to_date, UpdatePhase::refused}) {
            see(session, status(phase, channel));
            INFO(name(channel) << " " << name(phase));
            CHECK_FALSE(notice(session.state));
            CHECK(session.state.update.latest.phase == phase);
        }
    }
}

TEST_CASE("the network does not take away what is said of a stick", "[model][notice]") {
    Session session;
    see(session, status(UpdatePhase::installed));
    see(session, status(UpdatePhase::looking, Channel::network));
    CHECK(shown(session) == NoticeKind::done);
}

TEST_CASE("what is fetched is told with pages, per cent and time", "[model][notice]") {
    Session session;
    UpdateStatus fetching = status(UpdatePhase::fetching);
    fetching.pages_known = true;
    fetching.new_pages = 3;
    fetching.changed_pages = 12;
    fetching.done_bytes = 1'000'000;
    fetching.total_bytes = 3'000'000;
    fetching.seconds_left = 31;
    see(session, fetching);
    CHECK(*notice(session.state) ==
          Notice{NoticeKind::loading, Refusal::none, "Stadt Musterstadt", 3, 12, true, 33, 40});
    fetching.done_bytes = 4'000'000; // more than was announced
    fetching.seconds_left = 0;
    see(session, fetching);
    CHECK(notice(session.state)->percent == 100);
    CHECK(notice(session.state)->seconds == 10);
    fetching.total_bytes = 0;
    fetching.seconds_left = 61;
    see(session, fetching);
    CHECK(notice(session.state)->percent == 0);
    CHECK(notice(session.state)->seconds == 120);
}

TEST_CASE("a result goes by itself, a refusal after long enough to read out its code",
          "[model][notice]") {
    for (const auto& [phase, stays] : {std::pair{UpdatePhase::installed, seconds(20)},
                                       std::pair{UpdatePhase::up_to_date, seconds(20)},
                                       std::pair{UpdatePhase::refused, seconds(60)}}) {
        Session session({}, seconds(100));
        see(session, status(phase));
        CHECK(next_tick(session.state) == std::min(seconds(100) + stays, seconds(130)));
        session.tick(seconds(100) + stays - Milliseconds(1));
        CHECK(notice(session.state));
        // Told again without news: that does not keep it.
        see(session, status(phase));
        session.tick(seconds(100) + stays);
        CHECK_FALSE(notice(session.state));
        CHECK_FALSE(next_notice(session.state));
    }
}

TEST_CASE("an updater that is silent for 15 seconds was interrupted", "[model][notice]") {
    for (const UpdatePhase phase :
         {UpdatePhase::looking, UpdatePhase::fetching, UpdatePhase::checking}) {
        Session session;
        see(session, status(phase));
        session.tick(seconds(14));
        see(session, status(phase)); // still there
        CHECK(next_notice(session.state) == seconds(29));
        session.tick(seconds(28));
        CHECK(shown(session) != NoticeKind::interrupted);
        session.tick(seconds(29));
        CHECK(shown(session) == NoticeKind::interrupted);
        CHECK(next_notice(session.state) == seconds(89));
        session.tick(seconds(89));
        CHECK_FALSE(notice(session.state));
        see(session, status(phase));
        CHECK(shown(session) != NoticeKind::interrupted);
    }
}

TEST_CASE("what was done before the kiosk started is not told as news", "[model][notice]") {
    for (const UpdatePhase phase :
         {UpdatePhase::installed, UpdatePhase::up_to_date, UpdatePhase::refused}) {
        Session session;
        see(session, status(phase), When::at_start);
        CHECK_FALSE(notice(session.state));
    }
    Session session;
    see(session, status(UpdatePhase::fetching), When::at_start);
    CHECK(shown(session) == NoticeKind::loading);
}

TEST_CASE("the end of a visit neither ends nor repeats what is said of a stick",
          "[model][notice]") {
    Session session;
    session.act(Open{Screen::home, {}});
    see(session, status(UpdatePhase::fetching));
    session.act(EndSession{});
    CHECK(session.state.place().screen == Screen::attract);
    CHECK(shown(session) == NoticeKind::loading);
}

TEST_CASE("a fault does not hide when the notice is due", "[model][notice]") {
    Session session;
    session.act_without_answer(Open{Screen::home, {}});
    session.act(PackFailed{session.state.journey->ticket, Error{Errc::damaged, "x"}});
    REQUIRE(session.state.fault);
    CHECK_FALSE(next_tick(session.state));
    see(session, status(UpdatePhase::installed));
    CHECK(next_tick(session.state) == seconds(20));
}
