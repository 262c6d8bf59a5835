// SPDX-License-Identifier: EUPL-1.2
// The risk: an editor signs off a pack without seeing what changed in it.
#include "content/packer/diff.h"

#include "content/packer/commands.h"
#include "kiosk/store/pack_writer.h"
#include "tests/packer/content_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <sstream>

using namespace foyer;
using namespace foyer::test;

namespace {

const std::string second_page =
    "+++\nkind = \"explainer\"\ntopic = \"basics\"\nupdated = 2026-11-20\nsources = [\"one\"]\n"
    "title = \"Zweite Seite\"\nsummary = \"Zwei.\"\n+++\nText [@one].\n";

/// A pack of the folder as it is now.
class Snapshot {
  public:
    explicit Snapshot(const ContentFolder& folder) {
        const Result<void> written = store::write_pack(folder.content(), path());
        REQUIRE(written.has_value());
    }
    std::string path() const { return folder_.path() + "/x.pack"; }

  private:
    ScopedTempDir folder_;
};

std::string difference(const Snapshot& before, const Snapshot& now,
                       packer::Format format = packer::Format::text) {
    std::ostringstream out, err;
    REQUIRE(packer::diff_command(before.path(), now.path(), format, {out, err}) ==
            packer::Exit::good);
    return out.str();
}

} // namespace

TEST_CASE("equal packs differ in nothing") {
    const ContentFolder folder;
    const Snapshot before(folder);
    REQUIRE(difference(before, before) ==
            "test 1.0 -> test 1.0\n\nNothing a visitor sees has changed.\n");
}

TEST_CASE("pages that came, went and changed are named with what changed") {
    const ContentFolder folder;
    folder.write("pages/gone/de.md", second_page);
    const Snapshot before(folder);
    folder.remove("pages/gone");
    folder.write("pages/come/de.md", second_page);
    folder.replace("pages/first/de.md", "stimmt.\"", "stimmt immer.\"");
    folder.replace("pages/first/de.md", "Ein Satz", "Ein neuer Satz");
    folder.replace("pack.toml", "1.0", "1.1");
    const Snapshot now(folder);
    REQUIRE(difference(before, now) == "test 1.0 -> test 1.1\n"
                                       "\n"
                                       "Pages\n"
                                       "  added    Zweite Seite (come)\n"
                                       "  removed  Zweite Seite (gone)\n"
                                       "  changed  Die erste Seite (first)\n"
                                       "             Deutsch: line on the card, summary, 1 "
                                       "paragraph reworded\n");
}

TEST_CASE("a translation that came is a change of its page") {
    const ContentFolder folder;
    const Snapshot before(folder);
    folder.write("pages/first/en.md", "+++\ntitle = \"First\"\nsummary = \"Good.\"\n+++\nText.\n");
    REQUIRE(difference(before, Snapshot(folder)).find("English: translation added") !=
            std::string::npos);
}

TEST_CASE("terms, topics and titles are compared") {
    const ContentFolder folder;
    const Snapshot before(folder);
    folder.replace("glossary.toml", "lesbare", "lesbare und offene");
    folder.replace("topics.toml", "Grundlagen", "Das Wichtigste");
    folder.replace("pack.toml", "Probe", "Neue Probe");
    const std::string text = difference(before, Snapshot(folder));
    REQUIRE(text.find("  the title is now \"Neue Probe\"\n") != std::string::npos);
    REQUIRE(text.find("  the topic \"Das Wichtigste\" reads or looks different\n") !=
            std::string::npos);
    REQUIRE(text.find("Glossary\n  changed  Quellcode\n") != std::string::npos);
}

TEST_CASE("added and removed paragraphs, order and emphasis are told apart") {
    const ContentFolder folder;
    folder.replace("pages/first/de.md", "Ein Satz", "Eins.\n\nZwei.\n\nEin Satz");
    const Snapshot before(folder);
    const auto changed = [&](const char* from, const char* to, const char* what) {
        const ContentFolder other;
        other.write("pages/first/de.md", read_file(folder.path() + "/pages/first/de.md"));
        other.replace("pages/first/de.md", from, to);
        return difference(before, Snapshot(other)).find(what) != std::string::npos;
    };
    REQUIRE(changed("Zwei.", "Zwei.\n\nDrei.", "Deutsch: 1 paragraph added\n"));
    REQUIRE(changed("Zwei.\n\n", "", "Deutsch: 1 paragraph removed\n"));
    REQUIRE(changed("Eins.\n\nZwei.", "Zwei.\n\nEins.", "Deutsch: order of the paragraphs\n"));
    REQUIRE(changed("Zwei.", "**Zwei.**", "Deutsch: emphasis, links or citations\n"));
}

TEST_CASE("a chart counts as content") {
    const ContentFolder folder;
    folder.write("pages/first/facts.toml",
                 "[[fact]]\nid = \"a\"\ndate = \"2020\"\ntext = \"1, 2 und 3.\"\n"
                 "sources = [\"one\"]\nconfidence = \"high\"\n");
    folder.replace("pages/first/de.md", "+++\n\nEin",
                   "[[chart]]\nid = \"a\"\nkind = \"bar\"\nvalues = [1, 2]\ndate = \"2020\"\n"
                   "source = \"one\"\n[[chart_text]]\nid = \"a\"\ntitle = \"Zwei\"\n"
                   "unit = \"Stück\"\nlabels = [\"x\", \"y\"]\n+++\n\n![](chart:a)\n\nEin");
    const Snapshot before(folder);
    folder.replace("pages/first/de.md", "[1, 2]", "[1, 3]");
    REQUIRE(difference(before, Snapshot(folder)).find("Deutsch: chart \"Zwei\" changed\n") !=
            std::string::npos);
    folder.replace("pages/first/de.md", "\"Zwei\"", "\"Drei\"");
    REQUIRE(difference(before, Snapshot(folder))
                .find("Deutsch: chart \"Drei\" added, chart \"Zwei\" removed\n") !=
            std::string::npos);
    std::ostringstream text, err;
    REQUIRE(packer::inspect_command(before.path(), packer::Format::text, {text, err}) ==
            packer::Exit::good);
    REQUIRE(text.str().find("1 chart, 0 events, 0 guides") != std::string::npos);
}

