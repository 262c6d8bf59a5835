// SPDX-License-Identifier: EUPL-1.2
// TOML as a tree of plain values that know their place in the file. The library behind it is heavy
// on the compiler and stays in toml.cpp.
#pragma once

#include "content/packer/source_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer::packer {

enum class TomlType { table, array, text, integer, real, flag, date, time };

/// "a table", "a text", ...: for messages.
const char* name(TomlType type);

struct TomlMember;

struct TomlValue {
    TomlType type = TomlType::table;
    Position at, end;
    std::string text; ///< of a text, or of a date as YYYY-MM-DD
    std::int64_t integer = 0;
    double real = 0; ///< of a whole number or one with a fraction
    bool flag = false;
    std::vector<TomlValue> items;    ///< of an array
    std::vector<TomlMember> members; ///< of a table, in the order of the file
};

struct TomlMember {
    std::string key;
    Position at;
    TomlValue value;
};

/// Parses the bytes [begin, end) of `source`. Reports what is wrong and returns nothing then.
std::optional<TomlValue> parse_toml(const SourceText& source, std::size_t begin, std::size_t end,
                                    Problems& problems);

/// The member of that key, or null.
const TomlValue* find(const TomlValue& table, std::string_view key);

} // namespace foyer::packer
