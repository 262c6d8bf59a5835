// SPDX-License-Identifier: EUPL-1.2
// A pack as a website of plain files: previews it in any browser, needs no server and no script.
#pragma once

#include "content/packer/read_content.h"
#include "kiosk/store/pack.h"

#include <string>

namespace foyer::packer {

struct Exported {
    std::size_t documents = 0, figures = 0;
};

/// Writes <folder>/index.html, and beside it a folder for each language, media/ and style.css.
/// `words` is the folder of the interface words. Fails with what the pack or the disk refuses; what
/// was written until then stays.
Result<Exported> export_html(store::Pack& pack, const std::string& words, const std::string& folder,
                             const Progress& progress);

} // namespace foyer::packer
