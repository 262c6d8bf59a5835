// SPDX-License-Identifier: EUPL-1.2
// The risk: a town that stands in the sea, a mark that hides another for good.
#include "kiosk/model/case_filter.h"
#include "kiosk/ui/map_drawing.h"
#include "kiosk/ui/map_outlines.h"
#include "kiosk/ui/map_sight.h"
#include "tests/ui/map_cases.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace foyer;
using namespace foyer::ui;
using Catch::Approx;
using test::berlin, test::cases, test::hamburg, test::map_state, test::munich;

namespace {

bool holds(const Surface& surface, const model::Spot& spot) {
    const Plane p = projected(spot);
    const auto turn = [&](const Plane& a, const Plane& b) {
        return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    };
    for (std::size_t i = 0; i + 2 < surface.corners.size(); i += 3) {
        const Plane &a = surface.points.at(surface.corners[i]),
                    &b = surface.points.at(surface.corners[i + 1]),
                    &c = surface.points.at(surface.corners[i + 2]);
        const bool is_in = turn(a, b) >= 0 && turn(b, c) >= 0 && turn(c, a) >= 0;
        if (is_in) return true;
    }
    return false;
}

/// Kilometres from the spot to the nearest point of a line of that kind.
double distance_to(Border border, const model::Spot& spot) {
    const Plane p = projected(spot);
    double nearest = 1e9;
    for (const Outline& line : outlines().lines) {
        if (line.border != border) continue;
        for (const Plane& q : line.points)
            nearest = std::min(nearest, std::hypot(p.x - q.x, p.y - q.y));
    }
    return nearest;
}

} // namespace

TEST_CASE("the projection keeps the middle, the directions and the way back", "[ui][map]") {
    CHECK(projected({52, 10}).x == Approx(0).margin(1e-9));
    CHECK(projected({52, 10}).y == Approx(0).margin(1e-9));
    // Berlin is 57.8 km north of the centre's latitude and 3.405 degrees east of it.
    CHECK(projected(berlin).x == Approx(230.4).margin(1));
    CHECK(projected(berlin).y == Approx(62).margin(2));
    for (double north = 30; north <= 72; north += 7) {
        for (double east = -30; east <= 60; east += 9) {
            const model::Spot back = spot_at(projected({north, east}));
            CHECK(back.latitude == Approx(north).epsilon(1e-9));
            CHECK(back.longitude == Approx(east).margin(1e-9));
        }
    }
    CHECK(spot_at({0, 0}) == model::Spot{52, 10});
}

TEST_CASE("the projection keeps areas", "[ui][map]") {
    const auto area = [](double north, double east) {
        const double d = 0.01;
        const Plane a = projected({north, east}), b = projected({north, east + d}),
                    c = projected({north + d, east});
        const double flat = std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
        return flat / std::cos((north + d / 2) * 3.14159265358979 / 180);
    };
    CHECK(area(38, -9) == Approx(area(52, 10)).epsilon(1e-3));
    CHECK(area(68, 40) == Approx(area(52, 10)).epsilon(1e-3));
}

TEST_CASE("towns stand on land, German ones in Germany, and the sea is empty", "[ui][map]") {
    for (const model::CaseMark& one : cases()) {
        INFO(one.card.page);
        // A harbour may lie where the simplified coast has water.
        const bool is_on_land =
            holds(outlines().land, one.spot) || holds(outlines().germany, one.spot);
        CHECK((is_on_land || distance_to(Border::coast, one.spot) < 15));
    }
    for (const model::Spot& spot : {berlin, hamburg, munich, model::Spot{54.42, 13.43}}) {
        CHECK(holds(outlines().germany, spot));
        CHECK_FALSE(holds(outlines().land, spot));
    }
    const std::vector<model::Spot> elsewhere = {
        {48.857, 2.352}, {50.075, 14.437}, {64.14, -21.9}, {47.37, 8.54}, {40.42, -3.7}};
    for (const model::Spot& spot : elsewhere) {
        INFO(spot.latitude);
        CHECK(holds(outlines().land, spot));
        CHECK_FALSE(holds(outlines().germany, spot));
    }
    const std::vector<model::Spot> sea = {{56, 3}, {58, 19.8}, {45, -8}, {42, 6}, {34, 20}};
    for (const model::Spot& spot : sea) {
        INFO(spot.latitude);
        CHECK_FALSE(holds(outlines().land, spot));
        CHECK_FALSE(holds(outlines().germany, spot));
    }
}

