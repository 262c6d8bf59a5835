// SPDX-License-Identifier: EUPL-1.2
// The risk: counts that a trainer confirmed are lost or called saved before they are; a visitor
// without a PIN gets into a class; a class that does not go on where it was.
#include "kiosk/model/reduce_class.h"
#include "tests/model/lessons.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::model;
using test::Session;

namespace {

/// What was asked to be kept last.
const KeepClass* kept(const Session& session) {
    const KeepClass* last = nullptr;
    for (const Request& request : session.requests) {
        const auto* wish = std::get_if<DeviceRequest>(&request);
        if (const auto* keep = wish ? std::get_if<KeepClass>(wish) : nullptr) last = keep;
    }
    return last;
}

/// The medium takes what it was given.
void keep(Session& session) {
    REQUIRE(kept(session));
    session.act(DeviceAnswer{ClassKept{kept(session)->record, std::nullopt}});
}

Session at_door() {
    Session session = test::school();
    session.state.staff.owner = PinOwner::trainer;
    session.act(Open{Screen::classroom, "grundkurs"});
    return session;
}

/// A class of 20 at its first question.
Session in_class() {
    Session session = at_door();
    session.act(StartClass{"grundkurs"});
    session.act(SetPeople{20});
    session.act(GoInClass{0, 0});
    return session;
}

Session at_exercise() {
    Session session = in_class();
    session.act(GoInClass{1, -1});
    return session;
}

const Classroom& room(const Session& session) { return session.state.classroom; }

} // namespace

TEST_CASE("a class begins for whoever has a PIN, and for nobody else") {
    Session session = at_door();
    CHECK_FALSE(room(session).record);
    session.state.staff.owner = PinOwner::nobody;
    session.act(StartClass{"grundkurs"});
    CHECK_FALSE(room(session).record);
    session.state.staff.owner = PinOwner::staff;
    session.act(StartClass{"anderer"}); // it is not the one that is shown
    CHECK_FALSE(room(session).record);
    session.act(StartClass{"grundkurs"});
    REQUIRE(room(session).record);
    CHECK(room(session).record->course == "grundkurs");
    CHECK(room(session).record->section == -1);
    CHECK(kept(session)->record == room(session).record);
    session.state.staff.owner = PinOwner::nobody;
    for (const ClassAction& action :
         {ClassAction(EndClass{}), ClassAction(GoInClass{0, 0}), ClassAction(WriteClass{})})
        session.act(action);
    CHECK(room(session).record->section == -1);
}

TEST_CASE("the steps of a class follow each other, and every step is kept") {
    Session session = at_door();
    session.act(StartClass{"grundkurs"});
    const std::vector<GoInClass> steps = {{0, -1}, {0, 0}, {0, 1}, {1, -1}, {1, 0}, {2, -1}};
    for (const GoInClass& step : steps) {
        CHECK(next_in_class(room(session)) == step);
        session.act(*next_in_class(room(session)));
        CHECK(kept(session)->record->section == step.section);
        CHECK(kept(session)->record->question == step.question);
    }
    CHECK(at_end(room(session)));
    CHECK_FALSE(next_in_class(room(session)));
    for (std::size_t i = steps.size() - 1; i-- > 0;) {
        CHECK(before_in_class(room(session)) == steps[i]);
        session.act(*before_in_class(room(session)));
    }
    CHECK(before_in_class(room(session)) == GoInClass{-1, -1});
    session.act(GoInClass{77, 5});
    CHECK(room(session).record->section == 2);
    CHECK(room(session).record->question == -1);
}

TEST_CASE("counts are entered within bounds, and kept only when they are confirmed") {
    Session session = in_class();
    CHECK(room(session).entering);
    session.act(SetCount{0, 7});
    session.act(SetCount{1, -3});
    session.act(SetCount{2, 9999});
    session.act(SetCount{3, 1});
    CHECK(room(session).counts == std::vector{7, 0, max_class_people});
    CHECK_FALSE(kept(session));
    CHECK(room(session).record->answers.empty());
    session.act(ConfirmCounts{});
    REQUIRE(room(session).record->answers.size() == 1);
    CHECK(kept(session)->record->answers ==
          std::vector{ClassAnswer{"q-1", {7, 0, max_class_people}}});
    CHECK_FALSE(room(session).entering);
    session.act(SetCount{0, 8}); // they are shown, not entered
    CHECK(room(session).counts[0] == 7);
}

