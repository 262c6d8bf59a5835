// SPDX-License-Identifier: EUPL-1.2
// Where the parts of pages are that a tour shows: sections, figures and charts by their names.
#pragma once

#include "kiosk/model/pack_content.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace foyer::packer {

/// The pages that could be read, by id. The content must outlive it and keep its pages.
using PagesById = std::map<std::string, const model::PageContent*>;
PagesById pages_by_id(const model::PackContent& content);

/// Blocks of a page in one language: [first, first + blocks).
struct PagePart {
    std::size_t first = 0, blocks = 0;
};
/// By name: of sections the words of their `##` heading as compared_heading() gives them, of
/// figures the file's name without language and ending, of charts the id.
using PageParts = std::map<std::string, PagePart>;

/// Without the headings; those of `###` belong to the section above.
PageParts sections_of(const model::PageText& text);
/// `languages`: what may stand before the ending of a file's name.
PageParts figures_of(const model::PageText& text, const std::set<std::string>& languages);
PageParts charts_of(const model::PageText& text);

/// A heading's words as they are compared: soft hyphens and the kind of spaces do not count.
std::string compared_heading(std::string_view words);

} // namespace foyer::packer
