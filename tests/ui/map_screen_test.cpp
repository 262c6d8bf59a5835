// SPDX-License-Identifier: EUPL-1.2
// The risk: a mark that no finger hits, a list that says something else than the map.
#include "kiosk/model/case_filter.h"
#include "kiosk/model/reduce.h"
#include "kiosk/ui/map_drawing.h"
#include "kiosk/ui/map_sight.h"
#include "tests/ui/map_cases.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::ui;
using Catch::Approx;
using test::cases, test::map_state;

namespace {

bool is_mark(const Node& node) {
    return node.role == Role::button &&
           (node.id.starts_with("mark.") || node.id.starts_with("cluster."));
}

bool is_on_map(const Tree& tree, const Node& node) {
    if (node.id == "map") return true;
    if (is_mark(node)) return true;
    return node.parent >= 0 && is_mark(tree.nodes[static_cast<std::size_t>(node.parent)]);
}

Rect touchable(const Tree& tree, const Node& node) {
    return node.scrolls && tree.scroll ? intersection(node.rect, tree.scroll->viewport) : node.rect;
}

/// Up to what floats cannot tell.
bool lies_in(const Rect& box, const Rect& room) {
    constexpr float slack = 0.1f;
    return box.x >= room.x - slack && box.y >= room.y - slack &&
           box.right() <= room.right() + slack && box.bottom() <= room.bottom() + slack;
}

using Check = std::function<void(test::Stage&, const Tree&)>;

/// Map and list on each panel in the smallest and the largest letters, in three sights.
void on_all_panels(const Check& check) {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        for (int kind = 0; kind < 16; ++kind) {
            stage.state = map_state("de", (kind & 1) != 0);
            stage.state.preferences.size = (kind & 2) != 0 ? 2 : 0;
            stage.state.preferences.reach = (kind & 4) != 0;
            if ((kind & 8) != 0) {
                stage.state.map = on_germany(stage.state.map, {0, 0, 600, 600});
                stage.state.map.chosen = "dortmund";
            }
            INFO(panel.name << (stage.state.map.list ? ", list" : ", map") << ", size "
                            << stage.state.preferences.size
                            << (stage.state.preferences.reach ? ", reach" : "") << ", zoom "
                            << stage.state.map.zoom);
            check(stage, stage.draw());
        }
    }
}

std::set<std::string> in_list(const Tree& tree) {
    std::set<std::string> pages;
    for (const Node& node : tree.nodes) {
        if (node.role == Role::button && node.id.starts_with("case."))
            pages.insert(node.id.substr(5));
    }
    return pages;
}

model::MapView view_of(const Node& node) { return std::get<model::LookAtMap>(*node.action).view; }

} // namespace

TEST_CASE("TO-01 TO-02 marks and keys are large enough, and none lies on another", "[ui][map]") {
    on_all_panels([](test::Stage& stage, const Tree& tree) {
        const Look look = stage.look();
        std::vector<const Node*> targets;
        for (const Node& node : tree.nodes) {
            if (!node.operable() || touchable(tree, node).empty()) continue;
            INFO(node.id << " " << node.rect.w << " x " << node.rect.h);
            const float side = std::min(node.rect.w, node.rect.h) / look.panel.px_per_mm();
            CHECK(side >= (node.rank == Rank::primary ? 19.99f : look.compact() ? 11.99f : 14.99f));
            CHECK(lies_in(touchable(tree, node), look.screen));
            for (const Node* other : targets) {
                INFO(other->id);
                const Rect shared = intersection(touchable(tree, node), touchable(tree, *other));
                const bool lies_on_it = shared.w > 0.5f && shared.h > 0.5f;
                CHECK_FALSE(lies_on_it);
            }
            targets.push_back(&node);
        }
    });
}

TEST_CASE("TO-02 marks stand inside the map with a gap between them", "[ui][map]") {
    on_all_panels([](test::Stage& stage, const Tree& tree) {
        const Node* map = tree.find("map");
        REQUIRE((map != nullptr || tree.find("map.show_map") != nullptr));
        if (!map) return;
        CHECK(tree.follows == map->rect);
        std::vector<Rect> marks;
        for (const Node& node : tree.nodes) {
            if (!is_on_map(tree, node)) continue;
            INFO(node.id);
            CHECK(lies_in(node.rect, map->rect));
            if (!is_mark(node)) continue;
            const Rect wide = node.rect.inset(-stage.look().gap + 0.5f);
            for (const Rect& other : marks) CHECK(intersection(wide, other).empty());
            marks.push_back(node.rect);
        }
        CHECK_FALSE(marks.empty());
    });
}

