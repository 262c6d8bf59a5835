// SPDX-License-Identifier: EUPL-1.2
// Risk: a damaged file of icons takes the kiosk down, or an icon is missing on a button.
#include "kiosk/host/icon_sheet.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

using namespace foyer;

namespace {

host::IconMask filled(const std::string& name, std::uint8_t coverage) {
    return {name, std::vector<std::uint8_t>(16, coverage)};
}

std::string sheet_of_two() {
    return host::write_icon_sheet(4, {filled("next", 200), filled("back", 100)}).value();
}

} // namespace

TEST_CASE("icons come back by name as they were written", "[host]") {
    const auto sheet = host::IconSheet::parse(sheet_of_two()).value();
    CHECK(sheet.side_px() == 4);
    CHECK(sheet.names() == std::vector<std::string>{"back", "next"});
    REQUIRE(sheet.mask("next").size() == 16);
    CHECK(sheet.mask("next")[5] == 200);
    CHECK(sheet.mask("back")[15] == 100);
    CHECK(sheet.mask("home").empty());
}

TEST_CASE("a scaled icon is white with its mean coverage in alpha", "[host]") {
    const auto sheet = host::IconSheet::parse(sheet_of_two()).value();
    const auto icon = sheet.scaled("back", 3);
    REQUIRE(icon);
    CHECK(icon->width == 3);
    CHECK(icon->rgba.size() == 36);
    CHECK(icon->rgba[0] == 255);
    CHECK(icon->rgba[3] == 100);
    CHECK_FALSE(sheet.scaled("home", 3));
    CHECK_FALSE(sheet.scaled("back", 0));
}

TEST_CASE("a sheet that is cut off anywhere is refused", "[host]") {
    const std::string whole = sheet_of_two();
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_FALSE(host::IconSheet::parse(whole.substr(0, length)));
    CHECK_FALSE(host::IconSheet::parse(whole + "x"));
}

TEST_CASE("a sheet that claims a million icons is refused", "[host]") {
    std::string bytes = sheet_of_two();
    bytes[10] = '\x7F';
    const auto sheet = host::IconSheet::parse(bytes);
    REQUIRE_FALSE(sheet);
    CHECK(sheet.error().code == Errc::damaged);
}

TEST_CASE("two icons of one name and masks of another size are not written", "[host]") {
    CHECK_FALSE(host::write_icon_sheet(4, {filled("a", 1), filled("a", 2)}));
    CHECK_FALSE(host::write_icon_sheet(5, {filled("a", 1)}));
    CHECK_FALSE(host::write_icon_sheet(4, {filled("", 1)}));
}

TEST_CASE("the icons of the build are all there and none is blank", "[host]") {
    std::ifstream in(ICONS, std::ios::binary);
    const auto sheet =
        host::IconSheet::parse(std::string{std::istreambuf_iterator<char>(in), {}}).value();
    for (const char* name : {"back", "home", "next", "help"}) {
        INFO(name);
        CHECK_FALSE(sheet.mask(name).empty());
    }
    for (const std::string& name : sheet.names()) {
        INFO(name);
        const auto mask = sheet.mask(name);
        CHECK(std::any_of(mask.begin(), mask.end(), [](std::uint8_t c) { return c > 200; }));
        CHECK(std::any_of(mask.begin(), mask.end(), [](std::uint8_t c) { return c == 0; }));
    }
}
