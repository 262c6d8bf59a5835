// SPDX-License-Identifier: EUPL-1.2
// The search index, as write_pack makes it: which word stands where, how else it is spelt, and what
// means the same. search.cpp reads it.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/pack_content.h"

#include <string>
#include <vector>

namespace foyer::store {

class Database;

Result<void> write_search_index(Database& database, const model::PackContent& content);

/// Entries of one language lie together: their numbers begin at its position << language_bits.
constexpr int language_bits = 24;

/// Of the languages there are, the nearest to the one wished for. SQL does the same in pack.cpp.
std::string nearest_language(const std::string& wished, const std::vector<std::string>& there);

} // namespace foyer::store
