// SPDX-License-Identifier: EUPL-1.2
// The log: one line an event, to standard error. Functions return errors; the one who decides logs,
// once.
#pragma once

#include <string_view>

namespace foyer::log {

enum class Level { debug, info, warning, error, silent };

/// Lines below `level` are dropped from now on; the default is info. Any thread.
void set_level(Level level);

void debug(std::string_view line);
void info(std::string_view line);
void warning(std::string_view line);
void error(std::string_view line);

} // namespace foyer::log
