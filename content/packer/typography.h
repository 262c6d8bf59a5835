// SPDX-License-Identifier: EUPL-1.2
// What a printer would do to plain spaces: those that must not become a line's end turn into
// no-break spaces. Editors write plain ones.
#pragma once

#include <string>
#include <string_view>

namespace foyer::packer {

/// "§ 16a", "3 Mio. Euro", "z. B.", "11. Februar", "word – word". Two languages have rules of
/// their own, German and English; the others get what they share.
std::string with_no_break_spaces(std::string_view text, std::string_view language);

} // namespace foyer::packer
