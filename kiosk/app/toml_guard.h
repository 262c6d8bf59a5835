// SPDX-License-Identifier: EUPL-1.2
// TomlGuard: what must not reach toml++, whose parser is sound for people's files and not for
// hostile ones.
#pragma once

#include <cstddef>
#include <string_view>

namespace foyer::app {

/// Byte offset of the first thing outside of texts and comments that the library does not survive,
/// or npos: a key of very many parts, for which it builds a table each and takes them down
/// recursively, and letters that are not ASCII.
std::size_t first_unsafe(std::string_view toml);

} // namespace foyer::app
