// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/control.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace foyer::app {

namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t control_finger = 0;
constexpr int swipe_steps = 12;
constexpr int default_wait_ms = 5000;
constexpr int most_projector_px = 8192;

/// Times and fingers of requests: what goes beyond a day is a mistake.
int bounded(const Json& request, const char* key, int otherwise) {
    return static_cast<int>(
        std::clamp<std::int64_t>(request.value(key, std::int64_t{otherwise}), 0, 86'400'000));
}

/// A coordinate; what lies far outside of any screen is a mistake.
float coordinate(const Json& json) {
    return static_cast<float>(std::clamp(json.get<double>(), -1e5, 1e5));
}

Json failed(const std::string& why) { return {{"ok", false}, {"error", why}}; }
Json succeeded() { return {{"ok", true}}; }

Json rect_json(Rect r, float scale) {
    const auto rounded = [&](float v) { return std::round(v * scale * 100) / 100; };
    return Json::array({rounded(r.x), rounded(r.y), rounded(r.w), rounded(r.h)});
}

Json text_json(const ui::TextFacts& facts) {
    return {{"em_px", facts.em_px},
            {"cap_mm", facts.cap_mm},
            {"line_height", facts.line_height},
            {"lines", facts.lines},
            {"line_texts", facts.line_texts},
            {"max_chars", facts.longest_line},
            {"hyphens", facts.hyphens},
            {"missing", facts.missing},
            {"overflow", facts.overflow},
            {"colour", ui::to_hex(facts.colour)},
            {"background", ui::to_hex(facts.background)}};
}

Json node_json(const App& app, const ui::Tree& tree, const ui::Panel& panel, std::size_t index,
               const std::vector<std::string>& order) {
    const ui::Node& node = tree.nodes[index];
    const auto focus = std::find(order.begin(), order.end(), node.id);
    Json json = {
        {"id", node.id},
        {"role", ui::name(node.role)},
        {"rank", ui::name(node.rank)},
        {"name", node.spoken.name},
        {"say", node.spoken.say},
        {"lang", node.language},
        {"value", node.value},
        {"state", node.state},
        {"rect", rect_json(node.rect, 1)},
        {"rect_mm", rect_json(node.rect, 1 / panel.px_per_mm())},
        {"height_floor_mm", panel.mount_bottom_mm + (panel.px.h - node.rect.y) / panel.px_per_mm()},
        {"focus_index",
         focus == order.end() || !node.operable() ? -1 : static_cast<int>(focus - order.begin())},
        {"read_index", index},
        {"focused", node.operable() && node.id == app.state().place().focus},
        {"visible", node.visible},
        {"parent",
         node.parent < 0 ? Json() : Json(tree.nodes[static_cast<std::size_t>(node.parent)].id)},
        {"operable", node.operable()},
        {"scrolls", node.scrolls},
        {"covered", node.covered},
        {"private", node.is_private},
        {"decorative", node.spoken.say.empty()},
        {"spoken_by_parent", node.spoken_by_parent}};
    if (node.text) json["text"] = text_json(*node.text);
    return json;
}

/// Of the panel or, without anything to be operated, of the projector.
Json tree_json(const App& app, bool of_wall) {
    const ui::Tree& tree = of_wall ? *app.wall_tree() : app.tree();
    const ui::Look& look = of_wall ? app.wall_look() : app.look();
    const model::State& state = app.state();
    const std::vector<std::string> order = tree.focus_order();
    Json json = succeeded();
    json["screen"] = model::name(state.place().screen);
    json["page"] = state.place().id;
    json["overlay"] = model::name(state.overlay);
    json["lang"] = state.preferences.language;
    json["dir"] = look.right_to_left ? "rtl" : "ltr";
    json["theme"] = model::name(state.preferences.theme);
    json["size"] = state.preferences.size;
    json["reach"] = state.preferences.reach;
    json["more"] = state.place().more;
    json["query"] = state.search.query;
    if (tree.scroll) {
        json["scroll"] = {{"viewport", rect_json(tree.scroll->viewport, 1)},
                          {"offset", tree.scroll->offset},
                          {"most", tree.scroll->most},
                          {"item", state.place().scroll.item}};
    }
    json["nodes"] = Json::array();
    for (std::size_t i = 0; i < tree.nodes.size(); ++i)
        json["nodes"].push_back(node_json(app, tree, look.panel, i, order));
    return json;
}

