// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/config.h"

#include "kiosk/app/toml_guard.h"
#include "kiosk/base/text.h"

// A text like "[[[" breaks an assertion of the library. Switched off, its own error follows; they
// are also what it tells the optimiser to assume, but for NDEBUG.
#undef NDEBUG
#define TOML_ASSERT(expression) static_assert(true)
#include <toml++/toml.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <sstream>

namespace foyer::app {

namespace {

constexpr std::size_t max_text_bytes = 20'000;

Result<toml::table> parse(std::string_view toml, const char* what) {
    if (text::first_invalid(toml) != std::string_view::npos) {
        return Error{Errc::invalid, std::string(what) + ": not UTF-8"};
    }
    if (const std::size_t at = first_unsafe(toml); at < toml.size()) {
        const std::string_view before = toml.substr(0, at);
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        return Error{Errc::invalid, std::string(what) + ": line " + std::to_string(line) +
                                        ": a letter or a key that cannot stand here"};
    }
    try { // toml++ tells by an exception; it ends here
        return toml::parse(toml);
    } catch (const toml::parse_error& error) {
        std::ostringstream line;
        line << what << ": line " << error.source().begin.line << ": " << error.description();
        return Error{Errc::invalid, line.str()};
    }
}

/// Reads values and notes what does not hold, so that an operator sees every mistake at once.
class Reader {
  public:
    Reader(const toml::table& table, std::vector<std::string>& problems)
        : table_(table), problems_(problems) {}

    void number(const char* path, float least, float most, float& into) {
        const auto node = table_.at_path(path);
        if (!node) return;
        const std::optional<double> value = node.value<double>();
        if (!value || !(*value >= least && *value <= most)) { // not a number is none of these
            std::ostringstream line;
            line << path << ": a number from " << least << " to " << most << " is needed";
            problems_.push_back(line.str());
            return;
        }
        into = static_cast<float>(*value);
    }

    void seconds(const char* path, float least, float most, model::Milliseconds& into) {
        float value = std::chrono::duration<float>(into).count();
        number(path, least, most, value);
        into = std::chrono::round<model::Milliseconds>(std::chrono::duration<float>(value));
    }

    void flag(const char* path, bool& into) {
        const auto node = table_.at_path(path);
        if (!node) return;
        if (const std::optional<bool> value = node.value<bool>()) {
            into = *value;
        } else {
            problems_.push_back(std::string(path) + ": true or false is needed");
        }
    }

    void words(const char* path, std::string& into) {
        const auto node = table_.at_path(path);
        if (!node) return;
        const std::optional<std::string> value = node.value<std::string>();
        if (!value || value->size() > max_text_bytes) {
            problems_.push_back(std::string(path) + ": a text is needed");
            return;
        }
        into = *value;
    }

    void list(const char* path, std::vector<std::string>& into) {
        const auto node = table_.at_path(path);
        if (!node) return;
        const toml::array* array = node.as_array();
        std::vector<std::string> values;
        for (std::size_t i = 0; array && i < array->size(); ++i) {
            if (const auto value = array->get(i)->value<std::string>()) values.push_back(*value);
        }
        if (!array || values.size() != array->size()) {
            problems_.push_back(std::string(path) + ": a list of texts is needed");
            return;
        }
        into = std::move(values);
    }

    /// One text per language below `path`, into a member of the town's texts.
    void by_language(const char* path, std::vector<model::TownText>& texts,
                     std::string model::TownText::*member) {
        const auto node = table_.at_path(path);
        if (!node) return;
        const toml::table* table = node.as_table();
        if (!table) {
            problems_.push_back(std::string(path) + ": one text per language is needed");
            return;
        }
        for (const auto& [key, value] : *table) {
            const std::string language(key.str());
            const std::optional<std::string> words_in = value.value<std::string>();
            if (!words_in || words_in->size() > max_text_bytes) {
                problems_.push_back(std::string(path) + "." + language + ": a text is needed");
                continue;
            }
            auto text = std::find_if(texts.begin(), texts.end(), [&](const model::TownText& t) {
                return t.language == language;
            });
            if (text == texts.end()) {
                texts.push_back({});
                text = std::prev(texts.end());
                text->language = language;
            }
            (*text).*member = std::string(text::trim(*words_in));
        }
    }

