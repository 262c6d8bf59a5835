// SPDX-License-Identifier: EUPL-1.2
// Charts: numbers of a page as bars, a line or parts of a whole, in the colours of the theme. Each
// number stands beside what it measures, so nothing is said by colour or length alone.
#pragma once

#include "kiosk/model/content.h"
#include "kiosk/ui/flow.h"

#include <string>

namespace foyer::ui {

/// Draws a chart as a part of a flow; `language` is that of the page.
void draw_chart(Flow& flow, const model::Chart& chart, const std::string& id,
                const std::string& language);

} // namespace foyer::ui
