// SPDX-License-Identifier: EUPL-1.2
// The risk: a table that a spreadsheet opens wrongly, or runs; counts that a trainer confirmed and
// does not find on the stick; a name on it.
#include "kiosk/app/class_files.h"

#include "kiosk/app/config.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <iterator>

using namespace foyer;
using app::class_files, app::class_table;

namespace {

ui::Words words() {
    std::ifstream file(std::string(ASSETS "/words/de.toml"), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return app::parse_words(text).value();
}

model::QuizQuestion question(const std::string& id, const std::string& text) {
    model::QuizQuestion out;
    out.id = id;
    out.language = "de";
    out.text = text;
    out.options = {"Ja", "Nein; oder \"nie\""};
    out.answer = 1;
    return out;
}

/// Two questions, one answered, and counts of a third that is gone.
model::State class_of_ten() {
    model::State state;
    state.settings.town = "Musterstadt";
    model::Course course;
    course.card = {"einstieg", "de", "Ein\u00ADstieg", "Alle", 10, 1, 2};
    model::CourseSection section;
    section.title = "=Anfang";
    section.questions = {question("q-1", "Kostet\nes?"), question("q-2", "Wirklich?")};
    course.sections = {section};
    state.classroom.course = course;
    model::ClassRecord record;
    record.course = "einstieg";
    record.language = "de";
    record.date = "2026-11-23";
    record.people = 10;
    record.answers = {{"q-1", {3, 6}}, {"q-alt", {1, 2, 0}}};
    state.classroom.record = record;
    return state;
}

} // namespace

TEST_CASE("the table of a class has a row for each option, and what is gone comes last") {
    const std::string table = class_table(class_of_ten().classroom, words());
    CHECK(table ==
          "\xEF\xBB\xBF"
          "Kurs;Datum;Anwesende;Abschnitt;Frage;Antwort;richtig;Anzahl\r\n"
          "Einstieg;2026-11-23;10;'=Anfang;\"Kostet\nes?\";Ja;nein;3\r\n"
          "Einstieg;2026-11-23;10;'=Anfang;\"Kostet\nes?\";\"Nein; oder \"\"nie\"\"\";ja;6\r\n"
          "Einstieg;2026-11-23;10;'=Anfang;Wirklich?;Ja;nein;\r\n"
          "Einstieg;2026-11-23;10;'=Anfang;Wirklich?;\"Nein; oder \"\"nie\"\"\";ja;\r\n"
          "Einstieg;2026-11-23;10;;q-alt;1;;1\r\n"
          "Einstieg;2026-11-23;10;;q-alt;2;;2\r\n"
          "Einstieg;2026-11-23;10;;q-alt;3;;0\r\n");
}

TEST_CASE("a class comes as table, summary and certificates, named by course and date") {
    model::State state = class_of_ten();
    const auto names = [&](int certificates) {
        std::vector<std::string> all;
        for (const app::OutFile& file : class_files(state, words(), certificates))
            all.push_back(file.name);
        return all;
    };
    CHECK(names(3) == std::vector<std::string>{"Kurs-Ergebnisse-einstieg-2026-11-23.csv",
                                               "Kurs-Zusammenfassung-einstieg-2026-11-23.pdf",
                                               "Bescheinigungen-einstieg-2026-11-23.pdf"});
    CHECK(names(0).size() == 2);
    state.classroom.record->date.clear();
    CHECK(names(0)[0] == "Kurs-Ergebnisse-einstieg.csv");
    state.classroom.course.reset();
    CHECK(names(3).size() == 1); // the counts are not lost with the course
    state.classroom.record.reset();
    CHECK(names(3).empty());
}

TEST_CASE("as many certificates as wanted, each with a line for the name and none on it") {
    const std::vector<app::OutFile> files = class_files(class_of_ten(), words(), 3);
    const auto& paper = std::get<host::Document>(files[2].content);
    int lines = 0, breaks = 0;
    for (const host::DocumentPart& part : paper.parts) {
        lines += std::holds_alternative<host::DocumentLines>(part.is) ? 1 : 0;
        breaks += std::holds_alternative<host::DocumentPageBreak>(part.is) ? 1 : 0;
    }
    CHECK(breaks == 2);
    CHECK(lines >= 3);
}
