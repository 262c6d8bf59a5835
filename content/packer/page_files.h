// SPDX-License-Identifier: EUPL-1.2
// One page folder: its German file first, which carries what all languages share, then the others,
// then the figures they use.
#pragma once

#include "content/packer/facts.h"
#include "content/packer/index.h"
#include "content/packer/tree.h"
#include "kiosk/host/pictures.h"
#include "kiosk/model/pack_content.h"

#include <string>
#include <vector>

namespace foyer::packer {

/// Where a page lies, and whether it has to prove its numbers.
struct PagePlace {
    const Tree& tree;
    std::string id;
    Need facts = Need::needed;
};

/// Appends the page to content.pages and its figures to content.media. Reports what is wrong; a
/// page whose German file cannot be read is left out. Returns what the page rests on.
FactSheet read_page(const PagePlace& place, host::Pictures& pictures, model::PackContent& content,
                    Checking& checking);

} // namespace foyer::packer
