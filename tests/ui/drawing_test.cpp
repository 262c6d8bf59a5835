// SPDX-License-Identifier: EUPL-1.2
// The risk: a screen that holds something which cannot be read aloud, reached, hit or told from its
// neighbour, or that is drawn the wrong way round for those who read from the right.
#include "tests/ui/stage.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::ui;
using Catch::Approx;

namespace {

using Check = std::function<void(const test::Stage&, const Tree&)>;

/// Each screen on each panel in the smallest and the largest letters.
void on_all_screens(const Check& check) {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        for (const int size : {0, 2}) {
            for (const test::NamedState& named : test::all_screens("de")) {
                stage.state = named.state;
                stage.state.preferences.size = size;
                INFO(named.name << " on " << panel.name << ", size " << size);
                check(stage, stage.draw());
            }
        }
    }
}

/// A step of a tour has the whole screen, as the attract screen has.
bool is_alone(const std::string& screen) {
    return screen == "attract" || screen == "fault" || screen.starts_with("tour step");
}

/// What of a node can be touched.
Rect touchable(const Tree& tree, const Node& node) {
    return node.scrolls && tree.scroll ? intersection(node.rect, tree.scroll->viewport) : node.rect;
}

bool is_key(const Node& node) { return node.role == Role::key; }

const Node& parent_of(const Tree& tree, const Node& node) {
    return tree.nodes[static_cast<std::size_t>(node.parent)];
}

/// The box around all keys.
Rect keys_of(const Tree& tree) {
    Rect all;
    for (const Node& node : tree.nodes) {
        if (!is_key(node)) continue;
        if (all.empty()) all = node.rect;
        const float right = std::max(all.right(), node.rect.right());
        all.x = std::min(all.x, node.rect.x);
        all.w = right - all.x;
    }
    return all;
}

} // namespace

TEST_CASE("everything that can be operated has a size to keep and words to say", "[ui][screens]") {
    on_all_screens([](const test::Stage&, const Tree& tree) {
        for (const Node& node : tree.nodes) {
            INFO(node.id);
            if (node.action) {
                CHECK(node.rank != Rank::none);
                CHECK_FALSE(node.spoken.name.empty());
                CHECK_FALSE(node.spoken.say.empty());
                CHECK(node.role != Role::text);
            }
            CHECK_FALSE(node.language.empty());
            CHECK(node.spoken.say.find("\u00AD") == std::string::npos);
            CHECK(node.spoken.name.find("\u00AD") == std::string::npos);
        }
    });
}

TEST_CASE("every node has an id of its own and a parent before it", "[ui][screens]") {
    on_all_screens([](const test::Stage&, const Tree& tree) {
        std::set<std::string> ids;
        for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
            const Node& node = tree.nodes[i];
            INFO(node.id);
            CHECK(ids.insert(node.id).second);
            CHECK(node.parent < static_cast<int>(i));
            if (node.parent >= 0)
                CHECK_FALSE(tree.nodes[static_cast<std::size_t>(node.parent)].id.empty());
        }
    });
}

TEST_CASE("the words of a thing stand inside it", "[ui][screens]") {
    on_all_screens([](const test::Stage&, const Tree& tree) {
        for (const Node& node : tree.nodes) {
            if (node.parent < 0 || !node.text || !node.spoken_by_parent) continue;
            const Rect outer = parent_of(tree, node).rect, inner = node.rect;
            INFO(node.id << " in " << parent_of(tree, node).id);
            CHECK(inner.x >= outer.x - 0.5f);
            CHECK(inner.right() <= outer.right() + 0.5f);
            CHECK(inner.y >= outer.y - 0.5f);
            CHECK(inner.bottom() <= outer.bottom() + 0.5f);
        }
    });
}

TEST_CASE("what lies below each other is scrolled through in that order", "[ui][screens]") {
    on_all_screens([](const test::Stage&, const Tree& tree) {
        if (tree.scroll) CHECK(std::is_sorted(tree.scroll->tops.begin(), tree.scroll->tops.end()));
    });
}

TEST_CASE("no key of a word stands where words should be", "[ui][screens]") {
    const Words de = test::words_of("de");
    on_all_screens([&](const test::Stage&, const Tree& tree) {
        for (const Node& node : tree.nodes) {
            INFO(node.id);
            CHECK_FALSE(de.has(node.spoken.name));
            CHECK(node.spoken.say.find('{') == std::string::npos);
            CHECK(node.spoken.say.find('}') == std::string::npos);
        }
    });
}

