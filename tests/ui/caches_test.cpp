// SPDX-License-Identifier: EUPL-1.2
// The risk: a kiosk that runs for months and loses memory with every page, or forgets a picture
// that is on the screen.
#include "kiosk/ui/pictures.h"
#include "kiosk/ui/text_cache.h"
#include "platform/memory/box_layouter.h"
#include "platform/memory/memory_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <optional>
#include <string>

using namespace foyer;
using namespace foyer::ui;

namespace {

struct Glass {
    platform::ManualClock clock;
    platform::MemoryScreen screen{clock, {800, 480}};
    platform::BoxLayouter layouter;
};

host::TextSpec spec(const std::string& words, float em = 20) {
    host::TextSpec out;
    out.text = words;
    out.em_px = em;
    return out;
}

host::Bitmap bitmap(int side) {
    const auto pixels = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    return {side, side, std::vector<std::uint8_t>(pixels * 4, 255)};
}

PictureKey key(const std::string& media) { return {media, 10, 10, {}}; }

constexpr std::size_t kilobytes = 1024;

} // namespace

TEST_CASE("a text is laid out and drawn once", "[ui][cache]") {
    Glass glass;
    TextCache cache(glass.layouter, glass.screen, 100 * kilobytes);
    const TextCache::Texture first = cache.texture(spec("Rathaus"));
    CHECK(cache.block(spec("Rathaus")).lines().size() == 1);
    cache.trim();
    CHECK(cache.texture(spec("Rathaus")).id == first.id);
    CHECK(glass.layouter.layouts() == 1);
    CHECK(glass.screen.textures() == 1);
    CHECK(cache.texture_bytes() == glass.screen.texture_bytes());
}

TEST_CASE("whatever differs in look is another text", "[ui][cache]") {
    Glass glass;
    TextCache cache(glass.layouter, glass.screen, 100 * kilobytes);
    host::TextSpec other = spec("Rathaus");
    cache.block(other);
    other.weight = host::Weight::bold;
    cache.block(other);
    other.language = "en";
    cache.block(other);
    other.align = host::Align::centre;
    cache.block(other);
    other.direction = host::Direction::right_to_left;
    cache.block(other);
    other.spans = {{0, 3, true, false, false, false}};
    cache.block(other);
    other.spans = {{0, 3, false, true, false, false}};
    cache.block(other);
    CHECK(cache.blocks() == 7);
}

TEST_CASE("the budget holds, and what was not drawn for longest goes first", "[ui][cache]") {
    Glass glass;
    TextCache one(glass.layouter, glass.screen, 0);
    one.texture(spec("AAAA"));
    const std::size_t bytes = one.texture_bytes();
    one.drop_textures();

    TextCache cache(glass.layouter, glass.screen, 3 * bytes);
    for (const char* words : {"AAAA", "BBBB", "CCCC", "DDDD", "EEEE"}) {
        cache.texture(spec(words));
        cache.texture(spec("AAAA")); // seen in every frame
        cache.trim();
        CHECK(cache.texture_bytes() <= 3 * bytes);
    }
    CHECK(cache.texture_bytes() == glass.screen.texture_bytes());
    const int before = glass.layouter.layouts();
    cache.block(spec("AAAA"));
    cache.block(spec("EEEE"));
    CHECK(glass.layouter.layouts() == before);
    cache.block(spec("BBBB"));
    CHECK(glass.layouter.layouts() == before + 1);
}

TEST_CASE("what the last frame used stays, whatever the budget says", "[ui][cache]") {
    Glass glass;
    TextCache cache(glass.layouter, glass.screen, 0);
    const TextCache::Texture first = cache.texture(spec("one"));
    const TextCache::Texture second = cache.texture(spec("two"));
    cache.trim();
    CHECK(glass.screen.texture(first.id));
    CHECK(glass.screen.texture(second.id));
    cache.texture(spec("two"));
    cache.trim();
    CHECK_FALSE(glass.screen.texture(first.id));
    CHECK(glass.screen.texture(second.id));
}

TEST_CASE("layouts without pixels are limited too", "[ui][cache]") {
    Glass glass;
    TextCache cache(glass.layouter, glass.screen, 100 * kilobytes);
    for (int frame = 0; frame < 40; ++frame) {
        for (int i = 0; i < 100; ++i) cache.block(spec(std::to_string(frame * 100 + i)));
        cache.trim();
    }
    CHECK(cache.blocks() < 2000);
    CHECK(cache.blocks() >= 100);
}

TEST_CASE("a text goes without its pixels where the screen has no memory", "[ui][cache]") {
    Glass glass;
    TextCache cache(glass.layouter, glass.screen, 100 * kilobytes);
    glass.screen.fill_memory(true);
    CHECK(cache.texture(spec("one")).id == 0);
    CHECK(cache.texture_bytes() == 0);
    glass.screen.fill_memory(false);
    CHECK(cache.texture(spec("one")).id != 0);
}

TEST_CASE("every texture of a text is given back in the end", "[ui][cache]") {
    Glass glass;
    {
        TextCache cache(glass.layouter, glass.screen, 100 * kilobytes);
        for (int i = 0; i < 50; ++i) cache.texture(spec(std::to_string(i)));
        cache.drop_textures();
        CHECK(glass.screen.textures() == 0);
        CHECK(cache.texture_bytes() == 0);
        CHECK(cache.texture(spec("1")).id != 0); // and comes again when it is needed
    }
    CHECK(glass.screen.textures() == 0);
}

