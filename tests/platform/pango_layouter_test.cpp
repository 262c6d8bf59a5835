// SPDX-License-Identifier: EUPL-1.2
// Risk: text that is cut, broken in the wrong place, or not where the caller thinks it is.
#include "platform/text/pango_layouter.h"

#include "kiosk/base/text.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace foyer;
using Catch::Matchers::WithinAbs;

namespace {

host::TextLayouter& layouter() {
    static const auto made = platform::PangoLayouter::create(FONTS_CONF).value();
    return *made;
}

std::unique_ptr<host::TextBlock> laid(const std::string& text, float width_px,
                                      const std::string& language = "de") {
    host::TextSpec spec;
    spec.text = text;
    spec.language = language;
    spec.em_px = 20;
    spec.width_px = width_px;
    return layouter().layout(spec);
}

std::vector<std::string> lines_of(const std::string& text, const host::TextBlock& block) {
    std::vector<std::string> out;
    for (const host::TextLine& line : block.lines())
        out.push_back(text.substr(line.begin, line.end - line.begin));
    return out;
}

/// First and last row of a bitmap that is inked.
std::pair<int, int> inked_rows(const host::Bitmap& bitmap) {
    int first = bitmap.height, last = -1;
    for (int y = 0; y < bitmap.height; ++y)
        for (int x = 0; x < bitmap.width; ++x) {
            const auto at = static_cast<std::size_t>(y * bitmap.width + x) * 4 + 3;
            if (bitmap.rgba[at] < 128) continue;
            first = std::min(first, y);
            last = y;
        }
    return {first, last};
}

const std::string paragraph = "Die Ver\u00ADwal\u00ADtung ver\u00ADöf\u00ADfent\u00ADlicht ihre "
                              "Soft\u00ADware nach §\u00A05 Absatz\u00A02 der Satzung.";

} // namespace

TEST_CASE("a layouter without a single font is refused", "[text]") {
    const auto folder = std::filesystem::temp_directory_path() / "foyer-no-fonts";
    std::filesystem::create_directories(folder);
    const std::string file = folder / "fonts.conf";
    std::ofstream(file) << "<fontconfig><dir>" << folder.string() << "</dir><cachedir>"
                        << folder.string() << "</cachedir></fontconfig>";
    const auto made = platform::PangoLayouter::create(file);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == Errc::not_found);
    std::filesystem::remove_all(folder);
}

TEST_CASE("capitals are as high as the font says", "[text]") {
    CHECK_THAT(layouter().cap_height(), WithinAbs(0.727, 0.001));
    host::TextSpec spec;
    spec.text = "H";
    spec.em_px = 100;
    const auto [first, last] = inked_rows(layouter().layout(spec)->render(4));
    CHECK_THAT(last - first + 1, WithinAbs(72.7, 1.0));
}

TEST_CASE("a label of one line is a line height tall and its capitals stand in the middle",
          "[text]") {
    for (const float line_height : {1.0f, 1.2f, 1.4f, 2.0f}) {
        host::TextSpec spec;
        spec.text = "HALLO";
        spec.em_px = 50;
        spec.line_height = line_height;
        const auto block = layouter().layout(spec);
        CHECK_THAT(block->size().h, WithinAbs(50 * line_height, 0.01));
        const auto [first, last] = inked_rows(block->render(0));
        const float below = block->size().h - static_cast<float>(last) - 1;
        CHECK_THAT(static_cast<float>(first) - below, WithinAbs(0, 2.0));
    }
}

TEST_CASE("lines follow each other by the line height, whatever fonts they need", "[text]") {
    host::TextSpec spec;
    spec.text = "Text\nالحرة ✓ →\nText";
    spec.em_px = 20;
    spec.line_height = 1.5f;
    const auto block = layouter().layout(spec);
    REQUIRE(block->lines().size() == 3);
    CHECK_THAT(block->size().h, WithinAbs(90, 0.01));
    for (std::size_t i = 0; i < 3; ++i)
        CHECK_THAT(block->lines()[i].rect.y, WithinAbs(30.0 * static_cast<double>(i), 0.01));
}

TEST_CASE("a German word is broken at its soft hyphens only", "[text]") {
    for (int width = 60; width < 400; width += 3) {
        const auto block = laid(paragraph, static_cast<float>(width));
        const std::vector<std::string> lines = lines_of(paragraph, *block);
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            const bool soft = lines[i].ends_with(text::soft_hyphen);
            INFO("width " << width << ": " << lines[i]);
            CHECK((soft || lines[i].ends_with(' ')));
            CHECK(block->lines()[i].hyphen == soft);
        }
        CHECK_FALSE(block->lines().back().hyphen);
    }
}

