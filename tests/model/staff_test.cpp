// SPDX-License-Identifier: EUPL-1.2
// The risk: somebody without the PIN gets in, somebody who left stays in, or staff are locked out.
#include "kiosk/model/local_day.h"
#include "kiosk/model/opening.h"
#include "kiosk/model/reduce_staff.h"
#include "tests/model/session.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::model;
using test::seconds;
using test::Session;

namespace {

Session with_pin() {
    Session session;
    DeviceFound found;
    found.staff_pin = found.trainer_pin = true;
    session.act(DeviceAnswer{found});
    session.act(Open{Screen::home, {}});
    return session;
}

void type(Session& session, const std::string& digits) {
    for (const char digit : digits) session.act(StaffAction{TypePin{digit}});
    session.act(StaffAction{EnterPin{}});
}

/// What was asked of the device last.
template <class Wish> const Wish* wish(const Session& session) {
    for (const Request& request : session.requests) {
        const auto* device = std::get_if<DeviceRequest>(&request);
        if (const auto* found = device ? std::get_if<Wish>(device) : nullptr) return found;
    }
    return nullptr;
}

Session in_staff_room() {
    Session session = with_pin();
    session.act(Open{Screen::pin, "staff"});
    type(session, "2580");
    session.act(DeviceAnswer{PinChecked{PinOwner::staff, {}, true}});
    return session;
}

} // namespace

TEST_CASE("the PIN opens the staff room, and only that", "[model]") {
    Session session = with_pin();
    session.act(Open{Screen::staff, {}});
    CHECK(session.state.place().screen == Screen::pin);
    session.act(StaffAction{TypePin{'x'}});
    type(session, "25");
    CHECK_FALSE(session.state.staff.checking);
    type(session, "80");
    REQUIRE(wish<CheckPin>(session));
    CHECK(wish<CheckPin>(session)->digits == "2580");
    CHECK(session.state.staff.digits.empty());
    session.act(DeviceAnswer{PinChecked{PinOwner::staff, {}, true}});
    CHECK(session.state.place().screen == Screen::staff);
    CHECK(wish<LookAtDevice>(session));
    // The door is not on the way back.
    session.act(Back{});
    CHECK(session.state.place().screen == Screen::home);
    CHECK(session.state.staff.owner == PinOwner::nobody);
}

TEST_CASE("a wrong PIN opens nothing, and the wait is counted down", "[model]") {
    Session session = with_pin();
    session.act(Open{Screen::pin, "staff"});
    type(session, "1111");
    session.act(DeviceAnswer{PinChecked{PinOwner::nobody, seconds(5), true}});
    CHECK(session.state.staff.wrong);
    CHECK(session.state.place().screen == Screen::pin);
    CHECK(seconds_locked(session.state) == 5);
    CHECK(next_tick(session.state) == seconds(1));
    type(session, "2580");
    CHECK_FALSE(session.state.staff.checking);
    session.tick(seconds(1));
    CHECK(seconds_locked(session.state) == 4);
    // Leaving and coming back is no way around.
    session.act(Open{Screen::home, {}});
    session.act(Open{Screen::pin, "staff"});
    CHECK(seconds_locked(session.state) == 4);
    session.tick(seconds(5));
    type(session, "2580");
    CHECK(session.state.staff.checking);
}

TEST_CASE("whoever left before the answer is not let in", "[model]") {
    Session session = with_pin();
    session.act(Open{Screen::pin, "staff"});
    type(session, "2580");
    session.act(Open{Screen::home, {}});
    session.act(DeviceAnswer{PinChecked{PinOwner::staff, {}, true}});
    CHECK(session.state.staff.owner == PinOwner::nobody);
    session.act(Open{Screen::staff, {}});
    CHECK(session.state.place().screen == Screen::pin);
}

