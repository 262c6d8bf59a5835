// SPDX-License-Identifier: EUPL-1.2
// Any bytes as JSON of metadata: refused, or read to a value that is written and read to the same,
// with the same canonical form.
#include "kiosk/update/json.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdlib>

using namespace foyer;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto value =
        update::parse_json(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!value) return 0;
    const auto again = update::parse_json(value->dump());
    if (!again || *again != *value) std::abort();
    if (update::canonical(*again) != update::canonical(*value)) std::abort();
    return 0;
}
