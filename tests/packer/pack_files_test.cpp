// SPDX-License-Identifier: EUPL-1.2
// The risk: a slip in the files all pages share is missed.
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer::test;

namespace {

Messages after(const std::string& file, std::string_view from, std::string_view to) {
    const ContentFolder folder;
    folder.replace(file, from, to);
    return folder.check();
}

} // namespace

TEST_CASE("id, version and date of a pack are checked") {
    REQUIRE(after("pack.toml", "\"test\"", "\"Test 1\"") ==
            Messages{"pack.toml:1:6: error: an id has only small letters, digits and hyphens, at "
                     "most 64"});
    REQUIRE(after("pack.toml", "\"1.0\"", "\"1.0-beta\"") ==
            Messages{"pack.toml:2:11: error: a version is up to four numbers with dots, like "
                     "\"2026.11.1\""});
    REQUIRE(after("pack.toml", "licence = \"CC-BY-SA-4.0\"\n", "") ==
            Messages{"pack.toml:1:1: error: pack.toml has no \"licence\""});
}

TEST_CASE("the languages of a pack are tags, each once, German among them") {
    REQUIRE(after("pack.toml", "\"en\"\nname", "\"english language\"\nname").at(0) ==
            "pack.toml:5:25: error: \"title\" has an unknown key \"en\"");
    REQUIRE(after("pack.toml", "\"en\"\nname", "\"de\"\nname").at(2) ==
            "pack.toml:12:7: error: the language \"de\" stands twice in this file");
}

TEST_CASE("titles and terms need German") {
    REQUIRE(after("pack.toml", "de = \"Probe\", ", "") ==
            Messages{"pack.toml:5:9: error: \"title\" has no German text, de = \"…\""});
    REQUIRE(after("glossary.toml", "[term.de]", "[term.en]") ==
            Messages{"glossary.toml:1:1: error: the term has no German text, [….de]"});
    REQUIRE(after("topics.toml", "[topic.de]", "[topic.dee]").at(1) ==
            "topics.toml:4:8: error: \"dee\" is not a language of pack.toml; did you mean \"de\"?");
}

TEST_CASE("an id stands once in a file") {
    REQUIRE(after("sources.toml", "\"two\"", "\"one\"") ==
            Messages{"sources.toml:9:6: error: the id \"one\" stands twice in this file"});
}

TEST_CASE("a source has a web address that a QR code can show, and a known reliability") {
    REQUIRE(after("sources.toml", "https://example.org/one", "example.org") ==
            Messages{"sources.toml:6:7: error: a web address begins with https:// and has neither "
                     "spaces nor umlauts"});
    REQUIRE(after("sources.toml", "org/one", "org/" + std::string(300, 'a')) ==
            Messages{"sources.toml:6:7: error: a web address has at most 300 characters, or its QR "
                     "code gets too fine"});
    REQUIRE(
        after("sources.toml", "\"A\"", "\"E\"") ==
        Messages{"sources.toml:7:15: error: \"reliability\" cannot be \"E\"; it is one of A, B, "
                 "C, D"});
    REQUIRE(after("sources.toml", "\"2021-06\"", "\"June 2021\"").size() == 1);
    REQUIRE(after("sources.toml", "\"2021-06\"", "\"2021\"").empty());
}

TEST_CASE("a term cites known sources") {
    REQUIRE(after("glossary.toml", "[\"one\"]", "[\"noe\"]") ==
            Messages{"glossary.toml:3:12: error: unknown source \"noe\"; did you mean \"one\"?"});
}

TEST_CASE("a group of synonyms has at least two words") {
    const ContentFolder folder;
    folder.write("synonyms.toml", "[[group]]\nde = [\"Wort\"]\n[[group]]\nde = [\"Wort\"]\n"
                                  "en = [\"word\"]\n");
    REQUIRE(folder.check() ==
            Messages{"synonyms.toml:1:1: error: a group needs at least two words"});
    REQUIRE(after("topics.toml", "icon = \"book\"\n", "") ==
            Messages{"topics.toml:1:1: error: the topic has no \"icon\""});
}

TEST_CASE("a missing or misspelt file is reported") {
    const ContentFolder folder;
    folder.remove("pack.toml");
    REQUIRE(folder.check().at(0) == "pack.toml:1:1: error: this file is missing");
    const ContentFolder other;
    other.write("glosary.toml", "");
    REQUIRE(other.check() ==
            Messages{"glosary.toml:1:1: error: this file is not read; did you mean "
                     "\"glossary.toml\"?"});
}

TEST_CASE("a topic without pages is a warning") {
    const ContentFolder folder;
    folder.write("topics.toml", read_file(folder.path() + "/topics.toml") +
                                    "[[topic]]\nid = \"empty\"\nicon = \"book\"\n[topic.de]\n"
                                    "title = \"Leer\"\nsummary = \"Nichts.\"\n");
    REQUIRE(folder.check() ==
            Messages{"topics.toml:1:1: warning: the topic \"empty\" has no pages"});
}

TEST_CASE("a page's folder has a plain name and holds pages and figures only") {
    const ContentFolder folder;
    folder.write("pages/First Page/de.md", "");
    folder.write("pages/notes.txt", "");
    folder.write("pages/first/notes.txt", "");
    REQUIRE(folder.check() ==
            Messages{"pages/First Page:1:1: error: a page's folder has only small letters, digits "
                     "and hyphens in its name, at most 64",
                     "pages/first/notes.txt:1:1: warning: this file is not used; figures end in "
                     ".svg, .png or .jpg",
                     "pages/notes.txt:1:1: warning: this is no page; a page is a folder with a "
                     "de.md"});
}
