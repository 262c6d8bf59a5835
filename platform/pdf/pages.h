// SPDX-License-Identifier: EUPL-1.2
// What stands on which page. A document is one column of pieces, lines mostly; a page ends where
// no two pieces are torn apart that belong together. Pure, in points.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace foyer::platform::pdf {

class Canvas;

/// Something that lies on one page. Never higher than a page.
struct Piece {
    float before = 0; ///< space above it, which the top of a page has not
    float height = 0;
    bool glued = false;      ///< stays with the piece before it
    bool fresh_page = false; ///< begins a page
    bool grows = false;      ///< empty, and gets its share of what is left of the page
    int head = -1;           ///< the piece that is repeated above it where it begins a page, or -1
    std::function<void(Canvas&, float top)> draw = {};
    std::vector<const char*> opens = {}, closes = {}; ///< tags around this piece and others
};

struct Placed {
    std::size_t piece = 0;
    float top = 0;         ///< from the top of the text's area
    bool repeated = false; ///< a table's head, which was read before
};
using PlacedPage = std::vector<Placed>;

/// At least one page. Where pieces that are glued do not fit on one page, they are torn apart.
std::vector<PlacedPage> paged(const std::vector<Piece>& pieces, float page_height);

} // namespace foyer::platform::pdf