Json status_json(const App& app, const ControlPort& port) {
    const model::State& state = app.state();
    Json json = succeeded();
    json["screen"] = model::name(state.place().screen);
    json["page"] = state.place().id;
    json["language"] = state.preferences.language;
    json["pack"] = {{"name", state.view.pack},
                    {"id", state.view.catalogue.id},
                    {"version", state.view.catalogue.version}};
    json["fault"] = state.fault ? Json(name(state.fault->code)) : Json();
    json["frames"] = app.frames();
    json["resident_bytes"] = port.resident_bytes();
    const model::UpdateStatus& update = state.update.latest;
    json["update"] = {{"phase", model::name(update.phase)},
                      {"channel", model::name(update.channel)},
                      {"refusal", model::name(update.refusal)},
                      {"code", model::refusal_code(update.refusal)}};
    json["state"] = model::print(state);
    return json;
}

void pointer(App& app, host::Phase phase, Point at, model::Milliseconds time) {
    app.screen().inject(host::PointerEvent{phase, control_finger, at, time});
}

Json tap(App& app, const Json& request) {
    Point at;
    if (request.contains("x") && request.contains("y")) {
        at = {coordinate(request["x"]), coordinate(request["y"])};
    } else {
        const std::string wanted = request.value("id", request.value("name", std::string()));
        const char* by = request.contains("id") ? "id" : "name";
        const auto& nodes = app.tree().nodes;
        const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
            return node.operable() && (*by == 'i' ? node.id : node.spoken.name) == wanted;
        });
        if (found == nodes.end())
            return failed("nothing to tap has the " + std::string(by) + " " + wanted);
        const Rect seen = found->scrolls && app.tree().scroll
                              ? intersection(found->rect, app.tree().scroll->viewport)
                              : intersection(found->rect, app.look().screen);
        if (seen.empty()) return failed(wanted + " is not in sight");
        at = seen.centre();
    }
    const model::Milliseconds now = app.state().now;
    pointer(app, host::Phase::down, at, now);
    if (!request.value("hold", false)) pointer(app, host::Phase::up, at, now);
    return succeeded();
}

/// down, move, up of one finger, one by one, for tests of gestures.
Json finger(App& app, const Json& request) {
    const std::string phase = request.at("phase").get<std::string>();
    const Point at{coordinate(request.at("x")), coordinate(request.at("y"))};
    const host::Phase phases[] = {host::Phase::down, host::Phase::move, host::Phase::up,
                                  host::Phase::cancel};
    const char* names[] = {"down", "move", "up", "cancel"};
    for (std::size_t i = 0; i < 4; ++i) {
        if (phase != names[i]) continue;
        app.screen().inject(host::PointerEvent{
            phases[i], request.value("finger", control_finger), at,
            app.state().now + model::Milliseconds(bounded(request, "after_ms", 0))});
        return succeeded();
    }
    return failed("phase: down, move, up or cancel");
}

Json swipe(App& app, const Json& request) {
    const auto point = [](const Json& json) {
        return Point{coordinate(json.at(0)), coordinate(json.at(1))};
    };
    const Point from = point(request.at("from")), to = point(request.at("to"));
    const int ms = bounded(request, "ms", 200);
    const model::Milliseconds start = app.state().now;
    pointer(app, host::Phase::down, from, start);
    for (int i = 1; i <= swipe_steps; ++i) {
        const float part = static_cast<float>(i) / swipe_steps;
        pointer(app, host::Phase::move,
                {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part},
                start + model::Milliseconds(ms) * i / swipe_steps);
    }
    pointer(app, host::Phase::up, to,
            start + model::Milliseconds(ms) + model::Milliseconds(bounded(request, "rest_ms", 0)));
    return succeeded();
}

