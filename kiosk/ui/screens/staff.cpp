// SPDX-License-Identifier: EUPL-1.2
// Staff: the staff room. Its parts are places; here is the overview and what they share.
#include "kiosk/ui/screens/staff_parts.h"

#include "kiosk/ui/cards.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace foyer::ui {

namespace {

std::string with_fraction(const Words& words, double value) {
    const long tenths = std::lround(value * 10);
    return words.number(tenths / 10) + words("number.decimal") +
           std::to_string(std::abs(tenths % 10));
}

std::string update_words(const Words& words, const model::State& state) {
    const model::UpdateStatus& latest = state.update.latest;
    const std::string key = std::string("staff.update.") + model::name(latest.phase);
    std::string all = words(key);
    if (!latest.at.empty() && latest.phase != model::UpdatePhase::idle)
        all += " (" + words.date(latest.at.substr(0, 10)) + ")";
    return all;
}

void draw_updates(Flow& page, const model::State& state) {
    const Words& words = page.ui.words;
    if (!state.update.has_store)
        return draw_fact(page, "staff.update", words("staff.update"), words("staff.update.none"));
    const model::Freshness& fresh = state.update.freshness;
    draw_fact(page, "staff.update", words("staff.update"), update_words(words, state));
    if (!fresh.last_success.empty())
        draw_fact(page, "staff.success", words("staff.success"),
                  words.date(fresh.last_success.substr(0, 10)));
    if (fresh.last_refusal == model::Refusal::none) return;
    const std::string why = words(std::string("update.refused.") + model::name(fresh.last_refusal));
    draw_fact(page, "staff.refusal", words("staff.refusal"),
              words.date(fresh.last_refusal_at.substr(0, 10)) + ", " +
                  model::refusal_code(fresh.last_refusal) + ": " + why);
}

void draw_machine(Flow& page, const model::DeviceStatus& status) {
    const Words& words = page.ui.words;
    const auto fact = [&](const char* key, const std::string& value) {
        draw_fact(page, key, words(key), value);
    };
    if (status.free_bytes)
        fact("staff.free",
             status.total_bytes
                 ? words("staff.free_of", {{"free", megabytes(words, *status.free_bytes)},
                                           {"all", megabytes(words, *status.total_bytes)}})
                 : megabytes(words, *status.free_bytes));
    if (status.uptime) fact("staff.uptime", duration(words, *status.uptime));
    fact("staff.running", duration(words, status.running));
    if (status.frames.frames > 0)
        fact("staff.frames",
             words("staff.frames_text", {{"median", with_fraction(words, status.frames.median)},
                                         {"slow", with_fraction(words, status.frames.slow)},
                                         {"worst", with_fraction(words, status.frames.worst)}}));
    fact("staff.temperature",
         status.temperature
             ? words("staff.degrees", {{"degrees", with_fraction(words, *status.temperature)}})
             : words("staff.not_told"));
    if (status.resident_bytes) fact("staff.memory", megabytes(words, *status.resident_bytes));
    fact("staff.clock",
         status.local_time + (status.knows_time ? "" : " \u2013 " + words("staff.clock_unknown")));
    if (status.set_aside)
        draw_line(page, "warning", {Type::body, words("staff.set_aside"), "staff.set_aside"},
                  page.ui.plain());
    if (!status.can_keep)
        draw_line(page, "warning", {Type::body, words("staff.cannot_keep"), "staff.cannot_keep"},
                  page.ui.plain());
    fact("staff.program", words("app.name") + " " + status.program);
}

model::Action part(const char* id) { return model::Open{model::Screen::staff, id}; }

void draw_part(Flow& page, const model::State& state) {
    const std::string& id = state.place().id;
    if (id == "pack") return draw_staff_pack(page, state);
    if (id == "settings") return draw_staff_settings(page, state);
    if (id == "hours") return draw_staff_hours(page, state);
    if (id == "tests") return draw_staff_tests(page, state);
    if (id == "statistics") return draw_staff_statistics(page, state);
    if (id == "logs") return draw_staff_logs(page, state);
    draw_staff_overview(page, state);
}

bool draw_test(Ui& ui, const model::State& state) {
    const std::string& id = state.place().id;
    if (id == "test:ruler") return draw_test_ruler(ui, state), true;
    if (id == "test:touch") return draw_test_touch(ui, state), true;
    if (id == "test:colours") return draw_test_colours(ui, state), true;
    if (id == "test:contrast") return draw_test_contrast(ui, state), true;
    return false;
}

} // namespace