TEST_CASE("events that came, went and changed are counted") {
    const ContentFolder folder;
    const auto event = [](const std::string& id, const std::string& title) {
        return "[[event]]\nid = \"" + id + "\"\ndate = \"2020\"\ntheme = \"law\"\n" +
               "sources = [\"one\"]\n[event.de]\ntitle = \"" + title + "\"\ntext = \"T.\"\n";
    };
    folder.write("timeline.toml", event("a", "A") + event("b", "B"));
    const Snapshot before(folder);
    folder.write("timeline.toml", event("b", "Be") + event("c", "C") + event("d", "D"));
    const std::string text = difference(before, Snapshot(folder));
    REQUIRE(text.find("The pack\n  2 events added\n  1 event changed\n  1 event removed\n") !=
            std::string::npos);
}

TEST_CASE("tours, courses and questions that came, went and changed are counted") {
    const ContentFolder folder;
    const auto question = [](const std::string& id, const std::string& text) {
        return "[[question]]\nid = \"" + id + "\"\nlevel = 1\npage = \"first\"\nfacts = [\"a\"]\n" +
               "sources = [\"one\"]\nanswer = 1\n[question.de]\ntext = \"" + text +
               "\"\noptions = [\"J\", \"N\"]\nexplanation = \"E.\"\n";
    };
    const auto tour = [](const std::string& slide) {
        return "[de]\ntitle = \"T\"\nsummary = \"S.\"\n[[step]]\nshow = \"slide\"\nminutes = 1\n"
               "[step.de]\ntitle = \"T\"\nslide = \"" +
               slide + "\"\n";
    };
    const std::string course =
        "minutes = 5\n[de]\ntitle = \"C\"\naudience = \"A\"\ngoals = [\"G\"]\n"
        "[[section]]\nminutes = 5\nquestions = [\"q-1\"]\n[section.de]\n"
        "title = \"S\"\ntext = \"T.\"\n";
    folder.write("pages/first/facts.toml",
                 "[[fact]]\nid = \"a\"\ndate = \"2020\"\ntext = \"A.\"\nsources = [\"one\"]\n"
                 "confidence = \"high\"\n");
    folder.write("quiz.toml", question("q-1", "Stimmt es?"));
    folder.write("tours/round.toml", tour("Eins."));
    folder.write("courses/old.toml", course);
    const Snapshot before(folder);
    folder.write("quiz.toml", question("q-1", "Gilt es?") + question("q-2", "Zwei?"));
    folder.write("tours/round.toml", tour("Zwei."));
    folder.remove("courses/old.toml");
    folder.write("courses/new.toml", course);
    REQUIRE(difference(before, Snapshot(folder))
                .find("The pack\n"
                      "  1 tour changed\n"
                      "  1 course added\n"
                      "  1 course removed\n"
                      "  1 question added\n"
                      "  1 question changed\n") != std::string::npos);
    std::ostringstream text, err;
    REQUIRE(packer::inspect_command(before.path(), packer::Format::text, {text, err}) ==
            packer::Exit::good);
    REQUIRE(text.str().find("1 tour, 1 course, 1 question\n") != std::string::npos);
}

TEST_CASE("a difference for programs is JSON") {
    const ContentFolder folder;
    const Snapshot before(folder);
    folder.write("pages/come/de.md", second_page);
    const std::string json = difference(before, Snapshot(folder), packer::Format::json);
    REQUIRE(json.find("\"added\": [\n    {\n      \"id\": \"come\",\n      \"title\": \"Zweite "
                      "Seite\"\n    }\n  ]") != std::string::npos);
}

TEST_CASE("the table of contents of a pack names what is in it") {
    const ContentFolder folder;
    const Snapshot pack(folder);
    std::ostringstream text, json, err;
    REQUIRE(packer::inspect_command(pack.path(), packer::Format::text, {text, err}) ==
            packer::Exit::good);
    REQUIRE(text.str().find("contents   1 page, 1 term, 0 figures") != std::string::npos);
    REQUIRE(text.str().find("Grundlagen (basics)\n  first ") != std::string::npos);
    REQUIRE(packer::inspect_command(pack.path(), packer::Format::json, {json, err}) ==
            packer::Exit::good);
    REQUIRE(json.str().find("\"licence\": \"CC-BY-SA-4.0\"") != std::string::npos);
}

TEST_CASE("a file that is no pack is an error of inspect, diff and export") {
    const ScopedTempDir folder;
    const std::string none = folder.path() + "/none.pack";
    write_file(none, "SQLite format 3");
    std::ostringstream out, err;
    const packer::Streams streams{out, err};
    REQUIRE(packer::inspect_command(none, packer::Format::text, streams) == packer::Exit::problems);
    REQUIRE(packer::diff_command(none, none, packer::Format::json, streams) ==
            packer::Exit::problems);
    REQUIRE(packer::export_command(none, WORDS_FOLDER, folder.path() + "/html", streams) ==
            packer::Exit::problems);
    REQUIRE(out.str().empty());
}
