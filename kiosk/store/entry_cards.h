// SPDX-License-Identifier: EUPL-1.2
// Lists of cards: guides, tours, courses.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/store/database.h"

#include <string>
#include <utility>
#include <vector>

namespace foyer::store {

/// The cards of the ids that `sql` lists, each by `read`. One that cannot be read costs itself, not
/// the list; only timeout ends it.
template <class Card, class Read>
Result<std::vector<Card>> entry_cards(Database& database, const char* sql, Read&& read) {
    std::vector<std::string> ids;
    TRY(database.query(sql).each([&](Row& row) { ids.push_back(row.text(0)); }));
    std::vector<Card> out;
    for (const std::string& id : ids) {
        Result<Card> one = read(id);
        if (!one && one.error().code == Errc::timeout) return std::move(one).error();
        if (one) out.push_back(*std::move(one));
    }
    return out;
}

} // namespace foyer::store
