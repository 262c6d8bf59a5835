// SPDX-License-Identifier: EUPL-1.2
// The risk: sizes that are right on the developer's screen and too small, too high or on top of
// each other on the panel of a town hall (TO-01, TO-02, TO-08, VI-01, VI-02, VI-10).
#include "kiosk/ui/look.h"

#include "kiosk/ui/keyboard.h"
#include "tests/ui/stage.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::ui;

namespace {

constexpr Type all_types[] = {Type::small,    Type::body,     Type::lead,  Type::label,
                              Type::heading3, Type::heading2, Type::title, Type::display};

Look look_at(const Panel& panel, const model::Preferences& preferences) {
    return {panel, preferences, Palette{}, 0.727f};
}

struct Named {
    std::string name;
    Look look;
};

/// Every panel in every text size, with and without reach mode and Leichte Sprache.
std::vector<Named> all_looks() {
    std::vector<Named> looks;
    for (const test::NamedPanel& panel : test::reference_panels()) {
        for (int size = 0; size < model::size_count; ++size) {
            for (const bool reach : {false, true}) {
                for (const char* language : {"de", "de-simple", "ar"}) {
                    const model::Preferences preferences{
                        language, {}, size, model::Theme::light, reach};
                    looks.push_back({panel.name + " size " + std::to_string(size) + " " + language +
                                         (reach ? " reach" : ""),
                                     look_at(panel.panel, preferences)});
                }
            }
        }
    }
    return looks;
}

float height_above_floor_mm(const Look& look, float y) {
    return look.panel.mount_bottom_mm + (look.screen.h - y) / look.panel.px_per_mm();
}

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

} // namespace

TEST_CASE("TO-01 targets are 20 and 15 millimetres on every panel", "[ui][look]") {
    for (const auto& [name, look] : all_looks()) {
        INFO(name);
        CHECK(look.primary / look.panel.px_per_mm() >= 20);
        CHECK(look.secondary / look.panel.px_per_mm() >= 15);
        CHECK(look.gap / look.panel.px_per_mm() >= 3);
        CHECK(look.ring / look.panel.px_per_mm() >= 1);
        // And not much larger than asked for.
        CHECK(look.primary / look.panel.px_per_mm() < 20.6f);
    }
}

TEST_CASE("TO-01 the keys of the keyboard are 15 millimetres high, 10 on small panels",
          "[ui][look]") {
    for (const auto& [name, look] : all_looks()) {
        INFO(name);
        const float key = (keyboard_height(look) - 2 * look.gap) / 3 / look.panel.px_per_mm();
        CHECK(key >= (look.compact() ? 10 : 15));
    }
}

TEST_CASE("TO-01 eight settings of 15 millimetres find room in the bar", "[ui][look]") {
    for (const auto& [name, look] : all_looks()) {
        INFO(name);
        const float rows = static_cast<float>(look.bar_rows), columns = 8 / rows;
        CHECK((look.bar.w - (columns - 1) * look.gap) / columns >= look.secondary);
        CHECK((look.bar.h - (rows - 1) * look.gap) / rows >= look.secondary);
    }
}

TEST_CASE("TO-01 the buttons that lead on find room in their rail", "[ui][look]") {
    for (const auto& [name, look] : all_looks()) {
        INFO(name);
        const bool upright = look.panel.upright();
        const float along = upright ? look.nav.w : look.nav.h;
        const float across = upright ? look.nav.h : look.nav.w;
        const float buttons = look.paging.empty() ? 5 : 3;
        CHECK(across >= look.primary);
        CHECK(along >= buttons * look.primary + (buttons - 1) * look.gap);
        if (!look.paging.empty()) CHECK(look.paging.h >= 2 * look.primary + look.gap);
    }
}

TEST_CASE("TO-02 places stand apart and on the screen", "[ui][look]") {
    for (const auto& [name, look] : all_looks()) {
        INFO(name);
        std::vector<Rect> places = {look.bar, look.nav, look.stage};
        if (!look.paging.empty()) places.push_back(look.paging);
        if (!look.banner.empty()) places.push_back(look.banner);
        for (std::size_t i = 0; i < places.size(); ++i) {
            CHECK(holds(look.screen, places[i]));
            CHECK_FALSE(places[i].empty());
            for (std::size_t j = 0; j < i; ++j) CHECK(intersection(places[i], places[j]).empty());
        }
        // What can be touched keeps its distance.
        CHECK(intersection(look.bar.inset(-look.gap + 0.5f), look.nav).empty());
        CHECK(intersection(look.stage, look.nav.inset(-look.gap + 0.5f)).empty());
    }
}

