// SPDX-License-Identifier: EUPL-1.2
// `foyer-update status`: what an operator wants to know, for people and for programs.
#pragma once

#include "kiosk/store/slots.h"
#include "kiosk/store/update_file.h"

#include <cstdint>
#include <optional>
#include <string>

namespace foyer::update {

struct PackFacts {
    std::string sha256; ///< empty for the factory pack
    std::uint64_t sequence = 0;
    std::string id, version, title; ///< empty if the pack cannot be opened
    std::string problem;            ///< why it cannot
};

struct Status {
    std::optional<PackFacts> active, previous, factory;
    bool confirmed = false; ///< the kiosk has shown a page of the active pack
    std::size_t refused_packs = 0;
    store::UpdateFile report;
    std::uint64_t free_bytes = 0;
    bool clock_synchronised = false, clock_kept = false;
    std::string now, floor; ///< RFC 3339: the clock, and the earliest it can be
    std::uint64_t root_version = 0;
};

PackFacts pack_facts(const store::Slot& slot, const std::string& path);

std::string to_text(const Status& status);
std::string to_json(const Status& status);

} // namespace foyer::update
