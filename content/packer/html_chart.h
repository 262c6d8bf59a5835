// SPDX-License-Identifier: EUPL-1.2
// A chart as a figure of plain HTML: a table that reads well without a style sheet, with bars for
// those who have one.
#pragma once

#include "content/packer/words.h"
#include "kiosk/model/content.h"

#include <string>

namespace foyer::packer {

std::string chart_html(const model::Chart& chart, const Words& words);

} // namespace foyer::packer
