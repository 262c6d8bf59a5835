// SPDX-License-Identifier: EUPL-1.2
// The numbers of a text, as values: "15.000", "15,000" and "15 000" are the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foyer::packer {

struct NumberInText {
    std::string value;   ///< "15000", "86.1": no grouping, a point, no zeros that say nothing
    std::string written; ///< as it stands in the text
};

/// In the order of the text. Of a date like 23.11.2017 and of a version like 1.2.3 each part is a
/// number; digits right behind a letter ("A13") belong to a name and are none. Pure; any thread.
std::vector<NumberInText> numbers_in(std::string_view text);

/// A number as people of that language write it: "15.000" and "86,1" in German, else "15,000" and
/// "86.1". At most six digits behind the point.
std::string shown_number(double value, std::string_view language);

} // namespace foyer::packer