TEST_CASE("a headline is divided only where it would not fit", "[ui][cache]") {
    Glass glass;
    TextCache cache(glass.layouter, glass.screen, 100 * kilobytes);
    host::TextSpec headline = spec("Rat\u00ADhaus platz");
    headline.hyphens = host::Hyphens::when_needed;
    headline.width_px = 85; // eight boxes of 10 px
    CHECK_FALSE(cache.block(headline).lines().front().hyphen);
    headline.width_px = 65; // six
    CHECK(cache.block(headline).lines().front().hyphen);
    CHECK_FALSE(cache.block(headline).overflows());
}

TEST_CASE("a picture is asked for once and shown when it has come", "[ui][pictures]") {
    Glass glass;
    Pictures pictures(glass.screen, 100 * kilobytes);
    CHECK(pictures.get(key("a")).state == Pictures::State::waiting);
    CHECK(pictures.take_wanted() == std::vector<PictureKey>{key("a")});
    CHECK(pictures.waiting());
    pictures.trim();
    CHECK(pictures.get(key("a")).state == Pictures::State::waiting);
    CHECK(pictures.take_wanted().empty());
    pictures.put(key("a"), bitmap(10));
    CHECK_FALSE(pictures.waiting());
    const Pictures::Found found = pictures.get(key("a"));
    CHECK(found.state == Pictures::State::ready);
    CHECK(found.texture.width == 10);
    CHECK(glass.screen.texture(found.texture.id));
}

TEST_CASE("a picture that left the screen before it was asked for is not fetched",
          "[ui][pictures]") {
    Glass glass;
    Pictures pictures(glass.screen, 100 * kilobytes);
    pictures.get(key("a"));
    pictures.trim();
    pictures.get(key("b"));
    CHECK(pictures.take_wanted() == std::vector<PictureKey>{key("b")});
}

TEST_CASE("a broken picture stays broken and costs that picture", "[ui][pictures]") {
    Glass glass;
    Pictures pictures(glass.screen, 100 * kilobytes);
    pictures.get(key("bad"));
    pictures.get(key("good"));
    REQUIRE(pictures.take_wanted().size() == 2);
    pictures.put(key("bad"), std::nullopt);
    pictures.put(key("good"), bitmap(10));
    pictures.trim();
    CHECK(pictures.get(key("bad")).state == Pictures::State::broken);
    CHECK(pictures.get(key("good")).state == Pictures::State::ready);
    CHECK(pictures.take_wanted().empty());
}

TEST_CASE("a picture without room in the screen's memory counts as broken", "[ui][pictures]") {
    Glass glass;
    Pictures pictures(glass.screen, 100 * kilobytes);
    pictures.get(key("a"));
    pictures.get(key("b"));
    REQUIRE(pictures.take_wanted().size() == 2);
    pictures.put(key("a"), host::Bitmap{});
    glass.screen.fill_memory(true);
    pictures.put(key("b"), bitmap(10));
    CHECK(pictures.get(key("a")).state == Pictures::State::broken);
    CHECK(pictures.get(key("b")).state == Pictures::State::broken);
    CHECK_FALSE(pictures.waiting());
}

TEST_CASE("pictures keep their budget, never at the cost of the last frame", "[ui][pictures]") {
    Glass glass;
    Pictures pictures(glass.screen, 2 * 400); // two of 10 by 10
    for (const char* name : {"a", "b", "c"}) pictures.get(key(name));
    for (const PictureKey& wanted : pictures.take_wanted()) pictures.put(wanted, bitmap(10));
    pictures.trim();
    CHECK(glass.screen.textures() == 3);
    pictures.get(key("b"));
    pictures.trim();
    CHECK(glass.screen.textures() == 2);
    CHECK(pictures.get(key("b")).state == Pictures::State::ready);
    CHECK(pictures.get(key("a")).state == Pictures::State::waiting); // and is asked for again
    CHECK(pictures.take_wanted() == std::vector<PictureKey>{key("a")});
}

TEST_CASE("another pack begins without the pictures of the old one", "[ui][pictures]") {
    Glass glass;
    {
        Pictures pictures(glass.screen, 100 * kilobytes);
        pictures.get(key("a"));
        pictures.get(key("late"));
        REQUIRE(pictures.take_wanted().size() == 2);
        pictures.put(key("a"), bitmap(10));
        pictures.clear();
        CHECK(glass.screen.textures() == 0);
        CHECK_FALSE(pictures.waiting());
        // The new pack has a picture of that name too; what comes first is still the old one.
        pictures.get(key("late"));
        REQUIRE(pictures.take_wanted().size() == 1);
        pictures.put(key("late"), bitmap(5));
        CHECK(pictures.get(key("late")).state == Pictures::State::waiting);
        CHECK(pictures.waiting());
        pictures.put(key("late"), bitmap(10));
        CHECK(pictures.get(key("late")).texture.width == 10);
        CHECK_FALSE(pictures.waiting());
        CHECK(glass.screen.textures() == 1);
    }
    CHECK(glass.screen.textures() == 0);
}

TEST_CASE("an icon is drawn once for each size", "[ui][pictures]") {
    Glass glass;
    const Result<std::string> bytes =
        host::write_icon_sheet(4, {{"home", std::vector<std::uint8_t>(16, 255)}});
    Icons icons(host::IconSheet::parse(*bytes).value(), glass.screen);
    const PictureTexture icon = icons.get("home", 2);
    CHECK(icon.width == 2);
    CHECK(icons.get("home", 2).id == icon.id);
    CHECK(icons.get("home", 3).id != icon.id);
    CHECK(icons.get("nothing", 2).id == 0);
    CHECK(glass.screen.textures() == 2);
}
