// SPDX-License-Identifier: EUPL-1.2
// QR codes: always black on white with their quiet zone, whatever the theme, since cameras expect
// that.
#pragma once

#include "kiosk/ui/ui.h"

namespace foyer::ui {

/// The side of one of its squares in pixels, if `content` is drawn into `side` pixels, quiet zone
/// included; 0 when the content is too long for any code.
float qr_module(const std::string& content, float side);

/// Draws `content` as a QR code of at most `side` pixels, quiet zone included. Returns the side
/// drawn; 0 when the content is too long for any code.
float draw_qr(Ui& ui, Point at, float side, const std::string& content, const std::string& id,
              const Spoken& spoken);

} // namespace foyer::ui
