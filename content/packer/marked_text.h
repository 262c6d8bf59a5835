// SPDX-License-Identifier: EUPL-1.2
// Markdown in the value of a TOML key: slides, notes, exercises. Text only; see FORMAT.md.
#pragma once

#include "content/packer/fields.h"
#include "kiosk/model/content.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::packer {

/// What such a text may cite, by source.
using SourceNumbers = std::map<std::string, int>;

/// All sources of the pack by their ids; numbers from 1, in the order of the ids.
SourceNumbers all_sources(const Index& index);

/// The blocks of the text; empty where there is none or it is unfit, which is reported. Without
/// `numbers` it cites nothing.
std::vector<model::Block> marked_text(const std::string& language, Fields& fields, const char* key,
                                      Need need, const SourceNumbers* numbers);

/// Words as a reader counts them, of all blocks.
int words_of(const std::vector<model::Block>& blocks);

} // namespace foyer::packer
