// SPDX-License-Identifier: EUPL-1.2
// The risk: a town's own pages do not replace the common ones, or half of a page does.
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

/// A second folder with nothing in it but what the test writes.
class Town : public ContentFolder {
  public:
    Town() {
        for (const char* file :
             {"pack.toml", "topics.toml", "sources.toml", "glossary.toml", "pages"}) {
            remove(file);
        }
    }
};

packer::Draft read(const ContentFolder& common, const ContentFolder& town) {
    FakePictures pictures;
    Result<packer::Draft> draft =
        packer::read_content({common.path(), town.path()}, fonts(), pictures, {});
    REQUIRE(draft.has_value());
    return std::move(*draft);
}

std::string page(const char* title, const char* source) {
    return std::string("+++\nkind = \"explainer\"\ntopic = \"basics\"\nupdated = 2026-11-20\n"
                       "sources = [\"") +
           source + "\"]\ntitle = \"" + title + "\"\nsummary = \"Kurz.\"\n+++\nText [@" + source +
           "].\n";
}

} // namespace

TEST_CASE("a second folder adds pages and sources and may use the common ones") {
    const ContentFolder common;
    const Town town;
    town.write("sources.toml", "[[source]]\nid = \"ours\"\ntitle = \"T\"\npublisher = \"P\"\n"
                               "reliability = \"A\"\n");
    town.write("pages/ours/de.md", page("Unsere Seite", "ours"));
    town.write("pages/third/de.md", page("Dritte Seite", "one"));
    const packer::Draft draft = read(common, town);
    REQUIRE(draft.problems.errors() == 0);
    REQUIRE(draft.content.pages.size() == 3);
    REQUIRE(draft.content.sources.size() == 3);
    REQUIRE(draft.content.id == "test");
}

TEST_CASE("a page of the second folder takes the other's place as a whole") {
    const ContentFolder common;
    common.write("pages/first/en.md", "+++\ntitle = \"First\"\nsummary = \"Good.\"\n+++\nText.\n");
    const Town town;
    town.write("pages/first/de.md", page("Unsere erste Seite", "one"));
    const packer::Draft draft = read(common, town);
    REQUIRE(draft.problems.errors() == 0);
    REQUIRE(draft.content.pages.size() == 1);
    REQUIRE(draft.content.pages[0].texts.size() == 1);
    REQUIRE(draft.content.pages[0].texts.at("de").title == "Unsere erste Seite");
}

TEST_CASE("an entry with the same id takes the other's place and keeps its position") {
    const ContentFolder common;
    common.replace("topics.toml", "[[topic]]",
                   "[[topic]]\nid = \"second\"\nicon = \"book\"\n[topic.de]\ntitle = \"Zwei\"\n"
                   "summary = \"Zwei.\"\n[[topic]]");
    const Town town;
    town.write("topics.toml", "[[topic]]\nid = \"second\"\nicon = \"star\"\n[topic.de]\n"
                              "title = \"Neu\"\nsummary = \"Neu.\"\n");
    const packer::Draft draft = read(common, town);
    REQUIRE(draft.content.topics.size() == 2);
    REQUIRE(draft.content.topics[0].id == "second");
    REQUIRE(draft.content.topics[0].icon == "star");
}

TEST_CASE("a second pack.toml names the pack") {
    const ContentFolder common;
    const Town town;
    town.write("pack.toml", read_file(common.path() + "/pack.toml"));
    town.replace("pack.toml", "\"test\"", "\"our-town\"");
    REQUIRE(read(common, town).content.id == "our-town");
}

TEST_CASE("problems name the folder they are in") {
    const ContentFolder common;
    const Town town;
    town.write("pages/first/de.md", page("Seite", "nowhere"));
    const packer::Draft draft = read(common, town);
    REQUIRE(draft.problems.sorted().at(0).file == town.path() + "/pages/first/de.md");
}
