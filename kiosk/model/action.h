// SPDX-License-Identifier: EUPL-1.2
// What can happen (Action) and what a change asks the outside for (Request). Both are plain data.
#pragma once

#include "kiosk/model/state.h"

#include <variant>

namespace foyer::model {

// What a visitor does.
struct Open {
    Screen screen;
    std::string id;
    friend bool operator==(const Open&, const Open&) = default;
};
struct Back {
    friend bool operator==(const Back&, const Back&) = default;
};
struct SetLanguage {
    std::string tag;
    friend bool operator==(const SetLanguage&, const SetLanguage&) = default;
};
struct ToggleSimple {
    friend bool operator==(const ToggleSimple&, const ToggleSimple&) = default;
};
struct NextSize {
    friend bool operator==(const NextSize&, const NextSize&) = default;
};
struct NextTheme {
    friend bool operator==(const NextTheme&, const NextTheme&) = default;
};
struct ToggleReach {
    friend bool operator==(const ToggleReach&, const ToggleReach&) = default;
};
struct ToggleMore {
    friend bool operator==(const ToggleMore&, const ToggleMore&) = default;
};
struct Show {
    Overlay overlay;
    std::string id; ///< of Overlay::term
    friend bool operator==(const Show&, const Show&) = default;
};
struct Close {
    friend bool operator==(const Close&, const Close&) = default;
};
struct EndSession {
    friend bool operator==(const EndSession&, const EndSession&) = default;
};
struct Type {
    std::string text;
    friend bool operator==(const Type&, const Type&) = default;
};
struct Erase {
    bool all;
    friend bool operator==(const Erase&, const Erase&) = default;
};
struct SetQuery {
    std::string text;
    friend bool operator==(const SetQuery&, const SetQuery&) = default;
};
struct SetKeyboard {
    KeyboardLayout layout;
    friend bool operator==(const SetKeyboard&, const SetKeyboard&) = default;
};
struct ShowHits {
    int first; ///< of the hits, or of the offers where nothing was found
    friend bool operator==(const ShowHits&, const ShowHits&) = default;
};
struct TurnPage {
    int by; ///< screens; negative is up
    friend bool operator==(const TurnPage&, const TurnPage&) = default;
};
/// Opens any page.
struct Surprise {
    friend bool operator==(const Surprise&, const Surprise&) = default;
};
struct LookAtMap {
    MapView view;
    friend bool operator==(const LookAtMap&, const LookAtMap&) = default;
};
struct FilterEvents {
    std::string theme; ///< empty: all
    friend bool operator==(const FilterEvents&, const FilterEvents&) = default;
};
/// Puts a case into the comparison or takes it out again; one too many pushes out the first.
struct ToggleCompared {
    std::string page;
    friend bool operator==(const ToggleCompared&, const ToggleCompared&) = default;
};
/// Chooses an option of the guide's question.
struct Answer {
    int option; ///< from 0
    friend bool operator==(const Answer&, const Answer&) = default;
};

// What the drawing found out.
struct ScrollTo {
    Scroll scroll;
    friend bool operator==(const ScrollTo&, const ScrollTo&) = default;
};
struct Focus {
    std::string node;
    friend bool operator==(const Focus&, const Focus&) = default;
};

// What the outside says.
struct Loaded {
    int ticket;
    View view;
    friend bool operator==(const Loaded&, const Loaded&) = default;
};
struct PackFailed {
    int ticket;
    Error error;
    friend bool operator==(const PackFailed&, const PackFailed&) = default;
};
struct PackReplaced {
    friend bool operator==(const PackReplaced&, const PackReplaced&) = default;
};
struct Found {
    SearchResult result;
    friend bool operator==(const Found&, const Found&) = default;
};
struct TermLoaded {
    Term term;
    friend bool operator==(const TermLoaded&, const TermLoaded&) = default;
};
/// The updater wrote what it does.
struct UpdateSeen {
    enum class When { at_start, now };
    When when; ///< at_start: what was done by then is history
    UpdateStatus status;
    Freshness freshness;
    friend bool operator==(const UpdateSeen&, const UpdateSeen&) = default;
};
/// A touch or a key, whatever it did.
struct Activity {
    friend bool operator==(const Activity&, const Activity&) = default;
};
struct Tick {
    Milliseconds now;
    friend bool operator==(const Tick&, const Tick&) = default;
};

using AnyAction =
    std::variant<Open, Back, SetLanguage, ToggleSimple, NextSize, NextTheme, ToggleReach,
                 ToggleMore, Show, Close, EndSession, Type, Erase, SetQuery, SetKeyboard, ShowHits,
                 TurnPage, Surprise, LookAtMap, FilterEvents, ToggleCompared, Answer, ScrollTo,
                 Focus, Loaded, PackFailed, PackReplaced, Found, TermLoaded, UpdateSeen, Activity,
                 Tick, PresentAction, QuizAction, ClassAction, StaffAction, DeviceAnswer>;

/// What happened. Copying and destroying one is compiled once (action.cpp) and not by each file
/// that draws a button: those compile in a third of the time.
struct Action : AnyAction {
    using AnyAction::AnyAction;
    Action(const Action&);
    Action(Action&&) noexcept;
    Action& operator=(const Action&);
    Action& operator=(Action&&) noexcept;
    ~Action();
    friend bool operator==(const Action&, const Action&);
};

/// Read what the pack says about a place.
struct Load {
    int ticket;
    Place place; ///< a page without an id: any page
    std::string language;
    std::size_t dice = 0; ///< which, of any
    friend bool operator==(const Load&, const Load&) = default;
};
struct Find {
    std::string query, language;
    friend bool operator==(const Find&, const Find&) = default;
};
struct LoadTerm {
    std::string id, language;
    friend bool operator==(const LoadTerm&, const LoadTerm&) = default;
};
using Request = std::variant<Load, Find, LoadTerm, DeviceRequest>;

} // namespace foyer::model