TEST_CASE("borders of Germany and of its Länder run where they should", "[ui][map]") {
    CHECK(distance_to(Border::germany, {47.67, 9.18}) < 12);  // Konstanz, at the Swiss border
    CHECK(distance_to(Border::germany, {51.15, 14.99}) < 12); // Görlitz, at the Polish one
    CHECK(distance_to(Border::germany, {50.0, 8.3}) > 80);    // Mainz
    CHECK(distance_to(Border::land, {50.0, 8.27}) < 8);       // between it and Wiesbaden
    CHECK(distance_to(Border::land, {48.4, 9.99}) < 8);       // Ulm and Neu-Ulm
    CHECK(distance_to(Border::land, {49.45, 11.08}) > 50);    // Nuremberg, amid Bavaria
    CHECK(distance_to(Border::coast, {54.32, 10.14}) < 12);   // Kiel
}

TEST_CASE("whatever is touched again and again, every case is reached from the map", "[ui][map]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        for (const model::CaseMark& wanted : cases()) {
            INFO(wanted.card.page << " on " << panel.name);
            stage.state = map_state();
            const Rect map = stage.draw().find("map")->rect;
            const MarkSizes sizes = mark_sizes(stage.look());
            const std::vector<model::CaseMark> all = cases();
            const auto shown = model::shown(all, {});
            model::MapView view = stage.state.map;
            for (int touch = 0; touch < 20 && view.chosen.empty(); ++touch) {
                const std::vector<Mark> seen = marks(shown, Sight(view, map), sizes);
                const auto with = std::find_if(seen.begin(), seen.end(), [&](const Mark& one) {
                    return std::any_of(
                        one.cases.begin(), one.cases.end(),
                        [&](const model::CaseMark* c) { return c->card.page == wanted.card.page; });
                });
                if (with == seen.end()) { // on the smallest panel: an arrow leads there
                    const Point at = Sight(view, map).at(projected(wanted.spot));
                    const Point middle = map.centre();
                    view =
                        dragged(view, map, std::clamp(middle.x - at.x, -0.4f * map.w, 0.4f * map.w),
                                std::clamp(middle.y - at.y, -0.4f * map.h, 0.4f * map.h));
                    continue;
                }
                view = touched(*with, view, map, sizes);
            }
            const auto found = chosen(shown, view, map, sizes);
            CHECK(std::any_of(found.begin(), found.end(), [&](const model::CaseMark* c) {
                return c->card.page == wanted.card.page;
            }));
        }
    }
}

TEST_CASE("what is under a finger stays under it, up to the edge of the map", "[ui][map]") {
    const Rect viewport{100, 50, 900, 700};
    model::MapView view = on_germany({}, viewport);
    const Point on_berlin = Sight(view, viewport).at(projected(berlin));
    const model::MapView moved = dragged(view, viewport, 40, -25);
    const Point after = Sight(moved, viewport).at(projected(berlin));
    CHECK(after.x == Approx(on_berlin.x + 40).margin(0.1));
    CHECK(after.y == Approx(on_berlin.y - 25).margin(0.1));
    // As far as it goes, and back at once.
    for (int i = 0; i < 50; ++i) view = dragged(view, viewport, 800, 0);
    const double edge = Sight(view, viewport).centre.x;
    CHECK(Sight(dragged(view, viewport, 800, 0), viewport).centre.x == Approx(edge).margin(0.01));
    CHECK(Sight(dragged(view, viewport, -90, 0), viewport).centre.x > edge + 10);
}

TEST_CASE("marks stand out from land and sea in every theme", "[ui][map]") {
    for (int theme = 0; theme < model::theme_count; ++theme) {
        const Palette palette = test::palette_of(static_cast<model::Theme>(theme));
        const MapColours map = map_colours(palette);
        for (const Colour ground : {map.sea, map.land, map.germany}) {
            CHECK(contrast(palette.accent, ground) >= 3);
            CHECK(contrast(palette.warm, ground) >= 3);
            CHECK(contrast(map.coast, ground) >= 1.9);
        }
    }
}
