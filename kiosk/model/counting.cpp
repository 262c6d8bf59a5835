// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/counting.h"

#include "kiosk/base/text.h"

#include <utility>

namespace foyer::model {

namespace {

constexpr std::size_t least_missed_letters = 3;

/// Screens that are a choice of the visitor; the others are on the way to them.
bool is_used(Screen screen) {
    switch (screen) {
    case Screen::attract:
    case Screen::home:
    case Screen::page:
    case Screen::pin:
    case Screen::staff:
    case Screen::classroom:
    case Screen::fault: return false;
    default: return true;
    }
}

std::string missed_query(const State& state) {
    const Search& search = state.search;
    const bool answered = search.result.query == search.query;
    const bool nothing = answered && search.result.hits.empty();
    if (state.place().screen != Screen::search || !nothing) return {};
    return text::length(search.query) < least_missed_letters ? std::string() : search.query;
}

} // namespace

Footprint footprint(const State& state) {
    Footprint print;
    const bool at_work = state.staff.owner != PinOwner::nobody || state.presentation.has_value();
    print.counts = state.settings.counting && !at_work;
    print.screen = state.place().screen;
    if (print.screen == Screen::page) print.page = state.place().id;
    print.missed = missed_query(state);
    print.preferences = state.preferences;
    return print;
}

std::vector<Count> counts_between(const Footprint& before, const Footprint& after) {
    std::vector<Count> counts;
    const bool here = after.screen != Screen::attract && after.screen != Screen::fault;
    if (!after.counts || !here) return counts;
    const auto add = [&](Counted what, std::string key) {
        counts.push_back({what, std::move(key)});
    };
    if (before.screen == Screen::attract) add(Counted::visit, "visit");
    if (before.screen != after.screen && is_used(after.screen))
        add(Counted::screen, name(after.screen));
    if (before.page != after.page && !after.page.empty()) add(Counted::page, after.page);
    const Preferences& was = before.preferences;
    const Preferences& is = after.preferences;
    // What a visit begins with was chosen by nobody.
    if (before.screen == Screen::attract) return counts;
    if (was.language != is.language) add(Counted::language, is.language);
    if (was.size != is.size && is.size > 0) add(Counted::aid, "size_" + std::to_string(is.size));
    if (was.theme != is.theme && is.theme != Theme::light) add(Counted::aid, name(is.theme));
    if (!was.reach && is.reach) add(Counted::aid, "reach");
    if (was.language != is.language && is.language == "de-simple") add(Counted::aid, "simple");
    return counts;
}

std::optional<Count> MissedSearch::see(const Footprint& now, Milliseconds at) {
    const std::string query = now.counts ? now.missed : std::string();
    const bool same = query == query_;
    const bool left = now.screen != Screen::search;
    std::optional<Count> count;
    if (!query_.empty() && !counted_ && now.counts && (same ? at - since_ >= missed_after : left)) {
        count = Count{Counted::missed, query_};
        counted_ = true;
    }
    if (same) return count;
    query_ = query;
    since_ = at;
    counted_ = false;
    return count;
}

std::optional<Milliseconds> MissedSearch::due() const {
    if (query_.empty() || counted_) return std::nullopt;
    return since_ + missed_after;
}

const char* name(Counted what) {
    switch (what) {
    case Counted::visit: return "visit";
    case Counted::page: return "page";
    case Counted::screen: return "screen";
    case Counted::language: return "language";
    case Counted::aid: return "aid";
    case Counted::missed: return "missed";
    }
    return "";
}

} // namespace foyer::model
