// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/block_kind.h"

#include <algorithm>
#include <array>

namespace foyer::store {

namespace {

/// In the order of the enumeration.
constexpr std::array<const char*, 9> names = {
    "heading", "paragraph", "item", "quote", "key_point", "code", "table", "figure", "chart"};
static_assert(names.size() == static_cast<std::size_t>(model::BlockKind::chart) + 1);

constexpr std::array<const char*, 3> chart_names = {"bar", "line", "share"};
static_assert(chart_names.size() == static_cast<std::size_t>(model::ChartKind::share) + 1);

} // namespace

const char* name_of(model::ChartKind kind) { return chart_names[static_cast<std::size_t>(kind)]; }

std::optional<model::ChartKind> chart_kind(std::string_view name) {
    const auto found = std::find(chart_names.begin(), chart_names.end(), name);
    if (found == chart_names.end()) return {};
    return static_cast<model::ChartKind>(found - chart_names.begin());
}

const char* name_of(model::BlockKind kind) { return names[static_cast<std::size_t>(kind)]; }

bool holds_text_only(model::BlockKind kind) {
    using model::BlockKind;
    switch (kind) {
    case BlockKind::heading:
    case BlockKind::paragraph:
    case BlockKind::item:
    case BlockKind::quote:
    case BlockKind::key_point: return true;
    case BlockKind::code:
    case BlockKind::table:
    case BlockKind::figure:
    case BlockKind::chart: return false;
    }
    return false;
}

std::optional<model::BlockKind> block_kind(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return {};
    return static_cast<model::BlockKind>(found - names.begin());
}

} // namespace foyer::store
