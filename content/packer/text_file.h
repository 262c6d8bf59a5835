// SPDX-License-Identifier: EUPL-1.2
// A text file of the content folder, fit to be parsed: of a sane size, UTF-8, no control
// characters.
#pragma once

#include "content/packer/index.h"
#include "content/packer/source_text.h"
#include "content/packer/toml.h"
#include "content/packer/tree.h"

#include <optional>
#include <string_view>

namespace foyer::packer {

constexpr std::size_t max_text_file_bytes = 2u << 20;
/// A paragraph is one line in many editors; a line longer than this is no paragraph.
constexpr std::size_t max_line_bytes = 16u << 10;

/// Nothing where the file is missing (not a problem by itself) or unfit (reported).
std::optional<SourceText> load_text(const Tree& tree, std::string_view path, Problems& problems);

/// The whole file as TOML; nothing as above.
struct TomlFile {
    SourceText source;
    TomlValue root;
};
std::optional<TomlFile> load_toml(const Tree& tree, std::string_view path, Problems& problems);

} // namespace foyer::packer
