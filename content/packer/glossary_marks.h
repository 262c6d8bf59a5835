// SPDX-License-Identifier: EUPL-1.2
// Marks the first place on a page where a glossary term or one of its forms stands as a whole word:
// the longest form wins, headings, code, captions and links stay unmarked.
#pragma once

#include "kiosk/model/pack_content.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::packer {

/// The terms of one language.
class GlossaryMarks {
  public:
    /// Leichte Sprache takes the forms of its base language where a term has none of its own.
    GlossaryMarks(const std::vector<model::TermContent>& terms, const std::string& language);

    void mark(std::vector<model::Block>& body) const;

  private:
    struct Form {
        std::string text, term;
    };
    struct Match {
        std::size_t bytes = 0;
        const Form* form = nullptr;
    };
    Match match(std::string_view text, std::size_t at, const std::set<std::string>& marked) const;
    void mark(model::Inline& runs, std::set<std::string>& marked) const;

    std::map<std::string, std::vector<Form>> forms_; ///< by first word, small; longest first
};

} // namespace foyer::packer
