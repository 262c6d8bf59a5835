// SPDX-License-Identifier: EUPL-1.2
// The part of reduce.h about time: how long a screen stays, and when it changes by itself.
#include "kiosk/model/reduce.h"

#include "kiosk/model/notice.h"
#include "kiosk/model/reduce_class.h"
#include "kiosk/model/reduce_present.h"
#include "kiosk/model/reduce_staff.h"

#include <algorithm>

namespace foyer::model {

Milliseconds quiet_time(const State& state) {
    if (const std::optional<Milliseconds> in_class = quiet_time_of_class(state)) return *in_class;
    if (const std::optional<Milliseconds> in_room = quiet_time_of_staff(state)) return *in_room;
    if (const std::optional<Milliseconds> in_tour = quiet_time_of_tour(state)) return *in_tour;
    Milliseconds quiet = state.settings.warn_after;
    if (state.preferences.size > 0 || state.preferences.language == "de-simple") quiet *= 2;
    const Place& place = state.place();
    if (place.screen == Screen::quiz) quiet *= 2; // questions want thinking
    if (place.screen == Screen::page && state.view.page && place.more) {
        const Milliseconds reading = std::chrono::minutes(state.view.page->card.minutes);
        quiet = std::max(quiet, reading * 3 / 2);
    }
    return quiet;
}

namespace {

/// When the screen itself changes by time.
std::optional<Milliseconds> next_screen(const State& state) {
    const Screen screen = state.place().screen;
    if (screen == Screen::fault) return std::nullopt;
    if (screen == Screen::attract) {
        if (state.staff.closed) return std::nullopt;
        return state.asleep + state.settings.slide * (slide(state) + 1);
    }
    if (plays(state)) return std::nullopt;
    if (state.overlay != Overlay::idle) return state.active + quiet_time(state);
    const Milliseconds gone = state.now - state.warned;
    return state.warned + std::chrono::floor<std::chrono::seconds>(gone) + std::chrono::seconds(1);
}

} // namespace

std::optional<Milliseconds> next_tick(const State& state) {
    std::optional<Milliseconds> next = next_screen(state);
    for (const std::optional<Milliseconds>& other :
         {next_notice(state), next_present(state), next_class(state), next_staff(state)}) {
        if (other) next = std::min(next.value_or(*other), *other);
    }
    return next;
}

int seconds_left(const State& state) {
    const Milliseconds left = state.settings.countdown - (state.now - state.warned);
    return static_cast<int>(
        std::chrono::ceil<std::chrono::seconds>(std::max(left, Milliseconds{0})).count());
}

int slide(const State& state) {
    return static_cast<int>((state.now - state.asleep) / state.settings.slide);
}

} // namespace foyer::model
