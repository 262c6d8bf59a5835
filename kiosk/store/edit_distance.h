// SPDX-License-Identifier: EUPL-1.2
// How far two spellings are apart, for guessing what was meant.
#pragma once

#include <string_view>

namespace foyer::store {

enum class Compare {
    whole_words,
    start_of_other, ///< the typed word is unfinished: the rest of the other costs nothing
};

/// Letters to add, drop, change or swap to get from `typed` to `other`; `most` + 1 when it is more
/// than `most`. Both folded, both at most longest_word characters.
int edit_distance(std::u32string_view typed, std::u32string_view other, int most, Compare compare);

} // namespace foyer::store