TEST_CASE("TO-01 targets have the size of their rank on every screen", "[ui][screens]") {
    on_all_screens([](const test::Stage& stage, const Tree& tree) {
        const Look look = stage.look();
        for (const Node& node : tree.nodes) {
            if (!node.operable()) continue;
            INFO(node.id << " " << node.rect.w << " x " << node.rect.h);
            const float side = std::min(node.rect.w, node.rect.h) / look.panel.px_per_mm();
            if (node.rank == Rank::primary) CHECK(side >= 19.99f);
            if (node.rank == Rank::secondary) CHECK(side >= (look.compact() ? 11.99f : 14.99f));
            const float key = look.compact() ? 10 : look.panel.mm.w < 240 ? 12 : 15;
            if (node.rank == Rank::key) CHECK(side >= key - 0.01f);
        }
    });
}

TEST_CASE("TO-02 things that can be touched do not lie on each other", "[ui][screens]") {
    on_all_screens([](const test::Stage&, const Tree& tree) {
        std::vector<std::pair<std::string, Rect>> targets;
        for (const Node& node : tree.nodes) {
            if (node.operable() && node.rank != Rank::word)
                targets.emplace_back(node.id, touchable(tree, node));
        }
        for (std::size_t i = 0; i < targets.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                INFO(targets[i].first << " and " << targets[j].first);
                const Rect shared = intersection(targets[i].second, targets[j].second);
                const bool lies_on_it = shared.w > 0.5f && shared.h > 0.5f;
                CHECK_FALSE(lies_on_it);
            }
        }
    });
}

TEST_CASE("a finger in the middle of a target hits it", "[ui][screens]") {
    on_all_screens([](const test::Stage&, const Tree& tree) {
        for (const Node& node : tree.nodes) {
            const Rect seen = touchable(tree, node);
            if (!node.operable() || node.rank == Rank::word || seen.empty()) continue;
            INFO(node.id);
            const Node* hit = tree.at(seen.centre());
            REQUIRE(hit);
            CHECK(hit->id == node.id);
        }
    });
}

TEST_CASE("VI-09 TS-05 the bar stands at the same place on every screen", "[ui][screens]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        std::map<std::string, Rect> before;
        for (const test::NamedState& named : test::all_screens("de")) {
            if (is_alone(named.name)) continue;
            INFO(named.name << " on " << panel.name);
            stage.state = named.state;
            const Tree tree = stage.draw();
            for (const char* id : {"bar.size", "bar.theme", "bar.simple", "bar.language",
                                   "bar.reach", "bar.help", "bar.about", "bar.end"}) {
                INFO(id);
                const Node* node = tree.find(id);
                REQUIRE(node);
                const auto [place, is_first] = before.try_emplace(id, node->rect);
                CHECK(place->second == node->rect);
                CHECK(node->operable() == (stage.state.overlay != model::Overlay::idle));
            }
        }
        CHECK(before.size() == 8);
    }
}

TEST_CASE("FO-02 back is on every screen, and up and down where something scrolls",
          "[ui][screens]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        for (const test::NamedState& named : test::all_screens("de")) {
            if (is_alone(named.name) || named.state.overlay != model::Overlay::none) continue;
            INFO(named.name << " on " << panel.name);
            stage.state = named.state;
            const Tree tree = stage.draw();
            REQUIRE(tree.find("nav.back"));
            CHECK(tree.find("nav.back")->operable());
            const bool scrolls = tree.scroll && tree.scroll->most > 0.5f;
            CHECK((tree.find("nav.up") != nullptr) == scrolls);
            CHECK((tree.find("nav.down") != nullptr) == scrolls);
        }
    }
}

TEST_CASE("FO-06 switches say their state", "[ui][screens]") {
    test::Stage stage;
    stage.state = test::screen("home");
    CHECK(stage.draw().find("bar.reach")->role == Role::toggle);
    const std::string off = stage.draw().find("bar.reach")->state;
    stage.state.preferences.reach = true;
    const Tree tree = stage.draw();
    CHECK_FALSE(tree.find("bar.reach")->state.empty());
    CHECK(tree.find("bar.reach")->state != off);
    CHECK(tree.find("bar.reach")->spoken.say.find(tree.find("bar.reach")->state) !=
          std::string::npos);
}

