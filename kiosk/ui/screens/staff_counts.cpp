// SPDX-License-Identifier: EUPL-1.2
// Statistics as charts, the log, and both to a stick.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/chart.h"
#include "kiosk/ui/screens/staff_parts.h"

#include <algorithm>

namespace foyer::ui {

namespace {

constexpr std::size_t most_bars = 12;

std::string failure(const Words& words, Errc error) {
    switch (error) {
    case Errc::not_found: return words("class.write.no_stick");
    case Errc::no_space: return words("class.write.full");
    case Errc::refused: return words("class.write.read_only");
    case Errc::unreadable: return words("class.write.pulled");
    default: return words("class.write.failed");
    }
}

model::Action write(model::Paper paper) {
    return model::StaffAction{model::AskDevice{model::WriteOut{paper, 0}}};
}

void draw_bars(Flow& page, const std::string& title, const std::vector<model::Total>& totals,
               const std::string& id) {
    Ui& ui = page.ui;
    if (totals.empty()) {
        draw_fact(page, id, title, ui.words("staff.nothing"));
        return;
    }
    model::Chart chart;
    chart.kind = model::ChartKind::bar;
    chart.title = title;
    for (std::size_t i = 0; i < std::min(totals.size(), most_bars); ++i)
        chart.points.push_back({totals[i].label, static_cast<double>(totals[i].count),
                                ui.words.number(totals[i].count)});
    draw_chart(page, chart, id, ui.look.language);
}

/// Totals under the words for their keys.
std::vector<model::Total> named(const Words& words, std::vector<model::Total> totals,
                                const std::string& prefix) {
    for (model::Total& total : totals)
        if (words.has(prefix + total.key)) total.label = words(prefix + total.key);
    return totals;
}

std::vector<model::Total> languages(const model::State& state, std::vector<model::Total> totals) {
    for (model::Total& total : totals)
        for (const model::Language& known : state.view.catalogue.languages)
            if (known.tag == total.key) total.label = known.name;
    return totals;
}

std::vector<model::Total> hours(const Words& words, const model::Statistics& all) {
    std::vector<model::Total> totals;
    for (std::size_t hour = 0; hour < all.by_hour.size(); ++hour) {
        const std::string name = std::to_string(hour);
        if (all.by_hour[hour] > 0)
            totals.push_back({name, words("staff.oclock", {{"hour", name}}), all.by_hour[hour]});
    }
    return totals;
}

std::vector<model::Total> days(const Words& words, std::vector<model::Total> totals) {
    if (totals.size() > most_bars)
        totals.erase(totals.begin(), totals.end() - static_cast<std::ptrdiff_t>(most_bars));
    for (model::Total& total : totals) total.label = words.date(total.key);
    return totals;
}

void draw_spans(Flow& page, int now) {
    Ui& ui = page.ui;
    std::vector<Chip> chips;
    for (const auto& [days, key] :
         {std::pair{7, "staff.span_7"}, {30, "staff.span_30"}, {0, "staff.span_0"}})
        chips.push_back({key,
                         ui.words(key),
                         Spoken(ui.words.say(key)),
                         model::StaffAction{model::AskDevice{model::AddUp{days}}},
                         {},
                         days == now});
    draw_chips(page, chips);
}

void draw_charts(Flow& page, const model::State& state, const model::Statistics& all) {
    const Words& words = page.ui.words;
    draw_fact(page, "count.visits", words("staff.visits"), words.number(all.visits));
    draw_bars(page, words("staff.by_day"), days(words, all.by_day), "count.day");
    draw_bars(page, words("staff.by_hour"), hours(words, all), "count.hour");
    draw_bars(page, words("staff.pages"), all.pages, "count.page");
    draw_bars(page, words("staff.screens"), named(words, all.screens, "staff.screen."),
              "count.screen");
    draw_bars(page, words("staff.chosen_languages"), languages(state, all.languages),
              "count.language");
    draw_bars(page, words("staff.aids"), named(words, all.aids, "staff.aid."), "count.aid");
    draw_bars(page, words("staff.missed"), all.missed, "count.missed");
}

} // namespace

void draw_written(Flow& page, const model::State& state, model::Paper paper) {
    Ui& ui = page.ui;
    const auto tell = [&](const char* icon, const std::string& words) {
        draw_line(page, icon, {Type::lead, words, "staff.outcome", {}, Role::status}, ui.plain());
    };
    if (state.staff.writing) return tell("clock", ui.words("class.writing"));
    const std::optional<model::WrittenOut>& out = state.staff.written;
    if (!out || out->paper != paper) return;
    if (out->error) return tell("warning", failure(ui.words, *out->error));
    std::string files;
    for (const std::string& file : out->files) files += (files.empty() ? "" : ", ") + file;
    tell("check", ui.words("class.written", {{"where", out->where}, {"files", files}}));
}

void draw_staff_statistics(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    draw_section(page, ui.words("staff.statistics"), "staff.statistics.title");
    draw_words(page, {Type::body, ui.words("staff.statistics_text"), "staff.statistics_text"},
               ui.plain());
    if (!state.settings.counting)
        draw_line(page, "warning",
                  {Type::body, ui.words("staff.not_counting"), "staff.not_counting"}, ui.plain());
    if (state.staff.status && !state.staff.status->knows_time)
        draw_line(page, "warning",
                  {Type::body, ui.words("staff.clock_unknown"), "staff.clock_unknown"}, ui.plain());
    draw_written(page, state, model::Paper::statistics);
    draw_buttons(page, {labelled(ui, "class.write", "end", write(model::Paper::statistics))},
                 Rank::primary);
    const std::optional<model::Statistics>& all = state.staff.statistics;
    draw_spans(page, all ? all->days : 30);
    if (!all)
        return draw_words(page, {Type::body, ui.words("staff.looking"), "staff.looking"},
                          ui.quiet());
    draw_charts(page, state, *all);
}

void draw_staff_logs(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    draw_section(page, ui.words("staff.logs"), "staff.logs.title");
    draw_words(page, {Type::body, ui.words("staff.logs_text"), "staff.logs_text"}, ui.plain());
    draw_written(page, state, model::Paper::logs);
    draw_buttons(page, {labelled(ui, "class.write", "end", write(model::Paper::logs))},
                 Rank::primary);
    if (!state.staff.status) return;
    int number = 0;
    for (const std::string& line : state.staff.status->log) {
        host::TextSpec spec =
            ui.look.text(Type::small, std::string(text::trim(line)), page.width(), "en");
        spec.direction = host::Direction::left_to_right;
        spec.may_break_words = true;
        page.item();
        page.skip(
            ui.text({page.x(), page.y()}, spec, ui.plain(), "log." + std::to_string(number++)));
    }
}

} // namespace foyer::ui
