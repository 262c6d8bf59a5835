// SPDX-License-Identifier: EUPL-1.2
// The risk: an edge that belongs to two things at once, so that one finger touches both.
#include "kiosk/base/geometry.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;

TEST_CASE("a rectangle holds its first edge and not its last one", "[base]") {
    const Rect rect{10, 20, 30, 40};
    CHECK(rect.contains({10, 20}));
    CHECK(rect.contains({39.5f, 59.5f}));
    CHECK_FALSE(rect.contains({40, 30}));
    CHECK_FALSE(rect.contains({20, 60}));
    CHECK_FALSE(rect.contains({9.5f, 30}));
}

TEST_CASE("rectangles that only touch share nothing", "[base]") {
    CHECK(intersection({0, 0, 10, 10}, {10, 0, 10, 10}).empty());
    CHECK(intersection({0, 0, 10, 10}, {50, 50, 10, 10}).empty());
    CHECK(intersection({0, 0, 10, 10}, {4, 6, 10, 10}) == Rect{4, 6, 6, 4});
}

TEST_CASE("a rectangle that is inset keeps its centre", "[base]") {
    const Rect rect{10, 20, 30, 40};
    CHECK(rect.inset(5) == Rect{15, 25, 20, 30});
    CHECK(rect.inset(5).centre() == rect.centre());
    CHECK(rect.moved(-10, 2) == Rect{0, 22, 30, 40});
}
