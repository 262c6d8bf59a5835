// SPDX-License-Identifier: EUPL-1.2
// The facts of a case: what all languages share, and the results and lessons of one language.
#pragma once

#include "content/packer/facts.h"
#include "content/packer/fields.h"
#include "kiosk/model/pack_content.h"

#include <map>
#include <set>
#include <string>

namespace foyer::packer {

/// The sources a page lists, and those that something on the page used.
struct PageSources {
    std::map<std::string, int> numbers;
    std::set<int> used;

    /// The number of a source named by `placed`; reports and returns 0 for an unknown one.
    int number(const Placed& placed, Fields& fields);
};

/// Numbers of the panel that no fact has are reported; see FactSheet.
model::CaseFacts read_case_facts(Fields& front_matter, PageSources& sources,
                                 const FactSheet& proof);
void read_case_texts(Fields& front_matter, const std::string& language, PageSources& sources,
                     const FactSheet& proof, model::PageText& text);

/// True for "CC-BY-SA-4.0" and "LicenseRef-Stadtwappen", false for "CC BY-SA 4.0".
bool is_licence(std::string_view text);
void check_licence(Fields& fields, const Placed& licence);

} // namespace foyer::packer
