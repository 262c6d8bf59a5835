// SPDX-License-Identifier: EUPL-1.2
// Whole documents of the website: one function for each kind, data in, HTML out.
#pragma once

#include "content/packer/words.h"
#include "kiosk/model/content.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::packer {

/// What every document of one language shares.
struct Site {
    const model::Catalogue& catalogue; ///< in that language
    const Words& words;
    std::string language;
    std::string licence;
    bool timeline = false; ///< there is a timeline.html
};

/// A link of the language switch.
struct Elsewhere {
    std::string language, name, href;
};

/// A source with the pages that cite it.
struct CitedSource {
    model::Source source;
    std::vector<model::Card> pages;
};

std::string start_document(const std::vector<model::Language>& languages,
                           const std::map<std::string, std::string>& titles);
std::string home_document(const Site& site, const std::vector<Elsewhere>& elsewhere);
std::string topic_document(const Site& site, const model::Topic& topic,
                           const std::vector<model::Card>& cards,
                           const std::vector<Elsewhere>& elsewhere);
std::string page_document(const Site& site, const model::Page& page,
                          const std::vector<Elsewhere>& elsewhere);
std::string glossary_document(const Site& site, const std::vector<model::Term>& terms,
                              const std::vector<Elsewhere>& elsewhere);
std::string sources_document(const Site& site, const std::vector<CitedSource>& sources,
                             const std::vector<Elsewhere>& elsewhere);

std::string timeline_document(const Site& site, const std::vector<model::Event>& events,
                              const std::vector<Elsewhere>& elsewhere);

/// The one style sheet.
std::string style_sheet();

} // namespace foyer::packer
