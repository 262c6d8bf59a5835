// SPDX-License-Identifier: EUPL-1.2
// STORE/update.json: what the updater tells the kiosk. One writes it (by host::replace_file), the
// other watches it. JSON, since operators' scripts read it too.
#pragma once

#include "kiosk/model/update.h"

#include <optional>
#include <string>
#include <string_view>

namespace foyer::store {

struct UpdateFile {
    model::UpdateStatus status;
    model::Freshness freshness;
    friend bool operator==(const UpdateFile&, const UpdateFile&) = default;
};

constexpr std::size_t max_update_file_bytes = 64 * 1024;

std::string update_path(const std::string& store);
/// Ends with a line break. Texts that are not UTF-8 are mended.
std::string to_json(const UpdateFile& file);
/// Empty for anything that is not such a file; unknown fields are passed over.
std::optional<UpdateFile> parse_update_file(std::string_view json);

} // namespace foyer::store
