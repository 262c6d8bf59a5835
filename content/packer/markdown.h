// SPDX-License-Identifier: EUPL-1.2
// Markdown to the blocks of a page. CommonMark and tables, less what a page of the kiosk has no
// room for: HTML, web links, headings of the first level, pictures inside of sentences. Each of
// these is an error with its place, never something silently dropped.
#pragma once

#include "content/packer/inline_text.h"
#include "kiosk/model/content.h"

#include <set>
#include <string>
#include <vector>

namespace foyer::packer {

/// A figure in the text; what is known about its file is filled in later.
struct FigureUse {
    std::size_t block = 0;
    std::string file;
    Position at;
};

/// A chart in the text: ![](chart:costs).
struct ChartUse {
    std::size_t block = 0;
    std::string id;
    Position at;
};

struct Markdown {
    std::vector<model::Block> blocks;
    std::vector<std::string> pages; ///< that the text links to, each once, in order
    std::set<int> cited;            ///< numbers of sources
    std::vector<FigureUse> figures;
    std::vector<ChartUse> charts;
};

/// Limits that no page reaches and no attack may pass.
constexpr int max_depth = 8;                      ///< of lists in lists and quotes
constexpr std::size_t max_leaf_bytes = 16u << 10; ///< of a paragraph, heading or cell
constexpr std::size_t max_blocks = 2000;
constexpr std::size_t max_cells = 2000; ///< of all tables of a page
constexpr std::size_t max_alt_letters = 250;

Markdown parse_markdown(const PageScope& scope, Checking& checking);

} // namespace foyer::packer
