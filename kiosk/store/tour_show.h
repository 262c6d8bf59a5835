// SPDX-License-Identifier: EUPL-1.2
// What a step of a tour shows, by the words that stand in the tables.
#pragma once

#include "kiosk/model/tour.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace foyer::store {

/// In the order of the enumeration.
constexpr std::array<const char*, 6> tour_shows = {"page",  "section", "figure",
                                                   "chart", "map",     "slide"};
static_assert(tour_shows.size() == static_cast<std::size_t>(model::TourShow::slide) + 1);

inline const char* name_of(model::TourShow show) {
    return tour_shows[static_cast<std::size_t>(show)];
}

/// Nothing for a word that is none of them.
inline std::optional<model::TourShow> tour_show(std::string_view name) {
    const auto found = std::find(tour_shows.begin(), tour_shows.end(), name);
    if (found == tour_shows.end()) return {};
    return static_cast<model::TourShow>(found - tour_shows.begin());
}

/// Whether it is taken from a page's text: section, figure and chart.
inline bool is_extract(model::TourShow show) {
    return show == model::TourShow::section || show == model::TourShow::figure ||
           show == model::TourShow::chart;
}

} // namespace foyer::store