TEST_CASE("the map screen has a heading, ids of its own, words for everything and no stray key",
          "[ui][map]") {
    on_all_panels([](test::Stage& stage, const Tree& tree) {
        std::set<std::string> ids;
        bool has_heading = stage.look().has_banner();
        for (const Node& node : tree.nodes) {
            INFO(node.id);
            CHECK(ids.insert(node.id).second);
            has_heading = has_heading || node.role == Role::heading;
            CHECK_FALSE(node.spoken.name.empty());
            CHECK_FALSE(node.spoken.say.empty());
            CHECK(node.spoken.say.find('{') == std::string::npos);
            CHECK(node.spoken.say.find("\u00AD") == std::string::npos);
            CHECK_FALSE(stage.words.has(node.spoken.name));
        }
        CHECK(has_heading);
        const bool scrolls = tree.scroll && tree.scroll->most > 0.5f;
        CHECK((tree.find("nav.down") != nullptr) == scrolls);
    });
}

TEST_CASE("TO-05 TO-08 everything on the map screen is within reach", "[ui][map]") {
    on_all_panels([](test::Stage& stage, const Tree& tree) {
        const float most_mm = stage.state.preferences.reach ? 1100.5f : 1220.5f;
        for (const Node& node : tree.nodes) {
            const Rect seen = touchable(tree, node);
            if (!node.operable() || seen.empty()) continue;
            INFO(node.id);
            CHECK(stage.panel.mount_bottom_mm +
                      (stage.panel.px.h - seen.y) / stage.panel.px_per_mm() <=
                  most_mm);
        }
    });
}

TEST_CASE("a cluster parts when it is touched, and two cases of one place are listed",
          "[ui][map]") {
    test::Stage stage;
    stage.state = map_state();
    stage.state.view.cases = {cases()[4], cases()[5]}; // Bochum and Dortmund
    Tree tree = stage.draw();
    const Node* both = tree.find("cluster.bochum");
    REQUIRE(both);
    CHECK(both->spoken.say.find("Bochum, Dortmund") != std::string::npos);
    CHECK(view_of(*both).zoom > 0);
    stage.state.map = view_of(*both);
    tree = stage.draw();
    CHECK(tree.find("mark.bochum"));
    CHECK(tree.find("mark.dortmund"));

    stage.state = map_state();
    stage.state.view.cases = {cases()[6], cases()[7]}; // both in Hamburg
    tree = stage.draw();
    REQUIRE(tree.find("cluster.hamburg"));
    const model::MapView view = view_of(*tree.find("cluster.hamburg"));
    CHECK(view.zoom == 0);
    CHECK(view.chosen == "hamburg");
    stage.state.map = view;
    tree = stage.draw();
    CHECK(tree.find("chosen.hamburg"));
    CHECK(tree.find("chosen.hamburg-2"));
    CHECK_FALSE(tree.find("cluster.hamburg")->state.empty());
}

TEST_CASE("a mark that is touched shows its case, with a way to its page and back", "[ui][map]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        INFO(panel.name);
        test::Stage stage(panel.panel);
        stage.state = map_state();
        stage.state.map.centre = {38.72, -9.14};
        stage.state.map.zoom = 4;
        Tree tree = stage.draw();
        const Node* lisbon = tree.find("mark.lissabon");
        REQUIRE(lisbon);
        CHECK(lisbon->spoken.say.find("Lissabon") != std::string::npos);
        CHECK(lisbon->spoken.say.find(stage.words.say("status.reversed")) != std::string::npos);
        model::reduce(stage.state, *lisbon->action);
        tree = stage.draw();
        REQUIRE(tree.find("chosen.lissabon"));
        CHECK(tree.find("map.open")->action ==
              model::Action(model::Open{model::Screen::page, "lissabon"}));
        model::reduce(stage.state, *tree.find("map.unchoose")->action);
        tree = stage.draw();
        CHECK_FALSE(tree.find("chosen.lissabon"));
        REQUIRE(tree.find("mark.lissabon"));
        CHECK(tree.find("mark.lissabon")->state.empty());
    }
}

