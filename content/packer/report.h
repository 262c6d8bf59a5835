// SPDX-License-Identifier: EUPL-1.2
// What an editor could still do: translations, Leichte Sprache, checks, facts that grow old or
// stand on one leg. None of it is an error; check() says what is.
#pragma once

#include "content/packer/read_content.h"

#include <map>
#include <string>
#include <vector>

namespace foyer::packer {

/// One thing to do, at one place.
struct ToDo {
    std::string where; ///< "dortmund", "dortmund-03", "event gnu"
    std::string what;  ///< the language that is missing, the number, the date
};

/// Things of one kind, with what they are called.
struct ToDos {
    std::string kind;    ///< for programs: "translations"
    std::string heading; ///< for people
    std::vector<ToDo> all;
};

/// How much of the content there is.
struct Coverage {
    std::size_t pages = 0, terms = 0, events = 0, guides = 0, tours = 0, courses = 0, questions = 0;
};

struct Report {
    Coverage all; ///< in any language
    std::size_t facts = 0;
    std::map<std::string, Coverage> languages; ///< by tag
    std::vector<ToDos> kinds;                  ///< in a fixed order, empty ones included
};

/// Pure. The date of the pack is today: the same content gives the same report.
Report report_on(const Draft& draft);

std::string to_text(const Report& report);

} // namespace foyer::packer
