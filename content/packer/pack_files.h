// SPDX-License-Identifier: EUPL-1.2
// The files beside the pages: pack.toml, topics, glossary, sources, synonyms, timeline and guides.
// A later folder adds to an earlier one; an entry with the same id takes its place.
#pragma once

#include "content/packer/index.h"
#include "content/packer/tree.h"
#include "kiosk/model/pack_content.h"

#include <vector>

namespace foyer::packer {

/// Fills everything of `content` but pages and media, and the ids of checking.index but pages.
void read_pack_files(const std::vector<Tree>& trees, model::PackContent& content,
                     Checking& checking);

} // namespace foyer::packer
