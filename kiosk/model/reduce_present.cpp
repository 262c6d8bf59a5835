// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/reduce_present.h"

#include "kiosk/model/journey.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>

namespace foyer::model {

namespace {

using std::chrono::floor;
using std::chrono::minutes;
using Seconds = std::chrono::seconds;

/// A presenter talks without touching anything.
constexpr Milliseconds quiet_in_tour = minutes(30);
constexpr Milliseconds quiet_while_it_waits = minutes(10);
/// A number is complete when no digit follows for so long.
constexpr Milliseconds typing{1500};
constexpr std::size_t most_digits = 3;
/// Nobody reads faster than that.
constexpr Milliseconds least_part = Seconds(8);

int count(const Presentation& p) { return static_cast<int>(p.tour.steps.size()); }

Milliseconds& used(Presentation& p) { return p.used[static_cast<std::size_t>(p.step)]; }

/// The time that passed belongs to the step that was shown.
void settle(State& state) {
    Presentation& p = *state.presentation;
    if (p.here) used(p) += state.now - p.since;
    p.since = p.part_since = state.now;
}

void leave(State& state) {
    if (state.presentation->ended) return state.presentation.reset();
    settle(state);
    state.presentation->here = false;
}

/// Whoever goes on wants to see something.
void uncover(Presentation& p) {
    p.blank = p.overview = p.controls = false;
    p.number.clear();
}

void go_to(State& state, int step, int part) {
    Presentation& p = *state.presentation;
    settle(state);
    p.step = std::clamp(step, 0, count(p) - 1);
    p.part = part;
    p.parts = 1;
    if (shows_tour(state)) state.place().scroll = {};
}

void go_on(State& state, int by) {
    Presentation& p = *state.presentation;
    const int part = p.part + by;
    if (part >= 0 && part < p.parts) {
        p.part = part;
        p.part_since = state.now;
    } else if (by > 0 && (p.step + 1 < count(p) || p.playing)) {
        go_to(state, (p.step + 1) % count(p), 0);
    } else if (by < 0 && p.step > 0) {
        go_to(state, p.step - 1, last_part);
    }
}

void jump_to_typed(State& state) {
    Presentation& p = *state.presentation;
    int number = 0;
    std::from_chars(p.number.data(), p.number.data() + p.number.size(), number);
    p.number.clear();
    if (number < 1 || number > count(p)) return;
    uncover(p);
    go_to(state, number - 1, 0);
}

Milliseconds part_time(const Presentation& p) {
    const Seconds planned(p.tour.steps[static_cast<std::size_t>(p.step)].seconds);
    return std::max(least_part, Milliseconds(planned) / std::max(1, p.parts));
}

/// Nothing lies over the step that plays.
bool goes_on_by_itself(const State& state) {
    return plays(state) && !state.presentation->blank && !state.presentation->overview &&
           state.overlay == Overlay::none;
}

struct PresentReducer {
    State& state;
    Presentation& p;

    std::vector<Request> operator()(const Advance& advance) {
        if (std::exchange(p.blank, false)) {
            p.part_since = state.now;
            return {};
        }
        uncover(p);
        go_on(state, advance.by);
        return {};
    }
    std::vector<Request> operator()(const JumpToStep& jump) {
        uncover(p);
        go_to(state, jump.step, 0);
        return {};
    }
    std::vector<Request> operator()(const ToggleBlank&) {
        const bool blank = !p.blank;
        uncover(p);
        p.blank = blank;
        p.part_since = state.now;
        return {};
    }
    std::vector<Request> operator()(const ToggleOverview&) {
        const bool overview = !p.overview;
        uncover(p);
        p.overview = overview;
        return look_elsewhere();
    }
    std::vector<Request> operator()(const ToggleNotes&) {
        const bool notes = !p.notes;
        uncover(p);
        p.notes = notes;
        return look_elsewhere();
    }
    std::vector<Request> operator()(const ToggleControls&) {
        p.controls = !p.controls;
        return {};
    }
    std::vector<Request> operator()(const TogglePlaying&) {
        uncover(p);
        p.notes = false;
        p.playing = !p.playing;
        p.part_since = state.active = state.now;
        return {};
    }
    std::vector<Request> operator()(const TypeStepNumber& type) {
        if (type.digit == '\n') {
            jump_to_typed(state);
            return {};
        }
        if (p.number.size() < most_digits) p.number += type.digit;
        p.typed = state.now;
        return {};
    }
    std::vector<Request> operator()(const ReturnToTour&) {
        std::vector<Place> history = state.history;
        const auto is_tour = [&](const Place& place) {
            return place.screen == Screen::tour && place.id == p.tour.card.id;
        };
        const auto found = std::find_if(history.rbegin(), history.rend(), is_tour);
        if (found == history.rend())
            return travel_to(state, Place{Screen::tour, p.tour.card.id, false, {}, {}});
        history.erase(found.base(), history.end());
        return travel(state, std::move(history), chosen(state));
    }
    std::vector<Request> operator()(const EndTour&) {
        if (state.place().screen != Screen::tour) {
            state.presentation.reset();
            return {};
        }
        p.ended = true;
        p.playing = false;
        std::vector<Place> history = state.history;
        history.pop_back();
        if (history.empty()) history.push_back(Place{Screen::home, {}, false, {}, {}});
        return travel(state, std::move(history), chosen(state));
    }
    std::vector<Request> operator()(const PartsFound& found) {
        if (found.step != p.step) return {};
        p.parts = std::max(1, found.parts);
        p.part = std::clamp(p.part, 0, p.parts - 1);
        return {};
    }
    std::vector<Request> operator()(const ProjectorSeen&) { return {}; }

