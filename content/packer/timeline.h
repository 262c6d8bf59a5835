// SPDX-License-Identifier: EUPL-1.2
// timeline.toml: what happened when.
#pragma once

#include "content/packer/index.h"
#include "content/packer/text_file.h"
#include "kiosk/model/pack_content.h"

namespace foyer::packer {

constexpr std::size_t max_events = 2'000;

/// Adds the events of the file to those of the content, or puts them in their place; all by date
/// then. Sources and pages must be in the index.
void read_timeline(const TomlFile& file, model::PackContent& content, Checking& checking);

} // namespace foyer::packer
