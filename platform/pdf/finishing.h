// SPDX-License-Identifier: EUPL-1.2
// What those who listen to a file need and Cairo (1.16, and 1.18 as well) does not write: in which
// language it is, and what its figures show. Added behind the finished file, as the format allows
// (PDF 1.7, 7.5.6), so that nothing of what Cairo wrote is touched.
#pragma once

#include <string>
#include <vector>

namespace foyer::platform::pdf {

/// `figures`: a text for each figure, in the order they were drawn; UTF-8. A file that is not laid
/// out as Cairo does it comes back as it is.
std::string finished(std::string pdf, const std::string& language,
                     const std::vector<std::string>& figures);

} // namespace foyer::platform::pdf
