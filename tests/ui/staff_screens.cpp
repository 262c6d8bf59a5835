// SPDX-License-Identifier: EUPL-1.2
// The staff room, its door and the privacy page, with as much in them as there can be.
#include "tests/ui/samples.h"

namespace foyer::test {

using namespace model;

namespace {

DeviceStatus status() {
    DeviceStatus all;
    all.program = "0.1.0";
    all.packs = {{std::string(64, 'a'), "foyer-musterstadt", "2026.11.2", "2026-11-20",
                  PackEntry::State::shown},
                 {std::string(64, 'b'), "foyer-musterstadt", "2026.10.1", "2026-10-02",
                  PackEntry::State::refused},
                 {"factory", "foyer", "1.0", "2026-01-15", PackEntry::State::factory}};
    all.free_bytes = 12'345'678'901;
    all.total_bytes = 31'000'000'000;
    all.uptime = std::chrono::hours(75);
    all.running = std::chrono::minutes(95);
    all.temperature = 48.6;
    all.resident_bytes = 123'000'000;
    all.frames = {600, 2.4, 11.9, 34.2};
    all.local_time = "2026-11-23 14:05";
    all.log = {"2026-11-23T14:05:00.000+01:00 info: the pack that is shown: factory",
               "2026-11-23T14:05:01.000+01:00 warning: " + std::string(120, 'x')};
    all.can_dim = true;
    all.can_sound = false;
    all.set_aside = true;
    return all;
}

Statistics statistics() {
    Statistics all;
    all.days = 30;
    all.visits = 12'345;
    all.pages = {{"a", "Was ist Open Source, und was hat eine Verwaltung davon?", 1234},
                 {"gone", "gone", 3}};
    all.screens = {{"map", "map", 800}, {"search", "search", 99}};
    all.languages = {{"en", "en", 70}};
    all.aids = {{"size_1", "size_1", 44}, {"yellow_black", "yellow_black", 4}};
    all.missed = {{"freibad", "freibad", 17}};
    all.by_hour[9] = 12;
    all.by_hour[15] = 40;
    all.by_day = {{"2026-11-22", "2026-11-22", 12}, {"2026-11-23", "2026-11-23", 40}};
    return all;
}

State in_staff_room(const std::string& part, const std::string& language) {
    State state = state_at(Screen::staff, part, language);
    state.staff.staff_pin = true;
    state.staff.owner = PinOwner::staff;
    state.staff.status = status();
    state.update.has_store = true;
    state.update.latest.phase = UpdatePhase::refused;
    state.update.latest.at = "2026-11-23T09:12:00Z";
    state.update.freshness.last_success = "2026-11-20T09:12:00Z";
    state.update.freshness.last_refusal = Refusal::untrusted;
    state.update.freshness.last_refusal_at = "2026-11-23T09:12:00Z";
    return state;
}

State at_door(const std::string& id, const std::string& language) {
    State state = state_at(Screen::pin, id, language);
    state.staff.staff_pin = state.staff.trainer_pin = true;
    return state;
}

} // namespace

std::vector<NamedState> staff_screens(const std::string& language) {
    std::vector<NamedState> all;
    for (const char* part : {"", "pack", "settings", "hours", "tests", "test:ruler", "test:touch",
                             "test:colours", "test:contrast", "logs"})
        all.push_back({std::string("staff ") + part, in_staff_room(part, language)});
    State counted = in_staff_room("statistics", language);
    counted.staff.statistics = statistics();
    counted.staff.written = WrittenOut{Paper::statistics, Errc::no_space, "stick", {}};
    all.push_back({"staff statistics", counted});
    State touched = in_staff_room("test:touch", language);
    for (std::size_t i = 0; i < touch_crosses; ++i) touched.staff.touches.push_back({400, 300});
    all.push_back({"staff touched", touched});
    State back = in_staff_room("pack", language);
    back.staff.went_back = true;
    all.push_back({"staff went back", back});
    State typed = at_door("staff", language);
    typed.staff.digits = "258025802580";
    all.push_back({"pin", typed});
    State locked = at_door("class:grundlagen", language);
    locked.staff.locked_until = locked.now + std::chrono::seconds(899);
    all.push_back({"pin that waits", locked});
    State about = state_at(Screen::about, {}, language);
    about.staff.staff_pin = true;
    all.push_back({"about with a door", about});
    all.push_back({"privacy", state_at(Screen::privacy, {}, language)});
    State off = state_at(Screen::privacy, {}, language);
    off.settings.counting = false;
    all.push_back({"privacy without counting", off});
    return all;
}

} // namespace foyer::test
