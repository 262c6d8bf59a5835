// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/reduce.h"

#include "kiosk/base/text.h"
#include "kiosk/model/journey.h"
#include "kiosk/model/notice.h"
#include "kiosk/model/reduce_class.h"
#include "kiosk/model/reduce_present.h"
#include "kiosk/model/reduce_quiz.h"
#include "kiosk/model/reduce_staff.h"

#include <algorithm>
#include <array>

namespace foyer::model {

namespace {

constexpr const char* simple_german = "de-simple";

using Requests = std::vector<Request>;

bool is_simple(const Preferences& preferences) { return preferences.language == simple_german; }

std::string shortened(std::string query) {
    std::size_t end = 0;
    for (std::size_t count = 0; count < max_query_characters && end < query.size(); ++count)
        end += text::decode(query, end).bytes;
    query.resize(end);
    return query;
}

std::vector<Request> find(State& state) {
    state.search.first = 0;
    return {Find{state.search.query, state.preferences.language}};
}

struct Reducer {
    State& state;

    std::vector<Request> operator()(const Open& open) {
        state.overlay = Overlay::none;
        if (open.screen == Screen::home) return asks_first(Leaving::home, {}) ? Requests{} : home();
        if (open.screen == Screen::quiz && open.id == quick_quiz) return quick();
        Place place{open.screen, open.id, false, {}, {}};
        if (std::optional<Place> door = door_before(state, place)) place = *std::move(door);
        const Place& here = state.place();
        const bool is_same = here.id == place.id || place.screen == Screen::compare;
        if (here.screen == place.screen && is_same && here.answers.empty()) return {};
        return travel_to(state, std::move(place));
    }

    std::vector<Request> home() {
        state.search.query.clear();
        state.search.result = {};
        return travel(state, {Place{Screen::home, {}, false, {}, {}}}, chosen(state));
    }

    /// Other questions each time; they take the place of those that were just answered.
    std::vector<Request> quick() {
        const std::string dice = std::to_string(state.now.count());
        Place place{Screen::quiz, std::string(quick_quiz) + "/" + dice, false, {}, {}};
        if (state.place().screen != Screen::quiz) return travel_to(state, std::move(place));
        std::vector<Place> history = state.history;
        history.back() = std::move(place);
        return travel(state, std::move(history), chosen(state));
    }

    /// Where answers would be lost, a dialog asks about it. Whether it does.
    bool asks_first(Leaving leaving, const std::vector<Place>& history) {
        if (!loses_answers(state, history)) return false;
        state.quiz->leaving = leaving;
        open_overlay(Overlay::confirm);
        return true;
    }

    std::vector<Request> leave_quiz() {
        const Leaving leaving = state.quiz ? state.quiz->leaving : Leaving::none;
        if (state.overlay != Overlay::confirm) return {};
        (*this)(Close{});
        switch (leaving) {
        case Leaving::none: return {};
        case Leaving::back: return back();
        case Leaving::home: return home();
        case Leaving::end: return begin(state);
        }
        return {};
    }

    std::vector<Request> operator()(const Surprise&) {
        state.overlay = Overlay::none;
        std::vector<Request> requests = travel_to(state, Place{Screen::page, {}, false, {}, {}});
        std::get<Load>(requests.front()).dice = static_cast<std::size_t>(state.now.count());
        return requests;
    }

    std::vector<Request> operator()(const LookAtMap& look) {
        // Another list begins at its top.
        const bool same = state.map.chosen == look.view.chosen &&
                          state.map.filter == look.view.filter && state.map.list == look.view.list;
        if (!same) state.place().scroll = {};
        state.map = look.view;
        return {};
    }

    std::vector<Request> operator()(const FilterEvents& filter) {
        state.timeline_theme = filter.theme;
        state.place().scroll = {};
        return {};
    }

    std::vector<Request> operator()(const ToggleCompared& toggle) {
        std::vector<std::string>& compared = state.compared;
        const auto found = std::find(compared.begin(), compared.end(), toggle.page);
        if (found != compared.end()) {
            compared.erase(found);
        } else {
            if (compared.size() == max_compared) compared.erase(compared.begin());
            compared.push_back(toggle.page);
        }
        if (state.place().screen != Screen::compare) return {};
        return travel(state, state.history, chosen(state));
    }

    /// Each answer is a place of its own, so that "back" leads to the question before.
    std::vector<Request> operator()(const Answer& answer) {
        if (state.place().screen != Screen::guide) return {};
        Place next{Screen::guide, state.place().id, false, {}, {}, state.place().answers};
        next.answers.push_back(answer.option);
        return travel_to(state, std::move(next));
    }

