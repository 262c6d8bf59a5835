// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/print/certificates.h"

#include <algorithm>

namespace foyer::print {

namespace {

constexpr auto centre = host::Align::centre;

/// One a line where there are few, so that the page has room for them.
void write_topics(Paper& paper, const model::Course& course) {
    constexpr std::size_t few = 8;
    std::string all;
    for (const model::CourseSection& section : course.sections) {
        all += (all.empty() ? "" : " \xC2\xB7 ") + section.title;
        if (course.sections.size() <= few) paper.text(section.title, host::Voice::body, centre);
    }
    if (course.sections.size() > few) paper.text(all, host::Voice::body, centre);
}

void write_one(Paper& paper, const model::Course& course, const std::string& town,
               const std::string& date) {
    const Words& words = paper.words();
    paper.add({host::DocumentSpace{6, true}});
    paper.text(town, host::Voice::lead, centre);
    paper.heading(1, words("print.certificate"), centre);
    paper.add({host::DocumentSpace{4, true}});
    paper.add({host::DocumentLines{{words("print.certificate_name")}, centre}});
    paper.add({host::DocumentSpace{6}});
    paper.text(date.empty() ? words("print.certificate_text")
                            : words("print.certificate_text_on", {{"date", words.date(date)}}),
               host::Voice::body, centre);
    paper.add({host::DocumentSpace{4}});
    paper.heading(2, course.card.title, centre);
    paper.text(words("print.minutes", {{"minutes", std::to_string(course.card.minutes)}}),
               host::Voice::quiet, centre);
    paper.add({host::DocumentSpace{6}});
    write_topics(paper, course);
    paper.add({host::DocumentSpace{4, true}});
    paper.add({host::DocumentLines{
        {words("print.certificate_place"), words("print.certificate_signature")}}});
}

} // namespace

host::Document certificates(const Edition& edition, const model::Course& course,
                            const std::string& town, const std::string& date, int count) {
    Paper paper(edition, edition.words("print.certificate"), course.card.language);
    paper.document().footer = {};
    paper.document().page_of = {};
    paper.document().author = town;
    if (!date.empty()) paper.document().date = date;
    for (int i = 0; i < std::clamp(count, 1, max_certificates); ++i) {
        if (i > 0) paper.add({host::DocumentPageBreak{}});
        write_one(paper, course, town, date);
    }
    return paper.take();
}

} // namespace foyer::print
