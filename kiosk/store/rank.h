// SPDX-License-Identifier: EUPL-1.2
// foyer_rank: what a row of the search index is worth. Not SQLite's bm25(), which took 19 ms for
// one common word in 10,000 pages, and cannot know that one word of a query is a guess.
#pragma once

#include "kiosk/base/result.h"

#include <string>

namespace foyer::store {

class Database;

/// What each phrase of a MATCH expression, in its order, stands for: the word of the query it
/// answers and how well it does. Goes into foyer_rank(search, ?) as its bytes. An answer is one
/// word or several that only mean it together ("freie Software" for "OSS"): these are worth what
/// the worst of them is, or "Software" alone would be an answer. Of each word there can be several
/// forms.
class RankPlan {
  public:
    static constexpr int slots = 16; ///< most words of a query

    enum class Ends { nothing, word, answer };
    /// `quality` of the phrase as an answer to its word, and `weight` of that word in the query,
    /// both from 0 to 1.
    void add(int slot, double quality, double weight, Ends ends);
    const std::string& bytes() const { return bytes_; }

  private:
    std::string bytes_;
};

/// How much a match is worth by the column it stands in: title, keywords, headings, summary, body.
constexpr double field_weight[] = {16, 8, 5, 3, 1};
/// What each further column adds, as a part of its weight.
constexpr double further_field = 0.2;
/// What a row with all words of a query gets on top; less than all get less than their part of it.
constexpr double all_words_worth = 12;

/// Makes foyer_rank known to this connection.
Result<void> add_rank_function(Database& database);

} // namespace foyer::store
