// SPDX-License-Identifier: EUPL-1.2
// The tables of a pack (tables_*.h), word for word. A pack whose schema differs by a letter is not
// opened, so every change here is a new `version`, and content/FORMAT.md says what older programs
// do with it.
#pragma once

#include "kiosk/base/result.h"

namespace foyer::store {

class Database;

namespace schema {

constexpr int application_id = 0x466F7965; ///< "Foye"
constexpr int version = 3;                 ///< user_version
constexpr int page_size = 4096;

Result<void> create(Database& database);

/// Fails with wrong_format where the file has one table, index, view or trigger more, less or
/// otherwise.
Result<void> compare(Database& database);

} // namespace schema

} // namespace foyer::store