TEST_CASE("the stage has room for a card", "[ui][look]") {
    for (const auto& [name, look] : all_looks()) {
        INFO(name);
        CHECK(look.stage.h >= 2 * look.primary);
        CHECK(look.stage.w >= look.em_px(Type::body) * 10);
    }
}

TEST_CASE("TO-08 nothing operable is higher than 1220 mm, in reach mode 1100 mm", "[ui][look]") {
    for (const auto& [name, look] : all_looks()) {
        INFO(name);
        const float most = name.ends_with("reach") ? 1100.5f : 1220.5f;
        for (const Rect& place : {look.bar, look.nav, look.paging, look.stage}) {
            if (!place.empty()) CHECK(height_above_floor_mm(look, place.y) <= most);
        }
    }
}

TEST_CASE("TO-08 reach mode brings an upright screen down", "[ui][look]") {
    const Panel panel{{1080, 1920}, {268, 476}, 700, 600};
    model::Preferences preferences;
    const Look usual = look_at(panel, preferences);
    preferences.reach = true;
    const Look reach = look_at(panel, preferences);
    CHECK(reach.stage.y >= panel.px.h * 0.4f);
    CHECK(reach.stage.y > usual.stage.y);
    CHECK(reach.bar == usual.bar);
}

TEST_CASE("a panel that hangs too high keeps half of its screen", "[ui][look]") {
    const Look look = look_at({{1080, 1920}, {268, 476}, 2000, 600}, {});
    CHECK(look.stage.y == 960);
    CHECK(look.stage.h > 4 * look.primary);
}

TEST_CASE("VI-02 standard text has the height its distance asks for", "[ui][look]") {
    for (const auto& [name, look] : all_looks()) {
        if (look.size != 0) continue;
        INFO(name);
        const float distance = look.panel.distance_mm;
        for (const Type type : all_types) CHECK(look.step(type).cap_mm >= distance / 155 - 0.001f);
        CHECK(look.step(Type::body).cap_mm >= distance / 120 - 0.001f);
        CHECK(look.step(Type::label).cap_mm >= 4.8f);
        if (look.simple) CHECK(look.step(Type::body).cap_mm >= distance / 120 * 1.2f - 0.001f);
    }
}

TEST_CASE("VI-01 large text subtends 0.7 degrees in every step", "[ui][look]") {
    for (const auto& [name, look] : all_looks()) {
        if (look.size == 0) continue;
        INFO(name);
        for (const Type type : all_types)
            CHECK(look.step(type).cap_mm >= look.panel.distance_mm * 0.01222f - 0.001f);
    }
}

TEST_CASE("each text size is larger than the one before it", "[ui][look]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        for (const char* language : {"de", "de-simple"}) {
            float before = 0;
            for (int size = 0; size < model::size_count; ++size) {
                const Look look =
                    look_at(panel.panel, {language, {}, size, model::Theme::light, false});
                INFO(panel.name << " " << language << " " << size);
                CHECK(look.em_px(Type::body) > before);
                before = look.em_px(Type::body);
                CHECK(look.step(Type::heading2).cap_mm > look.step(Type::body).cap_mm);
                CHECK(look.step(Type::title).cap_mm > look.step(Type::heading2).cap_mm);
            }
        }
    }
}

TEST_CASE("the height of capitals comes out on the screen as it was asked for", "[ui][look]") {
    for (const auto& [name, look] : all_looks()) {
        INFO(name);
        for (const Type type : all_types) {
            // An em is rounded to half a pixel.
            const float tolerance = 0.26f * 0.727f / look.panel.px_per_mm();
            CHECK(look.cap_mm_of(look.em_px(type)) ==
                  Catch::Approx(look.step(type).cap_mm).margin(tolerance));
        }
    }
}

TEST_CASE("VI-10 a paragraph is about 66 characters wide, 70 at most", "[ui][look]") {
    const Look look = look_at(test::reference_panels().front().panel, {});
    // Inter sets German running text at 0.53 em a character.
    CHECK(look.measure_px() / (0.53f * look.em_px(Type::body)) <= 70);
    CHECK(look.measure_px() / (0.53f * look.em_px(Type::body)) > 55);
}

TEST_CASE("a block of text knows its language and direction", "[ui][look]") {
    const Look look =
        look_at(test::reference_panels().front().panel, {"ar", {}, 0, model::Theme::light, false});
    CHECK(look.right_to_left);
    CHECK(look.text(Type::body, "x").direction == host::Direction::right_to_left);
    CHECK(look.text(Type::body, "x", 0, "de").direction == host::Direction::left_to_right);
    CHECK(look.text(Type::body, "x", 0, "de").language == "de");
    CHECK(look.text(Type::title, "x").hyphens == host::Hyphens::when_needed);
    CHECK(look.text(Type::body, "x").hyphens == host::Hyphens::everywhere);
}
