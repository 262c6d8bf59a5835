// SPDX-License-Identifier: EUPL-1.2
// QR codes for paper.
#pragma once

#include "kiosk/host/document.h"

#include <optional>
#include <string>

namespace foyer::print {

/// Nothing where the content is too long for any code.
std::optional<host::DocumentCodeSquare> qr_code(const std::string& content, host::RichText text);

} // namespace foyer::print
