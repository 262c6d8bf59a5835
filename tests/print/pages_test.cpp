// SPDX-License-Identifier: EUPL-1.2
// The risk: a heading alone at the foot of a page, one line of a paragraph on the next, a table
// whose columns nobody names, or a document that never ends.
#include "platform/pdf/pages.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer::platform::pdf;

namespace {

Piece piece(float height) {
    Piece out;
    out.height = height;
    return out;
}

Piece glued(float height) {
    Piece out = piece(height);
    out.glued = true;
    return out;
}

/// The first piece of each page that is not a repeated head.
std::vector<std::size_t> starts(const std::vector<Piece>& pieces, float height) {
    std::vector<std::size_t> out;
    for (const PlacedPage& page : paged(pieces, height)) {
        for (const Placed& placed : page) {
            if (placed.repeated) continue;
            out.push_back(placed.piece);
            break;
        }
    }
    return out;
}

} // namespace

TEST_CASE("a page is filled and not more than filled") {
    REQUIRE(starts({piece(40), piece(60), piece(1)}, 100) == std::vector<std::size_t>{0, 2});
}

TEST_CASE("the space above the first piece of a page falls away") {
    std::vector<Piece> pieces = {piece(90), piece(20)};
    pieces[1].before = 30;
    const auto pages = paged(pieces, 100);
    REQUIRE(pages.size() == 2);
    REQUIRE(pages[1][0].top == 0);
}

TEST_CASE("what is glued moves to the next page together") {
    REQUIRE(starts({piece(60), piece(20), glued(30)}, 100) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("what is glued and higher than a page is torn apart all the same") {
    REQUIRE(starts({piece(60), glued(60), glued(60)}, 100) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("the head of a table is repeated where its rows begin a page") {
    std::vector<Piece> pieces = {piece(20), glued(60), piece(60)};
    pieces[1].head = pieces[2].head = 0;
    const auto pages = paged(pieces, 100);
    REQUIRE(pages.size() == 2);
    REQUIRE(pages[1].size() == 2);
    REQUIRE(pages[1][0].repeated);
    REQUIRE(pages[1][0].piece == 0);
    REQUIRE(pages[1][1].top == 20);
}

TEST_CASE("a forced page begins where it is said") {
    std::vector<Piece> pieces = {piece(10), piece(10)};
    pieces[1].fresh_page = true;
    REQUIRE(starts(pieces, 100) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("spaces that grow share what is left of their page") {
    std::vector<Piece> pieces = {piece(10), piece(20), piece(0), piece(30)};
    pieces[0].grows = pieces[2].grows = true;
    const auto pages = paged(pieces, 100);
    REQUIRE(pages.size() == 1);
    REQUIRE(pages[0][1].top == 30);
    REQUIRE(pages[0][3].top == 70);
}

TEST_CASE("nothing at all is one page") { REQUIRE(paged({}, 100).size() == 1); }
