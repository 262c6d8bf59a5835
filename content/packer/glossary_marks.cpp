// SPDX-License-Identifier: EUPL-1.2
#include "content/packer/glossary_marks.h"

#include "content/packer/index.h"
#include "kiosk/base/text.h"

#include <glib.h>

#include <algorithm>
#include <utility>

namespace foyer::packer {

namespace {

bool part_of_a_word(char32_t code) {
    return code == '-' || code == 0xAD || g_unichar_isalnum(static_cast<gunichar>(code)) != 0;
}

std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const text::Decoded d = text::decode(text, at);
        if (!part_of_a_word(d.code)) break;
        at += d.bytes;
    }
    return at;
}

/// "GNU/Linux.ch" is a name of its own: no word of it is marked.
bool inside_a_name(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::string_view joints = "./@_";
    const auto joint = [&](std::size_t at) {
        return joints.find(text[at]) != std::string_view::npos;
    };
    const bool before = begin > 0 && joint(begin - 1);
    const bool after =
        end + 1 < text.size() && joint(end) && part_of_a_word(text::decode(text, end + 1).code);
    return before || after;
}

/// The word with a small first letter: a sentence begins with a capital, the glossary does not.
std::string key(std::string_view word) {
    if (word.empty()) return {};
    const text::Decoded first = text::decode(word, 0);
    std::string out;
    text::append(out, g_unichar_tolower(static_cast<gunichar>(first.code)));
    return out.append(word.substr(first.bytes));
}

const model::TermContent::Text* text_for(const model::TermContent& term,
                                         const std::string& language) {
    if (const auto own = term.texts.find(language); own != term.texts.end()) return &own->second;
    if (!is_simple(language)) return nullptr;
    const auto base = term.texts.find(language.substr(0, language.rfind('-')));
    return base == term.texts.end() ? nullptr : &base->second;
}

} // namespace

GlossaryMarks::GlossaryMarks(const std::vector<model::TermContent>& terms,
                             const std::string& language) {
    const auto add = [this](const std::string& text, const std::string& term) {
        if (!text.empty()) forms_[key(text.substr(0, word_end(text, 0)))].push_back({text, term});
    };
    for (const model::TermContent& term : terms) {
        const model::TermContent::Text* text = text_for(term, language);
        if (text == nullptr) continue;
        add(text->term, term.id);
        for (const std::string& form : text->forms) add(form, term.id);
    }
    for (auto& [first_word, forms] : forms_) {
        std::stable_sort(forms.begin(), forms.end(), [](const Form& a, const Form& b) {
            return a.text.size() > b.text.size();
        });
    }
}

GlossaryMarks::Match GlossaryMarks::match(std::string_view text, std::size_t at,
                                          const std::set<std::string>& marked) const {
    const std::size_t end = word_end(text, at);
    const auto found = forms_.find(key(text.substr(at, end - at)));
    if (found == forms_.end()) return {};
    for (const Form& form : found->second) {
        const std::string_view here = text.substr(at, form.text.size());
        const std::size_t after = at + here.size();
        if (key(here) != key(form.text) || word_end(text, after) != after) continue;
        if (inside_a_name(text, at, after)) continue;
        // A longer form hides a shorter one even where it has been marked before.
        return marked.count(form.term) > 0 ? Match{here.size(), nullptr}
                                           : Match{here.size(), &form};
    }
    return {};
}

void GlossaryMarks::mark(model::Inline& runs, std::set<std::string>& marked) const {
    model::Inline out;
    for (model::Run& run : runs) {
        const bool fixed = run.code || run.source > 0 || !run.page.empty() || !run.term.empty();
        std::size_t done = 0;
        for (std::size_t at = 0; !fixed && at < run.text.size();) {
            const text::Decoded d = text::decode(run.text, at);
            if (!part_of_a_word(d.code)) {
                at += d.bytes;
                continue;
            }
            const Match found = match(run.text, at, marked);
            const std::size_t end = found.bytes > 0 ? at + found.bytes : word_end(run.text, at);
            if (found.form != nullptr) {
                model::Run piece = run;
                piece.text = run.text.substr(done, at - done);
                if (!piece.text.empty()) out.push_back(piece);
                piece.text = run.text.substr(at, found.bytes);
                piece.term = found.form->term;
                out.push_back(std::move(piece));
                marked.insert(found.form->term);
                done = end;
            }
            at = end;
        }
        run.text.erase(0, done);
        if (!run.text.empty()) out.push_back(std::move(run));
    }
    runs = std::move(out);
}

void GlossaryMarks::mark(std::vector<model::Block>& body) const {
    std::set<std::string> marked;
    const auto note = [&](const model::Inline& runs) {
        for (const model::Run& run : runs) {
            if (!run.term.empty()) marked.insert(run.term);
        }
    };
    for (const model::Block& block : body) {
        note(block.text);
        for (const auto& row : block.rows) std::for_each(row.begin(), row.end(), note);
    }
    for (model::Block& block : body) {
        if (block.kind == model::BlockKind::heading) continue;
        mark(block.text, marked);
        for (auto& row : block.rows) {
            for (model::Inline& cell : row) mark(cell, marked);
        }
    }
}

} // namespace foyer::packer
