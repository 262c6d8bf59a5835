// SPDX-License-Identifier: EUPL-1.2
// The risk: an error that is lost, or a value that is copied or read where there is none.
#include "kiosk/base/result.h"

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <set>
#include <string>

using namespace foyer;

namespace {

Result<int> half(int value) {
    if (value % 2 != 0) return {Errc::invalid, std::to_string(value) + " is odd"};
    return value / 2;
}

Result<int> quarter(int value, int& steps) {
    const int once = TRY(half(value));
    ++steps;
    const int twice = TRY(half(once));
    ++steps;
    return twice;
}

Result<void> check(int value) {
    TRY(half(value));
    return {};
}

Result<std::unique_ptr<int>> made(int value) { return std::make_unique<int>(TRY(half(value))); }

Result<int> unpacked(int value) {
    const std::unique_ptr<int> owned = TRY(made(value));
    return *owned;
}

} // namespace

TEST_CASE("a result holds a value or an error", "[base]") {
    const Result<int> good = half(4), bad = half(3);
    CHECK(good);
    CHECK(good.has_value());
    CHECK(*good == 2);
    CHECK_FALSE(bad);
    CHECK(bad.error() == Error{Errc::invalid, "3 is odd"});
    CHECK(half(3).value_or(7) == 7);
    CHECK(half(4).value_or(7) == 2);
}

TEST_CASE("TRY goes on with a value and returns early with an error", "[base]") {
    int steps = 0;
    CHECK(quarter(8, steps).value() == 2);
    CHECK(steps == 2);
    steps = 0;
    CHECK(quarter(6, steps).error().what == "3 is odd");
    CHECK(steps == 1);
    CHECK(check(2));
    CHECK(check(1).error().code == Errc::invalid);
}

TEST_CASE("what cannot be copied passes through a result", "[base]") {
    CHECK(unpacked(10).value() == 5);
    CHECK(unpacked(5).error().what == "5 is odd");
}

TEST_CASE("a TRY may stand in a function inside another", "[base]") {
    const auto outer = [](int value) -> Result<int> {
        return TRY([&]() -> Result<int> { return TRY(half(value)) + 1; }());
    };
    CHECK(outer(4).value() == 3);
    CHECK_FALSE(outer(3));
}

TEST_CASE("a result of text tells text and error apart", "[base]") {
    const Result<std::string> text(std::string("fine")), error(Errc::timeout, "too late");
    CHECK(text->size() == 4);
    CHECK(error.error().code == Errc::timeout);
}

TEST_CASE("every code has a name of its own", "[base]") {
    std::set<std::string> names;
    for (const Errc code :
         {Errc::not_found, Errc::unreadable, Errc::damaged, Errc::wrong_format, Errc::newer_format,
          Errc::invalid, Errc::too_large, Errc::no_space, Errc::timeout, Errc::refused}) {
        names.insert(name(code));
    }
    CHECK(names.size() == 10);
    CHECK_FALSE(names.contains("unknown"));
}
