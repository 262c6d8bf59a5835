// SPDX-License-Identifier: EUPL-1.2
// The risk: a typing mistake in a settings file leaves a kiosk dark, or is swallowed so that nobody
// knows why a setting does nothing.
#include "kiosk/app/config.h"

#include "kiosk/app/toml_guard.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>

using namespace foyer;
using namespace foyer::app;
using namespace std::chrono_literals;

namespace {

std::string asset(const std::string& name) {
    std::ifstream file(std::string(ASSETS "/") + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string repeated(const std::string& part, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += part;
    return out;
}

bool speaks_of(const Config& config, const std::string& setting) {
    return std::any_of(config.problems.begin(), config.problems.end(),
                       [&](const std::string& line) { return line.starts_with(setting); });
}

} // namespace

TEST_CASE("every setting is read", "[app][config]") {
    const Config config = parse_settings(R"(
[town]
name = "Musterstadt"
crest = "crest.svg"
[town.greeting]
de = " Willkommen "
en = "Welcome"
[imprint]
de = "Stadt Musterstadt"
[privacy]
de = "Nichts wird gespeichert."
[accessibility]
de = "Für alle."
[contact]
de = "Frau Muster"
[panel]
width_mm = 708
height_mm = 398.5
mount_bottom_mm = 700
distance_mm = 500
reach = true
[languages]
start = "en"
offered = ["en", "de"]
[idle]
warn_seconds = 90.5
countdown_seconds = 30
attract_seconds = 12
[presenting]
distance_mm = 8000
projector_width_mm = 2400
[keyboard]
layout = "abc"
[theme]
file = "/etc/our-theme.toml"
[keys]
next = ["F13"]
previous = ["F14"]
select = ["F15", "F16"]
back = ["F17"]
home = ["F18"]
help = []
double_press_ms = 500
)",
                                         "/etc/foyer");
    CHECK(config.problems.empty());
    const model::Settings& s = config.settings;
    CHECK(s.town == "Musterstadt");
    CHECK(s.crest == "/etc/foyer/crest.svg");
    const model::TownText* de = model::town_text(s, "de");
    REQUIRE(de);
    CHECK(de->greeting == "Willkommen");
    CHECK(de->imprint == "Stadt Musterstadt");
    CHECK(de->privacy == "Nichts wird gespeichert.");
    CHECK(de->accessibility == "Für alle.");
    CHECK(de->contact == "Frau Muster");
    CHECK(model::town_text(s, "en")->greeting == "Welcome");
    CHECK(config.panel.mm == Size{708, 398.5f});
    CHECK(config.panel.mount_bottom_mm == 700);
    CHECK(config.panel.distance_mm == 500);
    CHECK(s.reach);
    CHECK(s.start_language == "en");
    CHECK(s.languages == std::vector<std::string>{"en", "de"});
    CHECK(s.warn_after == 90'500ms);
    CHECK(s.countdown == 30s);
    CHECK(s.slide == 12s);
    CHECK(s.room_distance_mm == 8000);
    CHECK(s.projector_mm.w == 2400);
    CHECK(s.keyboard == model::KeyboardLayout::abc);
    CHECK(config.theme_file == "/etc/our-theme.toml");
    const auto key = [&](KeyCommand command) {
        return config.keys.keys[static_cast<std::size_t>(command)];
    };
    CHECK(key(KeyCommand::next) == std::vector<std::string>{"F13"});
    CHECK(key(KeyCommand::previous) == std::vector<std::string>{"F14"});
    CHECK(key(KeyCommand::select) == std::vector<std::string>{"F15", "F16"});
    CHECK(key(KeyCommand::back) == std::vector<std::string>{"F17"});
    CHECK(key(KeyCommand::home) == std::vector<std::string>{"F18"});
    CHECK(key(KeyCommand::help).empty());
    CHECK(config.keys.double_press == 500ms);
}

TEST_CASE("an empty file is a good one", "[app][config]") {
    const Config config = parse_settings("", "/etc/foyer");
    CHECK(config.problems.empty());
    CHECK(config.settings == model::Settings{});
    CHECK(config.panel == ui::Panel{});
    CHECK(config.theme_file.empty());
    CHECK(config.settings.crest.empty());
}

TEST_CASE("the settings that come with the kiosk hold", "[app][config]") {
    const Config config = parse_settings(asset("settings.toml"), "/share");
    CHECK(config.problems.empty());
    CHECK(config.settings.town == "Stadt Musterstadt");
    CHECK(config.settings.texts.size() == 3);
    for (const model::TownText& text : config.settings.texts) {
        INFO(text.language);
        CHECK_FALSE(text.greeting.empty());
        CHECK_FALSE(text.imprint.empty());
        CHECK_FALSE(text.privacy.empty());
        CHECK_FALSE(text.accessibility.empty());
        CHECK_FALSE(text.contact.empty());
    }
}

TEST_CASE("every setting that is wrong is named and keeps its default", "[app][config]") {
    const Config config = parse_settings(R"(
imprint = "not by language"
[town]
name = 7
crest = ["crest.svg"]
[town.greeting]
de = 1
[panel]
width_mm = "wide"
height_mm = 5
mount_bottom_mm = nan
distance_mm = 100000
reach = "yes"
[languages]
start = true
offered = "de"
[idle]
warn_seconds = 19.9
countdown_seconds = 5
attract_seconds = inf
[presenting]
distance_mm = 0
projector_width_mm = "wide"
[keyboard]
layout = "dvorak"
[theme]
file = {}
[keys]
next = "Tab"
home = ["Home", 3]
double_press_ms = -1
)",
                                         "/etc/foyer");
    for (const char* setting : {"imprint",
                                "town.name",
                                "town.crest",
                                "town.greeting.de",
                                "panel.width_mm",
                                "panel.height_mm",
                                "panel.mount_bottom_mm",
                                "panel.distance_mm",
                                "panel.reach",
                                "languages.start",
                                "languages.offered",
                                "idle.warn_seconds",
                                "idle.countdown_seconds",
                                "idle.attract_seconds",
                                "keyboard.layout",
                                "theme.file",
                                "keys.next",
                                "keys.home",
                                "keys.double_press_ms",
                                "presenting.distance_mm",
                                "presenting.projector_width_mm"}) {
        INFO(setting);
        CHECK(speaks_of(config, setting));
    }
    CHECK(config.problems.size() == 21);
    model::Settings untouched = config.settings;
    untouched.texts.clear();
    CHECK(untouched == model::Settings{});
    CHECK(config.panel == ui::Panel{});
    CHECK(config.keys.keys == KeyMap{}.keys);
    CHECK(config.keys.double_press == 0ms);
    CHECK(config.theme_file.empty());
}

TEST_CASE("TS-01 no setting makes the countdown shorter than 20 seconds", "[app][config]") {
    CHECK(parse_settings("idle.countdown_seconds = 19", "").settings.countdown >= 20s);
    CHECK(parse_settings("idle.countdown_seconds = 20", "").settings.countdown == 20s);
}

TEST_CASE("MO-02 slides change every ten seconds at most", "[app][config]") {
    CHECK(parse_settings("idle.attract_seconds = 9", "").settings.slide >= 10s);
    CHECK(parse_settings("idle.attract_seconds = 10", "").settings.slide == 10s);
}

TEST_CASE("a broken file says its line, and the defaults stay", "[app][config]") {
    const Config config = parse_settings("[town]\nname = \"A\"\nname = \"B\n", "/etc/foyer");
    REQUIRE(config.problems.size() == 1);
    CHECK(config.problems[0].find("line 3") != std::string::npos);
    CHECK(config.settings == model::Settings{});
}

TEST_CASE("hostile settings are an error and nothing worse", "[app][config]") {
    constexpr std::size_t megabyte = 1u << 20;
    for (const std::string& hostile :
         {repeated("[", megabyte), "a = " + repeated("[", megabyte),
          "a = " + repeated("{a=", megabyte), "[" + repeated("a.", megabyte) + "a]",
          repeated("a.", megabyte) + "a = 1", "a = {" + repeated("a.", megabyte) + "a = 1}",
          "[[" + repeated("a.", megabyte) + "a]]", repeated("\"", megabyte),
          repeated("\n[a", megabyte), std::string(megabyte, '\0'), std::string("a = \"\xC3\x28\""),
          std::string("\xFF\xFE"
                      "a")}) {
        INFO(hostile.substr(0, 12));
        const Config config = parse_settings(hostile, "/etc/foyer");
        CHECK_FALSE(config.problems.empty());
        CHECK(config.settings == model::Settings{});
        CHECK_FALSE(parse_theme(hostile));
        CHECK_FALSE(parse_words(hostile));
    }
}

TEST_CASE("a text that is longer than a screen can be is refused", "[app][config]") {
    const std::string long_text = "\"" + std::string(100'000, 'a') + "\"";
    const Config config = parse_settings(
        "town.name = " + long_text + "\nimprint.de = " + long_text + "\nprivacy.de = \"short\"\n",
        "/etc/foyer");
    CHECK(speaks_of(config, "town.name"));
    CHECK(speaks_of(config, "imprint.de"));
    CHECK(config.settings.town.empty());
    REQUIRE(config.settings.texts.size() == 1);
    CHECK(config.settings.texts[0].imprint.empty());
    CHECK(config.settings.texts[0].privacy == "short");
}

TEST_CASE("only what stands outside of texts and comments is dangerous", "[app][config]") {
    const std::string dots = repeated("a.", 100);
    for (const std::string& safe :
         {"a = \"" + dots + "\"", "a = '" + dots + "'", "# " + dots + " ä\na = 1",
          "a = \"\"\"\n" + dots + "\n\\\"\"\"\\\" ä\"\"\"\"\"\nb = 1",
          "a = '''" + dots + "ä'''\nb = 1", std::string("a = \"\\\\\"\nb = \"ä\""),
          std::string("a.b.c = 1.5\n[d.e.f]\n[[g.h]]"), std::string("\"ä\" = 'ö'"),
          std::string("'a\\' = \"ö\"")}) {
        INFO(safe);
        CHECK(first_unsafe(safe) == std::string::npos);
    }
    CHECK(first_unsafe("a = 1\nä = 1") == 6);
    CHECK(first_unsafe("a = \"b\" # c\n" + dots + "a = 1") < std::string::npos);
    CHECK(first_unsafe("[ \"a\" . 'b' ." + dots + "]") < std::string::npos);
    CHECK(first_unsafe("a = \"open\n" + dots + "a = 1") < std::string::npos);
}

TEST_CASE("a theme needs every colour of every theme, and says all that is wrong",
          "[app][config]") {
    std::string theme = asset("theme.toml");
    CHECK(parse_theme(theme));
    const auto broken = [&](const std::string& from, const std::string& to) {
        std::string other = theme;
        const std::size_t at = other.find(from);
        REQUIRE(at != std::string::npos);
        other.replace(at, from.size(), to);
        const Result<Palettes> result = parse_theme(other);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == Errc::invalid);
        return result.error().what;
    };
    CHECK(broken("[yellow_black]", "[yellow]").find("yellow_black.ink") != std::string::npos);
    CHECK(broken("ink = \"#16202c\"", "ink = \"navy\"").find("light.ink") != std::string::npos);
    CHECK(broken("ink = \"#16202c\"", "ink = 7").find("light.ink") != std::string::npos);
    CHECK(broken("ink = \"#16202c\"", "ink = \"#888888\"").find("light: ink on paper: 3.") !=
          std::string::npos);
    const std::string both =
        broken("ink = \"#16202c\"\nmuted = \"#3d4a58\"", "ink = \"grey\"\nmuted = \"light grey\"");
    CHECK(both.find("light.ink") != std::string::npos);
    CHECK(both.find("light.muted") != std::string::npos);
    CHECK_FALSE(parse_theme(""));
}

TEST_CASE("words are texts by key, everything else is left out", "[app][config]") {
    const Result<ui::Words> words = parse_words("\"nav.back\" = \"Zurück\"\nn = 3\n");
    REQUIRE(words);
    CHECK((*words)("nav.back") == "Zurück");
    CHECK_FALSE(words->has("n"));
    CHECK_FALSE(parse_words("\"nav.back\" = \"Zurück"));
}
