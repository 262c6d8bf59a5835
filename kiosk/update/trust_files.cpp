// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/trust_files.h"

#include "kiosk/update/client.h"
#include "kiosk/update/json.h"

#include <nlohmann/json.hpp>

namespace foyer::update {

namespace {

using nlohmann::json;

constexpr std::size_t max_minimum_bytes = 4096;

Result<void> read_field(const std::string& key, const json& value, ShippedTrust& trust) {
    std::uint64_t* const version = key == "root"        ? &trust.minimum.root
                                   : key == "timestamp" ? &trust.minimum.timestamp
                                   : key == "snapshot"  ? &trust.minimum.snapshot
                                   : key == "targets"   ? &trust.minimum.targets
                                                        : nullptr;
    if (version != nullptr && value.is_number_unsigned()) {
        *version = value.get<std::uint64_t>();
        return {};
    }
    if (key == "pack" && value.is_string()) {
        trust.pack = value.get<std::string>();
        return {};
    }
    if (key == "built" && value.is_string()) {
        if (const std::optional<Time> time = parse_time(value.get<std::string>())) {
            trust.built = *time;
            return {};
        }
    }
    return {Errc::damaged, "minimum.json: \"" + key + "\" is unknown, or is not what it should be"};
}

} // namespace

Result<ShippedTrust> read_trust(host::Disk& disk, const std::string& folder) {
    ShippedTrust trust;
    trust.root = TRY(disk.read(folder + "/root.json", Limits{}.root_bytes));
    const Result<std::string> minimum = disk.read(folder + "/minimum.json", max_minimum_bytes);
    if (!minimum && minimum.error().code == Errc::not_found) return trust;
    if (!minimum) return minimum.error();
    const json fields = TRY(parse_json(*minimum));
    if (!fields.is_object()) return {Errc::damaged, "minimum.json: not an object"};
    for (const auto& [key, value] : fields.items()) TRY(read_field(key, value, trust));
    return trust;
}

} // namespace foyer::update
