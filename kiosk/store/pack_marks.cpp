// SPDX-License-Identifier: EUPL-1.2
// Pack::cases and Pack::events: what the map and the timeline show. What cannot be read costs
// itself, not the list.
#include "kiosk/store/database.h"
#include "kiosk/store/limits.h"
#include "kiosk/store/nearest.h"
#include "kiosk/store/pack.h"
#include "kiosk/store/read_source.h"
#include "kiosk/store/words.h"

#include <algorithm>
#include <tuple>

namespace foyer::store {

namespace {

constexpr const char* select_cases =
    "SELECT page FROM case_facts WHERE latitude IS NOT NULL ORDER BY page LIMIT 100000";
constexpr const char* select_mark =
    "SELECT latitude, longitude, country, size, from_year, coalesce(to_year, 0) FROM case_facts "
    "WHERE page = ?";
constexpr const char* select_domains =
    "SELECT domain FROM case_domain WHERE page = ? ORDER BY position LIMIT 1000";
constexpr const char* select_events =
    "SELECT id, date, theme, coalesce(page, '') FROM event ORDER BY date, id LIMIT 2000";
constexpr const char* select_event_text =
    "SELECT language, title, text FROM event_text WHERE event = ?1" FOYER_NEAREST_LANGUAGE;
constexpr const char* select_event_sources =
    "SELECT s.id, s.title, s.publisher, s.date, s.url, s.language, s.reliability "
    "FROM event_source e JOIN source s ON s.id = e.source WHERE e.event = ? "
    "ORDER BY e.position LIMIT 1000";

constexpr int last_year = 9'999;

template <class T> bool out_of_time(const Result<T>& one) {
    return !one && one.error().code == Errc::timeout;
}

} // namespace

Result<model::CaseMark> Pack::mark(const std::string& page, const std::string& language) {
    model::CaseMark out;
    out.card = TRY(read_card(page, language));
    TRY(database_->query(select_mark).bind(page).one([&](Row& row) {
        out.spot.latitude = row.measure(0, -90, 90);
        out.spot.longitude = row.measure(1, -180, 180);
        out.country = row.text(2);
        out.size = row.text(3);
        out.from = row.number(4, 0, last_year);
        out.to = row.number(5, 0, last_year);
    }));
    TRY(database_->query(select_domains).bind(page).each([&](Row& row) {
        out.domains.push_back(row.text(0));
    }));
    return out;
}

Result<std::vector<model::CaseMark>> Pack::cases(const std::string& language) {
    database_->allow(limits::answer);
    std::vector<std::string> ids;
    TRY(database_->query(select_cases).each([&](Row& row) { ids.push_back(row.text(0)); }));
    struct Placed {
        std::string title;
        model::CaseMark mark;
    };
    std::vector<Placed> placed;
    for (const std::string& id : ids) {
        Result<model::CaseMark> one = mark(id, language);
        if (out_of_time(one)) return std::move(one).error();
        if (one) placed.push_back({fold(one->card.title), *std::move(one)});
    }
    std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.title, a.mark.card.page) < std::tie(b.title, b.mark.card.page);
    });
    std::vector<model::CaseMark> out;
    out.reserve(placed.size());
    for (Placed& one : placed) out.push_back(std::move(one.mark));
    return out;
}

Result<model::Event> Pack::event(model::Event out, const std::string& language) {
    const std::string base = primary(language);
    const bool there = TRY(database_->query(select_event_text)
                               .bind(out.id)
                               .bind(language)
                               .bind(base)
                               .one([&](Row& row) {
                                   out.language = row.text(0);
                                   out.title = row.text(1);
                                   out.text = row.text(2);
                               }));
    if (!there) return Error{Errc::damaged, "event " + out.id + " has no text"};
    TRY(database_->query(select_event_sources).bind(out.id).each([&](Row& row) {
        out.sources.push_back(read_source(row, 0));
    }));
    return out;
}

Result<std::vector<model::Event>> Pack::events(const std::string& language) {
    database_->allow(limits::answer);
    std::vector<model::Event> found, out;
    TRY(database_->query(select_events).each([&](Row& row) {
        model::Event event;
        event.id = row.text(0);
        event.date = row.text(1);
        event.theme = row.text(2);
        event.page = row.text(3);
        found.push_back(std::move(event));
    }));
    for (model::Event& event : found) {
        Result<model::Event> one = this->event(std::move(event), language);
        if (out_of_time(one)) return std::move(one).error();
        if (one) out.push_back(*std::move(one));
    }
    return out;
}

} // namespace foyer::store
