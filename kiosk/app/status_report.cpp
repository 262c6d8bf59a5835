// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/status_report.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

namespace foyer::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr double warn_free = 10, critical_free = 2; ///< percent
constexpr double warn_degrees = 75;

template <class T> Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

Json pack_json(const model::Catalogue& catalogue, const std::string& name) {
    return {{"name", name},
            {"id", catalogue.id},
            {"version", catalogue.version},
            {"date", catalogue.date}};
}

Json update_json(const model::Updating& update) {
    const model::UpdateStatus& latest = update.latest;
    return {{"has_store", update.has_store},
            {"phase", model::name(latest.phase)},
            {"refusal", model::name(latest.refusal)},
            {"code", model::refusal_code(latest.refusal)},
            {"at", latest.at},
            {"fresh_at", update.freshness.fresh_at},
            {"last_success", update.freshness.last_success},
            {"last_refusal", model::refusal_code(update.freshness.last_refusal)},
            {"last_refusal_at", update.freshness.last_refusal_at}};
}

/// A number, or nothing.
std::optional<double> number(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number()) return std::nullopt;
    return found->get<double>();
}

std::string text(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flag(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_boolean() && found->get<bool>();
}

Json part(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_object() ? *found : Json::object();
}

std::optional<double> free_percent(const Json& json) {
    const std::optional<double> free = number(json, "free_bytes");
    const std::optional<double> total = number(json, "total_bytes");
    if (!free || !total || *total <= 0) return std::nullopt;
    return *free / *total * 100;
}

std::string shown(double value, int digits) {
    char out[64];
    std::snprintf(out, sizeof out, "%.*f", digits, value);
    return out;
}

Json parsed(const std::string& line) {
    Json json = Json::parse(line, nullptr, false);
    return json.is_object() && json.contains("foyer") ? json : Json();
}

/// What is wrong, the worst first.
struct Trouble {
    Health health;
    std::string what;
};

std::vector<Trouble> troubles(const Json& json) {
    std::vector<Trouble> all;
    const std::string fault = text(json, "fault");
    if (!fault.empty()) all.push_back({Health::critical, "no content: " + fault});
    const std::optional<double> free = free_percent(json);
    if (free && *free < critical_free)
        all.push_back({Health::critical, "free space " + shown(*free, 1) + " %"});
    else if (free && *free < warn_free)
        all.push_back({Health::warning, "free space " + shown(*free, 1) + " %"});
    const Json update = part(json, "update");
    if (text(update, "phase") == "refused")
        all.push_back({Health::warning, "the last update was refused: " + text(update, "code") +
                                            " " + text(update, "refusal")});
    const std::optional<double> degrees = number(json, "temperature");
    if (degrees && *degrees > warn_degrees)
        all.push_back({Health::warning, shown(*degrees, 0) + " degrees"});
    if (!flag(json, "clock_known")) all.push_back({Health::warning, "the clock is not known"});
    if (flag(json, "database_set_aside"))
        all.push_back({Health::warning, "the device's database was damaged"});
    return all;
}

std::string performance(const Json& json) {
    std::string all;
    const auto add = [&](const std::string& word) { all += (all.empty() ? "" : " ") + word; };
    if (const auto free = free_percent(json))
        add("free=" + shown(*free, 1) + "%;" + shown(warn_free, 0) + ":;" +
            shown(critical_free, 0) + ":;0;100");
    if (const auto degrees = number(json, "temperature"))
        add("temperature=" + shown(*degrees, 1) + ";" + shown(warn_degrees, 0));
    if (const auto bytes = number(json, "resident_bytes")) add("memory=" + shown(*bytes, 0) + "B");
    if (const auto uptime = number(json, "uptime_seconds"))
        add("uptime=" + shown(*uptime, 0) + "s");
    if (const auto slow = number(part(json, "frames"), "p99_ms"))
        add("frame_p99=" + shown(*slow, 1) + "ms");
    return all;
}

const char* name(Health health) {
    switch (health) {
    case Health::ok: return "OK";
    case Health::warning: return "WARNING";
    case Health::critical: return "CRITICAL";
    case Health::unknown: break;
    }
    return "UNKNOWN";
}

std::string pack_words(const Json& json) {
    const Json pack = part(json, "pack");
    const std::string id = text(pack, "id");
    return id.empty() ? "no pack" : id + " " + text(pack, "version");
}

std::string words_of(const Json& json) {
    std::string all;
    const auto row = [&](const std::string& what, const std::string& value) {
        if (!value.empty()) all += what + ": " + value + "\n";
    };
    const auto measured = [&](const char* key, double by, int digits, const char* unit) {
        const std::optional<double> value = number(json, key);
        return value ? shown(*value / by, digits) + unit : std::string();
    };
    row("program", text(json, "foyer"));
    row("content", pack_words(json) + " (" + text(part(json, "pack"), "name") + ")");
    row("screen", text(json, "screen"));
    row("fault", text(json, "fault"));
    const Json update = part(json, "update");
    row("update", text(update, "phase") + " " + text(update, "code"));
    row("last success", text(update, "last_success"));
    row("last refusal", text(update, "last_refusal"));
    row("free space", measured("free_bytes", 1e6, 0, " MB"));
    row("temperature", measured("temperature", 1, 1, " degrees"));
    row("memory", measured("resident_bytes", 1e6, 0, " MB"));
    row("machine up", measured("uptime_seconds", 3600, 1, " h"));
    row("program up", measured("running_seconds", 3600, 1, " h"));
    return all;
}

/// Prometheus wants \\, " and line breaks in labels escaped.
std::string label(const std::string& value) {
    std::string out;
    for (const char letter : value) {
        if (letter == '\\' || letter == '"') out += '\\';
        out += letter == '\n' ? ' ' : letter;
    }
    return out;
}

class Metrics {
  public:
    void add(const std::string& name, const char* help, std::optional<double> value,
             const std::string& labels = {}) {
        if (!value || !std::isfinite(*value)) return;
        char number[64];
        std::snprintf(number, sizeof number, "%.10g", *value);
        text_ += "# HELP foyer_" + name + " " + help + "\n# TYPE foyer_" + name + " gauge\nfoyer_" +
                 name + labels + " " + number + "\n";
    }
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
};

} // namespace

