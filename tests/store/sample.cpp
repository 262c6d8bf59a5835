// SPDX-License-Identifier: EUPL-1.2
#include "tests/store/sample.h"

#include "tests/store/blocks.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace foyer::test {

namespace {

using namespace model;

Block table() {
    Block out = block(BlockKind::table, {});
    out.rows = {{{bold("Jahr")}, {bold("Stadt")}},
                {{plain_run("2013")}, {plain_run("Mün\u00ADchen & Umland")}},
                {{plain_run("2020")}, {}}};
    return out;
}

Block figure() {
    Block out = block(BlockKind::figure, {});
    out.figure = {"souveraenitaet/wahl.de.svg",
                  "Eine Waage",
                  "Links der Wechsel, rechts der Preis.",
                  {plain_run("Bild: die "), term("Wahl", "quellcode")},
                  640,
                  480,
                  false};
    return out;
}

Block chart() {
    Block out = block(BlockKind::chart, {});
    out.chart = {ChartKind::bar,
                 "Geplante Kosten",
                 "Mio. Euro",
                 "eigene Angabe",
                 "2017-11",
                 1,
                 {{"Umzugs\u00ADkosten", 86.1, "86,1"}, {"Beratung", 24, "24"}}};
    return out;
}

PageContent sovereignty() {
    PageContent page;
    page.id = "souveraenitaet";
    page.kind = "explainer";
    page.topic = "grundlagen";
    page.updated = "2026-11-20";
    page.order = 2;
    page.sources = {"kgst", "gnu"};
    page.related = {"dortmund"};
    PageText& de = page.texts["de"];
    de.title = "Digitale Souve\u00ADränität";
    de.summary = "Wer wechseln kann, entscheidet selbst. Schlösser und Straßen gehören der Stadt.";
    de.line = "Wer wechseln kann, entscheidet selbst.";
    de.keywords = {"Unabhängigkeit", "E-Mail"};
    de.minutes = 4;
    de.body = {
        block(BlockKind::heading, {plain_run("Warum <das> zählt & wie")}, 2),
        block(BlockKind::paragraph, {plain_run("Das "), bold("Barrierefreiheitsstärkungsgesetz"),
                                     plain_run(" gilt seit 2025 "), source(1), plain_run(". Der "),
                                     term("Quellcode", "quellcode"), plain_run(" steht bei "),
                                     page_link("Dortmund", "dortmund"), plain_run(".")}),
        block(BlockKind::item, {plain_run("Eins")}, 1, 1),
        block(BlockKind::item, {plain_run("Zwei")}, 2, 0),
        block(BlockKind::quote, {plain_run("Ein Zitat "), source(2)}, 1),
        block(BlockKind::key_point, {plain_run("Merke: Köln hat es vorgemacht.")}),
        block(BlockKind::code, {plain_run("a < b\n\tc")}, 1),
        table(),
        chart(),
        figure(),
    };
    PageText& en = page.texts["en"];
    en.title = "Digital sovereignty";
    en.summary = "Those who can change decide for themselves.";
    en.line = en.summary;
    en.minutes = 3;
    en.body = {block(BlockKind::paragraph, {plain_run("Procurement matters.")})};
    PageText& simple = page.texts["de-simple"];
    simple.title = "Selbst bestimmen";
    simple.summary = "Die Stadt bestimmt selbst.\nDas ist gut.";
    simple.line = "Die Stadt bestimmt selbst.";
    simple.checked_by = "Prüfgruppe Nord";
    simple.body = {block(BlockKind::paragraph, {plain_run("Das ist der Quell-Code.")})};
    return page;
}

PageContent dortmund() {
    PageContent page;
    page.id = "dortmund";
    page.kind = "case";
    page.topic = "staedte";
    page.updated = "2026-11-21";
    page.order = 1;
    page.sources = {"kgst"};
    page.related = {"souveraenitaet", "strassen"};
    CaseFacts facts;
    facts.country = "DE";
    facts.state = "NW";
    facts.size = "metropolis";
    facts.spot = Spot{51.51, 7.47};
    facts.population = Population{612065, "2023", 1};
    facts.from = 2021;
    facts.domains = {"governance", "office"};
    facts.status = "running";
    facts.as_of = "2024";
    facts.software = {{"LibreOffice", "MPL-2.0", 1}, {"Kettle", "", 0}};
    page.facts = facts;
    PageText& de = page.texts["de"];
    de.title = "Dortmund: Freie Software als Regel";
    de.summary = "Der Rat beschloss 2021, was öffentlich finanziert wird, wird öffentlich.";
    de.line = "Öffentliches Geld, öffentlicher Code.";
    de.place = "Dortmund, Nordrhein-Westfalen";
    de.minutes = 6;
    de.results = {{"30 Projekte wurden veröffentlicht.", "2024", 1}};
    de.lessons = {{"Ohne Beschluss ging es nicht.", 1}, {"Klein anfangen.", 0}};
    de.body = {block(BlockKind::paragraph, {plain_run("Die Verwaltung stellte die Bürosoftware um. "
                                                      "Die Beschaffung half.")})};
    return page;
}

PageContent streets() {
    PageContent page;
    page.id = "strassen";
    page.kind = "explainer";
    page.topic = "grundlagen";
    page.updated = "2026-11-01";
    page.order = 1;
    PageText& de = page.texts["de"];
    de.title = "Daten über jede Straße";
    de.summary = "Offene Geodaten. In der Mitte steht manchmal Souveränität.";
    de.line = "Offene Geodaten.";
    de.body = {block(BlockKind::paragraph, {plain_run("Ein langer Absatz über Kanäle.")})};
    return page;
}

std::vector<EventContent> events() {
    return {{"gnu",
             "1983-09-27",
             "movement",
             "",
             {"gnu"},
             {{"de", {"GNU beginnt", "Ein freies Betriebssystem wird angekündigt."}},
              {"en", {"GNU begins", "A free operating system is announced."}}}},
            {"beschluss",
             "2021",
             "towns",
             "dortmund",
             {"kgst", "gnu"},
             {{"de", {"Dortmund beschließt", "Freie Software wird die Regel."}}}}};
}

/// Two questions and two results; the second answer leads past the second question.
Guide guide(std::vector<std::string> words) {
    Guide out;
    out.card.title = words[0];
    out.card.summary = words[1];
    out.questions = {{words[2], words[3], {{words[4], words[5], 3, 0, 0}, {words[6], "", 0, 0, 2}}},
                     {words[7], "", {{words[4], "", 1, 0, 0}, {words[6], "", 0, 0, 0}}}};
    out.results = {{words[8], words[9], 0, {}}, {words[10], words[9], 4, {}}};
    return out;
}

GuideContent choice() {
    GuideContent out;
    out.id = "wahl";
    out.icon = "compass";
    out.sources = {"kgst"};
    out.texts["de"] = guide({"Wegweiser", "Zwei Fragen.", "Gibt es es schon?", "Fragen Sie nach.",
                             "Ja", "Dann müssen Sie nicht bauen.", "Nein", "Passt es?", "Nehmen",
                             "So geht es.", "Bauen"});
    out.texts["en"] =
        guide({"What fits?", "Two questions.", "Does it exist?", "Ask.", "Yes", "No need to build.",
               "No", "Does it fit?", "Take it", "Like this.", "Build it"});
    out.pages = {{"dortmund", "souveraenitaet"}, {}};
    return out;
}

} // namespace

