// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/words.h"

#include "kiosk/base/text.h"

#include <glib.h>
#include <libstemmer.h>

#include <algorithm>

namespace foyer::store {

namespace {

constexpr char32_t soft_hyphen = 0xAD;

enum class Umlaut { letter, digraph };

bool is_ascii_word(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What most words of German and English are made of needs no table: `at` moves on and the letters
/// are added, or nothing happens.
bool append_common(std::string& out, std::string_view word, std::size_t& at, Umlaut umlaut) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
        if (is_ascii_word(byte)) out += g_ascii_tolower(word[at]);
        return ++at, true;
    }
    if (byte != 0xC3 || at + 1 >= word.size()) return false;
    const bool digraph = umlaut == Umlaut::digraph;
    switch (static_cast<unsigned char>(word[at + 1])) {
    case 0x84: // Ä
    case 0xA4: out += digraph ? "ae" : "a"; break;
    case 0x96: // Ö
    case 0xB6: out += digraph ? "oe" : "o"; break;
    case 0x9C: // Ü
    case 0xBC: out += digraph ? "ue" : "u"; break;
    case 0x9F: out += "ss"; break;
    default: return false;
    }
    return at += 2, true;
}

bool in_word(const text::Decoded& d) {
    return d.valid &&
           (d.code == soft_hyphen || g_unichar_isalnum(d.code) || g_unichar_ismark(d.code));
}

/// Letters that Unicode does not take apart, as people without them on the keyboard type them.
const char* plain_letters(char32_t c) {
    switch (c) {
    case U'ß': return "ss";
    case U'æ': return "ae";
    case U'œ': return "oe";
    case U'ø': return "o";
    case U'ł': return "l";
    case U'đ':
    case U'ð': return "d";
    case U'þ': return "th";
    case U'ı': return "i";
    default: return nullptr;
    }
}

/// Any script, by Unicode's tables: compatibility forms, case folding, then without marks.
void append_folded(std::string& out, const std::string& word, Umlaut umlaut) {
    const auto take = [](char* owned) {
        std::string value = owned == nullptr ? "" : owned;
        g_free(owned);
        return value;
    };
    const std::string composed =
        take(g_utf8_normalize(word.c_str(), static_cast<gssize>(word.size()), G_NORMALIZE_NFKC));
    const std::string small = take(g_utf8_casefold(composed.c_str(), -1));
    std::string spelt;
    for (std::size_t at = 0; at < small.size();) {
        const text::Decoded d = text::decode(small, at);
        const bool is_umlaut = d.code == U'ä' || d.code == U'ö' || d.code == U'ü';
        if (const char* letters = plain_letters(d.code)) {
            spelt += letters;
        } else if (is_umlaut && umlaut == Umlaut::digraph) {
            spelt += d.code == U'ä' ? "ae" : d.code == U'ö' ? "oe" : "ue";
        } else {
            spelt.append(small, at, d.bytes);
        }
        at += d.bytes;
    }
    const std::string apart = take(g_utf8_normalize(spelt.c_str(), -1, G_NORMALIZE_NFKD));
    for (std::size_t at = 0; at < apart.size();) {
        const text::Decoded d = text::decode(apart, at);
        if (d.code < 0x80 ? is_ascii_word(d.code) : g_unichar_isalnum(d.code)) {
            out.append(apart, at, d.bytes);
        }
        at += d.bytes;
    }
}

std::string fold_as(std::string_view word, Umlaut umlaut) {
    std::string out;
    std::size_t at = 0;
    while (at < word.size() && append_common(out, word, at, umlaut)) {
    }
    if (at == word.size()) return out;

    std::string whole;
    for (at = 0; at < word.size();) {
        const text::Decoded d = text::decode(word, at);
        if (d.valid && d.code != 0 && d.code != soft_hyphen) whole.append(word, at, d.bytes);
        at += d.bytes;
    }
    out.clear();
    append_folded(out, whole, umlaut);
    return out;
}

// Folded, both spellings of umlauts, in order.
constexpr std::string_view function_words[] = {
    "a",        "ab",          "aber",         "about",      "across",   "after",     "all",
    "alle",     "alles",       "als",          "also",       "am",       "among",     "an",
    "and",      "andere",      "anderem",      "anderen",    "anderer",  "any",       "are",
    "as",       "at",          "auch",         "auf",        "aus",      "be",        "bedeutet",
    "been",     "bei",         "beim",         "being",      "beispiel", "beispiele", "bekomme",
    "bekommen", "bekommt",     "between",      "bin",        "bis",      "bitte",     "brauche",
    "brauchen", "braucht",     "but",          "by",         "can",      "come",      "comes",
    "could",    "da",          "damit",        "dann",       "darf",     "das",       "dass",
    "dem",      "den",         "denn",         "der",        "deren",    "des",       "did",
    "die",      "dies",        "diese",        "diesen",     "dieser",   "dieses",    "difference",
    "do",       "doch",        "does",         "dort",       "du",       "duerfen",   "durch",
    "durfen",   "during",      "each",         "eigentlich", "ein",      "eine",      "einem",
    "einen",    "einer",       "eines",        "er",         "es",       "etwas",     "euch",
    "every",    "example",     "examples",     "find",       "finde",    "finden",    "findet",
    "for",      "from",        "fuer",         "fur",        "gegen",    "gehen",     "geht",
    "genau",    "get",         "gets",         "gibt",       "gilt",     "go",        "goes",
    "going",    "habe",        "haben",        "had",        "has",      "hat",       "hatte",
    "have",     "he",          "heisst",       "her",        "here",     "hier",      "his",
    "how",      "i",           "ich",          "if",         "ihm",      "ihn",       "ihr",
    "ihre",     "ihren",       "im",           "in",         "into",     "is",        "ist",
    "it",       "its",         "ja",           "jede",       "jedem",    "jeden",     "jeder",
    "jedes",    "just",        "kann",         "kein",       "keine",    "koennen",   "koennte",
    "komme",    "kommen",      "kommt",        "konnen",     "konnte",   "los",       "machen",
    "macht",    "mal",         "man",          "many",       "may",      "me",        "mean",
    "means",    "mein",        "meine",        "mich",       "might",    "mir",       "mit",
    "mochte",   "moechte",     "moegen",       "mogen",      "more",     "much",      "muessen",
    "muss",     "mussen",      "must",         "my",         "nach",     "need",      "needs",
    "nehme",    "nehmen",      "nicht",        "nimmt",      "no",       "noch",      "not",
    "nun",      "nur",         "ob",           "oder",       "of",       "ohne",      "on",
    "or",       "our",         "out",          "over",       "please",   "schon",     "sehr",
    "sein",     "seine",       "shall",        "she",        "should",   "sich",      "sie",
    "sind",     "so",          "soll",         "sollen",     "sollte",   "some",      "such",
    "take",     "takes",       "tell",         "than",       "that",     "the",       "their",
    "them",     "then",        "there",        "these",      "they",     "this",      "those",
    "to",       "too",         "took",         "tun",        "uber",     "ueber",     "um",
    "und",      "under",       "uns",          "unser",      "unsere",   "unseren",   "unserer",
    "unter",    "unterschied", "unterschiede", "us",         "vom",      "von",       "vor",
    "wann",     "want",        "war",          "waren",      "warum",    "was",       "we",
    "weil",     "welche",      "welchem",      "welchen",    "welcher",  "welches",   "wenn",
    "went",     "wer",         "werde",        "werden",     "were",     "weshalb",   "what",
    "when",     "where",       "which",        "who",        "whom",     "whose",     "why",
    "wie",      "wieder",      "wieso",        "will",       "wir",      "wird",      "wirklich",
    "with",     "within",      "without",      "wo",         "wofuer",   "wofur",     "woher",
    "wohin",    "wollen",      "womit",        "would",      "wovon",    "wozu",      "wuerde",
    "wurde",    "wurden",      "you",          "your",       "zu",       "zum",       "zur",
    "zwischen"};

} // namespace

