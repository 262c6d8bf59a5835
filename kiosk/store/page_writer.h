// SPDX-License-Identifier: EUPL-1.2
// The rows of pages: one part of write_pack.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/pack_content.h"
#include "kiosk/store/insert.h"

namespace foyer::store {

/// All pages, in the order given. Topics, sources, terms, languages and media must be there before.
Result<void> write_pages(Inserter& insert, const model::PackContent& content);

} // namespace foyer::store
