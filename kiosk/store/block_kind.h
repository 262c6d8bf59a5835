// SPDX-License-Identifier: EUPL-1.2
// The kinds of blocks and charts by the words that stand in the tables.
#pragma once

#include "kiosk/model/content.h"

#include <optional>
#include <string_view>

namespace foyer::store {

const char* name_of(model::BlockKind kind);
const char* name_of(model::ChartKind kind);

/// Whether a block of that kind is words alone: no table, figure, chart or code.
bool holds_text_only(model::BlockKind kind);

/// Nothing for a word that is no kind.
std::optional<model::BlockKind> block_kind(std::string_view name);
std::optional<model::ChartKind> chart_kind(std::string_view name);

} // namespace foyer::store