TEST_CASE("a filter filters map and list alike, and both say how many there are", "[ui][map]") {
    test::Stage stage;
    stage.state = map_state();
    for (const char* filter : {"filter.domain", "filter.status", "filter.size"}) {
        stage.state = map_state();
        for (int step = 0; step < 12; ++step) {
            const Tree tree = stage.draw();
            INFO(filter << " step " << step);
            std::size_t on_map = 0;
            const Sight sight(stage.state.map, tree.find("map")->rect);
            const auto shown = model::shown(stage.state.view.cases, stage.state.map.filter);
            for (const Mark& one : marks(shown, sight, mark_sizes(stage.look()))) {
                on_map += one.cases.size();
                for (const model::CaseMark* c : one.cases)
                    CHECK(in_list(tree).contains(c->card.page));
                CHECK((tree.find("mark." + one.cases.front()->card.page) ||
                       tree.find("cluster." + one.cases.front()->card.page)));
            }
            CHECK(on_map == in_list(tree).size());
            CHECK(on_map == shown.size());
            CHECK(on_map > 0);
            CHECK(tree.find("map.count")->spoken.name.find(std::to_string(on_map)) !=
                  std::string::npos);
            CHECK(tree.find("map")->spoken.say.find(std::to_string(on_map)) != std::string::npos);
            model::reduce(stage.state, *tree.find(filter)->action);
        }
    }
}

TEST_CASE("where nothing fits a filter, words say so and a button lifts it", "[ui][map]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        INFO(panel.name);
        test::Stage stage(panel.panel);
        stage.state = map_state("de", true);
        stage.state.map.filter = {"office", "stopped", {}};
        Tree tree = stage.draw();
        CHECK(in_list(tree).empty());
        REQUIRE(tree.find("map.none"));
        REQUIRE(tree.find("filter.clear"));
        model::reduce(stage.state, *tree.find("filter.clear")->action);
        tree = stage.draw();
        CHECK(in_list(tree).size() == cases().size());
        CHECK_FALSE(tree.find("map.none"));
        CHECK_FALSE(tree.find("filter.clear"));
    }
    test::Stage stage;
    stage.state = map_state();
    stage.state.view.cases.clear();
    CHECK(stage.draw().find("map.none"));
}

TEST_CASE("from right to left all is mirrored but the map itself", "[ui][map]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        for (const bool list : {false, true}) {
            test::Stage stage(panel.panel);
            stage.state = map_state("en", list);
            const Tree one = stage.draw();
            stage.state = map_state("ar", list);
            const Tree other = stage.draw();
            INFO(panel.name << (list ? ", list" : ", map"));
            const Node *map = one.find("map"), *turned = other.find("map");
            CHECK((map == nullptr) == (turned == nullptr));
            for (const Node& a : one.nodes) {
                if (is_on_map(one, a) && a.parent >= 0) continue;
                INFO(a.id);
                std::string id = a.id;
                if (id == "map.west" || id == "map.east")
                    id = id == "map.west" ? "map.east" : "map.west";
                if (a.parent >= 0) continue; // labels are counted through the tree
                const Node* b = other.find(id);
                REQUIRE(b);
                const float mirrored = panel.panel.px.w - a.rect.right();
                const float kept = map && turned ? turned->rect.x + a.rect.x - map->rect.x : 0;
                CHECK(b->rect.x ==
                      Approx(is_mark(a) ? kept : mirrored).margin(is_mark(a) ? 1 : 0.02));
                CHECK(b->rect.y == a.rect.y);
            }
            if (!turned) continue;
            CHECK(other.find("map.west")->rect.x < other.find("map.east")->rect.x);
        }
    }
}

TEST_CASE("zoom has two ends, and Germany fits on every panel", "[ui][map]") {
    CHECK(zoomed({}, -1).zoom == 0);
    model::MapView view;
    for (int i = 0; i < 20; ++i) view = zoomed(view, 1);
    CHECK(view.zoom == most_zoom);
    CHECK(on_europe(view).zoom == 0);
    for (const test::NamedPanel& panel : test::reference_panels()) {
        INFO(panel.name);
        test::Stage stage(panel.panel);
        stage.state = map_state();
        Tree tree = stage.draw();
        stage.state.map = view_of(*tree.find("map.germany"));
        tree = stage.draw();
        const Rect map = tree.find("map")->rect;
        const Sight sight(stage.state.map, map);
        const std::vector<model::Spot> ends = {
            {54.9, 8.4}, {47.35, 10.2}, {50.9, 6.0}, {51.2, 14.95}};
        for (const model::Spot& end : ends) CHECK(map.contains(sight.at(projected(end))));
    }
}
