// SPDX-License-Identifier: EUPL-1.2
// The rows of events and guides: one part of write_pack.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/pack_content.h"
#include "kiosk/store/insert.h"

namespace foyer::store {

/// All events and guides, in the order given. Sources, languages and pages must be there before.
/// Fails with invalid where a guide is not the same in all its languages but for the words, where
/// a way leads back or nowhere, or where it has no question or no result.
Result<void> write_events(Inserter& insert, const model::PackContent& content);
Result<void> write_guides(Inserter& insert, const model::PackContent& content);

} // namespace foyer::store
