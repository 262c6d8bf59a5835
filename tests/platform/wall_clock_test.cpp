// SPDX-License-Identifier: EUPL-1.2
// Risk: a clock that nobody has set is believed.
#include "platform/linux/wall_clock.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <sys/timex.h>

using namespace foyer;

TEST_CASE("the date is the system's, in seconds", "[linux]") {
    const platform::SystemClock clock;
    const auto before = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto now = clock.now();
    CHECK(now >= before);
    CHECK(now <= std::chrono::system_clock::now());
}

TEST_CASE("the clock is synchronised when the kernel says so, and only then", "[linux]") {
    ntptimeval reading{};
    const int state = ntp_gettime(&reading);
    CHECK(platform::SystemClock().synchronised() == (state >= 0 && state != TIME_ERROR));
}

TEST_CASE("a board without a clock of its own keeps no time", "[linux]") {
    const bool has_one = std::filesystem::exists("/sys/class/rtc/rtc0");
    CHECK(platform::SystemClock().kept() == has_one);
}
