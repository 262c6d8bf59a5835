// SPDX-License-Identifier: EUPL-1.2
// The last question before a pack is installed: would this kiosk show it? Its bytes are the signed
// ones by now, but whoever signs can be deceived, and a pack that takes the kiosk down is noticed
// too late by visitors. Nothing is decoded here: the kiosk decodes in a locked child process.
#pragma once

#include "kiosk/base/result.h"

#include <string>

namespace foyer::update {

/// Reads every row: seconds for a big pack, memory for one picture at a time. Fails with
/// newer_format if it is made for a later program, else as Pack::open and Pack::check do;
/// too_large for a photo of more pixels than host::Pictures decodes, damaged for one that is not
/// what its row says.
Result<void> examine_pack(const std::string& path);

} // namespace foyer::update
