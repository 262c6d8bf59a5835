// SPDX-License-Identifier: EUPL-1.2
// Any bytes as markup of a pack: refused, or read to something that is written and read to the
// same.
#include "kiosk/store/inline_markup.h"

#include <cstdint>
#include <cstdlib>

using namespace foyer;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto runs =
        store::read_inline(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!runs) return 0;
    const auto written = store::write_inline(*runs);
    if (!written) std::abort();
    const auto again = store::read_inline(*written);
    // Neighbours of one style without tags become one run, so compare what was written.
    if (!again || *store::write_inline(*again) != *written) std::abort();
    return 0;
}
