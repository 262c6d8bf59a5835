// SPDX-License-Identifier: EUPL-1.2
// The facts of a case as a panel: what was not found in a source has no row.
#pragma once

#include "content/packer/words.h"
#include "kiosk/model/content.h"

#include <string>

namespace foyer::packer {

std::string case_facts_html(const model::CaseFacts& facts, const Words& words);

} // namespace foyer::packer
