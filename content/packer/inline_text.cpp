// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/inline_text.h"

#include "content/packer/sentences.h"
#include "content/packer/simple_language.h"
#include "content/packer/suggest.h"
#include "kiosk/base/text.h"

#include <algorithm>

namespace foyer::packer {

namespace {

constexpr std::string_view opening = "[@";

/// Puts the source's number behind the word before it, without a gap where a line could break.
void cite(model::Inline& runs, int number) {
    while (!runs.empty() && runs.back().source == 0) {
        std::string& before = runs.back().text;
        while (!before.empty() && before.back() == ' ') before.pop_back();
        if (!before.empty()) break;
        runs.pop_back();
    }
    if (!runs.empty() && runs.back().source > 0) {
        model::Run gap;
        gap.text = text::no_break_space;
        runs.push_back(std::move(gap));
    }
    model::Run run;
    run.text = std::to_string(number);
    run.source = number;
    runs.push_back(std::move(run));
}

class Citations {
  public:
    Citations(const PageScope& scope, std::set<int>& cited, Checking& checking)
        : scope_(scope), cited_(cited), checking_(checking) {}

    /// `inner` is what stands between the brackets, `offset` its place in the file.
    void add(std::string_view inner, std::size_t offset, model::Inline& runs) {
        for (const std::string_view part : text::split(inner, ';')) {
            const std::string_view id = text::trim(part);
            const std::size_t at = offset + static_cast<std::size_t>(part.data() - inner.data());
            if (!id.starts_with('@') || !is_id(id.substr(1))) {
                report(at, "a citation is written [@source] or [@one; @two]");
            } else if (const auto found = scope_.numbers.find(std::string(id.substr(1)));
                       found != scope_.numbers.end()) {
                cited_.insert(found->second);
                cite(runs, found->second);
            } else {
                unknown(at, std::string(id.substr(1)));
            }
        }
    }

    void report(std::size_t offset, std::string message) {
        checking_.problems.error(scope_.source.file(), scope_.source.position(offset),
                                 std::move(message));
    }

  private:
    void unknown(std::size_t at, const std::string& id) {
        if (scope_.holds == Holds::text) return report(at, "this text cannot cite a source");
        if (checking_.index.sources.count(id) > 0) {
            report(at, "the source " + quoted(id) + " is cited but not listed under \"sources\"");
            return;
        }
        std::set<std::string> own;
        for (const auto& [name, number] : scope_.numbers) own.insert(name);
        report(at, "unknown source " + quoted(id) + suggestion(id, own));
    }

    const PageScope& scope_;
    std::set<int>& cited_;
    Checking& checking_;
};

bool same_style(const model::Run& a, const model::Run& b) {
    return a.bold == b.bold && a.italic == b.italic && a.code == b.code && a.term == b.term &&
           a.page == b.page;
}

void trim(model::Inline& runs) {
    while (!runs.empty()) {
        std::string& first = runs.front().text;
        first.erase(0, std::min(first.find_first_not_of(" \n"), first.size()));
        if (!first.empty()) break;
        runs.erase(runs.begin());
    }
    while (!runs.empty()) {
        std::string& last = runs.back().text;
        last.erase(last.find_last_not_of(" \n") + 1);
        if (!last.empty()) break;
        runs.pop_back();
    }
}

/// The longest stretch of one style from piece `first` on.
Pieces stretch(const std::vector<Piece>& all, std::size_t first) {
    Pieces out;
    for (std::size_t i = first; i < all.size() && same_style(all[i].style, all[first].style); ++i) {
        out.add(all[i]);
    }
    return out;
}

void add_run(model::Inline& runs, const model::Run& style, std::string_view text) {
    if (text.empty()) return;
    runs.push_back(style);
    runs.back().text = text;
}

} // namespace

void Pieces::add(Piece piece) {
    if (piece.text.empty()) return;
    piece.begin = bytes();
    pieces_.push_back(std::move(piece));
}

std::size_t Pieces::bytes() const {
    return pieces_.empty() ? 0 : pieces_.back().begin + pieces_.back().text.size();
}

bool Pieces::blank() const {
    return std::all_of(pieces_.begin(), pieces_.end(), [](const Piece& piece) {
        return piece.text.find_first_not_of(std::string{' ', '\n', soft_break}) ==
               std::string::npos;
    });
}

std::string Pieces::text() const {
    std::string out;
    for (const Piece& piece : pieces_) out += piece.text;
    return out;
}

std::size_t Pieces::offset(std::size_t at) const {
    if (pieces_.empty()) return 0;
    const auto after =
        std::upper_bound(pieces_.begin() + 1, pieces_.end(), at,
                         [](std::size_t byte, const Piece& piece) { return byte < piece.begin; });
    const Piece& piece = *(after - 1);
    return piece.offset + at - piece.begin;
}

void Pieces::settle_breaks(std::string_view language) {
    const bool simple = is_simple(language);
    std::string before;
    for (Piece& piece : pieces_) {
        for (char& c : piece.text) {
            if (c == soft_break) c = simple && ends_a_line(before) ? '\n' : ' ';
            before += c;
            if (before.size() > 64) before.erase(0, 32); // the last signs are enough
        }
    }
    if (!simple) return;
    const std::string whole = text();
    std::vector<std::size_t> begins;
    for (const Sentence& sentence : sentences(whole)) begins.push_back(sentence.begin);
    std::size_t at = 0, next = 1;
    for (Piece& piece : pieces_) {
        for (char& c : piece.text) {
            if (next < begins.size() && at + 1 == begins[next]) {
                if (c == ' ') c = '\n';
                ++next;
            }
            ++at;
        }
    }
}

model::Inline to_runs(const Pieces& pieces, const PageScope& scope, std::set<int>& cited,
                      Checking& checking) {
    model::Inline runs;
    Citations citations(scope, cited, checking);
    const std::vector<Piece>& all = pieces.all();
    for (std::size_t first = 0; first < all.size();) {
        const Pieces one = stretch(all, first);
        const std::string text = one.text();
        const model::Run& style = all[first].style;
        std::size_t done = 0;
        for (std::size_t at = style.code ? std::string::npos : text.find(opening);
             at != std::string::npos; at = text.find(opening, done)) {
            const std::size_t close = text.find(']', at);
            if (close == std::string::npos) {
                citations.report(one.offset(at), "this citation is not closed by ]");
                break;
            }
            add_run(runs, style, std::string_view(text).substr(done, at - done));
            citations.add(std::string_view(text).substr(at + 1, close - at - 1), one.offset(at + 1),
                          runs);
            done = close + 1;
        }
        add_run(runs, style, std::string_view(text).substr(done));
        first += one.all().size();
    }
    trim(runs);
    return runs;
}

void check_sentences(std::string_view text, const Pieces& pieces, const PageScope& scope,
                     Checking& checking) {
    for (const LongSentence& sentence : long_sentences(text)) {
        checking.problems.warning(
            scope.source.file(), scope.source.position(pieces.offset(sentence.begin)),
            "this sentence of Leichte Sprache has " + std::to_string(sentence.words) +
                " words; at most " + std::to_string(max_simple_words) + " are easy to read");
    }
}

} // namespace foyer::packer
