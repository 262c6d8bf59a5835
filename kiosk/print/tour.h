// SPDX-License-Identifier: EUPL-1.2
// A tour as a handout for those who listened: what was shown, step by step, with its sources. The
// presenter's notes are not for them.
#pragma once

#include "kiosk/model/tour.h"
#include "kiosk/print/paper.h"

namespace foyer::print {

host::Document tour_document(const Edition& edition, const model::Tour& tour);

} // namespace foyer::print
