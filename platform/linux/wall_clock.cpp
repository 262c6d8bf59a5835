// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/wall_clock.h"

#include <filesystem>
#include <sys/timex.h>

namespace foyer::platform {

namespace {

bool has_board_clock() {
    std::error_code error;
    const std::filesystem::directory_iterator clocks("/sys/class/rtc", error);
    return !error && clocks != std::filesystem::directory_iterator();
}

} // namespace

SystemClock::SystemClock() : kept_(has_board_clock()) {}

std::chrono::sys_seconds SystemClock::now() const {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

bool SystemClock::synchronised() const {
    timex reading{}; // with no mode set nothing is changed
    const int state = adjtimex(&reading);
    return state >= 0 && state != TIME_ERROR && (reading.status & STA_UNSYNC) == 0;
}

} // namespace foyer::platform
