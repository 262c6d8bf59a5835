// SPDX-License-Identifier: EUPL-1.2
// The risk: what is read aloud or compared holds marks that were only meant for the eye.
#include "kiosk/model/content.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;

TEST_CASE("plain text has neither soft hyphens nor numbers of sources", "[model]") {
    const model::Inline runs = {{.text = "Der Rat\u00ADhaus"},
                                {.text = "platz", .bold = true},
                                {.text = "12", .source = 12},
                                {.text = " ist offen."}};
    CHECK(model::plain(runs) == "Der Rathausplatz ist offen.");
    CHECK(model::plain({}).empty());
}

TEST_CASE("languages that run from right to left are known by their first part", "[model]") {
    CHECK(model::is_right_to_left("ar"));
    CHECK(model::is_right_to_left("fa-AF"));
    CHECK(model::is_right_to_left("he"));
    CHECK_FALSE(model::is_right_to_left("de"));
    CHECK_FALSE(model::is_right_to_left("de-simple"));
    CHECK_FALSE(model::is_right_to_left("arn")); // Mapudungun
    CHECK_FALSE(model::is_right_to_left(""));
}
