// SPDX-License-Identifier: EUPL-1.2
// Rows of a flow: paragraphs, buttons with their words, numbers that are set by touching. All
// screens that ask something of their reader are made of them.
#pragma once

#include "kiosk/ui/chrome.h"
#include "kiosk/ui/flow.h"

#include <functional>
#include <string>
#include <vector>

namespace foyer::ui {

/// The width of a line of text here.
float reading_width(const Flow& flow);

/// The language to set a sentence of the interface in that quotes something in `quoted`. Leichte
/// Sprache divides no words, but what it quotes may hold longer ones than a line.
const std::string& quoting(const Look& look, const std::string& quoted);

/// A text with a gap below; `language` empty: that of the interface. Nothing for no words.
struct Sentence {
    Type type = Type::body;
    std::string words, id;
    std::string language = {};
    Role role = Role::text;
};
void draw_words(Flow& flow, const Sentence& text, Tone tone);

/// A line with an icon before it, both with the same tone.
void draw_line(Flow& flow, const std::string& icon, const Sentence& text, Tone tone);

/// Buttons side by side where all their words have room, else one below the other, and then as high
/// as their words need.
void draw_buttons(Flow& flow, const std::vector<Labelled>& buttons, Rank rank);

/// A number that is set by touching: five less, one less, one more, five more.
struct Stepper {
    std::string id;
    std::string name; ///< what is counted
    int value = 0, most = 0;
    std::function<model::Action(int)> set;
};
/// The room it takes: a row, or where that is too wide its buttons with the number above them.
Size stepper_size(const Ui& ui, float room);
/// In a box of that size.
void draw_stepper(Ui& ui, Rect box, const Stepper& stepper);

} // namespace foyer::ui
