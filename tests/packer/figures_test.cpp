// SPDX-License-Identifier: EUPL-1.2
// The risk: a figure without a text for those who do not see it, or without a licence, gets into a
// pack (ACCESS.md LS-04).
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr const char* note =
    "[[figure]]\nfile = \"bild.png\"\nauthor = \"Stadt\"\nlicence = \"CC0-1.0\"\n";

/// The first page with a picture in its text and these tables in its front matter.
ContentFolder& with_picture(ContentFolder& folder, const std::string& tables,
                            const std::string& figure) {
    folder.write("pages/first/bild.png", "a picture");
    folder.replace("pages/first/de.md", "stimmt.\"\n", "stimmt.\"\n" + tables);
    folder.replace("pages/first/de.md", "Ein Satz", figure + "\n\nEin Satz");
    return folder;
}

Messages problems(const std::string& tables, const std::string& figure) {
    ContentFolder folder;
    Messages out = with_picture(folder, tables, figure).check();
    for (std::string& message : out) message.erase(0, std::string("pages/first/").size());
    return out;
}

} // namespace

TEST_CASE("LS-04 a figure has an alternative text unless it is decorative") {
    REQUIRE(problems(note, "![Ein Rathaus](bild.png)").empty());
    REQUIRE(problems(note, "![](bild.png)") ==
            Messages{"de.md:14:5: error: the figure has no alternative text: ![what it "
                     "shows](bild.png)"});
    REQUIRE(problems(note + std::string("decorative = true\n"), "![](bild.png)").empty());
}

TEST_CASE("LS-04 an alternative text has at most 250 characters, more in a long description") {
    REQUIRE(problems(note, "![" + std::string(250, 'a') + "](bild.png)").empty());
    REQUIRE(problems(note, "![" + std::string(251, 'a') + "](bild.png)") ==
            Messages{"de.md:14:3: error: the alternative text has 251 characters; at most 250 are "
                     "read out, the rest belongs in a [[figure_text]]"});
    ContentFolder folder;
    with_picture(folder,
                 note + std::string("[[figure_text]]\nfile = \"bild.png\"\nlong = \"Lang.\"\n"),
                 "![Kurz](bild.png)");
    REQUIRE(folder.content().pages.at(0).texts.at("de").body.at(0).figure.long_text == "Lang.");
}

TEST_CASE("a figure without a licence is an error") {
    REQUIRE(problems("", "![Bild](bild.png)") ==
            Messages{"de.md:10:3: error: the figure \"bild.png\" has no licence; add a [[figure]] "
                     "with \"file\", \"author\" and \"licence\" to de.md"});
    REQUIRE(
        problems("[[figure]]\nfile = \"bild.png\"\nauthor = \"Stadt\"\n", "![Bild](bild.png)") ==
        Messages{"de.md:8:1: error: the figure has no \"licence\""});
    REQUIRE(problems("[[figure]]\nfile = \"bild.png\"\nauthor = \"Stadt\"\nlicence = \"CC BY\"\n",
                     "![Bild](bild.png)")
                .size() == 1);
}

TEST_CASE("a figure that is missing, unused or described twice is reported") {
    REQUIRE(problems(note, "![Bild](bidl.png)") ==
            Messages{"bild.png:1:1: warning: this figure is not used by any text of the page",
                     "de.md:14:3: error: there is no figure \"bidl.png\" beside this file; did you "
                     "mean \"bild.png\"?"});
    REQUIRE(problems(note + std::string(note), "![Bild](bild.png)") ==
            Messages{"de.md:13:8: error: the figure \"bild.png\" is described twice"});
    REQUIRE(problems("[[figure]]\nfile = \"x.png\"\nauthor = \"A\"\nlicence = \"CC0-1.0\"\n" +
                         std::string(note),
                     "![Bild](bild.png)") ==
            Messages{"de.md:9:8: error: there is no figure \"x.png\" beside this file"});
}

TEST_CASE("a picture that is too large or damaged is reported at its file") {
    ContentFolder folder;
    with_picture(folder, note, "![Bild](bild.png)");
    folder.write("pages/first/bild.png", "too large");
    REQUIRE(folder.check() ==
            Messages{"pages/first/bild.png:1:1: error: this picture is too large: "
                     "at most 16 MB and 32 megapixels are shown"});
    folder.write("pages/first/bild.png", "damaged");
    REQUIRE(folder.check() == Messages{"pages/first/bild.png:1:1: error: this picture cannot be "
                                       "shown: no picture"});
    folder.write("pages/first/bild.png", std::string((16u << 20) + 1, 'x'));
    REQUIRE(folder.check().at(0).find("this picture is too large") != std::string::npos);
}

TEST_CASE("a figure of two languages is read once and keeps its author and licence") {
    ContentFolder folder;
    with_picture(folder, note, "![Bild](bild.png)");
    folder.write("pages/first/en.md",
                 "+++\ntitle = \"First\"\nsummary = \"All good.\"\n+++\n![Picture](bild.png)\n");
    FakePictures pictures;
    const auto draft = packer::read_content({folder.path()}, fonts(), pictures, {});
    REQUIRE(draft->problems.errors() == 0);
    REQUIRE(pictures.decoded == 1);
    REQUIRE(draft->content.media.size() == 1);
    const model::MediaContent& media = draft->content.media[0];
    REQUIRE(media.media.id == "first/bild.png");
    REQUIRE(media.media.type == "png");
    REQUIRE(media.author == "Stadt");
    REQUIRE(media.licence == "CC0-1.0");
    REQUIRE((media.width == 200 && media.height == 100));
}