  private:
    const toml::table& table_;
    std::vector<std::string>& problems_;
};

std::string beside(const std::string& folder, const std::string& name) {
    return name.empty() || name.front() == '/' ? name : folder + "/" + name;
}

void read_keys(Reader& reader, KeyMap& keys) {
    const std::pair<const char*, KeyCommand> commands[] = {
        {"keys.next", KeyCommand::next},     {"keys.previous", KeyCommand::previous},
        {"keys.select", KeyCommand::select}, {"keys.back", KeyCommand::back},
        {"keys.home", KeyCommand::home},     {"keys.help", KeyCommand::help}};
    for (const auto& [path, command] : commands)
        reader.list(path, keys.keys[static_cast<std::size_t>(command)]);
    float within = 0;
    reader.number("keys.double_press_ms", 0, 2000, within);
    keys.double_press = std::chrono::milliseconds(static_cast<int>(within));
}

/// "08:00-17:30" in minutes of the day.
std::optional<model::OpenDay> parse_day(const std::string& text) {
    if (text == "closed") return model::OpenDay{0, 0};
    int h1 = 0, m1 = 0, h2 = 0, m2 = 0, used = 0;
    const int read = std::sscanf(text.c_str(), "%2d:%2d-%2d:%2d%n", &h1, &m1, &h2, &m2, &used);
    const bool whole = read == 4 && static_cast<std::size_t>(used) == text.size();
    const model::OpenDay day{h1 * 60 + m1, h2 * 60 + m2};
    const bool holds = m1 >= 0 && m1 < 60 && m2 >= 0 && m2 < 60 && h1 >= 0 && h2 >= 0 &&
                       day.from < day.to && day.to <= 24 * 60;
    return whole && holds ? std::optional(day) : std::nullopt;
}

/// Days that are not named are open all day.
void read_hours(Reader& reader, std::optional<model::OpeningHours>& hours,
                std::vector<std::string>& problems) {
    constexpr const char* days[] = {"hours.monday",   "hours.tuesday", "hours.wednesday",
                                    "hours.thursday", "hours.friday",  "hours.saturday",
                                    "hours.sunday"};
    model::OpeningHours all;
    bool any = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::string text;
        reader.words(days[i], text);
        if (text.empty()) continue;
        if (const std::optional<model::OpenDay> day = parse_day(text)) {
            all[i] = *day;
            any = true;
        } else {
            problems.push_back(std::string(days[i]) + ": \"08:00-17:30\" or \"closed\" is needed");
        }
    }
    if (any) hours = all;
}

void read_pin(Reader& reader, const char* path, std::string& hash,
              std::vector<std::string>& problems) {
    reader.words(path, hash);
    if (hash.empty() || (hash.front() == '$' && hash.size() > 20)) return;
    // A PIN in plain letters would be read by whoever reads the file.
    problems.push_back(std::string(path) + ": a hash is needed, as `foyer pin` prints it");
    hash.clear();
}

} // namespace

Config parse_settings(std::string_view toml, const std::string& folder) {
    Config config;
    Result<toml::table> table = parse(toml, "settings");
    if (!table) {
        config.problems.push_back(table.error().what);
        return config;
    }
    Reader reader(*table, config.problems);
    model::Settings& s = config.settings;
    reader.words("town.name", s.town);
    reader.words("town.crest", s.crest);
    s.crest = beside(folder, s.crest);
    reader.by_language("town.greeting", s.texts, &model::TownText::greeting);
    reader.by_language("imprint", s.texts, &model::TownText::imprint);
    reader.by_language("privacy", s.texts, &model::TownText::privacy);
    reader.by_language("accessibility", s.texts, &model::TownText::accessibility);
    reader.by_language("contact", s.texts, &model::TownText::contact);
    reader.number("panel.width_mm", 60, 3000, config.panel.mm.w);
    reader.number("panel.height_mm", 60, 3000, config.panel.mm.h);
    reader.number("panel.mount_bottom_mm", 0, 3000, config.panel.mount_bottom_mm);
    reader.number("panel.distance_mm", 200, 20000, config.panel.distance_mm);
    reader.flag("panel.reach", s.reach);
    reader.words("languages.start", s.start_language);
    reader.list("languages.offered", s.languages);
    reader.seconds("idle.warn_seconds", 20, 3600, s.warn_after);
    reader.seconds("idle.countdown_seconds", 20, 600, s.countdown);
    reader.seconds("idle.attract_seconds", 10, 3600, s.slide);
    std::string layout = "qwertz";
    reader.words("keyboard.layout", layout);
    if (layout == "abc") {
        s.keyboard = model::KeyboardLayout::abc;
    } else if (layout != "qwertz") {
        config.problems.push_back("keyboard.layout: \"qwertz\" or \"abc\" is needed");
    }
    reader.number("presenting.distance_mm", 500, 30000, s.room_distance_mm);
    reader.number("presenting.projector_width_mm", 200, 20000, s.projector_mm.w);
    reader.words("theme.file", config.theme_file);
    config.theme_file = beside(folder, config.theme_file);
    read_keys(reader, config.keys);
    read_hours(reader, s.hours, config.problems);
    reader.flag("counting.on", s.counting);
    read_pin(reader, "staff.pin", config.pins.staff, config.problems);
    read_pin(reader, "staff.trainer_pin", config.pins.trainer, config.problems);
    return config;
}

Result<Palettes> parse_theme(std::string_view toml) {
    const toml::table table = TRY(parse(toml, "theme"));
    Palettes palettes;
    std::string problems;
    for (int i = 0; i < model::theme_count; ++i) {
        const std::string theme = model::name(static_cast<model::Theme>(i));
        ui::Palette& palette = palettes[static_cast<std::size_t>(i)];
        bool whole = true;
        for (const ui::Token& token : ui::tokens()) {
            const auto text = table[theme][token.name].value<std::string>();
            const Result<ui::Colour> colour = ui::parse_colour(text.value_or("nothing"));
            if (colour) {
                palette.*token.colour = *colour;
            } else {
                whole = false;
                problems +=
                    theme + "." + std::string(token.name) + ": " + colour.error().what + "\n";
            }
        }
        if (!whole) continue;
        for (const std::string& problem : ui::contrast_problems(palette))
            problems += theme + ": " + problem + "\n";
    }
    if (!problems.empty()) return Error{Errc::invalid, problems};
    return palettes;
}

Result<ui::Words> parse_words(std::string_view toml) {
    const toml::table table = TRY(parse(toml, "words"));
    std::map<std::string, std::string, std::less<>> words;
    for (const auto& [key, value] : table) {
        if (const auto text = value.value<std::string>())
            words.emplace(std::string(key.str()), *text);
    }
    return ui::Words(std::move(words));
}

} // namespace foyer::app
