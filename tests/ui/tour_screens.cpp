// SPDX-License-Identifier: EUPL-1.2
// The states of samples.h: tours, a step of each kind, the presenter's view, the overview.
#include "tests/ui/samples.h"

namespace foyer::test {

using namespace model;

namespace {

Inline cited(std::string words) {
    return {{.text = std::move(words)}, {.text = "1", .source = 1}, {.text = "."}};
}

Block figure_block(const std::string& caption) {
    Block out = block(BlockKind::figure, {});
    out.figure = {"frei/waage.svg", "Eine Waage", {}, runs(caption), 640, 480, false};
    return out;
}

Block chart_block() {
    Block out = block(BlockKind::chart, {});
    out.chart = {ChartKind::bar,
                 "Kosten im Vergleich",
                 "Euro je Arbeitsplatz",
                 "Eigene Rechnung der Stadt",
                 "2024-06",
                 1,
                 {{"Bisher", 250, "250"},
                  {"Nach dem Umstieg auf ein anderes Fach\u00ADverfahren", 112.5, "112,50"},
                  {"Im Rahmenvertrag", 0, "0"}}};
    return out;
}

std::vector<Block> long_text() {
    std::vector<Block> out;
    for (int i = 1; i <= 4; ++i) {
        out.push_back(block(BlockKind::paragraph,
                            cited("Der Rat beschloss im Jahr " + std::to_string(2000 + i) +
                                  ", dass die Verwaltung ihre Programme selbst wählen kann, und "
                                  "dass jede Abteilung sagt, was sie dafür braucht, bevor etwas "
                                  "gekauft oder gebaut wird")));
    }
    return out;
}

TourStep step(TourShow show, std::string title, std::vector<Block> body) {
    TourStep out;
    out.show = show;
    out.title = std::move(title);
    out.body = std::move(body);
    out.sources = {{"kgst", "Open Source", "KGSt", "2021-06", "https://kgst.de/", "de", 'C'}};
    out.notes = {block(BlockKind::paragraph, runs("Begrüßen Sie alle. Sagen Sie, worum es geht.")),
                 block(BlockKind::item, cited("Eine Zahl"), 1)};
    out.seconds = 90;
    return out;
}

Tour tour(const std::string& language) {
    Tour out;
    out.card = {"rundgang", language, "Fünf Städte, fünf Wege", "Für alle.", 6, 8};
    out.steps = {
        step(TourShow::slide, "Drei Fragen an jede Stadt und kein Rezept",
             {block(BlockKind::paragraph, runs("Drei Fragen an jede Stadt:")),
              block(BlockKind::item, runs("Was gab den Anstoß?"), 1, 1),
              block(BlockKind::item, cited("Wo wurde es schwer"), 1, 2),
              block(BlockKind::item,
                    runs("Was ist aus der Verwaltungs\u00ADmodernisierungs\u00ADinitiative "
                         "geworden?"),
                    1)}),
        step(TourShow::section, "Zehn Jahre Umbau", long_text()),
        step(TourShow::page, "München: hin, zurück und wieder hin",
             {block(BlockKind::paragraph, runs("Wer wechseln kann, entscheidet selbst.")),
              figure_block("Die Wendungen")}),
        step(TourShow::figure, "Die Wendungen", {figure_block("Ein Bild mit einer Bildzeile")}),
        step(TourShow::chart, "Was es kostete", {chart_block()}),
        step(TourShow::map, "Wo das war", {})};
    return out;
}

Presentation presentation(const std::string& language, int at) {
    Presentation out;
    out.tour = tour(language);
    out.step = at;
    out.parts = at == 1 ? 4 : 1;
    out.used.resize(out.tour.steps.size());
    out.used.front() = std::chrono::seconds(125);
    return out;
}

} // namespace

State tour_state(const std::string& language, int at) {
    State state = state_at(Screen::tour, "rundgang", language);
    state.presentation = presentation(language, at);
    state.now = std::chrono::seconds(70);
    return state;
}

std::vector<NamedState> tour_screens(const std::string& language) {
    State tours = state_at(Screen::tours, {}, language);
    const State none = tours;
    tours.view.tours = {{"rundgang", language, "Fünf Städte, fünf Wege", "Für alle.", 6, 8},
                        {"kurz", language, "Ein\u00ADführung", "", 1, 2}};
    std::vector<NamedState> all = {{"tours", tours}, {"no tours", none}};
    for (int at = 0; at < 5; ++at)
        all.push_back({"tour step " + std::to_string(at + 1), tour_state(language, at)});
    State controls = tour_state(language, 1);
    controls.presentation->controls = true;
    controls.presentation->number = "12";
    all.push_back({"tour step with controls", controls});
    State playing = tour_state(language, 0);
    playing.presentation->playing = true;
    all.push_back({"tour step that plays", playing});
    State blank = tour_state(language, 0);
    blank.presentation->blank = true;
    all.push_back({"tour step in the dark", blank});
    State overview = tour_state(language, 1);
    overview.presentation->overview = true;
    all.push_back({"tour overview", overview});
    State notes = tour_state(language, 0);
    notes.presentation->notes = true;
    all.push_back({"tour notes", notes});
    State presenter = tour_state(language, 1);
    presenter.projector = {1920, 1080};
    all.push_back({"presenter", presenter});
    presenter.presentation->blank = true;
    presenter.presentation->step = 5;
    presenter.presentation->used.back() = std::chrono::seconds(1000);
    all.push_back({"presenter in the dark", presenter});
    State question = state_at(Screen::about, {}, language);
    question.presentation = presentation(language, 1);
    question.presentation->here = false;
    all.push_back({"tour that waits", question});
    State broken = state_at(Screen::tour, "weg", language);
    broken.view.broken = Error{Errc::damaged, "tour weg"};
    all.push_back({"broken tour", broken});
    return all;
}

} // namespace foyer::test
