// SPDX-License-Identifier: EUPL-1.2
// Risk: one bad picture in a pack costs more than that picture.
#include "platform/pictures/child_pictures.h"

#include "tests/platform/picture_samples.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using host::PictureType;
using samples::job;

namespace {

platform::ChildPictures::Options options(int timeout_ms = 20'000) {
    return {DECODER, FONTS_CONF, std::chrono::milliseconds(timeout_ms)};
}

/// Why a picture was not decoded; "ok" if it was. The decoder must serve the next one either way.
std::string fate(PictureType type, const std::string& bytes, int timeout_ms = 20'000) {
    platform::ChildPictures pictures(options(timeout_ms));
    const auto bitmap = pictures.decode(job(type, bytes));
    const auto next = pictures.decode(job(PictureType::png, samples::png(2, 2, {})));
    if (!next) return "the next picture: " + next.error().what;
    return bitmap ? "ok" : name(bitmap.error().code);
}

std::string fate_of_drawing(const std::string& inside, int timeout_ms = 20'000) {
    return fate(PictureType::svg, samples::svg(inside), timeout_ms);
}

std::string repeated(const std::string& part, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += part;
    return out;
}

} // namespace

TEST_CASE("a file of another type is not decoded", "[pictures]") {
    std::string tga(18, '\0');
    tga[2] = 2;
    tga[12] = tga[14] = 1;
    tga[16] = 24;
    CHECK(fate(PictureType::png, tga) == "wrong_format");
    CHECK(fate(PictureType::jpeg, tga) == "wrong_format");
    CHECK(fate(PictureType::jpeg, samples::png(2, 2, {})) == "wrong_format");
    CHECK(fate(PictureType::png, "") == "wrong_format");
    CHECK(fate(PictureType::svg, samples::png(2, 2, {})) == "damaged");
}

TEST_CASE("a picture that claims to be enormous is too large", "[pictures]") {
    CHECK(fate(PictureType::png, samples::png_header(60'000, 60'000)) == "too_large");
    CHECK(fate(PictureType::png, samples::png_header(8'000, 8'000)) == "too_large");
    CHECK(fate(PictureType::svg, samples::svg("<g/>", "0 0 30000 30000")) == "too_large");
    CHECK(fate(PictureType::svg, samples::svg("<g/>", "0 0 1e300 1e300")) != "ok");
    CHECK(fate(PictureType::svg, samples::svg("<g/>", "0 0 -5 NaN")) != "ok");
}

TEST_CASE("a picture of 32 million pixels is decoded within the limit of memory", "[pictures]") {
    platform::ChildPictures pictures(options(60'000));
    const auto small =
        pictures.decode(job(PictureType::png, samples::clear_png(8192, 4096), 100, 100));
    REQUIRE(small);
    CHECK(small->width == 100);
}

TEST_CASE("a truncated picture costs itself", "[pictures]") {
    const std::string png = samples::png(64, 64, {9, 9, 9});
    CHECK(fate(PictureType::png, png.substr(0, png.size() / 2)) == "damaged");
    CHECK(fate(PictureType::png, samples::png_header(10, 10)) == "damaged");
    const std::string jpeg = samples::jpeg(64, 64, {9, 9, 9});
    CHECK(fate(PictureType::jpeg, jpeg.substr(0, 30)) == "damaged");
}

TEST_CASE("a file beyond the limit is not even sent", "[pictures]") {
    platform::ChildPictures pictures(options());
    const auto bitmap =
        pictures.decode(job(PictureType::png, std::string(host::max_picture_bytes + 1, 'x')));
    REQUIRE_FALSE(bitmap);
    CHECK(bitmap.error().code == Errc::too_large);
    CHECK(pictures.child() == 0);
}

TEST_CASE("drawings that reach out or blow up are refused", "[pictures]") {
    CHECK(fate(PictureType::svg, "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" +
                                     samples::svg("<text>&b;</text>")) == "refused");
    CHECK(fate_of_drawing("<image href='file:///etc/passwd'/>") == "refused");
    CHECK(fate_of_drawing("<style>@import url(x.css);</style>") == "refused");
    CHECK(fate_of_drawing(repeated("<g>", 100'000) + repeated("</g>", 100'000)) == "refused");
}

TEST_CASE("a drawing that uses itself a billion times ends", "[pictures]") {
    std::string inside = "<defs><g id='l0'><rect width='1' height='1'/></g>";
    for (int i = 1; i < 10; ++i) {
        const std::string use = "<use href='#l" + std::to_string(i - 1) + "'/>";
        inside += "<g id='l" + std::to_string(i) + "'>" + repeated(use, 10) + "</g>";
    }
    const std::string end = fate_of_drawing(inside + "</defs><use href='#l9'/>", 1500);
    CHECK((end == "damaged" || end == "timeout"));
}

TEST_CASE("a drawing that would draw for minutes is stopped in time", "[pictures]") {
    const std::string noise = "<feTurbulence baseFrequency='0.9' numOctaves='9'/>";
    const std::string bomb = "<filter id='f' x='0' y='0' width='1' height='1'>" +
                             repeated(noise, 400) +
                             "</filter><rect width='5000' height='5000' filter='url(#f)'/>";
    const auto start = std::chrono::steady_clock::now();
    CHECK(fate(PictureType::svg, samples::svg(bomb, "0 0 5000 5000"), 700) == "timeout");
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("filters and patterns of absurd size cost no more than their drawing", "[pictures]") {
    const std::string huge_filter =
        "<filter id='f' x='-1e6' y='-1e6' width='2e6' height='2e6' filterUnits='userSpaceOnUse'>"
        "<feGaussianBlur stdDeviation='1e6'/></filter><rect width='9' height='9' "
        "filter='url(#f)'/>";
    const std::string tiny_pattern =
        "<pattern id='p' width='1e-9' height='1e-9' patternUnits='userSpaceOnUse'>"
        "<rect width='1' height='1'/></pattern><rect width='90' height='40' fill='url(#p)'/>";
    // What comes of them is librsvg's business; that the next picture is served is ours.
    CHECK_FALSE(fate_of_drawing(huge_filter, 5000).starts_with("the next"));
    CHECK_FALSE(fate_of_drawing(tiny_pattern, 5000).starts_with("the next"));
}

TEST_CASE("an endless animation is a still picture", "[pictures]") {
    CHECK(fate_of_drawing("<rect width='9' height='9'><animate attributeName='x' to='9' dur='1s' "
                          "repeatCount='indefinite'/></rect>") == "ok");
}
