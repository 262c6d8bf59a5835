// SPDX-License-Identifier: EUPL-1.2
// The states of stage.h: every screen, every kind of block, every dialog.
#include "tests/ui/samples.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>

namespace foyer::test {

using namespace model;

Inline runs(std::string words) { return {{.text = std::move(words)}}; }

Block block(BlockKind kind, Inline text, int level, int number) {
    Block out;
    out.kind = kind;
    out.text = std::move(text);
    out.level = level;
    out.number = number;
    return out;
}

namespace {

Block table() {
    Block out = block(BlockKind::table, {});
    out.rows = {{runs("Jahr"), runs("Stadt")}, {runs("2013"), runs("München")}};
    return out;
}

Block figure(const std::string& media) {
    Block out = block(BlockKind::figure, {});
    out.figure = {media, "Eine Waage", "Links der Wechsel.", runs("Bild der Waage"), 640,
                  480,   false};
    return out;
}

} // namespace

Card card(const std::string& page, const std::string& language) {
    Card out;
    out.page = page;
    out.kind = "explainer";
    out.topic = "grundlagen";
    out.language = language;
    out.title = "Seite " + page;
    out.line = "Was auf dieser Seite steht, in einer Zeile.";
    out.minutes = 4;
    return out;
}

Card case_card(const std::string& page, const std::string& language) {
    Card out = card(page, language);
    out.kind = "case";
    out.place = "Dortmund";
    out.status = "running";
    out.minutes = 1;
    return out;
}

CaseFacts facts() {
    CaseFacts out;
    out.place = "Dortmund";
    out.population = Population{612065, "2023", 1};
    out.from = 2021;
    out.to = 2024;
    out.domains = {"governance", "office"};
    out.status = "running";
    out.as_of = "2024-06";
    out.software = {{"LibreOffice", "MPL-2.0", 1}, {"Kettle", "", 0}};
    out.results = {{"30 Projekte sind veröffentlicht.", "2024", 1}};
    out.lessons = {{"Ohne Beschluss ging es nicht.", 1}, {"Klein anfangen.", 0}};
    return out;
}

Page page(const std::string& language) {
    Page out;
    out.card = card("frei", language);
    out.summary = "Wer wechseln kann, entscheidet selbst.";
    out.updated = "2026-11-20";
    out.body = {block(BlockKind::heading, runs("Warum das zählt"), 2),
                block(BlockKind::paragraph, {{.text = "Der "},
                                             {.text = "Quell\u00ADcode", .term = "quellcode"},
                                             {.text = " ist "},
                                             {.text = "offen", .bold = true},
                                             {.text = "1", .source = 1},
                                             {.text = "2", .source = 2},
                                             {.text = ". Siehe "},
                                             {.text = "Dortmund", .page = "dortmund"},
                                             {.text = "."}}),
                block(BlockKind::item, runs("Eins"), 1, 1),
                block(BlockKind::item, runs("Zwei"), 2),
                block(BlockKind::quote, runs("Ein Zitat."), 1),
                block(BlockKind::key_point, runs("Merke: Das zählt.")),
                block(BlockKind::code, runs("a < b\nc"), 1),
                table(),
                figure("frei/waage.svg"),
                figure("frei/rathaus.jpg"),
                block(BlockKind::heading, runs("Und dann"), 3),
                block(BlockKind::paragraph, runs("Ein letzter Absatz."))};
    out.sources = {
        {"gnu", "What is Free Software?", "GNU", "2024", "https://gnu.org/", language, 'A'},
        {"kgst", "Open Source", "KGSt", "2021-06", "https://kgst.de/", language, 'C'}};
    out.related = {case_card("dortmund", language), card("lizenzen", language)};
    out.terms = {"quellcode"};
    return out;
}

State state_at(Screen screen, const std::string& id, const std::string& language) {
    State state;
    state.settings.town = "Musterstadt";
    state.settings.crest = "crest.svg";
    TownText text;
    text.language = language;
    text.greeting = "Willkommen";
    text.imprint = text.privacy = text.accessibility = text.contact = "Ein Text der Stadt.";
    state.settings.texts = {text};
    state.preferences.language = language;
    state.history = {Place{Screen::home, {}, false, {}, {}}, Place{screen, id, false, {}, {}}};
    state.view.language = language;
    Catalogue& catalogue = state.view.catalogue;
    catalogue = {"probe", "1", "2026-11-23", "Offene Rathäuser", "Musterstadt", {}, {}, {}, {}};
    catalogue.languages = {
        {"de", "Deutsch"}, {"en", "English"}, {"de-simple", "Leichte Sprache"}, {"ar", "Arabisch"}};
    catalogue.topics = {
        {"grundlagen", "book", language, "Grundlagen", "Was es ist und was es bringt.", 3},
        {"staedte", "town", language, "Städte", "Wer es tut.", 1},
        {"strategien", "compass", language, "Um\u00ADsetzungs\u00ADstrategien",
         "Wie ein Rathaus anfängt: umsteigen, Menschen mitnehmen, einkaufen und rechnen.", 12},
        {"steuern", "governance", language, "Governance-Empfehlungen", "Wer entscheidet.", 6},
        {"wirtschaft", "people", language, "Erfahrungen der Open-Source-Wirtschaft",
         "Wovon die Firmen leben und wer die Programme pflegt.", 4},
        {"erkenntnisse", "source", language, "Veröffentlichte Erkenntnisse", "Vier Texte.", 5},
        {"ergebnisse", "result", language, "Was daraus wurde", "Wohin es führte.", 3}};
    catalogue.fresh = {card("frei", language), case_card("dortmund", language)};
    return state;
}

namespace {

State page_state(const std::string& language, bool more, bool is_case) {
    State state = state_at(Screen::page, "frei", language);
    state.place().more = more;
    state.view.page = page(language);
    if (is_case) state.view.page->facts = facts();
    state.view.page_terms = {{"quellcode", language, "Quellcode", "Der Bauplan."}};
    return state;
}

State search_state(const std::string& language, const std::string& query, int hits) {
    State state = state_at(Screen::search, {}, language);
    state.search.query = query;
    state.search.result = {query, language, {}, {}};
    for (int i = 0; i < hits; ++i) {
        Hit hit{card("treffer" + std::to_string(i), language),
                {},
                {{.text = "Der "}, {.text = "Rat", .bold = true}, {.text = " beschloss es."}}};
        if (i == 1) hit.term = "quellcode";
        state.search.result.hits.push_back(hit);
    }
    if (hits == 0 && !query.empty()) state.search.result.nearest = {"rathaus", "rat"};
    return state;
}

State under(State state, Overlay overlay) {
    state.overlay = overlay;
    if (overlay == Overlay::term)
        state.term = {"quellcode", state.preferences.language, "Quellcode", "Der lesbare Bauplan."};
    return state;
}

State fault_state(const std::string& language) {
    State state;
    state.preferences.language = language;
    state.history = {Place{Screen::fault, {}, false, {}, {}}};
    state.fault = Error{Errc::damaged, "x.pack"};
    return state;
}

State attract_state(const std::string& language) {
    State state = state_at(Screen::attract, {}, language);
    state.history = {Place{}};
    state.view.slides = {{card("frei", language), figure("frei/waage.svg").figure},
                         {case_card("dortmund", language), {}}};
    return state;
}

State topic_state(const std::string& language, bool with_cards) {
    State state = state_at(Screen::topic, "staedte", language);
    if (with_cards) state.view.cards = {case_card("dortmund", language), card("frei", language)};
    return state;
}

State broken_page(const std::string& language) {
    State state = state_at(Screen::page, "frei", language);
    state.view.broken = Error{Errc::damaged, "page frei"};
    return state;
}

} // namespace

std::vector<NamedState> all_screens(const std::string& language) {
    const State home = state_at(Screen::home, {}, language);
    const State article = page_state(language, true, false);
    std::vector<NamedState> all = {
        {"attract", attract_state(language)},
        {"home", home},
        {"topic", topic_state(language, true)},
        {"empty topic", topic_state(language, false)},
        {"page", page_state(language, false, false)},
        {"article", article},
        {"case", page_state(language, true, true)},
        {"broken page", broken_page(language)},
        {"search", search_state(language, {}, 0)},
        {"hits", search_state(language, "rat", 9)},
        {"nothing found", search_state(language, "ratt", 0)},
        {"help", state_at(Screen::help, {}, language)},
        {"about", state_at(Screen::about, {}, language)},
        {"fault", fault_state(language)},
        {"languages", under(home, Overlay::languages)},
        {"term", under(article, Overlay::term)},
        {"idle", under(article, Overlay::idle)},
        {"idle search", under(search_state(language, "rat", 9), Overlay::idle)}};
    for (NamedState& named : discover_screens(language)) all.push_back(std::move(named));
    for (NamedState& named : learn_screens(language)) all.push_back(std::move(named));
    for (NamedState& named : tour_screens(language)) all.push_back(std::move(named));
    for (NamedState& named : staff_screens(language)) all.push_back(std::move(named));
    return all;
}

State screen(const std::string& name, const std::string& language) {
    for (NamedState& named : all_screens(language)) {
        if (named.name == name) return std::move(named.state);
    }
    FAIL("no screen is called " << name);
    return {};
}

} // namespace foyer::test
