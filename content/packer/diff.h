// SPDX-License-Identifier: EUPL-1.2
// What changed from one pack to the next, in words an editor uses: pages, titles, summaries, text,
// facts, figures.
#pragma once

#include "kiosk/store/pack.h"

#include <string>
#include <vector>

namespace foyer::packer {

struct TextChange {
    std::string language, name;    ///< tag, and the language's own name
    std::vector<std::string> what; ///< "title", "2 paragraphs of the text", ...
};

struct PageChange {
    std::string id, title;
    std::vector<TextChange> texts;
};

struct NamedPage {
    std::string id, title;
};

struct Difference {
    std::string id_before, version_before, id_now, version_now;
    std::vector<NamedPage> added, removed;
    std::vector<PageChange> changed;
    std::vector<std::string> terms_added, terms_removed, terms_changed; ///< the words themselves
    std::vector<std::string> pack; ///< "the topic \"…\" is new", "the title", ...

    bool none() const {
        return added.empty() && removed.empty() && changed.empty() && terms_added.empty() &&
               terms_removed.empty() && terms_changed.empty() && pack.empty();
    }
};

Result<Difference> difference(store::Pack& before, store::Pack& now);

std::string to_text(const Difference& difference);

} // namespace foyer::packer