TEST_CASE("TO-05 TO-08 everything that can be operated is within reach", "[ui][screens]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        for (const bool reach : {false, true}) {
            test::Stage stage(panel.panel);
            for (const test::NamedState& named : test::all_screens("de")) {
                if (named.name == "attract" || named.name.starts_with("idle")) continue;
                INFO(named.name << " on " << panel.name << (reach ? " in reach mode" : ""));
                stage.state = named.state;
                stage.state.preferences.reach = reach;
                const Tree tree = stage.draw();
                const float most_mm = reach ? 1100.5f : 1220.5f;
                for (const Node& node : tree.nodes) {
                    const Rect seen = touchable(tree, node);
                    if (!node.operable() || seen.empty()) continue;
                    if (seen == stage.look().screen) continue; // can be touched anywhere
                    INFO(node.id);
                    const float height_mm = panel.panel.mount_bottom_mm +
                                            (panel.panel.px.h - seen.y) / panel.panel.px_per_mm();
                    // Words in a paragraph have a button of their own below it.
                    if (node.rank != Rank::word) CHECK(height_mm <= most_mm);
                }
            }
        }
    }
}

TEST_CASE("what lies under a dialog is covered, the bar stays usable", "[ui][screens]") {
    test::Stage stage;
    for (const char* name : {"languages", "term", "take address"}) {
        INFO(name);
        stage.state = test::screen(name);
        const Tree tree = stage.draw();
        bool is_under = true;
        for (const Node& node : tree.nodes) {
            INFO(node.id);
            if (node.id == "dialog") is_under = false;
            CHECK(node.covered == is_under);
        }
        CHECK_FALSE(is_under);
        // Nothing moves but what is in it.
        if (tree.scroll) {
            const Rect dialog = tree.find("dialog")->rect, moves = tree.scroll->viewport;
            CHECK(intersection(dialog, moves) == moves);
        }
        const std::vector<std::string> order = tree.focus_order();
        CHECK(std::find(order.begin(), order.end(), "dialog.close") != order.end());
        CHECK(std::find(order.begin(), order.end(), "bar.size") != order.end());
        CHECK(std::find(order.begin(), order.end(), "nav.back") == order.end());
    }
}

TEST_CASE("TO-05 \"still there?\" covers everything and is one button", "[ui][screens]") {
    for (const char* name : {"idle", "idle search"}) {
        test::Stage stage;
        stage.state = test::screen(name);
        const Tree tree = stage.draw();
        CHECK(tree.focus_order() == std::vector<std::string>{"idle"});
        CHECK(tree.find("idle")->rect == stage.look().screen);
        CHECK(tree.at(tree.find("bar.end")->rect.centre())->id == "idle");
        CHECK(tree.find("idle")->value == "25");
        CHECK(tree.find("idle")->spoken.say.find("25") != std::string::npos);
    }
}

TEST_CASE("TO-05 the attract screen is one button and shows the languages", "[ui][screens]") {
    test::Stage stage;
    stage.state = test::screen("attract");
    const Tree tree = stage.draw();
    CHECK(tree.focus_order() == std::vector<std::string>{"attract"});
    CHECK(tree.find("attract")->rect == stage.look().screen);
    std::set<std::string> shown;
    for (const Node& node : tree.nodes) shown.insert(node.spoken.name);
    for (const char* language : {"Deutsch", "English", "Leichte Sprache"})
        CHECK(shown.contains(language));
}

TEST_CASE("only languages that the operator offers and the pack has are offered", "[ui][screens]") {
    model::State state = test::screen("languages");
    CHECK(offered_languages(state).size() == 4);
    state.settings.languages = {"en", "tr", "de"};
    const std::vector<model::Language> offered = offered_languages(state);
    REQUIRE(offered.size() == 2);
    test::Stage stage;
    stage.state = state;
    const Tree tree = stage.draw();
    CHECK(tree.find("language.en"));
    CHECK_FALSE(tree.find("language.ar"));
    CHECK_FALSE(tree.find("language.tr"));
}

TEST_CASE("the choice of languages says which one it is", "[ui][screens]") {
    test::Stage stage;
    stage.state = test::screen("languages");
    const Tree tree = stage.draw();
    CHECK_FALSE(tree.find("language.de")->state.empty());
    CHECK(tree.find("language.en")->state.empty());
    CHECK(tree.find("language.en")->language == "en");
}

