// SPDX-License-Identifier: EUPL-1.2
// A source as it stands in a row, for all that cite some.
#pragma once

#include "kiosk/model/content.h"
#include "kiosk/store/row.h"

namespace foyer::store {

/// The columns of a source from `column` on: id, title, publisher, date, url, language,
/// reliability.
inline model::Source read_source(Row& row, int column) {
    model::Source source;
    source.id = row.text(column);
    source.title = row.text(column + 1);
    source.publisher = row.text(column + 2);
    source.date = row.text(column + 3);
    source.url = row.text(column + 4);
    source.language = row.text(column + 5);
    const std::string reliability = row.text(column + 6);
    if (reliability.size() != 1) row.mark_damaged();
    source.reliability = reliability.empty() ? 'D' : reliability[0];
    return source;
}

} // namespace foyer::store
