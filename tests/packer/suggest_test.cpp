// SPDX-License-Identifier: EUPL-1.2
// The risk: a suggestion that has nothing to do with what was written confuses more than none.
#include "content/packer/labels.h"
#include "content/packer/problem.h"
#include "content/packer/suggest.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer::packer;

TEST_CASE("the nearest known word is suggested, nothing where none is near") {
    REQUIRE(suggestion("freibrug", {"freiburg", "dortmund"}) == "; did you mean \"freiburg\"?");
    REQUIRE(suggestion("titel", {"title"}) == "; did you mean \"title\"?");
    REQUIRE(suggestion("hamburg", {"dortmund"}).empty());
    REQUIRE(suggestion("", {}).empty());
    REQUIRE(suggestion(std::string(1'000'000, 'a'), {"a"}).empty());
}

TEST_CASE("problems are sorted by place and each is said once") {
    Problems problems;
    problems.warning("b", {1, 1}, "later");
    problems.error("a", {2, 1}, "second");
    problems.error("a", {1, 9}, "first");
    problems.error("a", {1, 9}, "first");
    const std::vector<Problem> sorted = problems.sorted();
    REQUIRE(sorted.size() == 3);
    REQUIRE(to_string(sorted[0]) == "a:1:9: error: first");
    REQUIRE(to_string(sorted[2]) == "b:1:1: warning: later");
}

TEST_CASE("a message stays on one line whatever it quotes") {
    REQUIRE(to_string({"a\nb", {1, 1}, Severity::error, "x\ty\x1b[0m"}) ==
            "a b:1:1: error: x y [0m");
    REQUIRE(foyer::packer::quoted(std::string(79, 'a') + "äöü") ==
            "\"" + std::string(79, 'a') + "…\"");
}

TEST_CASE("a flood of problems is counted and not kept") {
    Problems problems;
    for (int i = 0; i < 100'000; ++i) problems.error("a", {i, 1}, "x");
    REQUIRE(problems.errors() == 100'000);
    REQUIRE(problems.sorted().size() == Problems::max_kept);
}

TEST_CASE("LS-05 labels that say nothing are known in both languages") {
    for (const char* label : {"hier", "Mehr …", "„Hier klicken“", "Read more", "more >"}) {
        REQUIRE(says_nothing(label));
    }
    for (const char* label : {"Mehr Freiheit", "Hierarchie", ""})
        REQUIRE_FALSE(says_nothing(label));
}
