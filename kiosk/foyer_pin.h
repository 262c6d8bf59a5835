// SPDX-License-Identifier: EUPL-1.2
// `foyer pin`: makes the line of settings.toml that holds a PIN's hash.
#pragma once

namespace foyer {

/// Asks for a PIN twice, or takes the first line of a pipe, and prints the line. Returns the exit
/// status: 0, 1 if it failed, 2 for something that is no PIN.
int make_pin(bool for_trainer);

} // namespace foyer
