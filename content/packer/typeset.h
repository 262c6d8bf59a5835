// SPDX-License-Identifier: EUPL-1.2
// From an editor's text to a printer's: glossary marks, no-break spaces, soft hyphens, in all texts
// of a pack. Done last, since checks and lengths are about what the editor wrote.
#pragma once

#include "content/packer/hyphenation.h"
#include "kiosk/model/pack_content.h"

namespace foyer::packer {

void typeset(model::PackContent& content, const Hyphenation& hyphenation);

} // namespace foyer::packer
