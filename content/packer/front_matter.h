// SPDX-License-Identifier: EUPL-1.2
// A page file is TOML between two lines of +++ and Markdown behind it.
#pragma once

#include "content/packer/source_text.h"
#include "content/packer/toml.h"

#include <optional>

namespace foyer::packer {

struct FrontMatter {
    TomlValue table;
    std::size_t body = 0; ///< where the Markdown begins
};

/// Reports a missing line of +++ and TOML that cannot be read.
std::optional<FrontMatter> read_front_matter(const SourceText& source, Problems& problems);

} // namespace foyer::packer
