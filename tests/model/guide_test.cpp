// SPDX-License-Identifier: EUPL-1.2
// The risk: answers lead to a result they do not support, or to none.
#include "kiosk/model/guide.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer::model;

namespace {

GuideOption points(int points) {
    return {"", points > 0 ? "weil " + std::to_string(points) : "", points, 0, 0};
}
GuideOption to_question(int question) { return {"", "", 0, question, 0}; }
GuideOption to_result(int result) { return {"", "darum", 0, 0, result}; }

/// Three questions with points, results from 0, 2 and 5 points.
Guide scored() {
    Guide guide;
    for (int i = 0; i < 3; ++i)
        guide.questions.push_back({"?", "", {points(0), points(1), points(2)}});
    guide.results = {{"wenig", "", 0, {}}, {"mittel", "", 2, {}}, {"viel", "", 5, {}}};
    return guide;
}

} // namespace

TEST_CASE("a guide asks its questions one after the other") {
    const Guide guide = scored();
    CHECK(follow(guide, {}) == GuideStep{1, 0, 0, {}});
    CHECK(follow(guide, {1}) == GuideStep{2, 0, 1, {"weil 1"}});
    CHECK(follow(guide, {1, 0}) == GuideStep{3, 0, 1, {"weil 1"}});
}

TEST_CASE("the points of all answers choose the last result that asks no more") {
    const Guide guide = scored();
    CHECK(follow(guide, {0, 0, 1}).result == 1);
    CHECK(follow(guide, {0, 0, 2}).result == 2);
    CHECK(follow(guide, {2, 2, 0}).result == 2);
    CHECK(follow(guide, {2, 2, 1}) == GuideStep{0, 3, 5, {"weil 2", "weil 2", "weil 1"}});
}

TEST_CASE("an answer may lead past questions or straight to a result") {
    Guide guide = scored();
    guide.questions[0].options = {to_question(3), to_result(2)};
    CHECK(follow(guide, {0}).question == 3);
    CHECK(follow(guide, {1}) == GuideStep{0, 2, 0, {"darum"}});
    CHECK(follow(guide, {0, 2}) == GuideStep{0, 2, 2, {"weil 2"}});
}

TEST_CASE("answers that a guide does not have lead nowhere") {
    const Guide guide = scored();
    CHECK(follow(guide, {1, 3, 1}) == GuideStep{2, 0, 1, {"weil 1"}});
    CHECK(follow(guide, {-1}) == GuideStep{1, 0, 0, {}});
    CHECK(follow(guide, {2, 2, 1, 1, 1}) == follow(guide, {2, 2, 1}));
    CHECK(follow(Guide{}, {}).question == 0);
}
