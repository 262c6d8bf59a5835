// SPDX-License-Identifier: EUPL-1.2
// The settings that make sense on site, and the opening hours. Each holds at once.
#include "kiosk/ui/cards.h"
#include "kiosk/ui/screens/staff_parts.h"

#include <algorithm>
#include <cstdio>

namespace foyer::ui {

namespace {

model::Action change(const model::SiteSettings& site) {
    return model::StaffAction{model::ChangeSite{site}};
}

/// A number with less and more.
struct Amount {
    std::string key; ///< of its name's words
    std::string value;
    model::SiteSettings less, more;
};

Labelled step(const Ui& ui, const Amount& amount, bool up) {
    Labelled button{.id = amount.key + (up ? ".more" : ".less"),
                    .icon = up ? "plus" : "minus",
                    .words = ui.words(up ? "staff.more" : "staff.less"),
                    .spoken = Spoken(ui.words.say(up ? "staff.more" : "staff.less")),
                    .action = change(up ? amount.more : amount.less)};
    button.value = amount.value;
    button.spoken = Spoken(
        button.spoken.name,
        ui.words.say("value.say", {{"name", ui.words.say(amount.key) + ", " + button.spoken.name},
                                   {"value", amount.value}}));
    return button;
}

void draw_amount(Flow& page, const Amount& amount) {
    draw_fact(page, amount.key + ".value", page.ui.words(amount.key), amount.value);
    draw_buttons(page, {step(page.ui, amount, false), step(page.ui, amount, true)}, Rank::primary);
}

void draw_switch(Flow& page, const std::string& key, bool on, const model::SiteSettings& turned) {
    Ui& ui = page.ui;
    Labelled button = labelled(ui, key, on ? "check" : "close", change(turned));
    button.role = Role::toggle;
    button.selected = on;
    button.state = ui.words.say(on ? "state.on" : "state.off");
    button.words += ": " + ui.words(on ? "state.on" : "state.off");
    button.spoken =
        Spoken(button.spoken.name,
               ui.words.say("value.say", {{"name", button.spoken.name}, {"value", button.state}}));
    draw_buttons(page, {button}, Rank::primary);
}

std::string seconds(const Words& words, long count) {
    return words("staff.seconds", {{"seconds", words.number(count)}});
}

std::string percent(const Words& words, int value) {
    return words("update.percent", {{"percent", std::to_string(value)}});
}

/// `member` of the settings, one step less and more.
Amount amount(const model::SiteSettings& site, std::optional<int> model::SiteSettings::*member,
              int now, int by, int least, int most) {
    Amount out;
    out.less = out.more = site;
    out.less.*member = std::clamp(now - by, least, most);
    out.more.*member = std::clamp(now + by, least, most);
    return out;
}

void draw_times(Flow& page, const model::State& state) {
    using std::chrono::duration_cast;
    const model::SiteSettings& site = state.staff.site;
    const auto whole = [](model::Milliseconds time) {
        return static_cast<int>(duration_cast<std::chrono::seconds>(time).count());
    };
    const int warn = whole(state.settings.warn_after), slide = whole(state.settings.slide);
    Amount one = amount(site, &model::SiteSettings::warn_seconds, warn, 15, 30, 600);
    one.key = "staff.warn";
    one.value = seconds(page.ui.words, warn);
    draw_amount(page, one);
    Amount two = amount(site, &model::SiteSettings::slide_seconds, slide, 5, 10, 300);
    two.key = "staff.slide";
    two.value = seconds(page.ui.words, slide);
    draw_amount(page, two);
}

void draw_senses(Flow& page, const model::State& state) {
    const Words& words = page.ui.words;
    const model::SiteSettings& site = state.staff.site;
    const bool dims = state.staff.status && state.staff.status->can_dim;
    const int light = site.brightness.value_or(100), volume = site.volume.value_or(50);
    Amount one = amount(site, &model::SiteSettings::brightness, light, 10, 10, 100);
    one.key = "staff.brightness";
    one.value = percent(words, light);
    if (dims) {
        draw_amount(page, one);
    } else {
        draw_fact(page, "staff.brightness.value", words("staff.brightness"),
                  words("staff.not_here"));
    }
    Amount two = amount(site, &model::SiteSettings::volume, volume, 10, 0, 100);
    two.key = "staff.volume";
    two.value = percent(words, volume);
    draw_amount(page, two);
}

bool offers(const model::State& state, const std::string& tag) {
    const std::vector<std::string>& offered = state.settings.languages;
    return offered.empty() || std::find(offered.begin(), offered.end(), tag) != offered.end();
}

/// The settings with that language offered or not; one remains, and it is what visits begin in.
model::SiteSettings with_language(const model::State& state, const std::string& tag) {
    model::SiteSettings site = state.staff.site;
    std::vector<std::string> tags;
    for (const model::Language& known : state.view.catalogue.languages) {
        const bool wanted = offers(state, known.tag) != (known.tag == tag);
        if (wanted) tags.push_back(known.tag);
    }
    if (tags.empty()) return site;
    site.languages = tags;
    const std::string& start = state.settings.start_language;
    if (std::find(tags.begin(), tags.end(), start) == tags.end())
        site.start_language = tags.front();
    return site;
}

void draw_languages(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    draw_words(page,
               {Type::heading3, ui.words("staff.languages"), "staff.languages", {}, Role::heading},
               ui.plain());
    std::vector<Chip> offered, begins;
    for (const model::Language& known : state.view.catalogue.languages) {
        const bool on = offers(state, known.tag);
        const std::string state_words = ui.words.say(on ? "state.on" : "state.off");
        offered.push_back({"staff.language." + known.tag, known.name + ": " + state_words,
                           Spoken(known.name, known.name + ": " + state_words),
                           change(with_language(state, known.tag)), on ? "check" : "close", on});
        if (!on) continue;
        model::SiteSettings site = state.staff.site;
        site.start_language = known.tag;
        begins.push_back({"staff.start." + known.tag,
                          known.name,
                          Spoken(known.name),
                          change(site),
                          {},
                          known.tag == state.settings.start_language});
    }
    draw_chips(page, offered);
    draw_words(page, {Type::heading3, ui.words("staff.start"), "staff.start", {}, Role::heading},
               ui.plain());
    draw_chips(page, begins);
}

std::string clock(int minutes) {
    char text[16];
    std::snprintf(text, sizeof text, "%d:%02d", minutes / 60 % 100, minutes % 60);
    return text;
}

model::OpeningHours hours_of(const model::State& state) {
    return state.settings.hours.value_or(model::OpeningHours{});
}

model::SiteSettings with_day(const model::State& state, std::size_t day, model::OpenDay to) {
    model::SiteSettings site = state.staff.site;
    model::OpeningHours hours = hours_of(state);
    hours[day] = to;
    site.hours = hours;
    return site;
}

void draw_edge(Flow& page, const model::State& state, std::size_t day, bool from) {
    constexpr int by = 30, least_open = 30, end_of_day = 24 * 60;
    const model::OpenDay now = hours_of(state)[day];
    Amount amount;
    amount.key = from ? "staff.from" : "staff.to";
    amount.value = clock(from ? now.from : now.to);
    const auto moved = [&](int step) {
        model::OpenDay to = now;
        if (from) to.from = std::clamp(now.from + step, 0, now.to - least_open);
        if (!from) to.to = std::clamp(now.to + step, now.from + least_open, end_of_day);
        return with_day(state, day, to);
    };
    amount.less = moved(-by);
    amount.more = moved(by);
    Ui& ui = page.ui;
    draw_fact(page, "staff.day" + std::to_string(day) + (from ? ".from" : ".to"),
              ui.words(amount.key), amount.value);
    Labelled less = step(ui, amount, false), more = step(ui, amount, true);
    for (Labelled* button : {&less, &more}) button->id += "." + std::to_string(day);
    draw_buttons(page, {less, more}, Rank::primary);
}

void draw_day(Flow& page, const model::State& state, std::size_t day) {
    Ui& ui = page.ui;
    const model::OpenDay now = hours_of(state)[day];
    const bool open = now.from < now.to;
    const std::string name = ui.words("staff.day." + std::to_string(day + 1));
    draw_words(page, {Type::heading3, name, "staff.day" + std::to_string(day), {}, Role::heading},
               ui.plain());
    const model::OpenDay turned = open ? model::OpenDay{0, 0} : model::OpenDay{8 * 60, 18 * 60};
    Labelled button = labelled(ui, "staff.day_open", open ? "check" : "close",
                               change(with_day(state, day, turned)));
    button.id += "." + std::to_string(day);
    button.words = ui.words(open ? "staff.day_open" : "staff.day_closed");
    button.spoken = Spoken(text::without_soft_hyphens(button.words),
                           text::without_soft_hyphens(name + ": " + button.words));
    button.role = Role::toggle;
    button.selected = open;
    button.state = ui.words.say(open ? "state.on" : "state.off");
    draw_buttons(page, {button}, Rank::primary);
    if (!open) return;
    draw_edge(page, state, day, true);
    draw_edge(page, state, day, false);
}

void draw_kept(Flow& page, const model::StaffRoom& room) {
    if (!room.site_error) return;
    draw_line(page, "warning",
              {Type::body, page.ui.words("staff.not_kept"), "staff.not_kept", {}, Role::status},
              page.ui.plain());
}

} // namespace

void draw_staff_settings(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    draw_section(page, ui.words("staff.settings"), "staff.settings.title");
    draw_kept(page, state.staff);
    model::SiteSettings counting = state.staff.site, reach = state.staff.site;
    counting.counting = !state.settings.counting;
    reach.reach = !state.settings.reach;
    draw_switch(page, "staff.counting", state.settings.counting, counting);
    draw_switch(page, "staff.reach", state.settings.reach, reach);
    draw_times(page, state);
    draw_senses(page, state);
    draw_languages(page, state);
}

void draw_staff_hours(Flow& page, const model::State& state) {
    Ui& ui = page.ui;
    draw_section(page, ui.words("staff.hours"), "staff.hours.title");
    draw_kept(page, state.staff);
    draw_words(page, {Type::body, ui.words("staff.hours_text"), "staff.hours_text"}, ui.plain());
    if (state.staff.status && !state.staff.status->knows_time)
        draw_line(page, "warning",
                  {Type::body, ui.words("staff.clock_unknown"), "staff.clock_unknown"}, ui.plain());
    for (std::size_t day = 0; day < 7; ++day) draw_day(page, state, day);
}

} // namespace foyer::ui
