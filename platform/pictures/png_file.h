// SPDX-License-Identifier: EUPL-1.2
// Screenshots as files.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/host/bitmap.h"

#include <string>

namespace foyer::pictures {

/// Writes or replaces the file, whole or not at all. Fails with invalid (an empty bitmap),
/// unreadable, no_space.
Result<void> write_png(const host::Bitmap& bitmap, const std::string& path);

} // namespace foyer::pictures
