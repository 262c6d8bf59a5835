// SPDX-License-Identifier: EUPL-1.2
// Risk: the pretend font breaks lines in another way than the real one, and tests of screens prove
// nothing.
#include "platform/memory/box_layouter.h"

#include "platform/text/pango_layouter.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;

namespace {

host::TextSpec spec_of(const std::string& text, float width_px = 0) {
    host::TextSpec spec;
    spec.text = text;
    spec.em_px = 20; // a character is 10 wide
    spec.line_height = 1.5f;
    spec.width_px = width_px;
    return spec;
}

std::vector<std::string> lines_of(host::TextLayouter& layouter, const host::TextSpec& spec) {
    std::vector<std::string> out;
    const auto block = layouter.layout(spec);
    for (const host::TextLine& line : block->lines())
        out.push_back(spec.text.substr(line.begin, line.end - line.begin) +
                      (line.hyphen ? "~" : ""));
    return out;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("boxes break at spaces, after hyphens and at soft hyphens", "[memory]") {
    platform::BoxLayouter boxes;
    CHECK(lines_of(boxes, spec_of("eins zwei drei", 90)) == Lines{"eins zwei ", "drei"});
    CHECK(lines_of(boxes, spec_of("MIT-Lizenz", 50)) == Lines{"MIT-", "Lizenz"});
    CHECK(lines_of(boxes, spec_of("Rat\u00ADhaus", 50)) == Lines{"Rat\u00AD~", "haus"});
    CHECK(lines_of(boxes, spec_of("Rat\u00ADhaus", 70)) == Lines{"Rat\u00ADhaus"});
    CHECK(lines_of(boxes, spec_of("a\n\nb")) == Lines{"a", "", "b"});
    CHECK(lines_of(boxes, spec_of("")) == Lines{""});
}

TEST_CASE("boxes never hyphenate Leichte Sprache, and say when a word sticks out", "[memory]") {
    platform::BoxLayouter boxes;
    host::TextSpec spec = spec_of("Rat\u00ADhaus", 50);
    spec.language = "de-simple";
    CHECK(lines_of(boxes, spec) == Lines{"Rat\u00ADhaus"});
    CHECK(boxes.layout(spec)->overflows());
    CHECK_FALSE(boxes.layout(spec_of("Rat\u00ADhaus", 50))->overflows());
}

TEST_CASE("boxes are where the head computes them", "[memory]") {
    platform::BoxLayouter boxes;
    const auto block = boxes.layout(spec_of("eins zwei drei", 90));
    CHECK(block->size() == Size{90, 60});
    const std::vector<Rect> rects = block->rects(5, 14);
    REQUIRE(rects.size() == 2);
    CHECK(rects[0] == Rect{50, 0, 40, 30});
    CHECK(rects[1] == Rect{0, 30, 40, 30});
    host::TextSpec mirrored = spec_of("eins zwei drei", 90);
    mirrored.direction = host::Direction::right_to_left;
    CHECK(boxes.layout(mirrored)->rects(10, 14).at(0) == Rect{50, 30, 40, 30});
}

TEST_CASE("boxes count what their font has lost", "[memory]") {
    platform::BoxLayouter boxes;
    boxes.lose(U'ß');
    CHECK(boxes.layout(spec_of("Straße"))->missing_glyphs() == 1);
    CHECK(boxes.layouts() == 1);
}

TEST_CASE("boxes are inked inside and clear outside", "[memory]") {
    platform::BoxLayouter boxes;
    const host::Bitmap bitmap = boxes.layout(spec_of("a b"))->render(4);
    CHECK(bitmap.width == 38);
    const auto alpha = [&](int x, int y) {
        return bitmap.rgba[static_cast<std::size_t>(y * bitmap.width + x) * 4 + 3];
    };
    CHECK(alpha(9, 15) == 255);
    CHECK(alpha(19, 15) == 0);
    CHECK(alpha(2, 2) == 0);
}

TEST_CASE("boxes and Pango break the same places when the words are told apart by the width",
          "[memory]") {
    const auto pango = platform::PangoLayouter::create(FONTS_CONF).value();
    platform::BoxLayouter boxes;
    for (const char* text : {"eins zwei", "a\nb", "Daten\u00ADschutz", "§\u00A05"}) {
        INFO(text);
        // One line when there is room, the same number when there is next to none.
        CHECK(lines_of(*pango, spec_of(text)) == lines_of(boxes, spec_of(text)));
        CHECK(lines_of(*pango, spec_of(text, 1)) == lines_of(boxes, spec_of(text, 1)));
    }
}
