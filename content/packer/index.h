// SPDX-License-Identifier: EUPL-1.2
// The names everything else may refer to: known before the first page is read, so that a page can
// point to a later one.
#pragma once

#include "content/packer/fonts.h"
#include "content/packer/problem.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace foyer::packer {

struct Index {
    std::set<std::string> pages, topics, sources, terms, events, questions, languages;
};

/// What every check needs at hand. Belongs to the thread that reads the content.
struct Checking {
    Problems& problems;
    const Fonts& fonts;
    Index index;
    /// The file each title was read from, by language and title.
    std::map<std::pair<std::string, std::string>, std::string> titles;
};

/// Small letters, digits and hyphens, beginning with a letter or digit; at most 64.
bool is_id(std::string_view text);

/// Leichte Sprache: "de-simple", or any other language's easy variant.
bool is_simple(std::string_view language);

} // namespace foyer::packer
