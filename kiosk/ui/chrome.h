// SPDX-License-Identifier: EUPL-1.2
// What stands on every screen at the same place: back, home, search, up and down, and the
// accessibility bar.
#pragma once

#include "kiosk/ui/ui.h"

namespace foyer::ui {

/// Draw it after the content, so that it is read after it.
void draw_navigation(Ui& ui, const model::State& state, const std::optional<ScrollArea>& scroll);
void draw_bar(Ui& ui, const model::State& state);
/// The part above the stage on tall panels: crest, town, title of the pack. Nothing operable.
void draw_banner(Ui& ui, const model::State& state);

/// A button with an icon and words, side by side where there is room, else the icon alone.
struct Labelled {
    std::string id, icon;
    std::string words;
    Spoken spoken;
    model::Action action;
    Ui::Points points = Ui::Points::nowhere;
    bool selected = false;
    std::string value = {}, state = {};
    Role role = Role::button;
};
/// Says in words and for a screen reader whether it is on.
Labelled toggle(const Ui& ui, Labelled item, bool on);

enum class Arrange { beside, below };
/// A button with its icon alone.
void draw_icon_button(Ui& ui, Rect place, const Labelled& item, Rank rank);

/// Whether all have room for their words.
bool words_fit(const Ui& ui, const std::vector<Labelled>& items, const std::vector<Rect>& places,
               Arrange arrange);

/// Draws all alike: with their words if they fit for every one of them.
void draw_labelled(Ui& ui, const std::vector<Labelled>& items, const std::vector<Rect>& places,
                   Rank rank, Arrange arrange);

} // namespace foyer::ui
