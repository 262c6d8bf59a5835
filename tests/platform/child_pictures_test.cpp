// SPDX-License-Identifier: EUPL-1.2
// Risk: figures in the wrong size or colour, or a decoder that does not come back.
#include "platform/pictures/child_pictures.h"

#include "tests/platform/picture_samples.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <sys/wait.h>

using namespace foyer;
using host::PictureType;
using samples::job;

namespace {

platform::ChildPictures::Options options() { return {DECODER, FONTS_CONF}; }

std::array<int, 4> pixel(const host::Bitmap& bitmap, int x, int y) {
    const auto at = static_cast<std::size_t>(y * bitmap.width + x) * 4;
    return {bitmap.rgba[at], bitmap.rgba[at + 1], bitmap.rgba[at + 2], bitmap.rgba[at + 3]};
}

bool near(std::array<int, 4> a, std::array<int, 4> b, int by) {
    for (std::size_t i = 0; i < 4; ++i)
        if (std::abs(a[i] - b[i]) > by) return false;
    return true;
}

/// Returns when the child has ended, and leaves its remains to whoever started it.
void wait_for_end(pid_t child) {
    siginfo_t info;
    REQUIRE(waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT) == 0);
}

} // namespace

TEST_CASE("a PNG keeps its colours and its straight alpha, also when made smaller", "[pictures]") {
    platform::ChildPictures pictures(options());
    const std::string bytes = samples::png(40, 20, {200, 100, 50, 128});
    const auto whole = pictures.decode(job(PictureType::png, bytes)).value();
    CHECK(whole.width == 40);
    CHECK(pixel(whole, 39, 19) == std::array{200, 100, 50, 128});
    const auto small = pictures.decode(job(PictureType::png, bytes, 10, 10)).value();
    CHECK(small.width == 10);
    CHECK(small.height == 5);
    CHECK(near(pixel(small, 4, 2), {200, 100, 50, 128}, 2));
}

TEST_CASE("a JPEG fits into its box and is opaque", "[pictures]") {
    platform::ChildPictures pictures(options());
    const std::string bytes = samples::jpeg(300, 600, {10, 200, 90});
    const auto small = pictures.decode(job(PictureType::jpeg, bytes, 100, 100)).value();
    CHECK(small.width == 50);
    CHECK(small.height == 100);
    CHECK(near(pixel(small, 25, 50), {10, 200, 90, 255}, 6));
}

TEST_CASE("a photo is not enlarged, a drawing is", "[pictures]") {
    platform::ChildPictures pictures(options());
    const auto photo =
        pictures.decode(job(PictureType::png, samples::png(8, 4, {}), 100, 100)).value();
    CHECK(photo.width == 8);
    const auto drawn =
        pictures.decode(job(PictureType::svg, samples::svg("<g/>"), 300, 300)).value();
    CHECK(drawn.width == 300);
    CHECK(drawn.height == 150);
}

TEST_CASE("a drawing has its own size where nobody asks for another", "[pictures]") {
    platform::ChildPictures pictures(options());
    const auto drawn = pictures.decode(job(PictureType::svg, samples::svg("<g/>"))).value();
    CHECK(drawn.width == 100);
    CHECK(drawn.height == 50);
    const auto none = pictures.decode(
        job(PictureType::svg, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 10, 10));
    CHECK((none || none.error().code == Errc::damaged));
}

TEST_CASE("a drawing has straight alpha and the colours of the theme", "[pictures]") {
    platform::ChildPictures pictures(options());
    host::PictureJob with_css =
        job(PictureType::svg,
            samples::svg("<rect class='ink' fill='#000' opacity='0.5' width='50' height='50'/>"));
    CHECK(near(pixel(pictures.decode(with_css).value(), 10, 10), {0, 0, 0, 128}, 1));
    with_css.css = ".ink { fill: #ff8000 }";
    const auto drawn = pictures.decode(with_css).value();
    CHECK(near(pixel(drawn, 10, 10), {255, 128, 0, 128}, 2));
    CHECK(pixel(drawn, 90, 10)[3] == 0);
}

TEST_CASE("letters in a drawing are those of the kiosk, whatever font it names", "[pictures]") {
    platform::ChildPictures pictures(options());
    const auto text = [&](const std::string& font) {
        return pictures
            .decode(job(PictureType::svg,
                        samples::svg("<text y='30' font-family='" + font + "'>Rathaus</text>")))
            .value();
    };
    const host::Bitmap inter = text("Inter");
    CHECK((text("Some Font That Nobody Has").rgba == inter.rgba));
    CHECK((text("Noto Sans").rgba != inter.rgba));
    CHECK((text("Inter").rgba !=
           pictures.decode(job(PictureType::svg, samples::svg("<g/>"))).value().rgba));
}

TEST_CASE("one child serves many pictures", "[pictures]") {
    platform::ChildPictures pictures(options());
    REQUIRE(pictures.warm_up());
    const pid_t child = pictures.child();
    CHECK(child != 0);
    for (int i = 0; i < 3; ++i)
        REQUIRE(pictures.decode(job(PictureType::svg, samples::svg("<g/>"))));
    CHECK(pictures.child() == child);
}

TEST_CASE("a child that nobody needs leaves, and the next picture has another", "[pictures]") {
    platform::ChildPictures pictures(options());
    REQUIRE(pictures.warm_up());
    const pid_t child = pictures.child();
    wait_for_end(child);
    CHECK(pictures.decode(job(PictureType::png, samples::png(4, 4, {}))));
    CHECK(pictures.child() != child);
}

TEST_CASE("a child that was killed is replaced", "[pictures]") {
    platform::ChildPictures pictures(options());
    REQUIRE(pictures.warm_up());
    const pid_t child = pictures.child();
    REQUIRE(kill(child, SIGKILL) == 0);
    wait_for_end(child);
    CHECK(pictures.decode(job(PictureType::png, samples::png(4, 4, {}))));
}

TEST_CASE("a decoder that is not there or does not answer is an error, not a hang", "[pictures]") {
    platform::ChildPictures none({"/nonexistent/foyer-decode", FONTS_CONF});
    const auto nothing = none.decode(job(PictureType::png, samples::png(4, 4, {})));
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == Errc::not_found);
    platform::ChildPictures other({"/bin/true", FONTS_CONF});
    const auto silent = other.decode(job(PictureType::png, samples::png(4, 4, {})));
    REQUIRE_FALSE(silent);
    CHECK(silent.error().code == Errc::damaged);
}