TEST_CASE("a hyphen at the end of a line fits into the width", "[text]") {
    for (int width = 120; width < 400; ++width) {
        const auto block = laid(paragraph, static_cast<float>(width));
        if (!block->overflows()) CHECK(block->size().w <= static_cast<float>(width) + 0.01f);
        for (const host::TextLine& line : block->lines()) CHECK(line.rect.w <= block->size().w);
    }
}

TEST_CASE("a word wider than its column is divided as a last resort, and the hyphen fits too",
          "[text]") {
    host::TextSpec spec;
    spec.text = "Bitte be\u00ADrüh\u00ADren länger ";
    spec.language = "de";
    spec.em_px = 70;
    spec.weight = host::Weight::bold;
    for (int width = 150; width < 500; ++width) {
        INFO(width);
        spec.width_px = static_cast<float>(width);
        spec.may_break_words = true;
        const auto block = layouter().layout(spec);
        CHECK_FALSE(block->overflows());
        spec.may_break_words = false;
        const auto whole = layouter().layout(spec);
        // Words that have room stay whole.
        if (!whole->overflows()) CHECK(lines_of(spec.text, *block) == lines_of(spec.text, *whole));
    }
}

TEST_CASE("a soft hyphen within a line leaves no trace", "[text]") {
    const std::string plain = text::without_soft_hyphens(paragraph);
    const host::Bitmap with = laid(paragraph, 0)->render(4), without = laid(plain, 0)->render(4);
    CHECK(with.width == without.width);
    CHECK((with.rgba == without.rgba));
}

TEST_CASE("a break at a soft hyphen draws a hyphen", "[text]") {
    const std::string soft = "Daten\u00ADschutz", hard = "Daten\u2010\nschutz";
    const auto block = laid(soft, 90);
    REQUIRE(block->lines().size() == 2);
    CHECK(block->lines()[0].hyphen);
    CHECK((block->render(4).rgba == laid(hard, 0)->render(4).rgba));
}

TEST_CASE("Leichte Sprache is never hyphenated, and offsets are still those of the text",
          "[text]") {
    const std::string simple = "Die Ver\u00ADwal\u00ADtung hilft.";
    const auto block = laid(simple, 60, "de-simple");
    const std::vector<std::string> lines = lines_of(simple, *block);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == "Die ");
    CHECK(lines[1] == "Ver\u00ADwal\u00ADtung ");
    CHECK(lines[2] == "hilft.");
    CHECK_FALSE(block->lines()[1].hyphen);
    const auto hilft = static_cast<std::uint32_t>(simple.find("hilft"));
    const std::vector<Rect> rects = block->rects(hilft, hilft + 5);
    REQUIRE(rects.size() == 1);
    CHECK_THAT(rects[0].y, WithinAbs(block->lines()[2].rect.y, 0.01));
    CHECK_THAT(rects[0].x, WithinAbs(0, 0.01));
}

TEST_CASE("a word wider than the line sticks out and says so", "[text]") {
    const std::string compound = "Donaudampfschifffahrtsgesellschaft";
    const auto narrow = laid("Die " + compound + " fährt.", 150);
    CHECK(narrow->overflows());
    CHECK(lines_of("Die " + compound + " fährt.", *narrow)[1] == compound + " ");
    CHECK_FALSE(laid("Die " + compound + " fährt.", 400)->overflows());
    CHECK_FALSE(laid(compound, 0)->overflows());
}

TEST_CASE("a no-break space never ends a line", "[text]") {
    for (int width = 40; width < 500; ++width) {
        const auto block = laid(paragraph, static_cast<float>(width));
        for (const std::string& line : lines_of(paragraph, *block))
            CHECK_FALSE(line.ends_with(text::no_break_space));
    }
}

TEST_CASE("a newline begins a line and belongs to none", "[text]") {
    const std::string text = "eins\n\ndrei";
    const std::vector<std::string> lines = lines_of(text, *laid(text, 300));
    CHECK(lines == std::vector<std::string>{"eins", "", "drei"});
}

TEST_CASE("an empty text is one empty line", "[text]") {
    const auto block = laid("", 300);
    CHECK(block->lines().size() == 1);
    CHECK_THAT(block->size().w, WithinAbs(0, 0.01));
    CHECK(block->render(3).width == 6);
}

