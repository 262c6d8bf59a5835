// SPDX-License-Identifier: EUPL-1.2
// Where sentences end, well enough for three uses: the one line of a card, the lines of Leichte
// Sprache, and its long sentences.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace foyer::packer {

/// Bytes [begin, end) of the text, blanks around it excluded.
struct Sentence {
    std::size_t begin = 0, end = 0;
};

/// A line break always ends a sentence. "z. B.", "11. Februar" and "2.000" do not.
std::vector<Sentence> sentences(std::string_view text);

/// Words as a reader counts them: signs alone and citations are none.
int words(std::string_view text);

/// True for a text whose last letter ends a sentence or announces the next line: . ! ? : …
bool ends_a_line(std::string_view text);

} // namespace foyer::packer
