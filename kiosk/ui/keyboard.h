// SPDX-License-Identifier: EUPL-1.2
// The kiosk's own keyboard: QWERTZ with umlauts, or ABC for those who never typed, and digits.
#pragma once

#include "kiosk/ui/ui.h"

namespace foyer::ui {

/// The height the keyboard needs at that width.
float keyboard_height(const Look& look);
void draw_keyboard(Ui& ui, Rect area, model::KeyboardLayout layout);

} // namespace foyer::ui
