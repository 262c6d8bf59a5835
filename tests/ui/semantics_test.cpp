// SPDX-License-Identifier: EUPL-1.2
// The risk: a finger or the keys reach something other than what is seen there.
#include "kiosk/ui/semantics.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::ui;

namespace {

Node button(const std::string& id, Rect rect, Rank rank = Rank::primary) {
    return {.id = id,
            .role = Role::button,
            .rank = rank,
            .spoken = Spoken(id),
            .rect = rect,
            .action = model::Back{}};
}

std::string hit(const Tree& tree, Point point) {
    const Node* node = tree.at(point);
    return node ? node->id : std::string();
}

} // namespace

TEST_CASE("a finger hits the operable thing under it, the upper one first", "[ui][tree]") {
    Tree tree;
    tree.nodes = {button("whole", {0, 0, 100, 100}), button("part", {20, 20, 20, 20})};
    tree.nodes.push_back({.id = "text", .spoken = Spoken("text"), .rect = {0, 0, 100, 100}});
    CHECK(hit(tree, {30, 30}) == "part");
    CHECK(hit(tree, {10, 10}) == "whole");
    CHECK(hit(tree, {100, 10}).empty());
}

TEST_CASE("a word in a paragraph yields to everything else", "[ui][tree]") {
    Tree tree;
    tree.nodes = {button("more", {0, 0, 50, 50}), button("word", {0, 0, 100, 50}, Rank::word)};
    CHECK(hit(tree, {25, 25}) == "more");
    CHECK(hit(tree, {75, 25}) == "word");
}

TEST_CASE("what is scrolled out of its area cannot be hit", "[ui][tree]") {
    Tree tree;
    Node card = button("card", {0, 80, 100, 60});
    card.scrolls = true;
    tree.nodes = {card};
    tree.scroll = ScrollArea{{0, 0, 100, 100}, 0, 500, 1, {0}};
    CHECK(hit(tree, {50, 99}) == "card");
    CHECK(hit(tree, {50, 101}).empty());
}

TEST_CASE("what lies under a dialog is neither hit nor walked to", "[ui][tree]") {
    Tree tree;
    tree.nodes = {button("under", {0, 0, 100, 100}), button("close", {40, 40, 20, 20})};
    tree.nodes.front().covered = true;
    CHECK(hit(tree, {10, 10}).empty());
    CHECK(hit(tree, {50, 50}) == "close");
    CHECK(tree.focus_order() == std::vector<std::string>{"close"});
}

TEST_CASE("the keys walk in reading order and leave out words", "[ui][tree]") {
    Tree tree;
    tree.nodes = {button("b", {50, 50, 10, 10}), button("word", {0, 0, 10, 10}, Rank::word),
                  button("a", {0, 0, 10, 10})};
    tree.nodes.push_back({.id = "text", .spoken = Spoken("text")});
    CHECK(tree.focus_order() == std::vector<std::string>{"b", "a"});
}

TEST_CASE("a node is found by its id", "[ui][tree]") {
    Tree tree;
    tree.nodes = {button("a", {}), button("b", {})};
    CHECK(tree.find("b") == &tree.nodes[1]);
    CHECK(tree.find("c") == nullptr);
}

TEST_CASE("roles and ranks have names of their own", "[ui][tree]") {
    std::set<std::string> names;
    for (const Role role :
         {Role::screen, Role::heading, Role::text, Role::button, Role::toggle, Role::field,
          Role::key, Role::image, Role::dialog, Role::status, Role::word})
        names.insert(name(role));
    CHECK(names.size() == 11);
    names.clear();
    for (const Rank rank : {Rank::none, Rank::primary, Rank::secondary, Rank::key, Rank::word})
        names.insert(name(rank));
    CHECK(names.size() == 5);
}