    std::vector<Request> operator()(const Back&) {
        if (state.overlay != Overlay::none) return (*this)(Close{});
        if (close_in_tour(state) || step_back(state)) return {};
        const std::vector<Place> left(state.history.begin(), state.history.end() - 1);
        return asks_first(Leaving::back, left) ? Requests{} : back();
    }

    std::vector<Request> back() {
        if (state.history.size() < 2) return home();
        std::vector<Place> history = state.history;
        history.pop_back();
        return travel(state, std::move(history), chosen(state));
    }

    std::vector<Request> operator()(const SetLanguage& set) {
        Preferences preferences = chosen(state);
        preferences.language_before.clear();
        preferences.language = set.tag;
        state.overlay = Overlay::none;
        return change_language(std::move(preferences));
    }

    std::vector<Request> operator()(const ToggleSimple&) {
        Preferences preferences = chosen(state);
        const std::string before = preferences.language;
        preferences.language = !is_simple(preferences)               ? std::string(simple_german)
                               : preferences.language_before.empty() ? std::string("de")
                                                                     : preferences.language_before;
        preferences.language_before = before;
        return change_language(std::move(preferences));
    }

    std::vector<Request> change_language(Preferences preferences) {
        std::vector<Request> requests = travel(state, state.history, preferences);
        if (!state.search.query.empty())
            requests.push_back(Find{state.search.query, preferences.language});
        return requests;
    }

    std::vector<Request> operator()(const NextSize&) {
        state.preferences.size = (state.preferences.size + 1) % size_count;
        return carry_on();
    }

    std::vector<Request> operator()(const NextTheme&) {
        const int next = (static_cast<int>(state.preferences.theme) + 1) % theme_count;
        state.preferences.theme = static_cast<Theme>(next);
        return carry_on();
    }

    std::vector<Request> operator()(const ToggleReach&) {
        state.preferences.reach = !state.preferences.reach;
        return carry_on();
    }

    /// What needs no pack shows at once and holds at the end of the journey too.
    std::vector<Request> carry_on() {
        if (Journey* journey = visit_under_way(state)) {
            journey->preferences.size = state.preferences.size;
            journey->preferences.theme = state.preferences.theme;
            journey->preferences.reach = state.preferences.reach;
        }
        return {};
    }

    std::vector<Request> operator()(const ToggleMore&) {
        state.place().more = !state.place().more;
        return {};
    }

    std::vector<Request> operator()(const Show& show) {
        if (show.overlay == Overlay::term) return {LoadTerm{show.id, state.preferences.language}};
        open_overlay(show.overlay);
        return {};
    }

    void open_overlay(Overlay overlay) {
        if (state.overlay == Overlay::none) state.focus_under = state.place().focus;
        state.overlay = overlay;
        state.overlay_scroll = {};
        state.place().focus.clear();
    }

    std::vector<Request> operator()(const Close&) {
        if (state.overlay != Overlay::none) state.place().focus = state.focus_under;
        state.overlay = Overlay::none;
        state.term.reset();
        if (state.quiz) state.quiz->leaving = Leaving::none;
        return {};
    }

    std::vector<Request> operator()(const EndSession&) {
        return asks_first(Leaving::end, {}) ? Requests{} : begin(state);
    }

    std::vector<Request> operator()(const Type& type) {
        if (text::length(state.search.query) >= max_query_characters) return {};
        state.search.query = shortened(state.search.query + type.text);
        return find(state);
    }

    std::vector<Request> operator()(const Erase& erase) {
        std::string& query = state.search.query;
        if (query.empty()) return {};
        if (erase.all) query.clear();
        // UTF-8: the bytes 10xxxxxx belong to the character before them.
        while (!query.empty() && (query.back() & '\xC0') == '\x80') query.pop_back();
        if (!query.empty()) query.pop_back();
        return find(state);
    }

    std::vector<Request> operator()(const SetQuery& set) {
        state.search.query = shortened(set.text);
        return find(state);
    }

    std::vector<Request> operator()(const SetKeyboard& set) {
        state.search.layout = set.layout;
        return {};
    }

    std::vector<Request> operator()(const ShowHits& show) {
        const SearchResult& found = state.search.result;
        const std::size_t offers = found.nearest.size() + state.view.catalogue.topics.size();
        const int count = static_cast<int>(found.hits.empty() ? offers : found.hits.size());
        state.search.first = std::clamp(show.first, 0, std::max(0, count - 1));
        return {};
    }

    /// The drawing knows how far a page reaches; App turns this into ScrollTo.
    std::vector<Request> operator()(const TurnPage&) { return {}; }

    std::vector<Request> operator()(const ScrollTo& to) {
        state.scroll() = to.scroll;
        return {};
    }

    std::vector<Request> operator()(const Focus& focus) {
        state.place().focus = focus.node;
        return {};
    }

