// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/state.h"

namespace foyer::model {

State::State() = default;
State::State(const State&) = default;
State::State(State&&) noexcept = default;
State& State::operator=(const State&) = default;
State& State::operator=(State&&) noexcept = default;
State::~State() = default;
bool operator==(const State&, const State&) = default;

const TownText* town_text(const Settings& settings, const std::string& language) {
    const auto named = [&](const std::string& tag) -> const TownText* {
        for (const TownText& text : settings.texts) {
            if (text.language == tag) return &text;
        }
        return nullptr;
    };
    for (const std::string& tag :
         {language, language.substr(0, language.find('-')), std::string("de")}) {
        if (const TownText* text = named(tag)) return text;
    }
    return settings.texts.empty() ? nullptr : &settings.texts.front();
}

const char* name(Screen screen) {
    switch (screen) {
    case Screen::attract: return "attract";
    case Screen::home: return "home";
    case Screen::topic: return "topic";
    case Screen::page: return "page";
    case Screen::search: return "search";
    case Screen::map: return "map";
    case Screen::timeline: return "timeline";
    case Screen::compare: return "compare";
    case Screen::guides: return "guides";
    case Screen::guide: return "guide";
    case Screen::news: return "news";
    case Screen::tours: return "tours";
    case Screen::tour: return "tour";
    case Screen::learn: return "learn";
    case Screen::course: return "course";
    case Screen::quiz: return "quiz";
    case Screen::help: return "help";
    case Screen::about: return "about";
    case Screen::privacy: return "privacy";
    case Screen::pin: return "pin";
    case Screen::staff: return "staff";
    case Screen::classroom: return "classroom";
    case Screen::fault: return "fault";
    }
    return "";
}

const char* name(Theme theme) {
    switch (theme) {
    case Theme::light: return "light";
    case Theme::light_contrast: return "light_contrast";
    case Theme::dark_contrast: return "dark_contrast";
    case Theme::yellow_black: return "yellow_black";
    }
    return "";
}

const char* name(Overlay overlay) {
    switch (overlay) {
    case Overlay::none: return "none";
    case Overlay::idle: return "idle";
    case Overlay::languages: return "languages";
    case Overlay::term: return "term";
    case Overlay::take: return "take";
    case Overlay::confirm: return "confirm";
    }
    return "";
}

std::string print(const State& state) {
    const Place& place = state.place();
    std::string out = name(place.screen);
    if (!place.id.empty()) out += ":" + place.id;
    if (place.more) out += "+more";
    for (const int answer : place.answers) out += "/" + std::to_string(answer);
    out += " [" + state.preferences.language + " " + name(state.preferences.theme) + " " +
           std::to_string(state.preferences.size) + (state.preferences.reach ? " reach" : "") + "]";
    if (state.overlay != Overlay::none) out += std::string(" over ") + name(state.overlay);
    if (!state.search.query.empty()) out += " query \"" + state.search.query + "\"";
    return out;
}

} // namespace foyer::model
