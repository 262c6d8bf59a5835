// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/arguments.h"

#include <CLI/CLI.hpp>

#include <array>
#include <cstdio>
#include <map>

namespace foyer {

namespace {

/// "1920x1080" or "476x268mm".
std::optional<std::array<float, 2>> two_numbers(const std::string& text) {
    std::array<float, 2> sides{};
    int used = 0;
    const int read = std::sscanf(text.c_str(), "%fx%f%n", &sides[0], &sides[1], &used);
    const std::string rest = read == 2 ? text.substr(static_cast<std::size_t>(used)) : "?";
    if ((!rest.empty() && rest != "mm") || sides[0] <= 0 || sides[1] <= 0) return std::nullopt;
    return sides;
}

std::string sides_or_why(const std::string& text) {
    return two_numbers(text) ? std::string() : "two sides like 1920x1080 are needed";
}

std::optional<std::chrono::sys_seconds> read_date(const std::string& text) {
    int y = 0, used = 0;
    unsigned m = 0, d = 0, hour = 0, minute = 0;
    std::sscanf(text.c_str(), "%4d-%2u-%2uT%2u:%2u%n", &y, &m, &d, &hour, &minute, &used);
    const std::chrono::year_month_day day{std::chrono::year(y), std::chrono::month(m),
                                          std::chrono::day(d)};
    const bool whole = used > 0 && static_cast<std::size_t>(used) == text.size();
    if (!whole || !day.ok() || hour > 23 || minute > 59) return std::nullopt;
    return std::chrono::sys_days(day) + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

std::string date_or_why(const std::string& text) {
    return read_date(text) ? std::string() : "a date and time like 2026-11-23T10:00 is needed";
}

void add_commands(CLI::App& cli, Arguments& a) {
    using Command = Arguments::Command;
    CLI::App* pin = cli.add_subcommand("pin", "Makes the line of the settings that holds a PIN");
    pin->add_flag("--trainer", a.trainer, "for trainers, who hold classes and do nothing else");
    pin->callback([&a] { a.command = Command::pin; });
    CLI::App* status = cli.add_subcommand(
        "status", "How the kiosk is doing that runs with --status; exit status 0 OK, 1 WARNING, "
                  "2 CRITICAL, 3 UNKNOWN, as monitoring plugins");
    status->add_option("--socket", a.wish.socket, "where it listens")->capture_default_str();
    status->add_flag("--json", a.wish.json, "For programs");
    status->add_flag("--words", a.wish.words, "For people");
    status->add_option("--prometheus", a.wish.prometheus,
                       "write a text file for the textfile collector of node_exporter");
    status->callback([&a] { a.command = Command::status; });
}

} // namespace

Arguments read_arguments(int count, char** values) {
    Arguments a;
    CLI::App cli("Foyer, the information kiosk for town halls. Ctrl+Q leaves.");
    cli.set_version_flag("--version", "foyer " FOYER_VERSION);
    std::string windowed, headless, panel, theme;
    cli.add_option("--pack", a.pack,
                   "the content pack, with --store the one that came with the device; default: "
                   "foyer.pack beside the program's folder");
    CLI::Option* store =
        cli.add_option("--store", a.store, "the folder into which foyer-update puts newer packs");
    CLI::Option* state = cli.add_option("--state", a.state,
                                        "a folder of the kiosk's own: which pack it showed or "
                                        "crashed with, what was set on site, counters");
    store->needs(state);
    cli.add_option("--settings", a.settings, "the settings of this kiosk (TOML)");
    cli.add_option("--share", a.share, "the folder of words, icons and themes");
    cli.add_option("--page", a.page, "open this page first");
    cli.add_flag("--windowed{1280x800}", windowed, "in a window, e.g. --windowed=1280x800");
    cli.add_option("--headless", headless, "without a display, e.g. 1920x1080")
        ->check(sides_or_why);
    cli.add_option("--panel", panel, "size of the picture in mm, e.g. 476x268mm")
        ->check(sides_or_why);
    cli.add_option("--mount-bottom", a.mount_bottom_mm,
                   "lower edge of the picture above the floor, in mm");
    cli.add_option("--distance", a.distance_mm, "viewing distance in mm");
    cli.add_option("--control", a.control, "listen for the control protocol at this socket");
    cli.add_option("--status", a.status, "listen for `foyer status` at this socket");
    cli.add_option("--media", a.media,
                   "the folder below which sticks appear, each in a folder of its own; default: "
                   "what is mounted below /media");
    std::string date;
    cli.add_option("--date", date, "the date at the start, e.g. 2026-11-23T10:00")
        ->check(date_or_why);
    add_commands(cli, a);
    cli.add_flag("--fake-clock", a.fake_clock, "time passes only by the control protocol");
    cli.add_flag("--pseudo-locale", a.pseudo_locale, "words of the interface 60 % longer");
    cli.add_flag("--appliance", a.appliance, "no way out: Ctrl+Q does nothing");
    cli.add_flag("--gpu", a.gpu, "draw with the graphics chip");
    cli.add_flag("--verbose", a.verbose, "more lines in the log");
    cli.add_option("--lang", a.language, "language of the first visit");
    std::map<std::string, model::Theme> themes;
    for (int i = 0; i < model::theme_count; ++i) {
        themes.emplace(model::name(static_cast<model::Theme>(i)), static_cast<model::Theme>(i));
    }
    cli.add_option("--theme", a.theme, "theme of the first visit")
        ->transform(CLI::CheckedTransformer(themes));
    cli.add_option("--size", a.size, "text size of the first visit")
        ->check(CLI::Range(0, model::size_count - 1));
    cli.add_flag("--reach", a.reach, "reach mode in the first visit");
    cli.require_subcommand(0, 1);
    try { // CLI11 tells by an exception that it is done; it ends here
        cli.parse(count, values);
    } catch (const CLI::ParseError& end) {
        a.leave = cli.exit(end);
        return a;
    }
    a.date = read_date(date);
    a.windowed = !windowed.empty();
    a.headless = !headless.empty();
    for (const std::string& text : {windowed, headless}) {
        if (const auto sides = two_numbers(text)) {
            a.width = static_cast<int>((*sides)[0]);
            a.height = static_cast<int>((*sides)[1]);
        }
    }
    if (const auto sides = two_numbers(panel)) {
        a.panel_width_mm = (*sides)[0];
        a.panel_height_mm = (*sides)[1];
    }
    return a;
}

} // namespace foyer
