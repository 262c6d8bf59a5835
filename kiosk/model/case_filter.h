// SPDX-License-Identifier: EUPL-1.2
// Which cases the map and its list show, and what there is to choose from. Pure functions.
#pragma once

#include "kiosk/model/state.h"

#include <string>
#include <vector>

namespace foyer::model {

/// One of the three things that cases are chosen by.
using FilterPart = std::string CaseFilter::*;

bool matches(const CaseMark& mark, const CaseFilter& filter);
/// In the order of the pack; they point into `cases`.
std::vector<const CaseMark*> shown(const std::vector<CaseMark>& cases, const CaseFilter& filter);

/// The values of that part that occur among the cases which fit the other parts, in a fixed order.
std::vector<std::string> values(const std::vector<CaseMark>& cases, const CaseFilter& filter,
                                FilterPart part);
/// With the next value of that part; after the last one all are shown.
CaseFilter stepped(const std::vector<CaseMark>& cases, CaseFilter filter, FilterPart part);

} // namespace foyer::model