std::vector<Span> words(std::string_view text, Hyphens hyphens) {
    std::vector<Span> found;
    std::size_t chain_begin = 0, chain_words = 0;
    const auto end_chain = [&] {
        if (chain_words > 1 && hyphens == Hyphens::part_and_join)
            found.push_back({chain_begin, found.back().end});
        chain_words = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size()) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte < 0x80) {
                if (!is_ascii_word(byte)) break;
                ++at;
                continue;
            }
            const text::Decoded d = text::decode(text, at);
            if (!in_word(d)) break;
            at += d.bytes;
        }
        if (at > begin) {
            if (chain_words++ == 0) chain_begin = begin;
            found.push_back({begin, at});
            if (at < text.size() && text[at] == '-') {
                ++at;
                continue;
            }
        } else {
            at += text::decode(text, at).bytes;
        }
        end_chain();
    }
    end_chain();
    return found;
}

std::string fold(std::string_view word) { return fold_as(word, Umlaut::letter); }

std::string fold_digraph(std::string_view word) { return fold_as(word, Umlaut::digraph); }

bool is_function_word(std::string_view folded) {
    return std::binary_search(std::begin(function_words), std::end(function_words), folded);
}

Stemmer::Stemmer(std::string_view name) {
    if (name == "de") stemmer_.reset(sb_stemmer_new("german", "UTF_8"));
    if (name == "en") stemmer_.reset(sb_stemmer_new("english", "UTF_8"));
}

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

std::string Stemmer::stem(const std::string& folded) const {
    if (stemmer_ == nullptr) return folded;
    const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(folded.size()));
    if (stem == nullptr) return folded;
    const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
    return {reinterpret_cast<const char*>(stem), length};
}

std::string primary(std::string_view language) {
    return std::string(language.substr(0, language.find('-')));
}

} // namespace foyer::store
