// SPDX-License-Identifier: EUPL-1.2
// A block as it stands in a row, for all tables that have some; and how much room blocks take.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/content.h"
#include "kiosk/store/row.h"

#include <cstddef>

namespace foyer::store {

/// The columns of a block from `column` on: kind, level, number, text. Fails with damaged.
Result<model::Block> read_block(Row& row, int column);

/// The bytes a block takes, more or less.
std::size_t weight(const model::Block& block);

} // namespace foyer::store
