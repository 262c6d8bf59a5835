// SPDX-License-Identifier: EUPL-1.2
// The state of the kiosk: all a screen needs to be drawn, as plain data that can be copied,
// compared and printed. Read this first: action.h is what can happen to it, reduce.h is how it
// changes.
#pragma once

#include "kiosk/base/geometry.h"
#include "kiosk/base/result.h"
#include "kiosk/model/content.h"
#include "kiosk/model/course.h"
#include "kiosk/model/guide.h"
#include "kiosk/model/presentation.h"
#include "kiosk/model/quiz.h"
#include "kiosk/model/staff.h"
#include "kiosk/model/update.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace foyer::model {

using Milliseconds = std::chrono::milliseconds;

enum class Screen {
    attract,
    home,
    topic,
    page,
    search,
    map,
    timeline,
    compare,
    guides,
    guide,
    news,
    tours,
    tour,
    learn,
    course,
    quiz,
    help,
    about,
    privacy,
    pin,
    staff,
    classroom,
    fault
};
enum class Theme { light, light_contrast, dark_contrast, yellow_black };
enum class Overlay { none, idle, languages, term, take, confirm };
enum class KeyboardLayout { qwertz, abc, digits };

constexpr int theme_count = 4;
constexpr int size_count = 3;
constexpr std::size_t max_query_characters = 60;
/// How many cases stand side by side.
constexpr std::size_t max_compared = 3;
/// How many places "back" remembers.
constexpr std::size_t max_history = 100;

