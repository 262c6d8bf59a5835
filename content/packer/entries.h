// SPDX-License-Identifier: EUPL-1.2
// What the files beside the pages have in common: entries with an id, and their texts by language.
#pragma once

#include "content/packer/fields.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace foyer::packer {

/// An id that is well formed and stands only once in this file; else reported and empty.
std::string unique_id(Fields& fields, std::set<std::string>& seen);

/// The tables of a table that are named by languages; each is read by `read`. German must be there.
void each_language(Fields& fields, const std::string& what,
                   const std::function<void(const std::string&, Fields&)>& read);

/// The texts of a part of something whole ("the guide") that has texts in `languages`: each of
/// those must be there, and no other; `read` is called for all the same.
void each_text(Fields& fields, const std::string& what, const std::string& whole,
               const std::set<std::string>& languages,
               const std::function<void(const std::string&, Fields&)>& read);

/// The page a key names; an unknown one is reported and empty.
std::string known_page(Fields& fields, const char* key, Need need);
/// Those of a list that are known; the others are reported.
std::vector<std::string> known_pages(Fields& fields, const char* key, Need need);

/// The sources a table names; unknown ones are reported and left out.
std::vector<std::string> known_sources(Fields& fields, Need need);

/// A text of a table named by a language: checked and set as Leichte Sprache where it is that.
std::string text_in(const std::string& language, Fields& fields, const char* key, Need need,
                    std::size_t max_letters);

/// The same for a list of texts, each of at most `max_letters`.
std::vector<std::string> texts_in(const std::string& language, Fields& fields, const char* key,
                                  std::size_t max_letters);

/// The languages that texts are in.
template <class Texts> std::set<std::string> languages_of(const Texts& texts) {
    std::set<std::string> out;
    for (const auto& [language, text] : texts) out.insert(language);
    return out;
}

/// Adds an entry, or replaces that of an earlier folder.
template <class T> void put(std::vector<T>& all, std::set<std::string>& known, T entry) {
    if (entry.id.empty()) return;
    if (known.insert(entry.id).second) {
        all.push_back(std::move(entry));
        return;
    }
    *std::find_if(all.begin(), all.end(), [&](const T& other) { return other.id == entry.id; }) =
        std::move(entry);
}

} // namespace foyer::packer
