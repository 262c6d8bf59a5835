// SPDX-License-Identifier: EUPL-1.2
// Risk: the kiosk is told too often, or what is not so, while an update runs.
#include "tests/update/town.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;
using model::Channel;
using model::UpdatePhase;

TEST_CASE("progress is written four times a second at most, and never goes beyond all",
          "[update]") {
    Town town;
    update::Report report(town.disk, town.clock, town.date, "store");
    report.begin(Channel::stick, "stick");
    report.found({}, 1000, 4000);
    const std::size_t before = town.disk.changes();
    for (std::uint64_t done = 0; done <= 1000; done += 10) {
        report.progress(update::StagePhase::fetching, done, 1000);
    }
    CHECK(town.disk.changes() == before);
    town.clock.advance(std::chrono::milliseconds(250));
    report.progress(update::StagePhase::fetching, 500, 1000);
    CHECK(town.disk.changes() > before);
    CHECK(town.report().status.done_bytes == 500);
    CHECK(town.report().status.total_bytes == 1000);
    report.progress(update::StagePhase::checking, 4000, 4000);
    CHECK(town.report().status.phase == UpdatePhase::checking);
    CHECK(town.report().status.done_bytes == town.report().status.total_bytes);
    CHECK(town.report().status.seconds_left == 1);
}

TEST_CASE("the time that is left follows the speed of the source", "[update]") {
    Town town;
    update::Report report(town.disk, town.clock, town.date, "store");
    report.begin(Channel::network, "there");
    report.found({}, 10'000'000, 0);
    CHECK(town.report().status.seconds_left == 11); // guessed: 1 MB/s
    town.clock.advance(std::chrono::seconds(1));
    report.progress(update::StagePhase::fetching, 5'000'000, 10'000'000);
    CHECK(town.report().status.seconds_left == 2);
}