/// What a visitor may set; falls back with the session.
struct Preferences {
    std::string language = "de"; ///< BCP 47, "de-simple" is Leichte Sprache
    std::string language_before; ///< where the Leichte Sprache button goes back to
    int size = 0;                ///< 0 standard, 1 large, 2 very large
    Theme theme = Theme::light;
    bool reach = false; ///< everything operable in the lower part
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// Where a scroll area stands. The anchor outlives a new layout (language, size, orientation); the
/// offset does not.
struct Scroll {
    float offset_px = 0;
    std::size_t layout = 0; ///< the layout the offset belongs to; 0: none, use the anchor
    int item = 0;           ///< the topmost item ...
    float part = 0;         ///< ... and how much of it is above the edge, 0 to 1
    friend bool operator==(const Scroll&, const Scroll&) = default;
};

/// Where a visitor is. Back goes through these.
struct Place {
    Screen screen = Screen::attract;
    /// Of the topic, page, guide, tour or course; of a comparison the pages', with blanks; of a
    /// quiz "<course>", "<course>/<section from 1>" or "quick/<dice>"; of the staff room the part
    /// of it, of the classroom the course.
    std::string id;
    bool more = false; ///< of a page: the article is open
    Scroll scroll;
    std::string focus;             ///< the node that has the keys, or empty
    std::vector<int> answers = {}; ///< of a guide: the options that were chosen, from 0
    friend bool operator==(const Place&, const Place&) = default;
};

/// What the pack says about the place that is shown.
struct View {
    std::string pack; ///< which one says so: its hash, or "factory"
    std::string language;
    Catalogue catalogue;
    std::vector<Card> cards;       ///< of a topic
    std::vector<Slide> slides;     ///< of the attract screen
    std::vector<CaseMark> cases;   ///< of the map and of the choice of what to compare
    std::vector<Page> compared;    ///< in the order they were chosen
    std::vector<Event> events;     ///< of the timeline, by date
    std::vector<GuideCard> guides; ///< in the order of the pack
    std::optional<Guide> guide;
    std::vector<TourCard> tours; ///< in the order of the pack
    std::optional<Tour> tour;
    std::vector<CourseCard> courses; ///< in the order of the pack
    std::optional<Course> course;    ///< also of the classroom and of the quiz of a course
    std::vector<QuizQuestion> quiz;  ///< of the quick quiz
    std::optional<Page> page;
    std::vector<Term> page_terms; ///< the glossary terms marked on the page
    std::optional<Error> broken;  ///< this page cannot be shown; the rest can
    friend bool operator==(const View&, const View&) = default;
};

/// Texts of the town, by language, from the settings file.
struct TownText {
    std::string language, greeting, imprint, privacy, accessibility, contact;
    friend bool operator==(const TownText&, const TownText&) = default;
};

/// What the operator set; never changes in a session.
struct Settings {
    std::string town;
    std::string crest; ///< path of a picture, or empty
    std::vector<TownText> texts;
    std::string start_language = "de";
    std::vector<std::string> languages; ///< offered; empty: all of the pack
    bool reach = false;
    KeyboardLayout keyboard = KeyboardLayout::qwertz;
    Milliseconds warn_after{75'000};
    Milliseconds countdown{25'000};
    Milliseconds slide{30'000};        ///< of the attract screen
    std::optional<OpeningHours> hours; ///< absent: the screen is always on
    bool counting = true;              ///< hourly counters (device.h)
    float room_distance_mm = 5000;     ///< from which a tour is read
    Size projector_mm{2000, 1125};     ///< the picture a projector throws
    friend bool operator==(const Settings&, const Settings&) = default;
};

struct Search {
    std::string query;
    SearchResult result; ///< of the last answered query
    int first = 0;       ///< the first hit, or offer of a search without hits, where only some fit
    KeyboardLayout layout = KeyboardLayout::qwertz;
    friend bool operator==(const Search&, const Search&) = default;
};

/// Which cases are shown; empty: all.
struct CaseFilter {
    std::string domain, status, size;
    friend bool operator==(const CaseFilter&, const CaseFilter&) = default;
};

/// What of the map is on the screen.
struct MapView {
    Spot centre{50.0, 8.6};
    int zoom = 0;       ///< steps; 0 shows all of Europe
    std::string chosen; ///< the page whose mark was touched, or empty
    bool list = false;  ///< where only one of both has room: the list instead of the map
    CaseFilter filter;
    friend bool operator==(const MapView&, const MapView&) = default;
};

/// A journey that has begun and waits for the pack: the old screen stays until the new one is
/// there.
struct Journey {
    int ticket = 0;
    std::vector<Place> history;
    Preferences preferences;
    friend bool operator==(const Journey&, const Journey&) = default;
};

/// What the updater says. It belongs to the device, not to the visit: no session ends it.
struct Updating {
    bool has_store = false;   ///< somebody keeps the content up to date
    UpdateStatus latest;      ///< of whatever channel
    UpdateStatus stick;       ///< of a stick; idle: there is none, or nothing is to be said of it
    Milliseconds stick_at{0}; ///< when that was told last
    Freshness freshness;
    friend bool operator==(const Updating&, const Updating&) = default;
};

struct State {
    Settings settings;
    Preferences preferences;
    std::vector<Place> history = {Place{}}; ///< never empty; the last one is shown
    View view;
    Search search;
    MapView map;
    std::string timeline_theme;        ///< the only one shown; empty: all
    std::vector<std::string> compared; ///< ids of pages, at most max_compared
    Overlay overlay = Overlay::none;
    std::optional<Presentation> presentation; ///< a tour that is shown to a room
    Size projector; ///< px of the display that a room sees; empty: none. Belongs to the device
    std::optional<Quiz> quiz;
    Classroom classroom; ///< belongs to the device: no session ends the record
    StaffRoom staff;
    std::optional<Term> term;   ///< of Overlay::term
    Scroll overlay_scroll;      ///< of what lies over the screen and may be long
    std::string focus_under;    ///< what had the keys before the overlay
    std::optional<Error> fault; ///< no pack at all
    std::optional<Journey> journey;
    int tickets = 0;
    Updating update;
    Milliseconds now{0};
    Milliseconds active{0}; ///< last touch or key
    Milliseconds asleep{0}; ///< since when the attract screen stands
    Milliseconds warned{0}; ///< since when the idle overlay stands

    // In state.cpp, so that it is compiled once.
    State();
    State(const State&);
    State(State&&) noexcept;
    State& operator=(const State&);
    State& operator=(State&&) noexcept;
    ~State();

    const Place& place() const { return history.back(); }
    Place& place() { return history.back(); }
    bool has_projector() const { return projector.w > 0; }
    bool overlay_scrolls() const { return overlay == Overlay::term || overlay == Overlay::take; }
    /// Of what scrolls now.
    Scroll& scroll() { return overlay_scrolls() ? overlay_scroll : place().scroll; }
    const Scroll& scroll() const { return overlay_scrolls() ? overlay_scroll : place().scroll; }
    friend bool operator==(const State&, const State&);
};

/// The settings' texts in the nearest language.
const TownText* town_text(const Settings& settings, const std::string& language);

/// One line for logs and failing tests.
std::string print(const State& state);

const char* name(Screen screen);
const char* name(Theme theme);
const char* name(Overlay overlay);

} // namespace foyer::model
