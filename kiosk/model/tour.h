// SPDX-License-Identifier: EUPL-1.2
// Tours: what a presenter shows to a room, step by step, with notes that only the presenter sees.
#pragma once

#include "kiosk/model/content.h"

#include <string>
#include <vector>

namespace foyer::model {

enum class TourShow { page, section, figure, chart, map, slide };

/// A tour as its card.
struct TourCard {
    std::string id, language, title, summary;
    int steps = 0;
    int minutes = 0; ///< planned, rounded up
    friend bool operator==(const TourCard&, const TourCard&) = default;
};

struct TourStep {
    TourShow show = TourShow::slide;
    std::string title; ///< of the slide, else of the page or section
    std::string page;  ///< id of the page it is taken from, of a map the chosen one; may be empty
    /// What is shown, ready to be drawn: of a page its summary and first figure, of a section its
    /// blocks without the heading, of figures and charts that one block; of a map nothing.
    std::vector<Block> body;
    std::vector<Source> sources; ///< in the order of the numbers in `body`, `notes` and charts
    Spot spot;                   ///< of a map: where it looks
    int zoom = 0;                ///< of a map, as MapView::zoom
    std::vector<Block> notes;    ///< for the presenter
    int seconds = 0;             ///< planned
    friend bool operator==(const TourStep&, const TourStep&) = default;
};

struct Tour {
    TourCard card;
    std::vector<TourStep> steps; ///< never empty
    friend bool operator==(const Tour&, const Tour&) = default;
};

} // namespace foyer::model
