// SPDX-License-Identifier: EUPL-1.2
// facts.toml of a page's folder: what the page rests on, in an editor's words. Never shown; the
// numbers of a case's panel must stand in it.
#pragma once

#include "content/packer/fields.h"
#include "content/packer/tree.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::packer {

struct Fact {
    std::string id, date, text, note;
    std::vector<std::string> sources; ///< ids
    std::string confidence;           ///< "high" or "medium"
    bool may_have_changed = false;
    Position at;
};

/// The facts of one page. Belongs to the thread that reads the content.
class FactSheet {
  public:
    /// Without the file the sheet is absent, which is reported where it is needed.
    static FactSheet read(const Tree& tree, const std::string& page, Need need, Checking& checking);

    /// Whether there is a file whose facts can be asked; without one nothing can be proved.
    bool there() const { return there_; }
    const std::string& file() const { return file_; }
    const std::vector<Fact>& facts() const { return facts_; }
    /// Whether a fact with a source has that number (as numbers_in() gives it) in its text or date;
    /// of the facts that cite `source` only, unless that is empty.
    bool has(const std::string& number, std::string_view source = {}) const;

    /// Reports each number in the key's text that no fact has.
    void prove_text(Fields& fields, const char* key, std::string_view source) const;
    /// Reports the number in that key unless a fact has it.
    void prove_number(Fields& fields, const char* key, long value) const;

  private:
    void read_facts(const TomlValue& root, const SourceText& source, Checking& checking);

    bool there_ = false;
    std::string file_;
    std::vector<Fact> facts_;
    std::vector<std::set<std::string>> numbers_; ///< of each fact that has a source
};

} // namespace foyer::packer