void draw_fact(Flow& page, const std::string& id, const std::string& name,
               const std::string& value) {
    Ui& ui = page.ui;
    host::TextSpec spec = ui.look.text(Type::body, name + ": " + value, reading_width(page));
    spec.spans.push_back({0, static_cast<std::uint32_t>(name.size() + 1), true});
    page.item();
    page.skip(ui.text({page.x(), page.y()}, spec, ui.plain(), id));
    page.skip(ui.look.mm(2));
}

std::string megabytes(const Words& words, std::int64_t bytes) {
    return words("staff.megabytes",
                 {{"count", words.number(static_cast<long>(bytes / 1'000'000))}});
}

std::string duration(const Words& words, std::chrono::seconds time) {
    const long minutes = time.count() / 60;
    if (minutes < 60) return words("staff.minutes", {{"minutes", words.number(minutes)}});
    if (minutes < 24 * 60)
        return words("staff.hours_minutes", {{"hours", words.number(minutes / 60)},
                                             {"minutes", words.number(minutes % 60)}});
    return words("staff.days_hours", {{"days", words.number(minutes / (24 * 60))},
                                      {"hours", words.number(minutes / 60 % 24)}});
}

std::string pack_name(const Words& words, const model::PackEntry& pack) {
    if (pack.id.empty()) return words("staff.pack_unreadable");
    return words("staff.pack_name",
                 {{"id", pack.id}, {"version", pack.version}, {"date", words.date(pack.date)}});
}

void draw_staff_overview(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    const Words& words = ui.words;
    draw_words(page, {Type::heading2, words("staff.title"), "staff.title", {}, Role::heading},
               ui.plain());
    draw_buttons(page,
                 {labelled(ui, "staff.pack", "book", part("pack")),
                  labelled(ui, "staff.settings", "contrast", part("settings")),
                  labelled(ui, "staff.hours", "clock", part("hours")),
                  labelled(ui, "staff.tests", "grid", part("tests")),
                  labelled(ui, "staff.statistics", "chart", part("statistics")),
                  labelled(ui, "staff.logs", "list", part("logs")),
                  labelled(ui, "staff.restart", "related",
                           model::StaffAction{model::AskDevice{model::RestartProgram{}}}),
                  labelled(ui, "staff.leave", "end", model::StaffAction{model::LeaveStaff{}})},
                 Rank::primary);
    const std::optional<model::DeviceStatus>& status = state.staff.status;
    if (!status)
        return draw_words(page, {Type::body, words("staff.looking"), "staff.looking"}, ui.quiet());
    if (!status->packs.empty())
        draw_fact(page, "staff.shown", words("staff.shown"),
                  pack_name(words, status->packs.front()));
    draw_updates(page, state);
    draw_machine(page, *status);
    draw_words(page, {Type::small, words("staff.leaves"), "staff.leaves"}, ui.quiet());
}

void draw_staff(Ui& ui, const model::State& state) {
    if (state.staff.owner != model::PinOwner::staff) return;
    if (draw_test(ui, state)) return;
    const std::string& id = state.place().id;
    flow(ui, content_area(ui.look, Width::text), state.place().scroll,
         layout_of(ui.look, "staff." + id + (state.staff.status ? "+" : "")),
         [&](Flow& page) { draw_part(page, state); });
}

} // namespace foyer::ui
