// SPDX-License-Identifier: EUPL-1.2
// Texts with their styles, as pages, tours and courses write them: whatever a text points to must
// exist.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/pack_content.h"
#include "kiosk/store/insert.h"

#include <set>
#include <string>
#include <vector>

namespace foyer::store {

class TextWriter {
  public:
    /// `insert` must outlive it.
    TextWriter(Inserter& insert, const model::PackContent& content);

    bool knows_page(const std::string& id) const { return pages_.count(id) > 0; }

    /// The markup of a text that may cite sources up to number `sources`. Fails with invalid.
    Result<std::string> markup(const model::Inline& runs, int sources) const;

    /// The rows of blocks that hold text only; `keys` come first in each row. Fails with invalid
    /// for blocks that hold more, with too_large for too many.
    template <class... Keys> Result<void> blocks(const char* sql,
                                                 const std::vector<model::Block>& blocks,
                                                 int sources, const Keys&... keys) const {
        TRY(check(blocks));
        for (int position = 1; const model::Block& block : blocks) {
            const std::string text = TRY(markup(block.text, sources));
            TRY(insert_.row(sql, keys..., position++, kind_of(block), block.level, block.number,
                            text));
        }
        return {};
    }

    /// "unknown page: x", as an error.
    Error unknown(const char* what, const std::string& id) const;

  private:
    Result<void> check(const std::vector<model::Block>& blocks) const;
    static const char* kind_of(const model::Block& block);

    Inserter& insert_;
    std::set<std::string> pages_, terms_;
};

/// Whether a list is longer than it may be.
inline bool over(std::size_t count, int most) { return count > static_cast<std::size_t>(most); }

/// The languages that texts are in.
template <class Texts> std::set<std::string> languages_of(const Texts& texts) {
    std::set<std::string> out;
    for (const auto& [language, text] : texts) out.insert(language);
    return out;
}

} // namespace foyer::store
