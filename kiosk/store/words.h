// SPDX-License-Identifier: EUPL-1.2
// Words: where they begin and end in a text, how they are spelt for the index, and their stems. The
// writer and the search use the same functions, or nothing would be found.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace foyer::store {

/// A word of a text, in bytes of that text.
struct Span {
    std::size_t begin = 0, end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

/// Whether E-Mail is two words, or comes once more as a whole after them, so that `email` finds it.
enum class Hyphens { part, part_and_join };

/// Letters and digits that belong together; soft hyphens do not part them, broken UTF-8 does.
std::vector<Span> words(std::string_view text, Hyphens hyphens);

/// The spelling in the index: small letters, no accents, ß as ss, no soft hyphens. Empty when
/// nothing is left.
std::string fold(std::string_view word);

/// The other way to type an umlaut: ä as ae. Equal to fold() where there is none.
std::string fold_digraph(std::string_view word);

/// Whether a word, folded, only joins others to a sentence ("what", "ist", "für"), in German or
/// English: whoever asks a whole question does not look for it.
bool is_function_word(std::string_view folded);

/// Beyond this many characters it is no word but noise, and not indexed.
constexpr std::size_t longest_word = 64;

/// Folded words to stems. "de" and "en" by Snowball; any other language keeps its words.
class Stemmer {
  public:
    explicit Stemmer(std::string_view name);
    std::string stem(const std::string& folded) const;

  private:
    struct Delete {
        void operator()(sb_stemmer* stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

/// The part of a language tag that words are spelt by: "de" for "de-simple".
std::string primary(std::string_view language);

} // namespace foyer::store
