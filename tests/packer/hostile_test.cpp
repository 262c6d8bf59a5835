// SPDX-License-Identifier: EUPL-1.2
// The risk: a content folder from a stranger crashes foyer-pack, hangs it or fills its memory. Each
// attack here gets messages and an end; ctest's own time limit catches one that does not. The
// files are as large as they may be: 2 MB.
#include "tests/packer/content_folder.h"

#include "content/packer/markdown.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::size_t most_bytes = 300'000;

std::string times(std::string_view what, std::size_t count) {
    std::string out;
    out.reserve(what.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += what;
    return out;
}

/// Paragraphs of 14 lines full of `what`, two megabytes of them.
std::string paragraphs_of(std::string_view what) {
    const std::string line = times(what, 1000 / what.size()) + "\n";
    const std::string paragraph = times(line, 14) + "\n";
    return times(paragraph, (most_bytes - 1000) / paragraph.size());
}

bool mentions(const Messages& messages, std::string_view what) {
    for (const std::string& message : messages) {
        if (message.find(what) != std::string::npos) return true;
    }
    return false;
}

} // namespace

TEST_CASE("a heading of three megabytes is not read") {
    REQUIRE(problems_of_text("## " + std::string(3u << 20, 'a'))
                .at(0)
                .ends_with("error: this file is larger than 2 MB"));
}

TEST_CASE("a heading of one endless line is not read") {
    REQUIRE(problems_of_text("Text.\n\n## " + std::string(1'900'000, 'a')) ==
            Messages{"3:1: error: this line has 1900003 bytes; at most 16384 are read: break it"});
}

TEST_CASE("a paragraph beyond its limit ends the parse") {
    REQUIRE(mentions(problems_of_text(times(std::string(1000, 'a') + "\n", 100)),
                     "this paragraph is longer than 16384 bytes; the rest is not read"));
}

TEST_CASE("ten thousand nested quotes and lists end at the limit") {
    const char* const message = "lists and quotes are nested too deeply here";
    REQUIRE(mentions(problems_of_text(times(">", 10'000) + "x\n"), message));
    REQUIRE(mentions(problems_of_text(times("- ", 8'000) + "x\n"), message));
    REQUIRE(mentions(problems_of_text(times("1. ", 5'000) + "x\n"), message));
    REQUIRE(mentions(problems_of_text(times(times(">", 8'000) + "\n", 200)), message));
    std::string stairs;
    for (std::size_t depth = 0; depth < 1'300; ++depth)
        stairs += std::string(2 * depth, ' ') + "- x\n";
    REQUIRE(mentions(problems_of_text(stairs), message));
}

TEST_CASE("lists as deep as the limit are fine") {
    std::string stairs;
    for (int depth = 0; depth < packer::max_depth / 2; ++depth) {
        stairs += std::string(static_cast<std::size_t>(2 * depth), ' ') + "- x\n";
    }
    REQUIRE(problems_of_text(stairs).empty());
}

TEST_CASE("unclosed brackets, stars and backticks by the megabyte come to an end") {
    for (const char* part : {"[", "![", "[]", "[a](<b", "*a_ ", "**a *b __c _d ", "`a``b```c",
                             "<a ", "<!-- ", "&amp;", "[@one]"}) {
        INFO(part);
        REQUIRE_FALSE(mentions(problems_of_text(paragraphs_of(part)), "not read"));
    }
}

TEST_CASE("problems by the thousand end the parse of a text") {
    for (const char* part : {"<a>", "&bogus;", "[@x]", "[a](b)", "<http://a>"}) {
        INFO(part);
        const Messages messages = problems_of_text(paragraphs_of(part));
        REQUIRE(messages.size() <= packer::Problems::max_kept);
        REQUIRE(messages.size() > 100);
    }
    REQUIRE(mentions(problems_of_text(times("---\n\n", 300'000)), "too many problems"));
    REQUIRE(mentions(problems_of_text(times("## a\n\n", 200'000)), "too many problems"));
}

TEST_CASE("references that blow up a small file end at the limits") {
    const std::string long_target = "[a]: <page:" + std::string(16'000, 'x') + ">\n\n";
    REQUIRE(mentions(problems_of_text(long_target + paragraphs_of("[a]").substr(0, 1'900'000)),
                     "too many problems"));
    const std::string wide = times("a|", 100) + "\n" + times("---|", 100) + "\n";
    REQUIRE(mentions(problems_of_text(wide + times("x|\n", 500'000)), "too many cells"));
    REQUIRE(mentions(problems_of_text("|a|b|\n|---|---|\n" + times("|1|2|\n", 300'000)),
                     "too many cells"));
}

TEST_CASE("more blocks than a page has end the parse") {
    REQUIRE(mentions(problems_of_text(times("x\n\n", 600'000)), "a page has at most 2000"));
}

TEST_CASE("front matter by the megabyte gets messages") {
    const ContentFolder folder;
    const auto problems = [&](const std::string& front) {
        folder.write("pages/first/de.md", "+++\n" + front + "+++\nText.\n");
        return folder.check();
    };
    REQUIRE(mentions(problems("sources = [\n" + times("\"one\",\n", 280'000) + "]\n"),
                     "has more than 500 entries"));
    REQUIRE(mentions(problems(times("[[figure]]\n", 150'000)), "the figure has no \"file\""));
    REQUIRE(mentions(
        problems("title = \"\"\"\n" + times(std::string(1000, 'a') + "\n", 1900) + "\"\"\"\n"),
        "\"title\" is far too long"));
    std::string keys;
    for (int i = 0; i < 100'000; ++i) keys += "k" + std::to_string(i) + " = 1\n";
    REQUIRE(problems(keys).size() < 50);
}
