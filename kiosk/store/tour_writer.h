// SPDX-License-Identifier: EUPL-1.2
// The rows of tours: one part of write_pack.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/pack_content.h"
#include "kiosk/store/insert.h"

namespace foyer::store {

/// All tours, in the order given. Sources, terms, languages and pages must be there before. Fails
/// with invalid where a step lacks a language of its tour, or does not have what it shows.
Result<void> write_tours(Inserter& insert, const model::PackContent& content);

} // namespace foyer::store
