// SPDX-License-Identifier: EUPL-1.2
// A tour with each kind of step, a course of two sections and six questions.
#include "tests/store/blocks.h"

namespace foyer::test {

namespace {

using namespace model;

Block paragraph(std::string text) {
    return block(BlockKind::paragraph, {plain_run(std::move(text))});
}

TourStepContent step(TourShow show, std::string page, std::string title) {
    TourStepContent out;
    out.show = show;
    out.page = std::move(page);
    out.seconds = 45;
    out.texts["de"].title = std::move(title);
    return out;
}

TourStepContent opening() {
    TourStepContent out = step(TourShow::slide, "", "Drei Fragen");
    out.seconds = 90;
    out.sources = {"gnu", "kgst"};
    TourStepContent::Text& de = out.texts["de"];
    de.slide = {block(BlockKind::item,
                      {plain_run("Wem gehört der "), term("Quell\u00ADcode", "quellcode"),
                       plain_run("?"), source(2)},
                      1),
                block(BlockKind::item, {bold("Wer"), plain_run(" darf ihn ändern?")}, 1)};
    de.notes = {
        block(BlockKind::paragraph, {plain_run("Das GNU-Projekt sagt es so"), source(1),
                                     plain_run(", die KGSt so"), source(2), plain_run(".")}),
        block(BlockKind::key_point, {plain_run("Mehr bei "), page_link("Dortmund", "dortmund")})};
    return out;
}

/// The blocks are those of souveraenitaet in sample.cpp.
TourContent tour() {
    TourContent out;
    out.id = "rundgang";
    out.texts["de"] = {"Ein Rund\u00ADgang", "Für alle, in fünf Minuten."};
    out.steps = {opening(),
                 step(TourShow::page, "souveraenitaet", "Digitale Souve\u00ADränität"),
                 step(TourShow::section, "souveraenitaet", "Warum <das> zählt & wie"),
                 step(TourShow::figure, "souveraenitaet", "Die Waage"),
                 step(TourShow::chart, "souveraenitaet", "Digitale Souve\u00ADränität"),
                 step(TourShow::map, "dortmund", "Dortmund")};
    const auto take = [&](std::size_t at, std::size_t first, std::size_t blocks) {
        out.steps[at].texts["de"].first_block = first;
        out.steps[at].texts["de"].blocks = blocks;
    };
    take(2, 1, 9);
    take(3, 9, 1);
    take(4, 8, 1);
    TourStepContent& chart = out.steps[4];
    chart.sources = {"gnu"};
    chart.texts["de"].notes = {block(BlockKind::paragraph, {plain_run("Siehe"), source(1)})};
    out.steps[5].spot = {51.51, 7.47};
    out.steps[5].zoom = 3;
    return out;
}

QuestionContent question(std::string id, int level, std::string page) {
    QuestionContent out;
    out.id = std::move(id);
    out.level = level;
    out.page = std::move(page);
    out.answer = 1;
    out.sources = {"kgst"};
    out.texts["de"] = {"Was stimmt?", "Weil es dort so steht.", {"Nichts", "Alles", "Manches"}};
    return out;
}

std::vector<QuestionContent> questions() {
    std::vector<QuestionContent> out = {
        question("f-1", 1, "souveraenitaet"), question("f-2", 1, "dortmund"),
        question("f-3", 2, "strassen"),       question("f-4", 2, "souveraenitaet"),
        question("f-5", 3, "dortmund"),       question("f-6", 3, "strassen")};
    out[0].texts["en"] = {"What is right?", "Because it says so.", {"Nothing", "All", "Some"}};
    return out;
}

CourseContent course() {
    CourseContent out;
    out.id = "kurs";
    out.minutes = 9;
    out.texts["de"] = {"Ein Kurs", "Alle", {"Verstehen", "Anwenden"}};
    out.texts["en"] = {"A course", "Everybody", {"Understand"}};
    CourseSectionContent first, second;
    first.minutes = 4;
    first.pages = {"souveraenitaet", "strassen"};
    first.questions = {"f-1", "f-3", "f-4"};
    first.texts["de"] = {"Lesen", "Zwei Seiten.", {}};
    first.texts["en"] = {"Reading", "Two pages.", {}};
    second.minutes = 5;
    second.exercise_minutes = 3;
    second.pages = {"dortmund"};
    second.questions = {"f-2"};
    second.texts["de"] = {
        "Üben",
        "Zu zweit.",
        {paragraph("Ordnen Sie die Karten."), block(BlockKind::item, {bold("Allein")}, 1, 1)}};
    second.texts["en"] = {"Practice", "In pairs.", {paragraph("Sort the cards.")}};
    out.sections = {first, second};
    return out;
}

} // namespace

void add_tours_and_courses(PackContent& to) {
    to.tours = {tour()};
    to.questions = questions();
    to.courses = {course()};
}

} // namespace foyer::test