    std::vector<Request> operator()(const Loaded& loaded) {
        if (!state.journey || state.journey->ticket != loaded.ticket) return {};
        const bool was_attract = state.place().screen == Screen::attract;
        state.history = std::move(state.journey->history);
        state.preferences = std::move(state.journey->preferences);
        state.journey.reset();
        state.view = loaded.view;
        state.fault.reset();
        if (state.overlay_scrolls()) (*this)(Close{});
        // Whoever asked for any page is told which one it was.
        if (state.place().screen == Screen::page && state.place().id.empty() && state.view.page)
            state.place().id = state.view.page->card.page;
        if (state.place().screen == Screen::attract && !was_attract) state.asleep = state.now;
        arrive_at_tour(state);
        arrive_at_quiz(state);
        Requests requests = arrive_in_class(state);
        for (Request& request : arrive_in_staff_room(state)) requests.push_back(std::move(request));
        return requests;
    }

    std::vector<Request> operator()(const PackFailed& failed) {
        if (!state.journey || state.journey->ticket != failed.ticket) return {};
        state.journey.reset();
        state.fault = failed.error;
        state.overlay = Overlay::none;
        state.history = {Place{Screen::fault, {}, false, {}, {}}};
        return {};
    }

    std::vector<Request> operator()(const PackReplaced&) {
        if (state.fault) return begin(state);
        Journey to = state.journey.value_or(Journey{0, state.history, state.preferences});
        const std::string language = to.preferences.language;
        std::vector<Request> requests =
            travel(state, std::move(to.history), std::move(to.preferences));
        if (!state.search.query.empty()) requests.push_back(Find{state.search.query, language});
        return requests;
    }

    std::vector<Request> operator()(const Found& found) {
        if (found.result.query == state.search.query) state.search.result = found.result;
        return {};
    }

    std::vector<Request> operator()(const TermLoaded& loaded) {
        state.term = loaded.term;
        open_overlay(Overlay::term);
        return {};
    }

    std::vector<Request> operator()(const UpdateSeen& seen) {
        see(state, seen);
        return {};
    }

    std::vector<Request> operator()(const PresentAction& action) {
        return reduce_present(state, action);
    }
    std::vector<Request> operator()(const QuizAction& action) {
        const bool leaves = std::holds_alternative<LoseAnswers>(action);
        return leaves ? leave_quiz() : reduce_quiz(state, action);
    }
    /// Whoever ends a class stands where it began.
    std::vector<Request> operator()(const ClassAction& action) {
        if (state.overlay == Overlay::confirm) (*this)(Close{});
        std::vector<Request> requests = reduce_class(state, action);
        const bool ended = std::holds_alternative<EndClass>(action) && !requests.empty();
        if (!ended || state.place().screen != Screen::classroom) return requests;
        for (Request& request : back()) requests.push_back(std::move(request));
        return requests;
    }
    std::vector<Request> operator()(const StaffAction& action) {
        return reduce_staff(state, action);
    }
    std::vector<Request> operator()(const DeviceAnswer& answer) {
        hear_of_class(state, answer);
        return hear_device(state, answer);
    }

    std::vector<Request> operator()(const Activity&) {
        state.active = state.now;
        if (state.overlay == Overlay::idle) return (*this)(Close{});
        return {};
    }

    std::vector<Request> operator()(const Tick& tick) {
        state.now = tick.now;
        std::vector<Request> requests;
        for (std::vector<Request>& some :
             std::array{tick_present(state), tick_class(state), fall_back()})
            requests.insert(requests.end(), some.begin(), some.end());
        return requests;
    }

    /// What happens when nobody touches the screen for long.
    std::vector<Request> fall_back() {
        const Screen screen = state.place().screen;
        if (screen == Screen::attract || screen == Screen::fault) return {};
        if (plays(state)) return {};
        if (state.overlay != Overlay::idle) {
            if (state.now - state.active < quiet_time(state)) return {};
            open_overlay(Overlay::idle);
            state.warned = state.now;
            return {};
        }
        if (state.now - state.warned < state.settings.countdown) return {};
        return begin(state);
    }
};

} // namespace

std::vector<Request> reduce(State& state, const Action& action) {
    return std::visit(Reducer{state}, action);
}

std::vector<Request> begin(State& state) {
    Preferences preferences;
    preferences.language = state.settings.start_language;
    preferences.reach = state.settings.reach;
    state.map = MapView{};
    state.timeline_theme.clear();
    state.compared.clear();
    state.search = Search{};
    state.search.layout = state.settings.keyboard;
    state.overlay = Overlay::none;
    state.term.reset();
    state.presentation.reset();
    state.quiz.reset();
    leave_class(state);
    leave_staff_room(state);
    state.focus_under.clear();
    state.active = state.asleep = state.now;
    return travel(state, {Place{}}, std::move(preferences));
}

} // namespace foyer::model
