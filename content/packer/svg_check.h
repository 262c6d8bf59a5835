// SPDX-License-Identifier: EUPL-1.2
// The rules for drawings in content/FORMAT.md, with the place of each offence. This is a strict
// reader of the tags and attributes only; whether the drawing can be drawn is found out by drawing
// it.
#pragma once

#include "content/packer/index.h"
#include "content/packer/source_text.h"

namespace foyer::packer {

/// False when an error was reported. Unknown classes and small letters are warnings.
bool check_svg(const SourceText& source, Checking& checking);

} // namespace foyer::packer
