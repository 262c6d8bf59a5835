// SPDX-License-Identifier: EUPL-1.2
// Reads the keys of one TOML table, each with its type, and reports what is missing, mistyped or
// unknown. A key that nobody asked for is unknown; call finish() when all have been asked for.
#pragma once

#include "content/packer/index.h"
#include "content/packer/source_text.h"
#include "content/packer/toml.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::packer {

enum class Need { needed, optional };

/// A text and where its value stands.
struct Placed {
    std::string text;
    Position at;
};

class Fields {
  public:
    /// `what` names the table in messages: "the topic", "the front matter".
    Fields(const TomlValue& table, const SourceText& source, Checking& checking, std::string what);

    /// A text that is shown: its characters are checked. Trimmed. `max_letters` 0: no limit.
    std::string text(const char* key, Need need, std::size_t max_letters = 0);
    /// A text with markup, or nothing. It knows its places in the file; its characters are not
    /// checked.
    std::optional<SourceText> marked_text(const char* key, Need need);
    /// A text for machines, an id for instance.
    Placed word(const char* key, Need need);
    /// One of `allowed`; anything else is reported with a suggestion, `what` naming the kind.
    std::string choice(const char* key, Need need, const std::set<std::string>& allowed);
    /// YYYY-MM-DD, as a TOML date or a text.
    std::string date(const char* key, Need need);
    /// YYYY, YYYY-MM or YYYY-MM-DD.
    std::string rough_date(const char* key, Need need);
    std::optional<std::int64_t> integer(const char* key, Need need, std::int64_t least,
                                        std::int64_t most);
    /// Whole or with a fraction; never "not a number".
    std::optional<double> real(const char* key, Need need, double least, double most);
    /// A list of such numbers; what is none is reported.
    std::vector<double> reals(const char* key, Need need);
    bool flag(const char* key);
    std::vector<Placed> words(const char* key, Need need);
    /// Texts that are shown.
    std::vector<std::string> texts(const char* key);
    const TomlValue* table(const char* key, Need need);
    std::vector<const TomlValue*> tables(const char* key);

    /// Where the key's value stands, else where the table begins.
    Position at(const char* key) const;
    /// Where `word` stands in the key's value, else where the value stands.
    Position at(const char* key, std::string_view word) const;
    const TomlValue* value(const char* key) const { return find(table_, key); }
    bool has(const char* key) const { return value(key) != nullptr; }
    /// Keys with a table, that nobody has asked for yet: languages.
    std::vector<const TomlMember*> remaining_tables();
    void finish();
    /// Reports the key, where it stands, as one that has no place here.
    void refuse(const char* key, const std::string& why);

    void error(Position at, std::string message);
    void warning(Position at, std::string message);
    const SourceText& source() const { return source_; }
    Checking& checking() { return checking_; }

  private:
    const TomlValue* ask(const char* key, TomlType type, Need need);
    void check_shown(const TomlValue& value);

    const TomlValue& table_;
    const SourceText& source_;
    Checking& checking_;
    std::string what_;
    std::set<std::string> asked_;
};

/// YYYY, YYYY-MM or YYYY-MM-DD of a month and day that exist.
bool is_rough_date(std::string_view text);

} // namespace foyer::packer
