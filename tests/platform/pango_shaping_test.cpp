// SPDX-License-Identifier: EUPL-1.2
// Risk: the wrong font, a box instead of a letter, Arabic in pieces or in the wrong order (TX-01,
// TX-04).
#include "platform/text/pango_block.h"
#include "platform/text/pango_layouter.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fontconfig/fontconfig.h>
#include <harfbuzz/hb-ot.h>
#include <set>

using namespace foyer;

namespace {

platform::PangoLayouter& layouter() {
    static const auto made = platform::PangoLayouter::create(FONTS_CONF).value();
    return *made;
}

host::TextSpec spec_of(const std::string& text, const std::string& language) {
    host::TextSpec spec;
    spec.text = text;
    spec.language = language;
    spec.em_px = 24;
    if (language == "ar") spec.direction = host::Direction::right_to_left;
    return spec;
}

std::vector<platform::ShapedGlyph> shaped(const host::TextSpec& spec) {
    const auto block = layouter().layout(spec);
    return static_cast<const platform::PangoBlock&>(*block).glyphs(0);
}

std::set<std::string> families(const host::TextSpec& spec) {
    std::set<std::string> out;
    for (const platform::ShapedGlyph& glyph : shaped(spec)) out.insert(glyph.family);
    return out;
}

std::string file_of(const std::string& family) {
    FcPattern* pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    FcConfigSubstitute(nullptr, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result = FcResultMatch;
    FcPattern* found = FcFontMatch(nullptr, pattern, &result);
    FcChar8* file = nullptr;
    REQUIRE(FcPatternGetString(found, FC_FILE, 0, &file) == FcResultMatch);
    const std::string path = reinterpret_cast<const char*>(file);
    FcPatternDestroy(found);
    FcPatternDestroy(pattern);
    return path;
}

/// What HarfBuzz alone makes of a text in one font, from left to right.
std::vector<std::uint32_t> reference(const std::string& text, const std::string& family,
                                     hb_direction_t direction, hb_script_t script) {
    hb_blob_t* blob = hb_blob_create_from_file(file_of(family).c_str());
    hb_face_t* face = hb_face_create(blob, 0);
    hb_font_t* font = hb_font_create(face);
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_set_direction(buffer, direction);
    hb_buffer_set_script(buffer, script);
    hb_buffer_set_language(buffer, hb_language_from_string("ar", -1));
    hb_shape(font, buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    std::vector<std::uint32_t> out;
    for (unsigned i = 0; i < count; ++i) out.push_back(infos[i].codepoint);
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return out;
}

} // namespace

TEST_CASE("German and English are set in Inter", "[text]") {
    CHECK(families(spec_of("Straße, ÄÖÜ ẞ „Zitat“ – 1.250 €", "de")) ==
          std::set<std::string>{"Inter"});
    CHECK(families(spec_of("“Free software” isn’t free beer…", "en")) ==
          std::set<std::string>{"Inter"});
    CHECK(families(spec_of("Україна, Türkçe, Việt Nam, Ελλάδα", "de")) ==
          std::set<std::string>{"Inter"});
}

TEST_CASE("code is set in a monospaced font", "[text]") {
    host::TextSpec spec = spec_of("git", "de");
    spec.spans = {{.begin = 0, .end = 3, .code = true}};
    CHECK(families(spec) == std::set<std::string>{"Noto Sans Mono"});
    spec.text = "iii";
    const float narrow = layouter().layout(spec)->size().w;
    spec.text = "mmm";
    CHECK(layouter().layout(spec)->size().w == narrow);
}

TEST_CASE("bold, medium and italic are cuts of their own", "[text]") {
    std::vector<std::vector<std::uint8_t>> looks;
    for (const auto weight : {host::Weight::regular, host::Weight::medium, host::Weight::bold}) {
        host::TextSpec spec = spec_of("Hand", "de");
        spec.weight = weight;
        looks.push_back(layouter().layout(spec)->render(2).rgba);
    }
    host::TextSpec italic = spec_of("Hand", "de");
    italic.spans = {{.begin = 0, .end = 4, .italic = true}};
    looks.push_back(layouter().layout(italic)->render(2).rgba);
    for (std::size_t i = 0; i < looks.size(); ++i)
        for (std::size_t k = i + 1; k < looks.size(); ++k) CHECK((looks[i] != looks[k]));
}

TEST_CASE("no letter of German, English or Arabic is missing", "[text]") {
    const auto missing = [](const std::string& text, const std::string& language) {
        return layouter().layout(spec_of(text, language))->missing_glyphs();
    };
    CHECK(missing("„Öffentliches Geld – öffentlicher Code“ §\u00A05, 20\u202F%, ‚so‘ … × ≥ ½",
                  "de") == 0);
    CHECK(missing("“Public money, public code” — it’s that simple. → ✓ ●", "en") == 0);
    CHECK(missing("البرمجيات الحرة: ٤ حريات، «مفتوحة المصدر»؟", "ar") == 0);
}

TEST_CASE("what is invisible is not missing", "[text]") {
    const std::string invisible = "a\u00ADb\u00A0c\u202Fd\u200Be\u200Df\u2060g\u2011h";
    CHECK(layouter().layout(spec_of(invisible, "de"))->missing_glyphs() == 0);
}

TEST_CASE("a character that no font has is counted", "[text]") {
    CHECK(layouter().layout(spec_of("ab \U00012000 c", "de"))->missing_glyphs() == 1);
}

TEST_CASE("Arabic has the glyphs that HarfBuzz gives, in its order", "[text]") {
    const std::string text = "البرمجيات الحرة تمنح السلام";
    const std::vector<std::uint32_t> expected =
        reference(text, "Noto Sans Arabic", HB_DIRECTION_RTL, HB_SCRIPT_ARABIC);
    std::vector<std::uint32_t> drawn;
    std::set<std::string> used;
    for (const platform::ShapedGlyph& glyph : shaped(spec_of(text, "ar"))) {
        drawn.push_back(glyph.glyph);
        used.insert(glyph.family);
    }
    // Spaces may come from another font than the letters; the letters are what is compared.
    const auto letters = [&](std::vector<std::uint32_t> glyphs) {
        const std::uint32_t space =
            reference(" ", "Noto Sans Arabic", HB_DIRECTION_RTL, HB_SCRIPT_ARABIC).at(0);
        std::erase(glyphs, space);
        return glyphs;
    };
    CHECK(used.contains("Noto Sans Arabic"));
    CHECK(letters(drawn) == letters(expected));
    // Joined letters differ from the same letters alone.
    CHECK(reference("ب", "Noto Sans Arabic", HB_DIRECTION_RTL, HB_SCRIPT_ARABIC) !=
          reference("بب", "Noto Sans Arabic", HB_DIRECTION_RTL, HB_SCRIPT_ARABIC));
}

TEST_CASE("an Arabic paragraph runs from the right", "[text]") {
    const std::string text = "واحد اثنان";
    const auto block = layouter().layout(spec_of(text, "ar"));
    const auto space = static_cast<std::uint32_t>(text.find(' '));
    const Rect first = block->rects(0, space).at(0);
    const Rect second = block->rects(space + 1, static_cast<std::uint32_t>(text.size())).at(0);
    CHECK(first.x > second.x);
    CHECK(first.right() <= block->size().w + 0.5f);
}

TEST_CASE("Latin words inside Arabic keep their own order", "[text]") {
    const std::string text = "نص Open Source نص";
    const auto block = layouter().layout(spec_of(text, "ar"));
    const auto open = static_cast<std::uint32_t>(text.find("Open"));
    const auto source = static_cast<std::uint32_t>(text.find("Source"));
    CHECK(block->rects(open, open + 4).at(0).x < block->rects(source, source + 6).at(0).x);
    // From the middle of the Latin to the middle of the last Arabic word: two boxes, one line.
    CHECK(block->rects(source, static_cast<std::uint32_t>(text.size())).size() == 2);
}

TEST_CASE("the direction is the caller's, not guessed from the first letter", "[text]") {
    host::TextSpec spec = spec_of("Linux هو نظام", "ar");
    const Rect latin = layouter().layout(spec)->rects(0, 5).at(0);
    spec.direction = host::Direction::left_to_right;
    const Rect same = layouter().layout(spec)->rects(0, 5).at(0);
    CHECK(latin.x > same.x);
}
