// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace foyer::log {

namespace {

spdlog::logger& logger() {
    static const auto made = [] {
        auto to_stderr = std::make_shared<spdlog::logger>(
            "foyer", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        to_stderr->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l: %v");
        return to_stderr;
    }();
    return *made;
}

spdlog::string_view_t view(std::string_view line) { return {line.data(), line.size()}; }

} // namespace

void set_level(Level level) {
    constexpr spdlog::level::level_enum levels[] = {spdlog::level::debug, spdlog::level::info,
                                                    spdlog::level::warn, spdlog::level::err,
                                                    spdlog::level::off};
    logger().set_level(levels[static_cast<int>(level)]);
}

void debug(std::string_view line) { logger().debug(view(line)); }
void info(std::string_view line) { logger().info(view(line)); }
void warning(std::string_view line) { logger().warn(view(line)); }
void error(std::string_view line) { logger().error(view(line)); }

} // namespace foyer::log
