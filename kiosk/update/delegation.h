// SPDX-License-Identifier: EUPL-1.2
// Which target paths a role was given, and under which names roles are filed.
#pragma once

#include "kiosk/update/metadata.h"

#include <string>
#include <string_view>

namespace foyer::update {

/// `*` stands for any characters, `?` for one; neither for a slash. There are no other wildcards,
/// and letters are told from capitals.
bool matches(std::string_view pattern, std::string_view path);

/// Whether `role` may speak about `path`.
bool covers(const DelegatedRole& role, std::string_view path);

/// Whether a delegation may have this name: not one of those the client itself files something
/// under, and short enough for a file.
bool is_role_name(std::string_view name);

/// The name of a role in addresses and files: everything but letters, digits and -._~ as %XX.
std::string file_name(std::string_view role);

} // namespace foyer::update
