// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/log.h"

#include <spdlog/sinks/ringbuffer_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace foyer::log {

namespace {

using Memory = spdlog::sinks::ringbuffer_sink_mt;

const auto& memory() {
    static const auto made = std::make_shared<Memory>(kept_lines);
    return made;
}

spdlog::logger& logger() {
    static const auto made = [] {
        const auto to_stderr = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        auto both =
            std::make_shared<spdlog::logger>("foyer", spdlog::sinks_init_list{to_stderr, memory()});
        both->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l: %v");
        return both;
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

std::vector<std::string> recent() { return memory()->last_formatted(kept_lines); }

} // namespace foyer::log
