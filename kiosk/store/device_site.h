// SPDX-License-Identifier: EUPL-1.2
// Settings made on site as names and texts, as the table keeps them.
#pragma once

#include "kiosk/model/device.h"

#include <string>
#include <utility>
#include <vector>

namespace foyer::store {

using SiteRow = std::pair<std::string, std::string>;

/// Only what is set.
std::vector<SiteRow> rows_of(const model::SiteSettings& site);
/// Takes one row in; what does not hold is passed over.
void read_row(model::SiteSettings& site, const SiteRow& row);

} // namespace foyer::store
