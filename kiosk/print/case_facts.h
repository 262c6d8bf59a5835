// SPDX-License-Identifier: EUPL-1.2
// The facts of a case: names and values, results, and what others can learn.
#pragma once

#include "kiosk/print/paper.h"

namespace foyer::print {

/// `own`: the sources of the page.
void write_case_facts(Paper& paper, const model::CaseFacts& facts,
                      const std::vector<model::Source>& own);

} // namespace foyer::print