std::string status_line(const App& app) {
    const model::State& state = app.state();
    const model::DeviceStatus& device = app.device();
    Json json = {{"foyer", device.program.empty() ? "?" : device.program},
                 {"screen", model::name(state.place().screen)},
                 {"closed", state.staff.closed},
                 {"fault", state.fault ? Json(foyer::name(state.fault->code)) : Json()},
                 {"pack", pack_json(state.view.catalogue, state.view.pack)},
                 {"update", update_json(state.update)},
                 {"free_bytes", or_null(device.free_bytes)},
                 {"total_bytes", or_null(device.total_bytes)},
                 {"temperature", or_null(device.temperature)},
                 {"resident_bytes", or_null(device.resident_bytes)},
                 {"running_seconds", device.running.count()},
                 {"clock_known", device.knows_time},
                 {"local_time", device.local_time},
                 {"database_kept", device.can_keep},
                 {"database_set_aside", device.set_aside},
                 {"counting", state.settings.counting},
                 {"class_goes_on", state.classroom.record.has_value()}};
    json["uptime_seconds"] = device.uptime ? Json(device.uptime->count()) : Json();
    json["frames"] = {{"count", device.frames.frames},
                      {"median_ms", device.frames.median},
                      {"p99_ms", device.frames.slow},
                      {"worst_ms", device.frames.worst}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Verdict judge(const std::string& line) {
    const Json json = parsed(line);
    if (!json.is_object()) return {Health::unknown, "FOYER UNKNOWN - no status", {}};
    Verdict verdict{Health::ok, {}, words_of(json)};
    std::string what;
    for (const Trouble& trouble : troubles(json)) {
        verdict.health = std::max(verdict.health, trouble.health);
        what += (what.empty() ? "" : ", ") + trouble.what;
        verdict.words += std::string(name(trouble.health)) + ": " + trouble.what + "\n";
    }
    verdict.line = std::string("FOYER ") + name(verdict.health) + " - " +
                   (what.empty() ? pack_words(json) : what) + " | " + performance(json);
    return verdict;
}

std::string prometheus(const std::string& line) {
    const Json json = parsed(line);
    const bool answers = json.is_object();
    Metrics metrics;
    metrics.add("up", "1 if the kiosk answers.", answers ? 1 : 0);
    metrics.add("health", "As the exit status of `foyer status`: 0 ok to 3 unknown.",
                static_cast<double>(answers ? judge(line).health : Health::critical));
    if (!answers) return metrics.take();
    const Json pack = part(json, "pack"), update = part(json, "update");
    const Json frames = part(json, "frames");
    metrics.add("pack_info", "The content that is shown.", 1,
                "{id=\"" + label(text(pack, "id")) + "\",version=\"" +
                    label(text(pack, "version")) + "\",name=\"" + label(text(pack, "name")) +
                    "\"}");
    metrics.add("fault", "1 if there is no content to show.", text(json, "fault").empty() ? 0 : 1);
    metrics.add("update_refused", "1 if the last update was refused.",
                text(update, "phase") == "refused" ? 1 : 0);
    metrics.add("clock_known", "1 if the clock is to be believed.", flag(json, "clock_known"));
    metrics.add("free_bytes", "Free space for packs.", number(json, "free_bytes"));
    metrics.add("total_bytes", "Size of that medium.", number(json, "total_bytes"));
    metrics.add("temperature_celsius", "The hottest sensor.", number(json, "temperature"));
    metrics.add("resident_bytes", "Memory of the program.", number(json, "resident_bytes"));
    metrics.add("uptime_seconds", "Of the machine.", number(json, "uptime_seconds"));
    metrics.add("running_seconds", "Of the program.", number(json, "running_seconds"));
    metrics.add("frame_median_milliseconds", "To draw one.", number(frames, "median_ms"));
    metrics.add("frame_p99_milliseconds", "One of a hundred takes longer.",
                number(frames, "p99_ms"));
    metrics.add("frame_worst_milliseconds", "The slowest lately.", number(frames, "worst_ms"));
    return metrics.take();
}

void StatusDesk::step() {
    if (!asked_) {
        if (!next_()) return;
        asked_ = app_.looks();
        if (app_.look_around()) return;
    } else if (app_.looks() == *asked_) {
        return;
    }
    asked_.reset();
    answer_(status_line(app_));
}

} // namespace foyer::app
