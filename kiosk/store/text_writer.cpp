// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/text_writer.h"

#include "kiosk/store/block_kind.h"
#include "kiosk/store/inline_markup.h"

#include <algorithm>

namespace foyer::store {

TextWriter::TextWriter(Inserter& insert, const model::PackContent& content) : insert_(insert) {
    for (const auto& page : content.pages) pages_.insert(page.id);
    for (const auto& term : content.terms) terms_.insert(term.id);
}

Error TextWriter::unknown(const char* what, const std::string& id) const {
    return insert_.error(Errc::invalid, std::string("unknown ") + what + ": " + id);
}

Result<std::string> TextWriter::markup(const model::Inline& runs, int sources) const {
    for (const model::Run& run : runs) {
        if (!run.term.empty() && terms_.count(run.term) == 0) return unknown("term", run.term);
        if (!run.page.empty() && !knows_page(run.page)) return unknown("page", run.page);
        if (run.source > sources) return unknown("source", std::to_string(run.source));
    }
    Result<std::string> text = write_inline(runs);
    if (!text) return insert_.error(text.error().code, text.error().what);
    return text;
}

Result<void> TextWriter::check(const std::vector<model::Block>& blocks) const {
    if (over(blocks.size(), limits::step_blocks)) {
        return insert_.error(Errc::too_large, "too many paragraphs");
    }
    if (!std::all_of(blocks.begin(), blocks.end(),
                     [](const model::Block& block) { return holds_text_only(block.kind); })) {
        return insert_.error(Errc::invalid, "a table, figure, chart or code has no place here");
    }
    return {};
}

const char* TextWriter::kind_of(const model::Block& block) { return name_of(block.kind); }

} // namespace foyer::store
