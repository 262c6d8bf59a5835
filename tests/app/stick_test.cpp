// SPDX-License-Identifier: EUPL-1.2
// The risk: what the updater says is not seen, or by the wrong ones, or moves the screen for
// nothing.
#include "tests/app/town.h"

#include <string>

using namespace foyer;
using namespace std::chrono_literals;
using model::Channel;
using model::Refusal;
using model::Screen;
using model::UpdatePhase;
using test::Town;

namespace {

model::UpdateStatus fetching(std::uint64_t done_bytes, Channel channel = Channel::stick) {
    model::UpdateStatus status;
    status.phase = UpdatePhase::fetching;
    status.channel = channel;
    status.publisher = "Stadt Musterstadt";
    status.done_bytes = done_bytes;
    status.total_bytes = 100;
    return status;
}

std::string notice(const Town& town) {
    const ui::Node* node = town.kiosk.app->tree().find("update");
    return node ? node->value : "nothing";
}

} // namespace

TEST_CASE("what the updater does with a stick is on the screen, four times a second at most",
          "[app][store]") {
    Town town;
    town.kiosk.wake();
    CHECK(notice(town) == "nothing");
    town.kiosk.pass(1s);
    const int before = town.kiosk.screen.frames();
    for (std::uint64_t i = 0; i < 100; ++i) { // two seconds
        town.say(fetching(i));
        town.kiosk.pass(20ms);
    }
    town.kiosk.pass(250ms);
    CHECK(notice(town) == "99\u00A0%");
    const int frames = town.kiosk.screen.frames() - before;
    CHECK(frames >= 7);
    CHECK(frames <= 10);
    town.kiosk.pass(10s);
    CHECK(town.kiosk.screen.frames() - before == frames);
}

TEST_CASE("the network draws nothing", "[app][store]") {
    Town town;
    town.kiosk.wake();
    town.kiosk.pass(1s);
    const int before = town.kiosk.screen.frames();
    for (std::uint64_t i = 0; i < 100; i += 10) {
        town.say(fetching(i, Channel::network));
        town.kiosk.pass(300ms);
    }
    model::UpdateStatus refused = fetching(0, Channel::network);
    refused.phase = UpdatePhase::refused;
    refused.refusal = Refusal::unreachable;
    town.say(refused);
    town.kiosk.pass(300ms);
    CHECK(town.kiosk.state().update.latest.refusal == Refusal::unreachable);
    CHECK(town.kiosk.screen.frames() == before);
}

TEST_CASE("a result of yesterday is not told, an updater that died is", "[app][store]") {
    model::UpdateStatus refused = fetching(0);
    refused.phase = UpdatePhase::refused;
    refused.refusal = Refusal::expired;
    Town town;
    town.say(refused);
    town.kiosk.start();
    CHECK(notice(town) == "nothing");
    town.say(fetching(30));
    town.kiosk.pass(300ms);
    CHECK(notice(town) == "30\u00A0%");
    town.kiosk.pass(15s);
    CHECK(town.kiosk.app->tree().find("update")->spoken.name ==
          "Die Übertragung wurde unterbrochen.");
    town.kiosk.pass(60s);
    CHECK(notice(town) == "nothing");
    town.kiosk.disk.put(store::update_path(town.folder.path()), "{\"format\":1");
    town.kiosk.app->changed(app::Watched::update);
    town.kiosk.pass(300ms);
    CHECK(notice(town) == "nothing");
}

TEST_CASE("a finger on the notice touches nothing of what it half covers", "[app][store]") {
    Town town;
    town.kiosk.wake();
    town.say(fetching(30));
    town.kiosk.pass(300ms);
    const Rect box = town.kiosk.app->tree().find("update")->rect;
    REQUIRE(town.kiosk.app->tree().find("home.search"));
    const Rect search = town.kiosk.app->tree().find("home.search")->rect;
    const Rect shared = intersection(box, search);
    REQUIRE_FALSE(shared.empty());
    town.kiosk.tap_at(shared.centre());
    CHECK(town.kiosk.place().screen == Screen::home);
    town.kiosk.tap_at({search.x + 5, search.bottom() - 5});
    CHECK(town.kiosk.place().screen == Screen::search);
    town.kiosk.tap("bar.end");
    town.kiosk.tap_at(town.kiosk.app->tree().find("update")->rect.centre());
    CHECK(town.kiosk.place().screen == Screen::home); // the attract screen is one button
}
