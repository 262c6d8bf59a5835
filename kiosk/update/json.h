// SPDX-License-Identifier: EUPL-1.2
// JSON that two parsers cannot read differently, and the one form of it that is signed.
#pragma once

#include "kiosk/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace foyer::update {

constexpr std::size_t max_json_depth = 32;
/// Bounds the memory that a document takes: `[],` is three bytes in a file and 64 in memory.
constexpr std::size_t max_json_values = 250'000;

/// Fails with damaged for anything but one JSON document in UTF-8 without duplicate keys, numbers
/// that are not whole or do not fit into 64 bits, lone surrogates, more than max_json_depth levels
/// or max_json_values values. The size in bytes has to be bounded by the caller.
Result<nlohmann::json> parse_json(std::string_view text);

/// OLPC's canonical JSON, which TUF signs: keys sorted by their bytes, no spaces, only quotation
/// marks and backslashes escaped. `value` comes from parse_json, or is built of the same kinds.
std::string canonical(const nlohmann::json& value);

} // namespace foyer::update
