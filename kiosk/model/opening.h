// SPDX-License-Identifier: EUPL-1.2
// Opening hours, and settings made on site: what of them is in force.
#pragma once

#include "kiosk/model/state.h"

namespace foyer::model {

/// `weekday` from 0, Monday; `minute` of the day.
bool is_open(const OpeningHours& hours, int weekday, int minute);
/// Minutes until is_open() may answer otherwise; at most 60.
int minutes_to_change(const OpeningHours& hours, int weekday, int minute);

/// What is set on site goes before the settings file. Values out of range are brought into it.
void apply_site(Settings& settings, const SiteSettings& site);

} // namespace foyer::model