PackContent sample_content() {
    PackContent out;
    out.id = "probe";
    out.version = "2026.11.1";
    out.date = "2026-11-23";
    out.licence = "CC-BY-SA-4.0";
    out.base_url = "https://example.org/";
    out.titles = {{"de", "Probe"}, {"en", "Sample"}};
    out.publishers = {{"de", "Stadt Beispiel"}, {"en", "Sample Town"}};
    out.languages = {{"de", "Deutsch"}, {"en", "English"}, {"de-simple", "Leichte Sprache"}};
    out.topics = {{"grundlagen",
                   "book",
                   {{"de", {"Grundlagen", "Was es ist."}}, {"en", {"Basics", "What it is."}}}},
                  {"staedte", "town", {{"de", {"Städte", "Wer es tut."}}}}};
    out.pages = {dortmund(), sovereignty(), streets()};
    out.terms = {{"quellcode",
                  {{"de", {"Quellcode", "Der lesbare Bauplan eines Programms.", {"Quelltext"}}},
                   {"en", {"source code", "The readable plan of a program.", {}}}}}};
    out.events = events();
    out.guides = {choice()};
    add_tours_and_courses(out);
    out.sources = {
        {"gnu", "What is Free Software?", "GNU", "2024", "https://gnu.org/", "en", 'A'},
        {"kgst", "Open Source in Kommunen", "KGSt", "2021-06", "https://kgst.de/", "de", 'C'}};
    out.synonyms = {{{"de", {"Souveränität", "Unabhängigkeit"}}, {"en", {"sovereignty"}}},
                    {{"de", {"Bürosoftware"}}, {"en", {"office suite"}}}};
    out.media = {
        {{"souveraenitaet/wahl.de.svg", "svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"},
         640,
         480,
         "Die Redaktion",
         "CC-BY-SA-4.0"}};
    out.fresh = {"souveraenitaet", "dortmund"};
    return out;
}

void keep_only_pages(PackContent& content) {
    content.events.clear();
    content.guides.clear();
    content.tours.clear();
    content.courses.clear();
    content.questions.clear();
}

TemporaryFile::TemporaryFile(const std::string& name) {
    static int count = 0;
    const std::string unique = "foyer-" + std::to_string(getpid()) + "-" + std::to_string(++count);
    path_ = (std::filesystem::temp_directory_path() / (unique + "-" + name)).string();
}

TemporaryFile::~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

} // namespace foyer::test