TEST_CASE("the trainer's PIN opens the classroom only", "[model]") {
    Session session = with_pin();
    session.act(Open{Screen::pin, "staff"});
    type(session, "4711");
    session.act(DeviceAnswer{PinChecked{PinOwner::trainer, {}, true}});
    CHECK(session.state.place().screen == Screen::pin);
    CHECK(session.state.staff.owner == PinOwner::nobody);
    session.act(Open{Screen::pin, "class:grundlagen"});
    type(session, "4711");
    session.act(DeviceAnswer{PinChecked{PinOwner::trainer, {}, true}});
    CHECK(session.state.place().screen == Screen::classroom);
    CHECK(session.state.place().id == "grundlagen");
    session.act(Open{Screen::staff, {}});
    CHECK(session.state.place().screen == Screen::pin);
    session.act(StaffAction{AskDevice{RestartProgram{}}});
    CHECK_FALSE(wish<RestartProgram>(session));
}

TEST_CASE("the staff room is left by itself", "[model]") {
    Session session = in_staff_room();
    CHECK(quiet_time(session.state) == std::chrono::minutes(2));
    session.tick(std::chrono::minutes(2));
    CHECK(session.state.overlay == Overlay::idle);
    session.tick(std::chrono::minutes(2) + session.state.settings.countdown);
    CHECK(session.state.place().screen == Screen::attract);
    CHECK(session.state.staff.owner == PinOwner::nobody);
    CHECK_FALSE(session.state.staff.status);
}

TEST_CASE("what staff set holds at once and is kept", "[model]") {
    Session session = in_staff_room();
    SiteSettings site;
    site.warn_seconds = 120;
    site.counting = false;
    session.act(StaffAction{ChangeSite{site}});
    CHECK(session.state.settings.warn_after == seconds(120));
    CHECK_FALSE(session.state.settings.counting);
    REQUIRE(wish<KeepSite>(session));
    CHECK(wish<KeepSite>(session)->site == site);
    session.act(StaffAction{LeaveStaff{}});
    site.warn_seconds = 30;
    session.act(StaffAction{ChangeSite{site}});
    CHECK(session.state.settings.warn_after == seconds(120));
}

TEST_CASE("what was set before a start holds for the first visit", "[model]") {
    Session session;
    DeviceFound found;
    found.site.start_language = "en";
    session.act(DeviceAnswer{found});
    CHECK(session.state.preferences.language == "en");
    CHECK(session.state.place().screen == Screen::attract);
}

TEST_CASE("a closed kiosk has nothing to count down, and wakes by a touch", "[model]") {
    Session session;
    session.act(StaffAction{HoursSeen{true}});
    CHECK(session.state.staff.closed);
    CHECK_FALSE(next_tick(session.state));
    session.act(Open{Screen::home, {}});
    CHECK(session.state.place().screen == Screen::home);
    CHECK(next_tick(session.state));
}

TEST_CASE("opening hours hold to the minute", "[model]") {
    OpeningHours hours;
    hours[0] = {8 * 60, 17 * 60 + 30};
    hours[6] = {0, 0};
    CHECK_FALSE(is_open(hours, 0, 8 * 60 - 1));
    CHECK(is_open(hours, 0, 8 * 60));
    CHECK(is_open(hours, 0, 17 * 60 + 29));
    CHECK_FALSE(is_open(hours, 0, 17 * 60 + 30));
    CHECK_FALSE(is_open(hours, 6, 12 * 60));
    CHECK(is_open(hours, 1, 24 * 60 - 1));
    CHECK(minutes_to_change(hours, 0, 7 * 60 + 50) == 10);
    CHECK(minutes_to_change(hours, 0, 9 * 60) == 60);
    CHECK(minutes_to_change(hours, 1, 24 * 60 - 1) == 1);
}

TEST_CASE("days and months go back over the ends of years", "[model]") {
    CHECK(days_before("2026-03-01", 1) == "2026-02-28");
    CHECK(days_before("2026-01-01", 1) == "2025-12-31");
    CHECK(months_before("2026-11-23", 12) == "2025-11-23");
    CHECK(months_before("2024-02-29", 12) == "2023-02-28");
    CHECK(days_before("no day", 3) == "no day");
    CHECK(hour_text(2026, 3, 9, 7) == "2026-03-09T07");
}
