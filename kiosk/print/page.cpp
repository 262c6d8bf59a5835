// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/print/page.h"

#include "kiosk/model/take_along.h"
#include "kiosk/print/case_facts.h"
#include "kiosk/print/qr.h"

namespace foyer::print {

namespace {

/// Under the title: topic and date.
std::string about(const Edition& edition, const model::Page& page) {
    std::string out;
    for (const model::Topic& topic : edition.pack.topics)
        if (topic.id == page.card.topic) out = topic.title + " · ";
    const Words& words = edition.words;
    return out + words("page.updated", {{"date", words.date(page.updated)}});
}

void write_checked(Paper& paper, const model::Page& page) {
    if (!page.card.language.ends_with("-simple")) return;
    const Words& words = paper.words();
    paper.text(page.checked_by.empty() ? words("page.unchecked")
                                       : words("page.checked", {{"name", page.checked_by}}),
               host::Voice::quiet);
}

void write_code(Paper& paper, const Edition& edition, const model::Page& page) {
    const Words& words = paper.words();
    const model::TakeAlong take = model::take_along(edition.pack, page);
    if (take.text.empty()) return;
    host::RichText text{words("take.sources")};
    if (take.is_address) {
        text.text = words("take.address") + "\n";
        append_address(text, take.text);
    } else if (take.left_out > 0) {
        text.text = words("take.some_sources", {{"count", std::to_string(take.left_out)}});
    }
    if (auto code = qr_code(take.text, std::move(text))) paper.add({std::move(*code)});
}

} // namespace

host::Document page_document(const Edition& edition, const model::Page& page) {
    Paper paper(edition, page.card.title, page.card.language);
    paper.document().date = page.updated;
    paper.document().footer =
        paper.document().title + " · " +
        edition.words("page.updated", {{"date", edition.words.date(page.updated)}});
    paper.number_as(page.sources);
    paper.heading(1, page.card.title);
    paper.text(about(edition, page), host::Voice::quiet);
    write_checked(paper, page);
    paper.text(page.summary, host::Voice::lead);
    if (page.facts) write_case_facts(paper, *page.facts, page.sources);
    paper.blocks(page.body, page.sources);
    paper.sources();
    write_code(paper, edition, page);
    paper.imprint();
    return paper.take();
}

} // namespace foyer::print