TEST_CASE("saved is what the medium has, and nothing before") {
    Session session = in_class();
    session.act(SetCount{0, 7});
    session.act(ConfirmCounts{});
    CHECK_FALSE(is_kept(room(session), "q-1"));
    const KeepClass asked = *kept(session);
    session.act(DeviceAnswer{ClassKept{asked.record, Errc::no_space}});
    CHECK_FALSE(is_kept(room(session), "q-1"));
    CHECK(room(session).keep_error == Errc::no_space);
    session.act(ConfirmCounts{});
    keep(session);
    CHECK(is_kept(room(session), "q-1"));
    CHECK_FALSE(room(session).keep_error);
    session.act(CorrectCounts{});
    session.act(SetCount{0, 8});
    session.act(ConfirmCounts{});
    CHECK_FALSE(is_kept(room(session), "q-1")); // the medium has the count of before
    CHECK(room(session).record->answers.size() == 1);
    keep(session);
    CHECK(is_kept(room(session), "q-1"));
    CHECK(room(session).kept->answers[0].counts[0] == 8);
}

TEST_CASE("an answer that comes late does not undo what was entered since") {
    Session session = in_class();
    session.act(SetCount{0, 1});
    session.act(ConfirmCounts{});
    const KeepClass first = *kept(session);
    session.act(CorrectCounts{});
    session.act(SetCount{0, 2});
    session.act(ConfirmCounts{});
    session.act(DeviceAnswer{ClassKept{first.record, std::nullopt}});
    CHECK(room(session).record->answers[0].counts[0] == 2);
    CHECK_FALSE(is_kept(room(session), "q-1"));
}

TEST_CASE("the device tells the date of a class") {
    Session session = at_door();
    session.act(StartClass{"grundkurs"});
    ClassRecord dated = *kept(session)->record;
    dated.date = "2026-11-23";
    session.act(DeviceAnswer{ClassKept{dated, std::nullopt}});
    CHECK(room(session).record->date == "2026-11-23");
}

TEST_CASE("a look at a page and another language keep what is being entered") {
    Session session = in_class();
    session.act(SetCount{1, 4});
    session.act(Open{Screen::page, "frei"});
    CHECK(room(session).course);
    session.act(Back{});
    CHECK(room(session).counts == std::vector{0, 4, 0});
    CHECK(room(session).entering);
    session.act(SetLanguage{"en"});
    CHECK(room(session).counts == std::vector{0, 4, 0});
    CHECK(question_of(room(session))->text == "q-1 in en?");
    CHECK(room(session).record->language == "en");
}

