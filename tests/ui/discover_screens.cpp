// SPDX-License-Identifier: EUPL-1.2
// The states of samples.h: guides, news, what can be taken along, the timeline, comparisons,
// charts; with short and long words, few and many things, and with what may be missing.
#include "tests/ui/samples.h"

namespace foyer::test {

using namespace model;

namespace {

Source source(const std::string& id, const std::string& publisher, const std::string& language) {
    return {id,     "Ein Text von " + publisher,   publisher,
            "2024", "https://" + id + ".example/", language,
            'B'};
}

// Guides

std::vector<GuideCard> guide_cards(const std::string& language) {
    return {{"lizenz", "licence", language, "Welche Lizenz passt zu unserem Code?",
             "Für alle, die ein eigenes Programm veröffentlichen möchten.", 5},
            {"bauen", "compass", language, "Kaufen, nach\u00ADnutzen oder selbst bauen?",
             "Was für ein neues Fach\u00ADverfahren in Frage kommt, und was dafür spricht.", 8},
            {"reifegrad", "result", language, "Wie weit sind wir?", "", 10}};
}

GuideQuestion first_question() {
    return {
        "Sollen alle Änderungen, die andere an Ihrem Programm machen, wieder allen offenstehen?",
        "Manche Lizenzen verlangen das, andere nicht. Beides kommt in Verwaltungen vor, und "
        "beides hat Gründe, über die man streiten kann.",
        {{"Ja, immer", "Sie möchten, dass Änderungen wieder allen offenstehen.", 0, 0, 0},
         {"Ja, auch dann, wenn andere das Programm nur als Dienst im Netz anbieten, ohne es "
          "selbst weiter\u00ADzu\u00ADgeben",
          "Auch wer das Programm nur als Dienst anbietet, soll seine Änderungen zeigen.", 0, 0, 0},
         {"Nein, jeder soll damit machen dürfen, was er will", "", 0, 0, 2},
         {"Das wissen wir noch nicht", "Sie sind noch nicht entschieden.", 0, 2, 0}}};
}

Guide guide(const std::string& language) {
    Guide out;
    out.card = guide_cards(language).front();
    out.questions = {first_question(),
                     {"Bauen Sie auf einem fremden Programm auf?",
                      "",
                      {{"Ja", "Das fremde Programm gibt die Lizenz vor.", 0, 0, 1},
                       {"Nein", "Sie sind in der Wahl frei.", 0, 0, 1}}}};
    out.results = {
        {"Nehmen Sie die EUPL",
         "Sie ist für Verwaltungen geschrieben, gilt in allen Sprachen der EU und sorgt "
         "dafür, dass Änderungen offen bleiben.",
         0,
         {card("lizenzen", language), card("frei", language), case_card("dortmund", language)}},
        {"Nehmen Sie MIT oder Apache 2.0", "Beide erlauben fast alles.", 0, {}}};
    out.sources = {source("eupl", "Europäische Kommission", language),
                   source("kgst", "KGSt", language)};
    return out;
}

State guide_state(const std::string& language, const std::vector<int>& answers) {
    State state = state_at(Screen::guide, "lizenz", language);
    state.place().answers = answers;
    state.view.guide = guide(language);
    return state;
}

State guides_state(const std::string& language) {
    State state = state_at(Screen::guides, {}, language);
    state.view.guides = guide_cards(language);
    return state;
}

State news_state(const std::string& language, int changes) {
    State state = state_at(Screen::news, {}, language);
    state.view.catalogue.fresh.clear();
    for (int i = 0; i < changes; ++i) {
        const std::string id = "neu" + std::to_string(i);
        state.view.catalogue.fresh.push_back(i % 2 == 0 ? card(id, language)
                                                        : case_card(id, language));
    }
    return state;
}

State take_state(const std::string& language, const std::string& base_url, int sources) {
    State state = state_at(Screen::page, "frei", language);
    state.overlay = Overlay::take;
    state.view.catalogue.base_url = base_url;
    state.view.page = page(language);
    for (int i = 0; i < sources; ++i)
        state.view.page->sources.push_back(
            source("eine-recht-lange-adresse-" + std::to_string(i), "Stadt", language));
    return state;
}

// The timeline

std::vector<Event> events(const std::string& language) {
    const Source kgst = source("kgst", "KGSt", language), lhm = source("lhm", "München", language);
    return {{"gnu",
             "1983-09-27",
             "movement",
             "",
             language,
             "GNU wird angekündigt",
             "Richard Stallman will ein freies Betriebs\u00ADsystem schreiben und bittet um Hilfe.",
             {source("gnu", "GNU-Projekt", language)}},
            {"limux",
             "2003",
             "towns",
             "muenchen",
             language,
             "München will wechseln",
             "Der Stadtrat beschließt den Umstieg auf Linux und LibreOffice.",
             {lhm, kgst}},
            {"freiburg",
             "2012-11",
             "setbacks",
             "",
             language,
             "Freiburg kehrt nach fünf Jahren von OpenOffice zu Microsoft Office zurück",
             "",
             {}},
            {"sh",
             "2024-04-03",
             "states",
             "schleswig-holstein",
             language,
             "Schleswig-Holstein führt LibreOffice ein",
             "Etwa 30.000 Arbeits\u00ADplätze der Landes\u00ADverwaltung sollen ohne Microsoft "
             "auskommen, zuerst bei den Texten, dann bei Mail und Kalender.",
             {source("sh", "Land Schleswig-Holstein", language)}},
            {"ozg",
             "2024-07",
             "law",
             "",
             language,
             "Offener Code geht vor",
             "Ein Gesetz verlangt, offene Software vorrangig zu beschaffen.",
             {kgst}},
            {"opencode",
             "2022-09",
             "project",
             "opencode",
             language,
             "openCode geht in Betrieb",
             "Verwaltungen legen dort ihren Quellcode ab.",
             {}}};
}

State timeline_state(const std::string& language, const std::string& theme) {
    State state = state_at(Screen::timeline, {}, language);
    state.view.events = events(language);
    state.timeline_theme = theme;
    return state;
}

State empty_timeline(const std::string& language) {
    return state_at(Screen::timeline, {}, language);
}

// Comparisons

Page compared_page(const std::string& id, const std::string& title, const std::string& language) {
    Page out;
    out.card = case_card(id, language);
    out.card.title = title;
    out.facts = facts();
    out.facts->size = "metropolis";
    out.sources = {source("kgst", "KGSt", language)};
    return out;
}

/// Three cases: one that tells all, one that tells little, one that tells nothing.
std::vector<Page> compared(const std::string& language) {
    std::vector<Page> pages = {
        compared_page("dortmund", "Dortmund: der Grundsatz steht", language),
        compared_page("muenchen", "München: hin, zurück und wieder hin", language),
        compared_page("verbund", "Verbund", language)};
    CaseFacts& little = *pages[1].facts;
    little.population.reset();
    little.software.clear();
    little.results.clear();
    little.status = "mixed";
    little.lessons = {{"Der Umstieg der Rechner war nicht die Ursache der meisten Störungen, "
                       "sondern eine zersplitterte Zuständigkeit.",
                       1}};
    pages[2].facts = CaseFacts{};
    return pages;
}

std::vector<CaseMark> marks(const std::string& language) {
    std::vector<CaseMark> all;
    for (const Page& page : compared(language))
        all.push_back({page.card, {51, 7}, "DE", "", {}, 0, 0});
    for (const char* title : {"Aarhus: ein Rathaus steigt um", "Barcelona: Beteiligung im Netz",
                              "Schleswig-Holstein", "Treuchtlingen", "Lyon: die neue Strategie"}) {
        CaseMark mark{
            case_card("fall" + std::to_string(all.size()), language), {48, 10}, "DE", "", {}, 0, 0};
        mark.card.title = title;
        all.push_back(mark);
    }
    return all;
}

State compare_state(const std::string& language, std::size_t cases) {
    State state = state_at(Screen::compare, {}, language);
    state.view.cases = marks(language);
    state.view.compared = compared(language);
    state.view.compared.resize(cases);
    for (const Page& page : state.view.compared) {
        state.compared.push_back(page.card.page);
        state.place().id += (state.place().id.empty() ? "" : " ") + page.card.page;
    }
    return state;
}

// Charts

Block chart_block(Chart chart) {
    Block out;
    out.kind = BlockKind::chart;
    chart.date = "2024-06";
    chart.source = 1;
    out.chart = std::move(chart);
    return out;
}

Chart costs() {
    return {ChartKind::bar,
            "Kosten im Vergleich",
            "Euro je Arbeits\u00ADplatz und Jahr",
            "Eigene Rechnung der Stadt",
            {},
            0,
            {{"Bisher", 250, "250"},
             {"Nach dem Umstieg", 112.5, "112,50"},
             {"Im Rahmenvertrag", 0, "0"}}};
}

Chart growth() {
    return {ChartKind::line,
            "Umgestellte Rechner",
            "%",
            "",
            {},
            0,
            {{"2006", 1, "1"},
             {"2008", 12, "12"},
             {"2010", 34.5, "34,5"},
             {"2012", 72, "72"},
             {"2013", 100, "100"}}};
}

Chart parts() {
    return {
        ChartKind::share,
        "Womit die Arbeits\u00ADplätze laufen",
        "%",
        "",
        {},
        0,
        {{"Linux", 61, "61"},
         {"Windows", 30.5, "30,5"},
         {"Beides zugleich, solange ein Fach\u00ADverfahren noch nicht umgestellt ist", 6, "6"}}};
}

Chart long_chart(ChartKind kind) {
    Chart out{
        kind,        "Zwölf Jahre in einem Bild, mit einer Überschrift über mehr als eine Zeile",
        "Mio. Euro", "",
        {},          0,
        {}};
    for (int i = 0; i < 12; ++i) {
        const std::string label =
            kind == ChartKind::line
                ? std::to_string(2010 + i)
                : "Rechenzentrums\u00ADbetrieb und Fach\u00ADverfahren der Stadt Nummer " +
                      std::to_string(i + 1);
        out.points.push_back({label, 1000.0 * (12 - i), std::to_string(12 - i) + ".000"});
    }
    return out;
}

State chart_state(const std::string& language, const std::vector<Chart>& charts) {
    State state = state_at(Screen::page, "zahlen", language);
    state.place().more = true;
    state.view.page = page(language);
    state.view.page->body = {block(BlockKind::heading, runs("In Zahlen"), 2)};
    for (const Chart& chart : charts) state.view.page->body.push_back(chart_block(chart));
    state.view.page->body.push_back(block(BlockKind::paragraph, runs("So weit die Zahlen.")));
    return state;
}

} // namespace

std::vector<NamedState> discover_screens(const std::string& language) {
    return {{"guides", guides_state(language)},
            {"guide question", guide_state(language, {})},
            {"guide result", guide_state(language, {1, 1})},
            {"guide short result", guide_state(language, {2})},
            {"news", news_state(language, 7)},
            {"no news", news_state(language, 0)},
            {"take address", take_state(language, "https://open.musterstadt.example/kiosk", 0)},
            {"take sources", take_state(language, {}, 30)},
            {"timeline", timeline_state(language, {})},
            {"timeline of towns", timeline_state(language, "towns")},
            {"empty timeline", empty_timeline(language)},
            {"compare nothing", compare_state(language, 0)},
            {"compare one", compare_state(language, 1)},
            {"compare two", compare_state(language, 2)},
            {"compare three", compare_state(language, 3)},
            {"charts", chart_state(language, {costs(), growth(), parts()})},
            {"long charts",
             chart_state(language, {long_chart(ChartKind::bar), long_chart(ChartKind::line)})}};
}

} // namespace foyer::test
