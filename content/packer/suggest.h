// SPDX-License-Identifier: EUPL-1.2
// "did you mean ...?": the known word nearest to a misspelt one.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace foyer::packer {

/// `; did you mean "freiburg"?`, or empty where nothing known is near enough.
std::string suggestion(std::string_view misspelt, const std::set<std::string>& known);

} // namespace foyer::packer
