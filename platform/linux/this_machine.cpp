// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/this_machine.h"

#include "platform/linux/process.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sys/statvfs.h>
#include <unistd.h>
#include <vector>

namespace foyer::platform {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> folders_in(const std::string& path) {
    std::vector<std::string> all;
    std::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error))
        all.push_back(at->path().string());
    std::sort(all.begin(), all.end());
    return all;
}

std::optional<double> number_in(const std::string& path) {
    double value = 0;
    if (!(std::ifstream(path) >> value)) return std::nullopt;
    return value;
}

} // namespace

host::LocalTime ThisMachine::local(std::chrono::sys_seconds time) const {
    const std::time_t seconds = time.time_since_epoch().count();
    std::tm parts{};
    if (localtime_r(&seconds, &parts) == nullptr) return {};
    const int monday_first = (parts.tm_wday + 6) % 7;
    return {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
            monday_first,         parts.tm_hour,    parts.tm_min};
}

std::optional<std::chrono::seconds> ThisMachine::uptime() {
    const std::optional<double> seconds = number_in("/proc/uptime");
    if (!seconds) return std::nullopt;
    return std::chrono::seconds(static_cast<std::int64_t>(*seconds));
}

std::optional<double> ThisMachine::temperature() {
    std::optional<double> hottest;
    for (const std::string& zone : folders_in(sys_ + "/class/thermal")) {
        const std::optional<double> thousandths = number_in(zone + "/temp");
        // Sensors that are not there tell nonsense.
        const bool holds = thousandths && *thousandths > -50'000 && *thousandths < 150'000;
        if (holds) hottest = std::max(hottest.value_or(-1e9), *thousandths / 1000);
    }
    return hottest;
}

std::optional<std::int64_t> ThisMachine::resident_bytes() {
    const std::size_t bytes = platform::resident_bytes();
    return bytes == 0 ? std::nullopt : std::optional(static_cast<std::int64_t>(bytes));
}

std::optional<std::int64_t> ThisMachine::total_bytes(const std::string& folder) {
    struct statvfs info {};
    if (statvfs(folder.c_str(), &info) != 0) return std::nullopt;
    return static_cast<std::int64_t>(info.f_blocks) * static_cast<std::int64_t>(info.f_frsize);
}

std::string ThisMachine::backlight() const {
    for (const std::string& screen : folders_in(sys_ + "/class/backlight")) {
        if (access((screen + "/brightness").c_str(), W_OK) == 0) return screen;
    }
    return {};
}

bool ThisMachine::can_dim() { return !backlight().empty(); }

Result<void> ThisMachine::set_brightness(int percent) {
    const std::string screen = backlight();
    if (screen.empty()) return {Errc::not_found, "no screen whose brightness can be set"};
    const double most = number_in(screen + "/max_brightness").value_or(255);
    const double value = std::max(1.0, most * std::clamp(percent, 10, 100) / 100);
    std::ofstream file(screen + "/brightness");
    file << static_cast<long>(value) << '\n';
    file.close();
    if (!file) return {Errc::unreadable, screen + ": cannot be written"};
    return {};
}

} // namespace foyer::platform