Json key(App& app, const Json& request) {
    host::KeyEvent event;
    event.key = request.at("key").get<std::string>();
    constexpr std::string_view shift = "Shift+", control = "Ctrl+";
    if (event.key.starts_with(shift)) {
        event.shift = true;
        event.key.erase(0, shift.size());
    }
    if (event.key.starts_with(control)) {
        event.control = true;
        event.key.erase(0, control.size());
    }
    event.repeat = request.value("repeat", false);
    event.time = app.state().now + model::Milliseconds(bounded(request, "after_ms", 0));
    app.screen().inject(event);
    event.down = false;
    app.screen().inject(event);
    return succeeded();
}

} // namespace

std::optional<std::string> Control::reply(const std::string& line) {
    const Json request = Json::parse(line, nullptr, false);
    if (!request.is_object()) return failed("not a JSON object").dump();
    const std::string what = request.value("do", std::string());
    if (what == "wait") {
        if (!deadline_)
            deadline_ = Clock::now() +
                        std::chrono::milliseconds(bounded(request, "timeout_ms", default_wait_ms));
        if (app_.settled()) return succeeded().dump();
        if (Clock::now() > *deadline_)
            return failed("not idle in time: " + model::print(app_.state())).dump();
        return std::nullopt;
    }
    const bool of_wall = request.value("display", std::string()) == "projector";
    if (of_wall && !app_.wall_tree()) return failed("there is no projector").dump();
    if (what == "tree")
        return tree_json(app_, of_wall).dump(-1, ' ', false, Json::error_handler_t::replace);
    if (what == "status") return status_json(app_, port_).dump();
    if (what == "tap") return tap(app_, request).dump();
    if (what == "finger") return finger(app_, request).dump();
    if (what == "swipe") return swipe(app_, request).dump();
    if (what == "key") return key(app_, request).dump();
    if (what == "text") {
        app_.screen().inject(host::TextEvent{request.at("text").get<std::string>()});
        return succeeded().dump();
    }
    if (what == "screenshot") {
        host::Surface& surface = of_wall ? *app_.screen().projector() : app_.screen();
        const Result<host::Bitmap> shot = surface.screenshot();
        if (!shot) return failed(shot.error().what).dump();
        const Result<void> written = port_.write_png(*shot, request.at("path").get<std::string>());
        return (written ? succeeded() : failed(written.error().what)).dump();
    }
    if (what == "projector") {
        const auto side = [&](const char* key) {
            return static_cast<float>(std::min(bounded(request, key, 0), most_projector_px));
        };
        const Size px{side("width"), side("height")};
        app_.screen().pretend_projector(px.w > 0 && px.h > 0 ? px : Size{});
        return succeeded().dump();
    }
    if (what == "clock") {
        if (!port_.advance) return failed("the clock is real; start with --fake-clock").dump();
        port_.advance(model::Milliseconds(bounded(request, "advance_ms", 0)));
        return succeeded().dump();
    }
    if (what == "quit") {
        app_.quit();
        return succeeded().dump();
    }
    return failed("unknown request: " + what).dump();
}

bool Control::step() {
    if (!open_) open_ = port_.next();
    if (!open_) return false;
    // Under a fake clock, content that still moves would move for ever.
    if (deadline_ && port_.advance && !app_.settled()) port_.advance(model::Milliseconds(16));
    std::optional<std::string> answer;
    try { // nlohmann::json tells by an exception what a request lacks; it ends here
        answer = reply(*open_);
    } catch (const Json::exception& error) {
        answer = failed(error.what()).dump();
    }
    if (!answer) return false;
    port_.answer(*answer);
    open_.reset();
    deadline_.reset();
    return true;
}

std::optional<model::Milliseconds> Control::sleep() const {
    if (!open_) return std::nullopt;
    return model::Milliseconds(2);
}

} // namespace foyer::app
