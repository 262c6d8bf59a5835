// SPDX-License-Identifier: EUPL-1.2
// One update from each kind of source there is, for foyer-update. The lock is held by the caller.
#pragma once

#include "kiosk/update/updater.h"

#include <functional>
#include <string>

namespace foyer {

/// A folder on a stick in which a repository lies.
constexpr const char* stick_folder = "foyer";

/// `address` is that of a repository, https://… or http://….
model::UpdatePhase update_from_network(update::Updater& updater, const std::string& address);
/// `folder` is where the stick is mounted. One that cannot be opened is told of like one without a
/// repository.
model::UpdatePhase update_from_stick(update::Updater& updater, const std::string& folder);
/// Another kiosk near by. It gets less patience than a server far away; the run ends
/// as too slow when `interrupted`, asked often, says so: nobody near by keeps a stick waiting.
model::UpdatePhase update_from_neighbour(update::Updater& updater, const std::string& address,
                                         const std::function<bool()>& interrupted);

} // namespace foyer
