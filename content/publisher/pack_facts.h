// SPDX-License-Identifier: EUPL-1.2
// What signed metadata say about packs, and what a pack says about itself.
#pragma once

#include "kiosk/update/client.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer::publisher {

struct PackFacts {
    std::string id, version;
    std::string title, publisher; ///< in the pack's first language, without soft hyphens
    std::uint64_t pages = 0;
    std::uint64_t sequence = 0; ///< counts what was published; only rises
    std::string sha256;         ///< of the pack as kiosks open it
    std::uint64_t length = 0;   ///< of the same, in bytes
};

struct PatchFacts {
    std::string base_sha256, result_sha256;
    std::uint64_t result_length = 0;
    std::uint64_t new_pages = 0, changed_pages = 0;
};

/// Where a whole pack and its patches lie among the targets.
std::string pack_path(const std::string& id);
std::string patch_path(const std::string& id, const std::string& base_sha256);

nlohmann::json custom_of(const PackFacts& pack);
nlohmann::json custom_of(const PatchFacts& patch);
/// Empty for a target that is something else.
std::optional<PackFacts> pack_facts(const update::Target& target);
std::optional<PatchFacts> patch_facts(const update::Target& target);

/// Looks at a pack as a kiosk does, and reads all of it: everything but sequence and sha256. Fails
/// with what opening a pack fails with, and invalid for an id that is no file name everywhere.
Result<PackFacts> look_at_pack(const std::string& path);
/// Pages that only `now` has, and those that look different in any language.
Result<PatchFacts> count_pages(const std::string& before, const std::string& now);

} // namespace foyer::publisher