    /// Another thing to scroll begins at its top.
    std::vector<Request> look_elsewhere() {
        p.part_since = state.now;
        state.place().scroll = {};
        return {};
    }
};

} // namespace

std::vector<Request> reduce_present(State& state, const PresentAction& action) {
    if (const auto* seen = std::get_if<ProjectorSeen>(&action)) state.projector = seen->px;
    if (!state.presentation) return {};
    return std::visit(PresentReducer{state, *state.presentation}, action);
}

void arrive_at_tour(State& state) {
    std::optional<Presentation>& p = state.presentation;
    if (state.place().screen != Screen::tour || !state.view.tour) {
        if (p) leave(state);
        return;
    }
    const bool is_same = p && p->tour.card.id == state.view.tour->card.id;
    if (is_same) {
        settle(state);
    } else {
        p.emplace();
        p->since = p->part_since = state.now;
    }
    if (!p->here) uncover(*p);
    p->here = true;
    p->ended = false;
    p->tour = std::move(*state.view.tour);
    state.view.tour.reset();
    p->cases = std::move(state.view.cases);
    state.view.cases.clear();
    p->step = std::min(p->step, count(*p) - 1);
    p->used.resize(p->tour.steps.size());
}

bool close_in_tour(State& state) {
    if (!shows_tour(state)) return false;
    Presentation& p = *state.presentation;
    for (bool* open : {&p.blank, &p.overview, &p.notes, &p.controls, &p.playing}) {
        const bool is_number = !std::exchange(p.number, {}).empty();
        if (!is_number && !std::exchange(*open, false)) continue;
        p.part_since = state.now;
        if (open != &p.blank) state.place().scroll = {};
        return true;
    }
    return false;
}

std::vector<Request> tick_present(State& state) {
    if (!shows_tour(state)) return {};
    Presentation& p = *state.presentation;
    if (!p.number.empty() && state.now - p.typed >= typing) jump_to_typed(state);
    if (goes_on_by_itself(state) && state.now - p.part_since >= part_time(p)) go_on(state, 1);
    return {};
}

std::optional<Milliseconds> next_present(const State& state) {
    if (!shows_tour(state)) return std::nullopt;
    const Presentation& p = *state.presentation;
    std::optional<Milliseconds> next;
    const auto at = [&](Milliseconds when) { next = std::min(next.value_or(when), when); };
    if (!p.number.empty()) at(p.typed + typing);
    if (goes_on_by_itself(state)) at(p.part_since + part_time(p));
    // Both times change with the seconds of the step.
    if (shows_presenter(state) && !p.overview)
        at(state.now + Seconds(1) - (used_here(state) - floor<Seconds>(used_here(state))));
    return next;
}

std::optional<Milliseconds> quiet_time_of_tour(const State& state) {
    if (!state.presentation) return std::nullopt;
    return shows_tour(state) ? quiet_in_tour : quiet_while_it_waits;
}

bool shows_tour(const State& state) {
    return state.place().screen == Screen::tour && state.presentation && state.presentation->here;
}

bool plays(const State& state) { return shows_tour(state) && state.presentation->playing; }

bool shows_presenter(const State& state) {
    return shows_tour(state) && (state.has_projector() || state.presentation->notes);
}

Milliseconds used_here(const State& state) {
    const Presentation& p = *state.presentation;
    const Milliseconds now = p.here ? state.now - p.since : Milliseconds{0};
    return p.used[static_cast<std::size_t>(p.step)] + now;
}

Milliseconds used_in_all(const State& state) {
    const Presentation& p = *state.presentation;
    const Milliseconds now = p.here ? state.now - p.since : Milliseconds{0};
    return std::accumulate(p.used.begin(), p.used.end(), now);
}

int planned_seconds(const Tour& tour) {
    return std::accumulate(tour.steps.begin(), tour.steps.end(), 0,
                           [](int sum, const TourStep& step) { return sum + step.seconds; });
}

std::tuple<int, int, std::string, long long> tour_by_time(const State& state) {
    if (!shows_tour(state)) return {-1, 0, {}, 0};
    const Presentation& p = *state.presentation;
    const bool tells = shows_presenter(state) && !p.overview;
    return {p.step, p.part, p.number, tells ? floor<Seconds>(used_here(state)).count() : 0};
}

} // namespace foyer::model
