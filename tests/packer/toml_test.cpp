// SPDX-License-Identifier: EUPL-1.2
// The risk: an editor's slip in TOML is reported in the wrong place, or a hostile file ends the
// program. Positions count from the file's first line, also behind the +++ of a page.
#include "content/packer/toml.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer::packer;

namespace {

/// The messages for a whole file.
std::vector<std::string> problems_of(const std::string& text) {
    Problems problems;
    const SourceText source("x.toml", text);
    (void)parse_toml(source, 0, text.size(), problems);
    std::vector<std::string> out;
    for (const Problem& problem : problems.sorted()) out.push_back(to_string(problem));
    return out;
}

} // namespace

TEST_CASE("a value of TOML knows its type and its place") {
    Problems problems;
    const SourceText source("x.toml", "a = \"ü\"\nb = { c = 2026-11-20, d = [1, true] }\n");
    const auto root = parse_toml(source, 0, source.bytes().size(), problems);
    REQUIRE(root.has_value());
    REQUIRE(find(*root, "a")->text == "ü");
    const TomlValue* b = find(*root, "b");
    REQUIRE(b->at == Position{2, 5});
    REQUIRE(find(*b, "c")->type == TomlType::date);
    REQUIRE(find(*b, "c")->text == "2026-11-20");
    REQUIRE(find(*b, "d")->items.at(0).integer == 1);
    REQUIRE(find(*b, "d")->items.at(1).flag);
    REQUIRE(find(*b, "d")->items.at(1).at == Position{2, 31});
}

TEST_CASE("the keys of a table come in the order of the file") {
    Problems problems;
    const SourceText source("x.toml", "b = 1\na = 2\n[t]\nz = 1\ny = 2\n");
    const auto root = parse_toml(source, 0, source.bytes().size(), problems);
    REQUIRE(root->members.at(0).key == "b");
    REQUIRE(root->members.at(1).key == "a");
    REQUIRE(root->members.at(2).value.members.at(0).key == "z");
}

TEST_CASE("positions count from the file's first line when TOML begins later") {
    Problems problems;
    const SourceText source("x.md", "+++\na = 1\nb 2\n+++\n");
    REQUIRE_FALSE(parse_toml(source, 4, 14, problems).has_value());
    REQUIRE(problems.sorted().at(0).at == Position{3, 3});
}

TEST_CASE("text that is not TOML is reported where it begins to be wrong") {
    const auto problems = problems_of("a = 1\nb = \"open\n");
    REQUIRE(problems.size() == 1);
    REQUIRE(problems[0].starts_with("x.toml:2:10: error: this is not TOML: "));
}

TEST_CASE("a key of too many parts is refused before a table is made for each") {
    std::string deep = "a";
    for (int i = 0; i < 5000; ++i) deep += ".a";
    REQUIRE(problems_of(deep + " = 1\n") ==
            std::vector<std::string>{"x.toml:1:32: error: a key has at most 16 parts"});
    REQUIRE(problems_of("x = { " + deep + " = 1 }\n").size() == 1);
    REQUIRE(problems_of("[" + deep + "]\n").size() == 1);
}

TEST_CASE("dots in texts and comments are no parts of a key") {
    const std::string dots(100, '.');
    REQUIRE(problems_of("a = \"" + dots + "\" # " + dots + "\nb = '" + dots + "'\nc = \"\"\"\n" +
                        dots + "\n\"\"\"\n")
                .empty());
    REQUIRE(problems_of("a = \"\\\"" + dots + "\"\n").empty());
}

TEST_CASE("a letter like ä outside of quotation marks is reported, inside of them it is fine") {
    const std::string message = ": error: outside of quotation marks stand plain letters only; a "
                                "key like this is written in quotation marks";
    REQUIRE(problems_of("größe = 1\n") == std::vector<std::string>{"x.toml:1:3" + message});
    REQUIRE(problems_of("[maße]\n") == std::vector<std::string>{"x.toml:1:4" + message});
    REQUIRE(problems_of("a = 1 ä\n") == std::vector<std::string>{"x.toml:1:7" + message});
    REQUIRE(problems_of("a = \"\"\"x\"\"\"\" ä\n") ==
            std::vector<std::string>{"x.toml:1:14" + message});
    REQUIRE(problems_of("\"größe\" = 'ä' # ä\nb = \"\\\"ä\"\nc = '''ä\nä''' #ä").empty());
}

TEST_CASE("a quotation mark in the middle of a word is reported before what follows it") {
    for (const char* text : {"a = 03u\"1ä = 1\n", "a = \"x\"\"ä = 1\n", "a\"b = 1\n"}) {
        const auto problems = problems_of(text);
        INFO(text);
        REQUIRE(problems.size() == 1);
        REQUIRE(problems[0].ends_with("a quotation mark cannot stand in the middle of a word"));
    }
    REQUIRE(problems_of("a.\"b\" = [\"x\",'y']\n\"\" = ''\n").empty());
}

TEST_CASE("a table's name that is none is reported and ends nothing") {
    for (const char* text : {"[[{x]]\n", "[{x]\n", "[=]\n", "[[a]\n", "[", "[[", "[a.]\n"}) {
        INFO(text);
        REQUIRE(problems_of(text).size() == 1);
    }
}

TEST_CASE("values nested ten thousand deep are refused") {
    REQUIRE(problems_of("x = " + std::string(8000, '[') + std::string(8000, ']') + "\n").size() ==
            1);
}
