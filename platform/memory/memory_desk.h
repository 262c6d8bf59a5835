// SPDX-License-Identifier: EUPL-1.2
// A desk that exists only in a test: PINs, sticks, a machine and its sound, as the test says.
#pragma once

#include "kiosk/host/machine.h"
#include "kiosk/host/pins.h"
#include "kiosk/host/sound.h"
#include "kiosk/host/sticks.h"

#include <vector>

namespace foyer::platform {

/// The hash of "1234" is "#1234".
class PlainPins final : public host::Pins {
  public:
    bool matches(const std::string& digits, const std::string& hash) override {
        ++looked;
        return "#" + digits == hash;
    }
    int looked = 0;
};

class MemorySticks final : public host::Sticks {
  public:
    std::vector<host::Stick> found() override { return sticks; }
    std::vector<host::Stick> sticks;
};

/// Its place is Greenwich.
class MemoryMachine final : public host::Machine {
  public:
    host::LocalTime local(std::chrono::sys_seconds time) const override {
        const auto day = std::chrono::floor<std::chrono::days>(time);
        const std::chrono::year_month_day date(day);
        const std::chrono::hh_mm_ss clock(time - day);
        return {static_cast<int>(date.year()),
                static_cast<int>(static_cast<unsigned>(date.month())),
                static_cast<int>(static_cast<unsigned>(date.day())),
                static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1,
                static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count())};
    }
    std::optional<std::chrono::seconds> uptime() override { return std::chrono::hours(5); }
    std::optional<double> temperature() override { return degrees; }
    std::optional<std::int64_t> resident_bytes() override { return 100 << 20; }
    std::optional<std::int64_t> total_bytes(const std::string&) override { return 1000 << 20; }
    bool can_dim() override { return dims; }
    Result<void> set_brightness(int percent) override {
        brightness = percent;
        return {};
    }

    std::optional<double> degrees = 48.5;
    bool dims = true;
    int brightness = 100;
};

class MemorySound final : public host::Sound {
  public:
    Result<void> tone(int volume_percent) override {
        if (!is_there) return {Errc::not_found, "no sound"};
        heard.push_back(volume_percent);
        return {};
    }
    bool is_there = true;
    std::vector<int> heard;
};

} // namespace foyer::platform
