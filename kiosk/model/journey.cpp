// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/journey.h"

#include <string>
#include <utility>

namespace foyer::model {

namespace {

/// Ids have no blanks.
std::string joined(const std::vector<std::string>& ids) {
    std::string all;
    for (const std::string& id : ids) all += all.empty() ? id : " " + id;
    return all;
}

} // namespace

std::vector<Request> travel(State& state, std::vector<Place> history, Preferences preferences) {
    const int ticket = ++state.tickets;
    // What is compared may have changed since the place was left.
    if (history.back().screen == Screen::compare) history.back().id = joined(state.compared);
    Load load{ticket, history.back(), preferences.language};
    state.journey = Journey{ticket, std::move(history), std::move(preferences)};
    return {std::move(load)};
}

Journey* visit_under_way(State& state) {
    const bool is_visit = state.journey && state.journey->history.back().screen != Screen::attract;
    return is_visit ? &*state.journey : nullptr;
}

const Preferences& chosen(State& state) {
    const Journey* journey = visit_under_way(state);
    return journey ? journey->preferences : state.preferences;
}

std::vector<Request> travel_to(State& state, Place place) {
    std::vector<Place> history = state.history;
    history.push_back(std::move(place));
    if (history.size() > max_history) history.erase(history.begin());
    return travel(state, std::move(history), chosen(state));
}

} // namespace foyer::model
