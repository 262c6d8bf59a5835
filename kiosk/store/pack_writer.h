// SPDX-License-Identifier: EUPL-1.2
// Writes a pack: the same content gives the same bytes, on any machine with the same library
// versions. There is no time, path or random number in the file.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/pack_content.h"

#include <string>

namespace foyer::store {

/// Writes `content` to `path`: beside it under another name first, synced, then renamed over it, so
/// that `path` is at any moment the old file or the whole new one.
///
/// The sizes of figures are taken from their media. Fails with invalid where the content does not
/// hold together (a page without a text, an unknown topic, source, page, term, medium or language,
/// text that is not UTF-8, an id twice), with too_large beyond the limits of content/FORMAT.md, and
/// with unreadable or no_space where the file cannot be written.
Result<void> write_pack(const model::PackContent& content, const std::string& path);

} // namespace foyer::store
