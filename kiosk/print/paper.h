// SPDX-License-Identifier: EUPL-1.2
// A document being written: parts one after the other, what all documents share, and the texts of
// packs as texts of paper. Pure; for one thread.
#pragma once

#include "kiosk/host/document.h"
#include "kiosk/model/content.h"
#include "kiosk/print/words.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer::print {

/// What every document of a pack in one language is made with.
struct Edition {
    const Words& words; ///< in the language of what is printed
    const model::Catalogue& pack;
    std::string licence = {}; ///< of the pack; empty: not named
    /// The bytes of a figure. Empty: there are none, and its words stand in for it.
    std::function<std::optional<model::Media>(const std::string& id)> media = {};
};

/// Sources of several texts as one list. Numbers begin at 1.
class SourceList {
  public:
    /// The number in this list of what is `number` in `own`; 0 stays 0.
    int number(int number, const std::vector<model::Source>& own);
    const std::vector<model::Source>& all() const { return all_; }

  private:
    std::vector<model::Source> all_;
};

class Paper {
  public:
    Paper(const Edition& edition, const std::string& title, const std::string& language);

    void heading(int level, const std::string& text, host::Align align = host::Align::start);
    void text(host::RichText text, host::Voice voice = host::Voice::body,
              host::Align align = host::Align::start);
    void text(const std::string& words, host::Voice voice = host::Voice::body,
              host::Align align = host::Align::start);
    void item(host::RichText text, const std::string& mark = {},
              host::Voice voice = host::Voice::body, int depth = 1);
    void add(host::DocumentPart part) { document_.parts.push_back(std::move(part)); }
    /// The last part stays with what follows.
    void keep_with_next() { document_.parts.back().with_next = true; }

    /// Blocks of a page; their headings begin at `level`. Sources are numbers of `own` and become
    /// those of the list.
    void blocks(const std::vector<model::Block>& blocks, const std::vector<model::Source>& own,
                int level = 2);
    host::RichText rich(const model::Inline& runs, const std::vector<model::Source>& own);
    /// A text with the raised number of one source.
    host::RichText cited(const std::string& words, int source,
                         const std::vector<model::Source>& own);
    /// These come first in the list, so that their numbers stay what they are.
    void number_as(const std::vector<model::Source>& own);
    /// All that were cited so far, numbered.
    void sources();
    /// Whose content it is.
    void imprint();

    host::Document take() { return std::move(document_); }
    host::Document& document() { return document_; }
    const Words& words() const { return edition_.words; }

  private:
    void block(const model::Block& block, const std::vector<model::Source>& own, int level);
    void figure(const model::Figure& figure, const std::vector<model::Source>& own);
    void chart(const model::Chart& chart, const std::vector<model::Source>& own);

    const Edition& edition_;
    host::Document document_;
    SourceList list_;
};

/// A text for paper: an address that may go on in the next line, and leads there.
void append_address(host::RichText& text, const std::string& address);

} // namespace foyer::print
