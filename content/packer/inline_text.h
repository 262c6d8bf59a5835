// SPDX-License-Identifier: EUPL-1.2
// From the pieces that the Markdown parser delivers to the runs of a paragraph: citations become
// numbers, each sentence of Leichte Sprache a line. Every byte still knows its place in the file.
#pragma once

#include "content/packer/index.h"
#include "content/packer/source_text.h"
#include "kiosk/model/content.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foyer::packer {

/// What a text may hold: all that pages do, or no figures, charts, tables and code; without
/// sources where there is no place to list them.
enum class Holds { everything, text_and_sources, text };

/// The page a text belongs to, and what its text may cite.
struct PageScope {
    const SourceText& source;
    std::size_t begin = 0; ///< of the Markdown in the file
    std::string page, language, title;
    std::map<std::string, int> numbers; ///< of the page's sources
    Holds holds = Holds::everything;
};

/// A soft break of the Markdown source, until it is known whether it ends a sentence. Control
/// characters never come from a file.
constexpr char soft_break = '\x01';

/// A stretch of text in one style.
struct Piece {
    model::Run style; ///< its text is empty
    std::string text;
    std::size_t offset = 0; ///< in the file
    std::size_t begin = 0;  ///< in the text of all pieces; set by Pieces
};

/// The text of a paragraph, heading or cell with the way back to the file.
class Pieces {
  public:
    void add(Piece piece);
    void clear() { pieces_.clear(); }
    std::size_t bytes() const;
    bool blank() const;
    const std::vector<Piece>& all() const { return pieces_; }

    std::string text() const;
    /// Where the byte `at` of text() stands in the file.
    std::size_t offset(std::size_t at) const;
    std::size_t begin() const { return pieces_.empty() ? 0 : pieces_.front().offset; }

    /// Soft breaks become spaces, or line breaks where a sentence of Leichte Sprache ends.
    void settle_breaks(std::string_view language);

  private:
    std::vector<Piece> pieces_;
};

/// Runs with numbers for citations; unknown sources are reported. `cited` collects the numbers.
model::Inline to_runs(const Pieces& pieces, const PageScope& scope, std::set<int>& cited,
                      Checking& checking);

/// Warns about sentences of Leichte Sprache with more than 12 words. `offset_of` leads to the file.
void check_sentences(std::string_view text, const Pieces& pieces, const PageScope& scope,
                     Checking& checking);

} // namespace foyer::packer
