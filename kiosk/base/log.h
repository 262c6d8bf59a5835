// SPDX-License-Identifier: EUPL-1.2
// The log: one line an event, to standard error; the last ones stay in memory. Functions return
// errors; the one who decides logs, once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foyer::log {

enum class Level { debug, info, warning, error, silent };

/// Lines below `level` are dropped from now on; the default is info. Any thread.
void set_level(Level level);

void debug(std::string_view line);
void info(std::string_view line);
void warning(std::string_view line);
void error(std::string_view line);

/// The last lines, the oldest first: what staff look at, or take along on a stick. Any thread.
constexpr std::size_t kept_lines = 500;
std::vector<std::string> recent();

} // namespace foyer::log
