// SPDX-License-Identifier: EUPL-1.2
// The words around a match, cut from the text as it is written: an index of stems has no text to
// show.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/content.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace foyer::store {

class Database;

/// Which words to look for: tokens of the index, each with the number of the word of the query it
/// answers.
using Wanted = std::unordered_map<std::string, int>;

/// About this many characters are cut.
constexpr std::size_t context_letters = 120;

/// The part of `text` around its first match, on word bounds, matches bold; its beginning when
/// nothing matches.
model::Inline cut_context(std::string_view text, const Wanted& wanted);

/// From the text of a page that answers most words of the query; earlier ones win.
Result<model::Inline> page_context(Database& database, const std::string& page,
                                   const std::string& language, const Wanted& wanted);

} // namespace foyer::store
