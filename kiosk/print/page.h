// SPDX-License-Identifier: EUPL-1.2
// A page of the pack on paper: its text, the facts of a case, its sources with their addresses, and
// the code that takes it along on a telephone.
#pragma once

#include "kiosk/print/paper.h"

namespace foyer::print {

host::Document page_document(const Edition& edition, const model::Page& page);

} // namespace foyer::print
