// SPDX-License-Identifier: EUPL-1.2
// Risk: a board without a clock is told a wrong time, and with it what has expired.
#include "kiosk/update/policy.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer::update;

namespace {

Time at(const char* text) { return parse_time(text).value(); }

const Time floor_time = at("2026-06-01T00:00:00Z");
const Time later = at("2026-11-23T00:00:00Z");
const Time earlier = at("1970-01-01T00:00:10Z");

} // namespace

TEST_CASE("a clock that is synchronised or kept, and not behind the floor, is believed",
          "[policy]") {
    CHECK(reference_time({later, true, false}, floor_time).time == later);
    CHECK(reference_time({later, true, false}, floor_time).known);
    CHECK(reference_time({later, false, true}, floor_time).known);
    CHECK(reference_time({floor_time, true, true}, floor_time).known);
}

TEST_CASE("any other clock is not, and the floor is the time", "[policy]") {
    for (const ClockReading clock :
         {ClockReading{later, false, false}, ClockReading{earlier, true, true},
          ClockReading{earlier, false, false}}) {
        CHECK(reference_time(clock, floor_time).time == floor_time);
        CHECK_FALSE(reference_time(clock, floor_time).known);
    }
}

TEST_CASE("the floor only rises, and freely by what was signed", "[policy]") {
    const Time expires = at("2030-01-01T00:00:00Z");
    const ClockReading unset{earlier, false, false};
    CHECK(raised_floor(floor_time, later, unset, expires) == later);
    CHECK(raised_floor(floor_time, earlier, unset, expires) == floor_time);
    CHECK(raised_floor(floor_time, std::nullopt, unset, expires) == floor_time);
    CHECK(raised_floor(floor_time, expires + std::chrono::days(1), unset, expires) > expires);
}

TEST_CASE("a time server raises the floor only while the root is valid", "[policy]") {
    const Time expires = at("2030-01-01T00:00:00Z");
    CHECK(raised_floor(floor_time, {}, {later, true, false}, expires) == later);
    CHECK(raised_floor(floor_time, {}, {expires, true, false}, expires) == floor_time);
    CHECK(raised_floor(floor_time, {}, {later, false, true}, expires) == floor_time);
}

TEST_CASE("the floor's file is read back, and anything else is none", "[policy]") {
    CHECK(parse_floor(floor_text(later)) == later);
    for (const char* text : {"", "foyer-time 1\n", "foyer-time 1\n2026-11-23T00:00:00Z",
                             "foyer-time 2\n2026-11-23T00:00:00Z\n", "foyer-time 1\n2026-11-23\n",
                             "foyer-time 1\n2026-11-23T00:00:00Z\n\n"}) {
        CHECK_FALSE(parse_floor(text));
    }
}
