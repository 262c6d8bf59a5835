// SPDX-License-Identifier: EUPL-1.2
// Dialogs: a box over the screen that covers everything above the accessibility bar.
#pragma once

#include "kiosk/ui/flow.h"

#include <functional>
#include <string>

namespace foyer::ui {

/// The width inside a dialog, and the most height, in pixels.
float dialog_room(const Look& look);
float dialog_most_height(const Look& look);

/// A dialog over what was drawn so far. Returns its inner part.
Rect open_dialog(Ui& ui, float inner_height, const std::string& title);

/// What stands in a dialog that may be higher than the screen: it scrolls, and the buttons stand in
/// a column of their own beside it.
struct DialogText {
    std::string title; ///< for speech
    std::string close; ///< words of the button
    std::string id;    ///< of the layout: differs with the content
    std::function<void(Flow&)> body;
};
/// The width that its body has, in pixels.
float dialog_text_width(const Look& look);
void draw_dialog_text(Ui& ui, const model::Scroll& scroll, const DialogText& dialog);

/// The button that closes it, with its words where they fit, else with a cross.
void draw_close(Ui& ui, Rect box, const std::string& words);

} // namespace foyer::ui
