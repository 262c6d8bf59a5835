// SPDX-License-Identifier: EUPL-1.2
// A page file from a stranger, up to where its Markdown begins: front matter found, parsed, and its
// keys asked for, and Markdown in the values of keys.
#include "content/packer/case_facts.h"
#include "content/packer/charts.h"
#include "content/packer/front_matter.h"
#include "content/packer/marked_text.h"
#include "content/packer/numbers.h"

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

void ask(const packer::TomlValue& table, const packer::SourceText& source,
         packer::Problems& problems) {
    using packer::Need;
    packer::Checking checking{problems, fonts(), {}, {}};
    packer::Fields fields(table, source, checking, "the front matter");
    packer::PageSources sources;
    sources.numbers = {{"one", 1}};
    model::PageText text;
    (void)fields.text("title", Need::needed, 90);
    (void)fields.choice("kind", Need::needed, {"case", "explainer"});
    (void)fields.date("updated", Need::needed);
    (void)fields.words("sources", Need::needed);
    (void)fields.texts("keywords");
    (void)packer::marked_text("de", fields, "notes", Need::optional, &sources.numbers);
    (void)packer::marked_text("de-simple", fields, "exercise", Need::optional, nullptr);
    const packer::FactSheet proof;
    const auto charts = packer::read_charts(fields, sources, proof);
    packer::ChartTexts words(fields, "de-simple", charts);
    model::Chart chart;
    for (const auto& [id, data] : charts) words.complete(chart, {0, id, {}}, fields);
    words.report_unused(fields);
    (void)packer::read_case_facts(fields, sources, proof);
    packer::read_case_texts(fields, "de-simple", sources, proof, text);
    for (const std::string& shown : {text.place, text.title}) (void)packer::numbers_in(shown);
    (void)fields.remaining_tables();
    fields.finish();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const packer::SourceText source("x.md", std::string(reinterpret_cast<const char*>(data), size));
    packer::Problems problems;
    if (!packer::check_encoding(source, problems)) return 0;
    const auto front = packer::read_front_matter(source, problems);
    if (front) ask(front->table, source, problems);
    for (const packer::Problem& problem : problems.sorted()) (void)packer::to_string(problem);
    return 0;
}
