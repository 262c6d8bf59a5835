// SPDX-License-Identifier: EUPL-1.2
// What the screens of a tour share.
#pragma once

#include "kiosk/model/presentation.h"
#include "kiosk/ui/chrome.h"

#include <string>
#include <vector>

namespace foyer::ui {

/// What a presenter can do; `with_steps`: next and back too, where no edge is there to be touched.
std::vector<Labelled> tour_controls(const Ui& ui, const model::Presentation& p, bool with_steps);
/// Where they stand in rows as wide as `area`, from its upper edge.
std::vector<Rect> control_places(const Ui& ui, const std::vector<Labelled>& items, Rect area);
void draw_tour_controls(Ui& ui, const std::vector<Labelled>& items,
                        const std::vector<Rect>& places);
/// "readable up to 2.4 m".
std::string readable_words(const Ui& ui, float readable_mm);
/// The digits typed so far.
void draw_typed_number(Ui& ui, const model::Presentation& p);
/// Minutes and seconds: "1:05".
std::string clock_words(int seconds);
/// The name of a kind of step, and its icon.
std::string kind_words(const Ui& ui, model::TourShow show);
const char* kind_icon(model::TourShow show);

} // namespace foyer::ui
