// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/hyphenation.h"

#include "content/packer/index.h"
#include "kiosk/base/text.h"

#include <glib.h>
#include <hyphen.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <utility>
#include <vector>

namespace foyer::packer {

namespace {

constexpr const char* german_file = "/usr/share/hyphen/hyph_de_DE.dic";
constexpr const char* english_file = "/usr/share/hyphen/hyph_en_US.dic";

/// Two letters may stay on the line, three must go to the next: "ab-stimmen", never "Schul-en".
constexpr int least_before = 2, least_after = 3;
/// Longer than any word; what is longer is no word.
constexpr std::size_t most_letters = 100;

struct Letters {
    std::vector<char32_t> codes;
    bool capital_inside = false, soft_hyphen_inside = false;
};

bool letter(char32_t code) {
    return code == 0xAD || g_unichar_isalpha(static_cast<gunichar>(code)) != 0;
}

Letters letters_of(std::string_view word) {
    Letters out;
    for (std::size_t at = 0; at < word.size();) {
        const text::Decoded d = text::decode(word, at);
        if (at > 0 && g_unichar_isupper(static_cast<gunichar>(d.code)) != 0) {
            out.capital_inside = true;
        }
        if (d.code == 0xAD) out.soft_hyphen_inside = true;
        out.codes.push_back(d.code);
        at += d.bytes;
    }
    return out;
}

/// Part of a web address, a path, a number with letters: signs between letters that no prose has.
bool technical(std::string_view token) {
    for (std::size_t at = 1; at + 1 < token.size(); ++at) {
        const bool joins = std::string_view("./@_:\\=&").find(token[at]) != std::string_view::npos;
        const auto next = static_cast<unsigned char>(token[at + 1]);
        if (joins && (g_ascii_isalnum(next) || next >= 0x80 || token[at + 1] == '/')) return true;
    }
    return token.find_first_of("0123456789") != std::string_view::npos;
}

} // namespace

struct Hyphenation::Patterns {
    const char* path;
    mutable HyphenDict* dictionary = nullptr; ///< loaded at the first word

    explicit Patterns(const char* file) : path(file) {}
    Patterns(const Patterns&) = delete;
    Patterns& operator=(const Patterns&) = delete;
    ~Patterns() {
        if (dictionary != nullptr) hnj_hyphen_free(dictionary);
    }

    bool there() const { return std::ifstream(path).good(); }

    /// For each letter whether the word may be divided behind it.
    std::vector<bool> divisions(const std::vector<char32_t>& codes) const {
        std::vector<bool> out(codes.size(), false);
        if (dictionary == nullptr) dictionary = hnj_hyphen_load(path);
        if (dictionary == nullptr) return out;
        const bool utf8 = dictionary->utf8 != 0;
        std::string word;
        for (const char32_t code : codes) {
            const char32_t lower = g_unichar_tolower(static_cast<gunichar>(code));
            if (utf8) {
                text::append(word, lower);
            } else if (lower < 0x100) {
                word += static_cast<char>(lower); // ISO 8859-1
            } else {
                return out;
            }
        }
        std::vector<char> marks(word.size() + 5);
        char** replacement = nullptr;
        int *position = nullptr, *cut = nullptr;
        const int failed = hnj_hyphen_hyphenate3(
            dictionary, word.c_str(), static_cast<int>(word.size()), marks.data(), nullptr,
            &replacement, &position, &cut, least_before, least_after, least_before, least_after);
        for (std::size_t i = 0; failed == 0 && i + 1 < codes.size(); ++i) {
            const bool changes_letters = replacement != nullptr && replacement[i] != nullptr;
            out[i] = (marks[i] & 1) != 0 && !changes_letters &&
                     i + 1 >= static_cast<std::size_t>(least_before) &&
                     codes.size() - i - 1 >= static_cast<std::size_t>(least_after);
        }
        release(replacement, codes.size());
        std::free(position);
        std::free(cut);
        return out;
    }

    static void release(char** replacement, std::size_t count) {
        for (std::size_t i = 0; replacement != nullptr && i < count; ++i) std::free(replacement[i]);
        std::free(replacement);
    }

    void add(std::string& out, std::string_view word) const {
        const Letters letters = letters_of(word);
        const bool plain = !letters.capital_inside && !letters.soft_hyphen_inside;
        if (!plain || letters.codes.size() < least_letters_to_divide ||
            letters.codes.size() > most_letters) {
            out += word;
            return;
        }
        const std::vector<bool> divided = divisions(letters.codes);
        std::size_t since = 0; // "dau-e-r-haft" becomes "dau-er-haft": no syllable of one letter
        for (std::size_t i = 0; i < letters.codes.size(); ++i) {
            text::append(out, letters.codes[i]);
            if (++since < 2 || !divided[i]) continue;
            out += text::soft_hyphen;
            since = 0;
        }
    }

    /// A token is what stands between blanks: perhaps several words with hyphens and signs.
    void add_token(std::string& out, std::string_view token) const {
        if (technical(token)) {
            out += token;
            return;
        }
        for (std::size_t at = 0; at < token.size();) {
            std::size_t end = at;
            while (end < token.size()) {
                const text::Decoded d = text::decode(token, end);
                if (!letter(d.code)) break;
                end += d.bytes;
            }
            add(out, token.substr(at, end - at));
            if (end < token.size()) {
                const std::size_t sign = text::decode(token, end).bytes;
                out += token.substr(end, sign);
                end += sign;
            }
            at = end;
        }
    }
};

Hyphenation::Hyphenation(std::unique_ptr<Patterns> german, std::unique_ptr<Patterns> english)
    : german_(std::move(german)), english_(std::move(english)) {}
Hyphenation::Hyphenation(Hyphenation&&) noexcept = default;
Hyphenation& Hyphenation::operator=(Hyphenation&&) noexcept = default;
Hyphenation::~Hyphenation() = default;

Result<Hyphenation> Hyphenation::load() {
    auto german = std::make_unique<Patterns>(german_file);
    auto english = std::make_unique<Patterns>(english_file);
    if (!german->there()) {
        return {Errc::not_found, std::string(german_file) + " is missing (Debian: hyphen-de)"};
    }
    if (!english->there()) {
        return {Errc::not_found, std::string(english_file) + " is missing (Debian: hyphen-en-us)"};
    }
    return Hyphenation(std::move(german), std::move(english));
}

std::string Hyphenation::with_soft_hyphens(std::string_view text, std::string_view language) const {
    const bool german = language == "de" || language.starts_with("de-");
    const bool english = language == "en" || language.starts_with("en-");
    if (is_simple(language) || (!german && !english)) return std::string(text);
    const Patterns& patterns = german ? *german_ : *english_;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        patterns.add_token(out, text.substr(at, end - at));
        if (end < text.size()) out += text[end];
        at = end + 1;
    }
    return out;
}

} // namespace foyer::packer
