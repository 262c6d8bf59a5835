// SPDX-License-Identifier: EUPL-1.2
#include "platform/pdf/pages.h"

namespace foyer::platform::pdf {

namespace {

/// What fits on a page from `first` on; one piece at least.
PlacedPage filled(const std::vector<Piece>& pieces, std::size_t first, float page_height) {
    PlacedPage page;
    float y = 0;
    if (pieces[first].head >= 0) {
        const auto head = static_cast<std::size_t>(pieces[first].head);
        page.push_back({head, 0, true});
        y = pieces[head].height;
    }
    for (std::size_t i = first; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const float top = i == first ? y : y + piece.before;
        // Sums of many lines differ from the page by less than this.
        const bool fits = top + piece.height <= page_height + 0.01f;
        if (i > first && (!fits || piece.fresh_page)) break;
        page.push_back({i, top, false});
        y = top + piece.height;
    }
    return page;
}

/// The piece that begins the next page, if `next` is the first that no longer fits.
std::size_t break_before(const std::vector<Piece>& pieces, std::size_t first, std::size_t next) {
    if (next == pieces.size() || pieces[next].fresh_page) return next;
    for (std::size_t i = next; i > first; --i) {
        if (!pieces[i].glued) return i;
    }
    return next;
}

void grow(const std::vector<Piece>& pieces, PlacedPage& page, float page_height) {
    float shares = 0, grown = 0;
    for (const Placed& placed : page) shares += pieces[placed.piece].grows ? 1.0f : 0.0f;
    const Placed& last = page.back();
    const float left = page_height - last.top - pieces[last.piece].height;
    if (shares == 0 || left <= 0) return;
    for (Placed& placed : page) {
        placed.top += grown;
        if (pieces[placed.piece].grows) grown += left / shares;
    }
}

} // namespace

std::vector<PlacedPage> paged(const std::vector<Piece>& pieces, float page_height) {
    std::vector<PlacedPage> pages;
    for (std::size_t first = 0; first < pieces.size();) {
        PlacedPage page = filled(pieces, first, page_height);
        const std::size_t next = break_before(pieces, first, page.back().piece + 1);
        while (page.back().piece >= next) page.pop_back();
        grow(pieces, page, page_height);
        pages.push_back(std::move(page));
        first = next;
    }
    if (pages.empty()) pages.emplace_back();
    return pages;
}

} // namespace foyer::platform::pdf
