// SPDX-License-Identifier: EUPL-1.2
// A page's text from a stranger: parsed, checked, marked and set, as a build does it. Two
// languages: one that is hyphenated by English rules, one that is split into lines.
#include "content/packer/glossary_marks.h"
#include "content/packer/html_text.h"
#include "content/packer/markdown.h"
#include "content/packer/typography.h"
#include "kiosk/base/text.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace foyer;

namespace {

const packer::Fonts& fonts() {
    static const packer::Fonts loaded = [] {
        Result<packer::Fonts> found = packer::Fonts::load(FONTS_CONF);
        if (!found) std::abort();
        return std::move(*found);
    }();
    return loaded;
}

const std::vector<model::TermContent>& terms() {
    static const std::vector<model::TermContent> all = [] {
        model::TermContent term;
        term.id = "quellcode";
        term.texts["de"] = {"Quellcode", "…", {"offener Quellcode"}};
        term.texts["en"] = {"source code", "…", {}};
        return std::vector<model::TermContent>{term};
    }();
    return all;
}

void try_language(const packer::SourceText& source, const char* language) {
    packer::Problems problems;
    packer::Checking checking{problems, fonts(), {}, {}};
    checking.index.pages = {"first", "page"};
    checking.index.terms = {"quellcode"};
    checking.index.sources = {"one", "two"};
    const packer::PageScope scope{source, 0, "page", language, "Title", {{"one", 1}, {"two", 2}}};
    packer::Markdown markdown = packer::parse_markdown(scope, checking);
    packer::GlossaryMarks(terms(), language).mark(markdown.blocks);
    for (const model::Block& block : markdown.blocks) {
        for (const model::Run& run : block.text) {
            const std::string set = packer::with_no_break_spaces(run.text, language);
            if (text::first_invalid(set) != std::string::npos) std::abort();
        }
    }
    const packer::Words words;
    (void)packer::html(markdown.blocks, words, "media/");
    for (const packer::Problem& problem : problems.sorted()) (void)packer::to_string(problem);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const packer::SourceText source("x.md", std::string(reinterpret_cast<const char*>(data), size));
    packer::Problems problems;
    if (!packer::check_encoding(source, problems)) return 0;
    try_language(source, "en");
    try_language(source, "de-simple");
    return 0;
}
