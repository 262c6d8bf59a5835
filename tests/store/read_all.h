// SPDX-License-Identifier: EUPL-1.2
// Reads everything a pack can be asked for, as a visitor, foyer-pack and a fuzzer would.
#pragma once

#include "kiosk/store/pack.h"

namespace foyer::test {

/// True if every answer was one.
bool read_all(store::Pack& pack);

} // namespace foyer::test