TEST_CASE("the boxes of a part cover its words, one per line", "[text]") {
    const std::string text = "eins zwei drei vier fünf sechs";
    const auto block = laid(text, 100);
    REQUIRE(block->lines().size() >= 3);
    const std::vector<Rect> all = block->rects(0, static_cast<std::uint32_t>(text.size()));
    REQUIRE(all.size() == block->lines().size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK_THAT(all[i].y, WithinAbs(block->lines()[i].rect.y, 0.01));
        CHECK_THAT(all[i].w, WithinAbs(block->lines()[i].rect.w, 0.6));
    }
    const auto from = static_cast<std::uint32_t>(text.find("zwei"));
    const std::vector<Rect> word = block->rects(from, from + 4);
    REQUIRE(word.size() == 1);
    CHECK_THAT(word[0].w, WithinAbs(laid("zwei", 0)->size().w, 0.6));
    CHECK(block->rects(3, 3).empty());
}

TEST_CASE("a bold span is joined to its neighbours without a gap in the boxes", "[text]") {
    host::TextSpec spec;
    spec.text = "vor fett nach";
    spec.em_px = 20;
    spec.spans = {{.begin = 4, .end = 8, .bold = true}};
    const auto block = layouter().layout(spec);
    CHECK(block->rects(0, 13).size() == 1);
    CHECK(block->rects(4, 8).size() == 1);
}

TEST_CASE("lines stand at the start, in the middle or at the end of the widest", "[text]") {
    host::TextSpec spec;
    spec.text = "kurz\nein langes Stück";
    spec.em_px = 20;
    const auto x_of_first = [&](host::Align align, host::Direction direction) {
        spec.align = align;
        spec.direction = direction;
        return layouter().layout(spec)->lines()[0].rect.x;
    };
    const auto ltr = host::Direction::left_to_right, rtl = host::Direction::right_to_left;
    const float end = x_of_first(host::Align::end, ltr);
    CHECK(end > 10);
    CHECK_THAT(x_of_first(host::Align::start, ltr), WithinAbs(0, 0.01));
    CHECK_THAT(x_of_first(host::Align::centre, ltr), WithinAbs(end / 2, 0.01));
    CHECK_THAT(x_of_first(host::Align::start, rtl), WithinAbs(end, 0.01));
    CHECK_THAT(x_of_first(host::Align::end, rtl), WithinAbs(0, 0.01));
}

TEST_CASE("a rendered block is white with the coverage in alpha, below the pad", "[text]") {
    const auto block = laid("Hg", 0);
    const host::Bitmap bitmap = block->render(7);
    CHECK(bitmap.width == static_cast<int>(std::ceil(block->size().w)) + 14);
    CHECK(bitmap.rgba.size() ==
          static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height) * 4);
    int darkest = 0;
    for (std::size_t i = 0; i < bitmap.rgba.size(); i += 4) {
        REQUIRE(bitmap.rgba[i] == 255);
        REQUIRE(bitmap.rgba[i + 1] == 255);
        REQUIRE(bitmap.rgba[i + 2] == 255);
        darkest = std::max<int>(darkest, bitmap.rgba[i + 3]);
    }
    CHECK(darkest == 255);
    CHECK(inked_rows(bitmap).first >= 7);
}

TEST_CASE("letters that hang below a tight line are not cut off", "[text]") {
    host::TextSpec spec;
    spec.text = "gjpqy";
    spec.em_px = 60;
    spec.line_height = 1.0f;
    const host::Bitmap tight = layouter().layout(spec)->render(0);
    spec.line_height = 2.0f;
    const host::Bitmap loose = layouter().layout(spec)->render(0);
    const auto height = [](const host::Bitmap& b) {
        return inked_rows(b).second - inked_rows(b).first;
    };
    CHECK(height(tight) == height(loose));
}

TEST_CASE("equal specs give equal pixels", "[text]") {
    CHECK((laid(paragraph, 300)->render(4).rgba == laid(paragraph, 300)->render(4).rgba));
}

TEST_CASE("a raised number is smaller, higher and does not push lines apart", "[text]") {
    host::TextSpec spec;
    spec.text = "1\n1";
    spec.em_px = 60;
    const auto plain = layouter().layout(spec);
    spec.spans = {{.begin = 0, .end = 1, .raised = true}};
    const auto raised = layouter().layout(spec);
    CHECK_THAT(raised->size().h, WithinAbs(plain->size().h, 0.01));
    CHECK(raised->lines()[0].rect.w < plain->lines()[0].rect.w);
    CHECK(inked_rows(raised->render(0)).first < inked_rows(plain->render(0)).first + 10);
}
