// SPDX-License-Identifier: EUPL-1.2
#include "tests/model/session.h"

#include <utility>

namespace foyer::test {

using namespace model;

namespace {

template <class Wanted> const Wanted* first(const std::vector<Request>& requests) {
    for (const Request& request : requests) {
        if (const auto* wanted = std::get_if<Wanted>(&request)) return wanted;
    }
    return nullptr;
}

} // namespace

View view_of(const Load& load, int minutes) {
    View view;
    view.language = load.language;
    view.catalogue.id = "probe";
    if (load.place.screen != Screen::page) return view;
    view.page.emplace();
    view.page->card.page = load.place.id;
    view.page->card.minutes = minutes;
    return view;
}

Session::Session(Settings settings, Milliseconds start) {
    state.settings = std::move(settings);
    state.now = start;
    requests = begin(state);
    open_.push_back(*load());
    answer();
}

void Session::act_without_answer(const Action& action) {
    requests = reduce(state, action);
    if (load()) open_.push_back(*load());
}

void Session::act(const Action& action) {
    act_without_answer(action);
    answer();
}

void Session::answer() {
    for (const Load& load : std::exchange(open_, {})) {
        View view = view_of(load, minutes);
        if (also) also(load, view);
        for (Request& request : reduce(state, Loaded{load.ticket, std::move(view)}))
            requests.push_back(std::move(request));
    }
}

const Load* Session::load() const { return first<Load>(requests); }
const Find* Session::find() const { return first<Find>(requests); }

} // namespace foyer::test