TEST_CASE("from right to left a screen is the exact mirror image", "[ui][screens]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        // The same words in both, so that only the direction differs.
        const std::vector<test::NamedState> left = test::all_screens("en"),
                                            right = test::all_screens("ar");
        for (std::size_t i = 0; i < left.size(); ++i) {
            stage.state = left[i].state;
            // Where fingers were is not mirrored, and what is measured from there differs.
            if (!stage.state.staff.touches.empty()) continue;
            const Tree one = stage.draw();
            stage.state = right[i].state;
            const Tree other = stage.draw();
            INFO(left[i].name << " on " << panel.name);
            REQUIRE(one.nodes.size() == other.nodes.size());
            // The letters of a keyboard stand in the order of every keyboard.
            const float keys_end = keys_of(one).right(), keys_begin = keys_of(one).x;
            for (std::size_t n = 0; n < one.nodes.size(); ++n) {
                const Node &a = one.nodes[n], &b = other.nodes[n];
                INFO(a.id << " and " << b.id);
                CHECK(a.id == b.id);
                const bool is_letter = is_key(a) || (a.parent >= 0 && is_key(parent_of(one, a)));
                const float mirrored = panel.panel.px.w - a.rect.right();
                const float kept = panel.panel.px.w - keys_end + a.rect.x - keys_begin;
                // A letter stands in the middle of its key, to the pixel.
                CHECK(b.rect.x == Approx(is_letter ? kept : mirrored).margin(is_letter ? 2 : 0.02));
                CHECK(b.rect.y == a.rect.y);
                CHECK(b.rect.w == a.rect.w);
                CHECK(b.rect.h == a.rect.h);
                CHECK(b.visible == Approx(a.visible).margin(0.001));
            }
            CHECK(one.scroll.has_value() == other.scroll.has_value());
            if (one.scroll) CHECK(one.scroll->tops == other.scroll->tops);
        }
    }
}

TEST_CASE("pages and dialogs have a heading, and the fault its code", "[ui][screens]") {
    on_all_screens([](const test::Stage& stage, const Tree& tree) {
        const model::Screen screen = stage.state.place().screen;
        const bool has_heading =
            std::any_of(tree.nodes.begin(), tree.nodes.end(),
                        [](const Node& node) { return node.role == Role::heading; });
        const bool is_dark = stage.state.presentation && stage.state.presentation->blank;
        const bool needs_none =
            stage.state.view.broken || screen == model::Screen::search || is_dark;
        CHECK((has_heading || needs_none || stage.look().has_banner()));
        if (screen != model::Screen::fault) return;
        CHECK(tree.find("fault.code")->spoken.name.find("F3") != std::string::npos);
        CHECK(tree.focus_order().empty());
    });
}

TEST_CASE("every code of a fault has its own words, and is never shown itself", "[ui][screens]") {
    test::Stage stage;
    stage.state = test::screen("fault");
    std::map<Errc, std::string> codes;
    for (const Errc code :
         {Errc::not_found, Errc::unreadable, Errc::damaged, Errc::wrong_format, Errc::newer_format,
          Errc::invalid, Errc::too_large, Errc::no_space, Errc::timeout, Errc::refused,
          Errc::untrusted, Errc::expired, Errc::older}) {
        stage.state.fault = Error{code, "secret.pack: errno 5"};
        const Tree tree = stage.draw();
        for (const Node& node : tree.nodes) {
            CHECK(node.spoken.say.find("errno") == std::string::npos);
            CHECK_FALSE(stage.words.has(node.spoken.name));
        }
        codes[code] = tree.find("fault.code")->spoken.name;
    }
    CHECK(codes[Errc::not_found].ends_with("F1"));
    CHECK(codes[Errc::unreadable].ends_with("F2"));
    CHECK(codes[Errc::damaged].ends_with("F3"));
    CHECK(codes[Errc::wrong_format].ends_with("F4"));
    CHECK(codes[Errc::newer_format].ends_with("F5"));
    CHECK(codes[Errc::too_large].ends_with("F6"));
}

TEST_CASE("frames draw with textures that are there, and give them back", "[ui][screens]") {
    test::Stage stage;
    for (const test::NamedState& named : test::all_screens("de")) {
        stage.state = named.state;
        stage.draw();
        stage.draw();
    }
    CHECK(stage.screen().lost_textures() == 0);
    CHECK(stage.screen().frames() > 0);
}
