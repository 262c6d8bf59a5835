// SPDX-License-Identifier: EUPL-1.2
// The risk: a sheet tells something else than the screen: another number at a source, the right
// answer before the question, the presenter's notes, or a name that nobody may keep.
#include "kiosk/print/certificates.h"
#include "kiosk/print/class_summary.h"
#include "kiosk/print/course.h"
#include "kiosk/print/page.h"
#include "kiosk/print/tour.h"
#include "platform/pdf/pdf_printer.h"
#include "tests/print/pdf_file.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace foyer;
using namespace foyer::host;

namespace {

/// Shows the keys, and what was filled in.
class KeyWords final : public print::Words {
  public:
    std::string word(std::string_view key) const override {
        if (key == "print.summary_right") return "{option} (right)";
        if (key == "print.summary_share") return "{right} of {all}";
        if (key == "print.summary_people") return "{people} people";
        return std::string(key);
    }
    std::string date(std::string_view iso) const override { return "<" + std::string(iso) + ">"; }
    std::string number(long value) const override { return std::to_string(value); }
};

const KeyWords words;
const model::Catalogue pack{.id = "p",
                            .version = "7",
                            .date = "2026-11-23",
                            .title = "Pack",
                            .publisher = "Stadt",
                            .base_url = {},
                            .languages = {},
                            .topics = {},
                            .fresh = {}};
const print::Edition edition{words, pack};

std::string text_of(const DocumentPart& part) {
    std::string out;
    if (const auto* one = std::get_if<DocumentHeading>(&part.is)) out = one->text.text;
    if (const auto* one = std::get_if<DocumentText>(&part.is)) out = one->text.text;
    if (const auto* one = std::get_if<DocumentItem>(&part.is)) out = one->mark + one->text.text;
    if (const auto* one = std::get_if<DocumentBars>(&part.is)) {
        out = one->title;
        for (const DocumentBar& bar : one->bars) out += "|" + bar.label + "=" + bar.shown;
        out += "|" + one->note.text;
    }
    if (const auto* one = std::get_if<DocumentTable>(&part.is))
        for (const auto& row : one->rows)
            for (const RichText& cell : row) out += "|" + cell.text;
    if (const auto* one = std::get_if<DocumentLines>(&part.is))
        for (const std::string& label : one->labels) out += "_" + label;
    if (std::holds_alternative<DocumentPageBreak>(part.is)) out = "====";
    return out;
}

std::string text_of(const Document& document) {
    std::string out;
    for (const DocumentPart& part : document.parts) out += text_of(part) + "\n";
    return out;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

model::Source source(const std::string& id) {
    return {.id = id,
            .title = "Title " + id,
            .publisher = "Press",
            .date = "2020",
            .url = "https://example.org/" + id,
            .language = "de",
            .reliability = 'B'};
}

model::Block paragraph(model::Inline runs) {
    model::Block out;
    out.text = std::move(runs);
    return out;
}

model::Run cite(int number) {
    model::Run out;
    out.text = std::to_string(number);
    out.source = number;
    return out;
}

model::Page page() {
    model::Page out;
    out.card.page = "first";
    out.card.language = "de";
    out.card.title = "Ti\xC2\xADtel";
    out.summary = "Summary.";
    out.updated = "2026-11-01";
    out.sources = {source("a"), source("b")};
    out.body = {paragraph({{.text = "One"}, cite(2), {.text = " "}, cite(1), {.text = "."}})};
    return out;
}

model::QuizQuestion question(const std::string& id, int answer) {
    model::QuizQuestion out;
    out.id = id;
    out.text = "Question " + id + "?";
    out.options = {"red", "green", "blue"};
    out.answer = answer;
    out.explanation = "Because " + id + ".";
    out.sources = {source("s-" + id)};
    return out;
}

model::Course course() {
    model::Course out;
    out.card = {"c", "de", "Course", "For all", 30, 2, 2};
    out.goals = {"Know"};
    out.sections.resize(2);
    out.sections[0].title = "Part one";
    out.sections[0].minutes = 10;
    out.sections[0].questions = {question("q1", 1)};
    out.sections[1].title = "Part two";
    out.sections[1].minutes = 20;
    out.sections[1].exercise = {paragraph({{.text = "Do it."}})};
    out.sections[1].exercise_minutes = 5;
    out.sections[1].questions = {question("q2", 2)};
    return out;
}

} // namespace

TEST_CASE("the sources of a page have the numbers they have on the screen") {
    const Document document = print::page_document(edition, page());
    const std::string text = text_of(document);
    REQUIRE(has(text, "One\xE2\x81\xA0"
                      "2,\xE2\x81\xA0"
                      "1."));
    REQUIRE(text.find("1.Title a") < text.find("2.Title b"));
    REQUIRE(text.find("2.Title b") != std::string::npos);
}

TEST_CASE("the address of a source is there and leads there") {
    const Document document = print::page_document(edition, page());
    std::vector<std::string> addresses;
    for (const DocumentPart& part : document.parts)
        if (const auto* item = std::get_if<DocumentItem>(&part.is))
            for (const LinkSpan& link : item->text.links) addresses.push_back(link.address);
    REQUIRE(addresses ==
            std::vector<std::string>{"https://example.org/a", "https://example.org/b"});
}

TEST_CASE("a page says its date, and its title without soft hyphens names the file") {
    const Document document = print::page_document(edition, page());
    REQUIRE(document.title == "Titel");
    REQUIRE(document.date == "2026-11-01");
    REQUIRE(document.language == "de");
}

TEST_CASE("a page is taken along with the code that the screen shows") {
    const Document document = print::page_document(edition, page());
    const bool code =
        std::any_of(document.parts.begin(), document.parts.end(), [](const auto& one) {
            return std::holds_alternative<DocumentCodeSquare>(one.is);
        });
    REQUIRE(code);
}

TEST_CASE("a figure without bytes keeps its words") {
    model::Page with = page();
    model::Block figure;
    figure.kind = model::BlockKind::figure;
    figure.figure.alt = "Three circles";
    with.body = {figure};
    const Document document = print::page_document(edition, with);
    const auto found =
        std::find_if(document.parts.begin(), document.parts.end(), [](const auto& one) {
            return std::holds_alternative<DocumentFigure>(one.is);
        });
    REQUIRE(found != document.parts.end());
    REQUIRE(std::get<DocumentFigure>(found->is).alt == "Three circles");
}

TEST_CASE("a handout of a tour has its steps, one list of sources, and no notes") {
    model::Tour tour;
    tour.card = {"t", "de", "Tour", "Summary", 2, 20};
    tour.steps.resize(2);
    tour.steps[0].title = "Step one";
    tour.steps[0].sources = {source("n"), source("a")};
    tour.steps[0].notes = {paragraph({{.text = "Secret"}, cite(1)})};
    tour.steps[0].body = {paragraph({{.text = "A"}, cite(2)})};
    tour.steps[1].title = "Step two";
    tour.steps[1].sources = {source("b"), source("a")};
    tour.steps[1].body = {paragraph({{.text = "B"}, cite(1), {.text = "and"}, cite(2)})};
    const std::string text = text_of(print::tour_document(edition, tour));
    REQUIRE(has(text, "A\xE2\x81\xA0"
                      "1\n"));
    REQUIRE(has(text, "B\xE2\x81\xA0"
                      "2and\xE2\x81\xA0"
                      "1\n"));
    REQUIRE(has(text, "1.Title a"));
    REQUIRE(has(text, "2.Title b"));
    REQUIRE_FALSE(has(text, "Secret"));
    REQUIRE_FALSE(has(text, "Title n"));
}

TEST_CASE("a course tells what is right on a sheet of its own, behind all questions") {
    const std::string text = text_of(print::course_document(edition, course()));
    const std::size_t sheet = text.find("====");
    REQUIRE(sheet != std::string::npos);
    const std::string before = text.substr(0, sheet), behind = text.substr(sheet);
    REQUIRE(has(before, "1.Question q1?"));
    REQUIRE(has(before, "b)green"));
    REQUIRE(has(before, "2.Question q2?"));
    REQUIRE_FALSE(has(before, "Because"));
    REQUIRE(has(behind, "1.b) green\nBecause q1."));
    REQUIRE(has(behind, "2.c) blue\nBecause q2."));
    REQUIRE(has(behind, "Title s-q1"));
}

TEST_CASE("a question and its options stay on one page") {
    const Document document = print::course_document(edition, course());
    for (std::size_t i = 0; i < document.parts.size(); ++i) {
        if (text_of(document.parts[i]) != "1.Question q1?") continue;
        REQUIRE(document.parts[i].with_next);
        REQUIRE(document.parts[i + 1].with_next);
        REQUIRE(document.parts[i + 2].with_next);
        REQUIRE_FALSE(document.parts[i + 3].with_next);
    }
}

TEST_CASE("the plan of a course adds up its minutes") {
    const std::string text = text_of(print::course_document(edition, course()));
    REQUIRE(has(text, "|1|Part one|10|2|Part two|20||print.plan_all|30"));
}

TEST_CASE("certificates have a line for the name, one page each, and no page numbers") {
    const Document document =
        print::certificates(edition, course(), "Musterstadt", "2026-11-20", 3);
    const std::string text = text_of(document);
    std::size_t pages = 1;
    for (std::size_t at = 0; (at = text.find("====", at)) != std::string::npos; ++at) ++pages;
    REQUIRE(pages == 3);
    REQUIRE(has(text, "_print.certificate_name"));
    REQUIRE(has(text, "Musterstadt"));
    REQUIRE(has(text, "Course"));
    REQUIRE(has(text, "Part two"));
    REQUIRE(has(text, "_print.certificate_place_print.certificate_signature"));
    REQUIRE(document.page_of.empty());
    REQUIRE(document.date == "2026-11-20");
}

TEST_CASE("a certificate is one page, however long its course is") {
    model::Course both = course();
    both.sections.resize(30);
    for (model::CourseSection& section : both.sections) section.title = "A topic of this course";
    both.card.title = "A course with a title that is longer than a line of the page can be";
    const auto layouter = platform::PangoLayouter::create(FONTS_CONF).value();
    platform::PdfPrinter printer(*layouter);
    for (const model::Course& one : {course(), both}) {
        const Document document = print::certificates(edition, one, "Musterstadt", {}, 4);
        REQUIRE(test::PdfFile(printer.pdf(document).value()).pages() == 4);
    }
}

TEST_CASE("a summary counts answers and says in words which is right") {
    model::ClassRecord record;
    record.date = "2026-11-20";
    record.people = 14;
    record.answers = {{"q1", {2, 11, 1}}};
    const std::string text =
        text_of(print::class_summary(edition, course(), record, "Musterstadt"));
    REQUIRE(has(text, "Musterstadt \xC2\xB7 <2026-11-20> \xC2\xB7 14 people"));
    REQUIRE(has(text, "1. Question q1?|a) red=2|b) green (right)=11|c) blue=1|11 of 14"));
    REQUIRE(has(text, "2. Question q2?\nprint.summary_none"));
}

TEST_CASE("a record that does not fit the course is no harm") {
    model::ClassRecord record;
    record.answers = {{"q1", {}}, {"gone", {1}}, {"q2", {1, 2, 3, 4, 5}}};
    const std::string text = text_of(print::class_summary(edition, course(), record, ""));
    REQUIRE(has(text, "b) green (right)=0"));
    REQUIRE(has(text, "c) blue (right)=3|3 of 6"));
}