TEST_CASE("the timer starts, stands, goes on and ends") {
    Session session = at_exercise();
    CHECK(timer_left(session.state) == 300);
    CHECK_FALSE(next_class(session.state));
    session.act(ChangeTimer{TimerChange::start});
    CHECK(kept(session)->record->timer_seconds == 300);
    CHECK(next_class(session.state) == test::seconds(1));
    session.tick(Milliseconds{1'001});
    CHECK(timer_left(session.state) == 299);
    session.act(ChangeTimer{TimerChange::pause});
    CHECK(kept(session)->record->timer_seconds == 299);
    session.tick(test::seconds(60));
    CHECK(timer_left(session.state) == 299);
    session.act(ChangeTimer{TimerChange::more});
    CHECK(timer_left(session.state) == 359);
    session.act(ChangeTimer{TimerChange::start});
    session.act(ChangeTimer{TimerChange::more});
    CHECK(timer_left(session.state) == 419);
    session.tick(test::seconds(60 + 419));
    CHECK(timer_left(session.state) == 0);
    CHECK_FALSE(room(session).timer_ends);
    CHECK(kept(session)->record->timer_seconds == 0);
    session.act(ChangeTimer{TimerChange::start}); // there is nothing left
    CHECK_FALSE(room(session).timer_ends);
    session.act(ChangeTimer{TimerChange::reset});
    CHECK(timer_left(session.state) == 300);
    for (int i = 0; i < 200; ++i) session.act(ChangeTimer{TimerChange::more});
    CHECK(timer_left(session.state) == max_timer_seconds);
}

TEST_CASE("a timer that runs is kept every 15 seconds and not more often") {
    Session session = at_exercise();
    session.act(ChangeTimer{TimerChange::start});
    int writes = 0;
    for (int second = 1; second <= 60; ++second) {
        session.tick(test::seconds(second));
        writes += kept(session) ? 1 : 0;
        if (kept(session)) CHECK(kept(session)->record->timer_seconds == 300 - second);
    }
    CHECK(writes == 4);
}

TEST_CASE("a section without an exercise has no timer, and another one ends it") {
    Session session = at_exercise();
    session.act(ChangeTimer{TimerChange::start});
    session.act(GoInClass{1, 0}); // a question of the same section
    CHECK(room(session).timer_ends);
    session.act(GoInClass{0, -1});
    CHECK_FALSE(room(session).timer_ends);
    CHECK(timer_left(session.state) == 0);
    session.act(ChangeTimer{TimerChange::more});
    CHECK(timer_left(session.state) == 0);
}

TEST_CASE("after the power was gone a class goes on where it was, with the timer standing") {
    Session before = at_exercise();
    before.act(ChangeTimer{TimerChange::start});
    before.tick(test::seconds(40));
    before.act(GoInClass{1, 0});
    before.act(SetCount{3, 12});
    before.act(ConfirmCounts{});
    const KeepClass last = *kept(before);

    Session after = test::school();
    after.act(DeviceAnswer{DeviceFound{{}, last.record, true, true}});
    CHECK(room(after).record == last.record);
    CHECK(is_kept(room(after), "q-3"));
    after.act(Open{Screen::classroom, "grundkurs"}); // nobody is in yet
    CHECK_FALSE(room(after).course);
    after.act(Back{});
    after.state.staff.owner = PinOwner::trainer;
    after.act(Open{Screen::classroom, "grundkurs"});
    REQUIRE(question_of(room(after)));
    CHECK(question_of(room(after))->id == "q-3");
    CHECK(room(after).counts == std::vector{0, 0, 0, 12});
    CHECK_FALSE(room(after).entering);
    CHECK_FALSE(room(after).timer_ends);
    CHECK(timer_left(after.state) == 260);
}

TEST_CASE("another course does not take the place of a class that goes on") {
    Session session = in_class();
    session.also = [](const Load&, View& view) {
        view.course = test::course("de");
        view.course->card.id = "anderer";
    };
    session.act(Open{Screen::classroom, "anderer"});
    session.act(StartClass{"anderer"});
    CHECK(room(session).record->course == "grundkurs");
    CHECK(room(session).course->card.id == "grundkurs");
}

TEST_CASE("counts stay when a new pack lacks the question or the course") {
    Session session = in_class();
    session.act(SetCount{0, 5});
    session.act(ConfirmCounts{});
    session.also = [](const Load&, View& view) {
        view.course = test::course("de");
        view.course->sections.resize(1);
        view.course->sections[0].questions.clear();
    };
    session.act(PackReplaced{});
    CHECK_FALSE(question_of(room(session)));
    CHECK(room(session).record->question == -1);
    CHECK(room(session).record->answers.size() == 1);
    session.also = nullptr;
    session.act(PackReplaced{});
    CHECK_FALSE(room(session).course);
    CHECK(at_end(room(session))); // what is left to do
    CHECK(room(session).record->answers.size() == 1);
}

TEST_CASE("results are written once at a time, and what came of it is heard") {
    Session session = in_class();
    CHECK(certificates_of(room(session)) == 20);
    session.act(SetCertificates{12});
    session.act(WriteClass{});
    REQUIRE(session.requests.size() == 1);
    CHECK(session.requests[0] == Request(DeviceRequest(WriteOut{Paper::class_results, 12})));
    CHECK(room(session).papers.writing);
    session.act(WriteClass{});
    CHECK(session.requests.empty());
    session.act(DeviceAnswer{WrittenOut{Paper::statistics, {}, "A", {}}}); // not ours
    CHECK(room(session).papers.writing);
    session.act(DeviceAnswer{WrittenOut{Paper::class_results, Errc::no_space, "A", {}}});
    CHECK_FALSE(room(session).papers.written);
    CHECK(room(session).papers.error == Errc::no_space);
    session.act(WriteClass{});
    session.act(DeviceAnswer{WrittenOut{Paper::class_results, {}, "A", {"a.csv"}}});
    CHECK(room(session).papers.written);
    CHECK(room(session).papers.files == std::vector<std::string>{"a.csv"});
    session.act(SetCount{0, 3});
    session.act(ConfirmCounts{}); // newer than what is on the stick
    CHECK_FALSE(room(session).papers.written);
}

TEST_CASE("ending a class asks, deletes its record and leads out") {
    Session session = in_class();
    session.act(Show{Overlay::confirm, {}});
    session.act(Close{});
    CHECK(room(session).record);
    session.act(Show{Overlay::confirm, {}});
    session.act(EndClass{});
    CHECK(session.state.overlay == Overlay::none);
    REQUIRE(kept(session));
    CHECK_FALSE(kept(session)->record);
    CHECK(room(session).record == std::nullopt);
    CHECK(session.state.place().screen == Screen::home);
}

TEST_CASE("a trainer may talk for 45 minutes; then the class waits, and the trainer is out") {
    Session session = at_exercise();
    session.act(ChangeTimer{TimerChange::start});
    CHECK(quiet_time(session.state) == std::chrono::minutes(45));
    session.act(Open{Screen::page, "frei"});
    CHECK(quiet_time(session.state) == std::chrono::minutes(45));
    session.tick(session.state.active + std::chrono::minutes(45));
    CHECK(session.state.overlay == Overlay::idle);
    session.tick(session.state.now + session.state.settings.countdown);
    CHECK(session.state.place().screen == Screen::attract);
    CHECK(room(session).record);
    CHECK_FALSE(room(session).course);
    CHECK_FALSE(room(session).timer_ends);
}
