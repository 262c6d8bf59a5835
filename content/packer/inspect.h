// SPDX-License-Identifier: EUPL-1.2
// What is in a pack, as a table of contents.
#pragma once

#include "kiosk/model/content.h"
#include "kiosk/store/pack.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::packer {

struct InspectedPage {
    std::string id, kind, topic, title, updated;
    int minutes = 1;
    bool is_new = false;
    std::vector<std::string> languages;
};

struct Inspection {
    model::Catalogue catalogue; ///< in the pack's first language
    std::string licence;
    std::map<std::string, std::size_t> pages_in; ///< by language
    std::vector<InspectedPage> pages;            ///< by topic, in the order of the pack
    std::size_t terms = 0, figures = 0, charts = 0, events = 0, guides = 0;
    std::size_t tours = 0, courses = 0, questions = 0;
};

/// Reads every byte of the pack first: what is shown is sound. Fails with damaged.
Result<Inspection> inspect(store::Pack& pack);

std::string to_text(const Inspection& inspection);

} // namespace foyer::packer
