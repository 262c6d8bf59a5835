// SPDX-License-Identifier: EUPL-1.2
// The risk: an editor is not told what grows old or stands on one leg, or is told of what is fine.
#include "content/packer/report.h"

#include "content/packer/json_report.h"
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer;
using namespace foyer::test;

namespace {

using Lines = std::vector<std::string>;

/// The pack is of 2026-11-23.
class Folder : public ContentFolder {
  public:
    Folder() {
        write("pages/first/facts.toml", fact("a", "2025-11-22", "[\"one\"]", "high", "true") +
                                            fact("b", "2025-11-23", "[\"one\"]", "high", "true") +
                                            fact("c", "2019", "[\"one\", \"two\"]", "medium") +
                                            fact("d", "2025", "[\"two\"]", "medium", "true") +
                                            fact("e", "2024", "[\"three\"]", "medium"));
        write("sources.toml", read_file(path() + "/sources.toml") +
                                  "[[source]]\nid = \"three\"\ntitle = \"T\"\npublisher = \"P\"\n"
                                  "reliability = \"C\"\n");
        replace("pages/first/facts.toml", "Etwas d.", "Etwas: 15.000 und 3.");
    }

    static std::string fact(const std::string& id, const std::string& date,
                            const std::string& sources, const std::string& confidence,
                            const std::string& moves = "false") {
        return "[[fact]]\nid = \"" + id + "\"\ndate = \"" + date + "\"\ntext = \"Etwas " + id +
               ".\"\nsources = " + sources + "\nconfidence = \"" + confidence +
               "\"\nmay_have_changed = " + moves + "\n";
    }

    packer::Report report() const {
        FakePictures pictures;
        const auto draft = packer::read_content({path()}, fonts(), pictures, {});
        REQUIRE(draft.has_value());
        return packer::report_on(*draft);
    }

    Lines of(const std::string& kind) const {
        Lines out;
        for (const packer::ToDos& todos : report().kinds) {
            if (todos.kind != kind) continue;
            for (const packer::ToDo& one : todos.all) out.push_back(one.where + ": " + one.what);
        }
        return out;
    }
};

constexpr const char* simple = "+++\ntitle = \"X\"\nsummary = \"Y.\"\n+++\nText.\n";

} // namespace

TEST_CASE("what is not translated is named with the language") {
    const Folder folder;
    REQUIRE(folder.of("translations") == Lines{"first: en", "term quellcode: en"});
    folder.write("pages/first/en.md", simple);
    folder.write("timeline.toml",
                 "[[event]]\nid = \"a\"\ndate = \"2020\"\ntheme = \"law\"\n"
                 "sources = [\"one\"]\n[event.de]\ntitle = \"A\"\ntext = \"T.\"\n");
    REQUIRE(folder.of("translations") == Lines{"term quellcode: en", "event a: en"});
    REQUIRE(folder.report().languages.at("en").pages == 1);
    REQUIRE(folder.report().languages.at("de").events == 1);
    REQUIRE(folder.report().languages.at("de-simple").terms == 0);
}

TEST_CASE("tours, courses and questions that lack a language are named") {
    const Folder folder;
    folder.write("tours/round.toml",
                 "[de]\ntitle = \"T\"\nsummary = \"S.\"\n[[step]]\nshow = \"slide\"\nminutes = 1\n"
                 "[step.de]\ntitle = \"T\"\nslide = \"Eins.\"\n");
    folder.write("quiz.toml",
                 "[[question]]\nid = \"q\"\nlevel = 1\npage = \"first\"\nfacts = [\"a\"]\n"
                 "sources = [\"one\"]\nanswer = 1\n[question.de]\ntext = \"F?\"\n"
                 "options = [\"J\", \"N\"]\nexplanation = \"E.\"\n");
    folder.write(
        "courses/evening.toml",
        "minutes = 5\n[de]\ntitle = \"C\"\naudience = \"A\"\ngoals = [\"G\"]\n[[section]]\n"
        "minutes = 5\n[section.de]\ntitle = \"S\"\ntext = \"T.\"\n");
    REQUIRE(folder.of("translations") == Lines{"first: en", "term quellcode: en", "tour round: en",
                                               "course evening: en", "question q: en"});
    REQUIRE(folder.report().languages.at("de").tours == 1);
    REQUIRE(folder.report().languages.at("en").questions == 0);
}

TEST_CASE("pages without Leichte Sprache, and those nobody has checked, are named") {
    const Folder folder;
    REQUIRE(folder.of("simple") == Lines{"first: de-simple"});
    REQUIRE(folder.of("unchecked").empty());
    folder.write("pages/first/de-simple.md", simple);
    REQUIRE(folder.of("simple").empty());
    REQUIRE(folder.of("unchecked") == Lines{"first: de-simple"});
    folder.replace("pages/first/de-simple.md", "summary", "checked_by = \"Gruppe\"\nsummary");
    REQUIRE(folder.of("unchecked").empty());
}

TEST_CASE("facts and pages over a year old that may have changed are named") {
    const Folder folder;
    REQUIRE(folder.of("old-facts") == Lines{"a: 2025-11-22"});
    REQUIRE(folder.of("old-pages").empty());
    folder.replace("pages/first/de.md", "2026-11-20", "2025-11-20");
    REQUIRE(folder.of("old-pages") == Lines{"first: 2025-11-20"});
}

TEST_CASE("numbers of a single source and weak facts are named") {
    const Folder folder;
    REQUIRE(folder.of("single-source") == Lines{"d: 15.000, 3"});
    REQUIRE(folder.of("weak-facts") == Lines{"e: three"});
}

TEST_CASE("a figure without a long description is named, in each language that shows it") {
    const Folder folder;
    folder.write("pages/first/bild.png", "x");
    folder.replace("pages/first/de.md", "+++\n\nEin",
                   "[[figure]]\nfile = \"bild.png\"\nauthor = \"A\"\nlicence = \"CC0-1.0\"\n+++\n\n"
                   "![Bild](bild.png)\n\nEin");
    REQUIRE(folder.of("figures") == Lines{"first/bild.png: de"});
    folder.replace("pages/first/de.md", "licence = \"CC0-1.0\"\n",
                   "licence = \"CC0-1.0\"\ndecorative = true\n");
    REQUIRE(folder.of("figures").empty());
}

TEST_CASE("a report is a text with counts, or JSON") {
    const packer::Report report = Folder().report();
    const std::string text = packer::to_text(report);
    INFO(text);
    REQUIRE(text.starts_with("1 page, 1 term, 0 events, 0 guides, 0 tours, 0 courses, "
                             "0 questions, 5 facts\n"));
    REQUIRE(
        text.find(
            "\nde                  1        1        0        0        0        0          0\n") !=
        std::string::npos);
    REQUIRE(text.find("\nWithout a translation: 2\n  first  ") != std::string::npos);
    REQUIRE(text.find("\nFigures without a long description: 0\n") != std::string::npos);
    const std::string json = packer::to_json(report);
    REQUIRE(json.find("\"weak-facts\": [\n      {\n        \"where\": \"e\",\n        \"what\": "
                      "\"three\"\n      }\n    ]") != std::string::npos);
}
