// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/print/tour.h"

namespace foyer::print {

namespace {

void write_step(Paper& paper, const model::TourStep& step, std::size_t number) {
    paper.heading(2, std::to_string(number) + "\xC2\xA0\xC2\xA0" + step.title);
    if (step.show == model::TourShow::map)
        paper.text(paper.words()("print.tour_map"), host::Voice::quiet);
    // A step's own headings are below that of the step.
    paper.blocks(step.body, step.sources, 3);
}

} // namespace

host::Document tour_document(const Edition& edition, const model::Tour& tour) {
    const Words& words = edition.words;
    Paper paper(edition, tour.card.title, tour.card.language);
    paper.heading(1, tour.card.title);
    paper.text(words("print.minutes", {{"minutes", std::to_string(tour.card.minutes)}}) + " · " +
                   words("print.steps", {{"steps", std::to_string(tour.steps.size())}}),
               host::Voice::quiet);
    paper.text(tour.card.summary, host::Voice::lead);
    for (std::size_t i = 0; i < tour.steps.size(); ++i) write_step(paper, tour.steps[i], i + 1);
    paper.sources();
    paper.imprint();
    return paper.take();
}

} // namespace foyer::print
