// SPDX-License-Identifier: EUPL-1.2
// The risk: content that is there and cannot be read: a table that runs out of the screen, a code
// no camera understands, a match that is marked beside the word.
#include "kiosk/model/reduce.h"
#include "kiosk/ui/article.h"
#include "kiosk/ui/qr.h"
#include "tests/ui/stage.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::ui;
using Catch::Approx;

namespace {

constexpr Colour black{0, 0, 0}, white{255, 255, 255};
constexpr Rect paper{100, 50, 900, 900};

using Rows = std::vector<std::vector<model::Inline>>;

model::Inline runs(std::string words) { return {{.text = std::move(words)}}; }

Tree draw_one_table(test::Stage& stage, const Rows& rows, float width) {
    return stage.draw([&](Ui& ui) {
        flow(ui, {100, 50, width, 900}, {}, 1,
             [&](Flow& page) { draw_table(page, rows, "t", "de"); });
    });
}

Tree draw_one_text(test::Stage& stage, const model::Inline& text, float width = 900) {
    return stage.draw([&](Ui& ui) {
        draw_composed(ui, {paper.x, paper.y}, compose(ui.look, Type::body, text, width, "de"),
                      ui.plain(), "text");
    });
}

/// Width of a number of boxes of the body text.
float boxes(const test::Stage& stage, float count) {
    return count * stage.look().em_px(Type::body) * platform::BoxLayouter::advance_em;
}

/// The modules of a QR code as they were painted, its quiet zone included.
std::vector<std::string> modules(const test::Stage& stage, const Rect& box, std::size_t count) {
    const float module = box.w / static_cast<float>(count);
    std::vector<std::string> rows(count, std::string(count, '.'));
    for (const Rect& run : stage.painted(black)) {
        const auto x = static_cast<std::size_t>(std::lround((run.x - box.x) / module));
        const auto y = static_cast<std::size_t>(std::lround((run.y - box.y) / module));
        const auto n = static_cast<std::size_t>(std::lround(run.w / module));
        for (std::size_t i = 0; i < n && y < count && x + i < count; ++i) rows[y][x + i] = '#';
    }
    return rows;
}

Tree draw_one_code(test::Stage& stage, const std::string& content, float side) {
    return stage.draw([&](Ui& ui) {
        ui.fill({0, 0, 1, 1}, black); // something black elsewhere is not a module
        draw_qr(ui, {200, 300}, side, content, "code", Spoken("code"));
    });
}

} // namespace

TEST_CASE("a table whose words find room stands as a grid", "[ui][page]") {
    test::Stage stage;
    const Tree tree = draw_one_table(
        stage, {{runs("Jahr"), runs("Stadt")}, {runs("2013"), runs("München")}}, 900);
    REQUIRE(tree.find("t.r1c1"));
    CHECK(tree.find("t.r0c0")->rect.y == tree.find("t.r0c1")->rect.y);
    CHECK(tree.find("t.r0c1")->rect.x == tree.find("t.r1c1")->rect.x);
    CHECK(tree.find("t.r0c1")->rect.x > tree.find("t.r0c0")->rect.right());
    CHECK_FALSE(tree.find("t.r1c0.head"));
}

TEST_CASE("a table that does not fit stands row by row, each cell with its heading", "[ui][page]") {
    test::Stage stage;
    const Rows rows = {{runs("Jahr"), runs("Beschluss")},
                       {runs("2013"), runs("Verwaltungsmodernisierungsbeschleunigung")},
                       {runs("2020"), runs("Rat")}};
    const Tree tree = draw_one_table(stage, rows, boxes(stage, 30));
    const Node* head = tree.find("t.r1c1.head");
    REQUIRE(head);
    CHECK(head->spoken.name == "Beschluss");
    CHECK(tree.find("t.r2c0.head")->spoken.name == "Jahr");
    const Node *cell = tree.find("t.r1c1"), *before = tree.find("t.r1c0");
    CHECK(cell->rect.x == before->rect.x);
    CHECK(cell->rect.y >= head->rect.bottom() - 0.5f);
    CHECK(head->rect.y >= before->rect.bottom());
    CHECK(tree.find("t.r2c0")->rect.y > cell->rect.bottom());
}

TEST_CASE("VI-04 no table is wider than its place", "[ui][page]") {
    test::Stage stage;
    const Rows rows = {{runs("Ort"), runs("Was geschah"), runs("Wann")},
                       {runs("Dortmund"), runs("Der Rat beschloss, was alle angeht, mit Mehrheit."),
                        runs("Februar 2021")}};
    for (float width = 200; width <= 1400; width += 75) {
        INFO(width);
        const Tree tree = draw_one_table(stage, rows, width);
        for (const Node& node : tree.nodes) {
            INFO(node.id);
            CHECK(node.rect.x >= 100);
            const bool is_single_word = node.spoken.name.find(' ') == std::string::npos;
            if (!is_single_word) CHECK(node.rect.right() <= 100 + width + 0.5f);
        }
    }
}

TEST_CASE("a row with too few or too many cells is no harm", "[ui][page]") {
    test::Stage stage;
    for (const float width : {900.0f, 200.0f}) {
        const Tree tree = draw_one_table(
            stage, {{runs("A"), runs("B")}, {runs("1")}, {runs("1"), runs("2"), runs("3")}}, width);
        CHECK(tree.find("t.r1c0"));
        CHECK(tree.find("t.r2c1"));
    }
    CHECK(draw_one_table(stage, {}, 900).nodes.empty());
    CHECK(draw_one_table(stage, {{}}, 900).nodes.empty());
}

TEST_CASE("a QR code is black on white in every theme, with a quiet zone of four modules",
          "[ui][page]") {
    test::Stage stage;
    for (int theme = 0; theme < model::theme_count; ++theme) {
        stage.state.preferences.theme = static_cast<model::Theme>(theme);
        const Tree tree = draw_one_code(stage, "https://kgst.de/", 300);
        const Node* code = tree.find("code");
        REQUIRE(code);
        CHECK(code->value == "https://kgst.de/");
        CHECK(code->role == Role::image);
        CHECK(code->rect.w == code->rect.h);
        CHECK(code->rect.w <= 300);
        const std::vector<Rect> ground = stage.painted(white);
        CHECK(std::find(ground.begin(), ground.end(), code->rect) != ground.end());
        // 16 characters at level M are a code of version 2: 25 modules.
        const std::vector<std::string> rows = modules(stage, code->rect, 25 + 8);
        constexpr std::array<const char*, 7> finder = {"#######", "#.....#", "#.###.#", "#.###.#",
                                                       "#.###.#", "#.....#", "#######"};
        for (std::size_t y = 0; y < finder.size(); ++y) {
            CHECK(rows[4 + y].substr(4, 7) == finder[y]);
            CHECK(rows[4 + y].substr(4 + 25 - 7, 7) == finder[y]);
            CHECK(rows[4 + 25 - 7 + y].substr(4, 7) == finder[y]);
        }
        for (std::size_t y = 0; y < rows.size(); ++y) {
            const bool is_quiet = y < 4 || y >= rows.size() - 4;
            if (is_quiet) CHECK(rows[y] == std::string(rows.size(), '.'));
            CHECK(rows[y].substr(0, 4) == "....");
            CHECK(rows[y].substr(rows.size() - 4) == "....");
        }
    }
}

TEST_CASE("a QR code says what it is given, and too much is refused", "[ui][page]") {
    test::Stage stage;
    draw_one_code(stage, "https://a.example/", 300);
    const auto one = stage.painted(black);
    draw_one_code(stage, "https://b.example/", 300);
    CHECK(one != stage.painted(black));
    CHECK(draw_one_code(stage, std::string(5000, 'x'), 300).nodes.empty());
    // A small place gets one pixel a module and never a fraction of one.
    const Tree small = draw_one_code(stage, "https://kgst.de/", 20);
    CHECK(small.find("code")->rect.w == 33);
}

TEST_CASE("each source of a page has its code and its words", "[ui][page]") {
    test::Stage stage;
    stage.state = test::screen("article");
    const Tree tree = stage.draw();
    REQUIRE(tree.find("source2.qr"));
    CHECK(tree.find("source1.qr")->value == "https://gnu.org/");
    CHECK(tree.find("source2.qr")->value == "https://kgst.de/");
    CHECK(tree.find("source2")->spoken.say.find("KGSt") != std::string::npos);
    CHECK(tree.find("source2")->spoken.say.find("Juni 2021") != std::string::npos);
}

TEST_CASE("numbers of sources are drawn and not read aloud", "[ui][page]") {
    test::Stage stage;
    const Tree tree = draw_one_text(stage, {{.text = "Der Rat"},
                                            {.text = "1", .source = 1},
                                            {.text = "2", .source = 2},
                                            {.text = " beschloss."}});
    CHECK(tree.find("text")->spoken.say == "Der Rat beschloss.");
    CHECK(tree.find("text")->spoken.name.find("1,") != std::string::npos);
    const Composed composed =
        compose(stage.look(), Type::body, {{.text = "a"}, {.text = "1", .source = 1}}, 0, "de");
    REQUIRE(composed.spec.spans.size() == 1);
    CHECK(composed.spec.spans[0].raised);
    CHECK(composed.spec.text.find("\u2060") == 1); // never alone on a line
}

TEST_CASE("a word of the glossary can be touched where it stands", "[ui][page]") {
    test::Stage stage;
    const Tree tree = draw_one_text(
        stage, {{.text = "Der "}, {.text = "Code", .term = "quellcode"}, {.text = "."}});
    const Node* word = tree.find("text.word0");
    REQUIRE(word);
    CHECK(word->rank == Rank::word);
    CHECK(word->action == model::Action(model::Show{model::Overlay::term, "quellcode"}));
    CHECK(word->rect.x == Approx(paper.x + boxes(stage, 4)));
    CHECK(word->rect.w == Approx(boxes(stage, 4)));
    // Higher than the line, so that a finger finds it; marked by more than colour: underlined.
    CHECK(word->rect.h >= stage.look().mm(12) - 0.5f);
    const std::vector<Rect> lines = stage.painted(stage.look().palette.warm);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].x == Approx(word->rect.x));
    CHECK(lines[0].w == Approx(word->rect.w));
}

TEST_CASE("a word that is divided can be touched on both lines", "[ui][page]") {
    test::Stage stage;
    const Tree tree = draw_one_text(stage, {{.text = "Der Quell\u00ADcode", .term = "quellcode"}},
                                    boxes(stage, 10.5f));
    REQUIRE(tree.find("text.word1"));
    CHECK(tree.find("text.word1")->rect.y > tree.find("text.word0")->rect.y);
    CHECK(tree.find("text.word0")->spoken.name == "Der Quellcode");
}

TEST_CASE("the matching words of a hit are marked where they stand", "[ui][page]") {
    test::Stage stage;
    stage.state = test::screen("hits");
    const Tree tree = stage.draw();
    const std::vector<Rect> marks = stage.painted(stage.look().palette.mark);
    std::size_t hits = 0;
    for (const Node& node : tree.nodes) {
        const bool is_hit = node.id.starts_with("hit") && node.action;
        if (!is_hit) continue;
        INFO(node.id);
        REQUIRE(hits < marks.size());
        const Rect mark = marks[hits++];
        CHECK(intersection(mark, node.rect) == mark);
        // "Der Rat": the mark lies behind the fifth to the seventh letter.
        CHECK(mark.x == Approx(node.rect.x + stage.look().padding + boxes(stage, 4)).margin(0.5));
        CHECK(mark.w == Approx(boxes(stage, 3)).margin(0.5));
    }
    CHECK(hits > 0);
    CHECK(hits == marks.size());
}

TEST_CASE("hits come in portions that fit above the keyboard", "[ui][page]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        stage.state = test::screen("hits");
        const std::size_t count = stage.state.search.result.hits.size();
        std::size_t seen = 0;
        for (std::size_t portions = 0; portions < count; ++portions) {
            INFO(panel.name << ", from " << stage.state.search.first);
            const Tree tree = stage.draw();
            const float keyboard = tree.find("key.q")->rect.y;
            REQUIRE(tree.find("hit" + std::to_string(seen)));
            while (const Node* hit = tree.find("hit" + std::to_string(seen))) {
                CHECK(hit->rect.bottom() <= keyboard);
                ++seen;
            }
            const Node* next = tree.find("search.next_results");
            if (!next) break;
            model::reduce(stage.state, *next->action);
        }
        CHECK(seen == count);
        const bool goes_back = stage.state.search.first > 0;
        CHECK((stage.draw().find("search.previous_results") != nullptr) == goes_back);
    }
}

TEST_CASE("a hit that is a word of the glossary opens its explanation", "[ui][page]") {
    test::Stage stage;
    stage.state = test::screen("hits");
    const Tree tree = stage.draw();
    CHECK(tree.find("hit0")->action == model::Action(model::Open{model::Screen::page, "treffer0"}));
    CHECK(tree.find("hit1")->action ==
          model::Action(model::Show{model::Overlay::term, "quellcode"}));
}

TEST_CASE("where nothing was found, near words and the topics lead on", "[ui][page]") {
    test::Stage stage;
    stage.state = test::screen("nothing found");
    const Tree tree = stage.draw();
    CHECK(tree.find("search.none")->spoken.name.find("ratt") != std::string::npos);
    CHECK(tree.find("nearest.rathaus")->action == model::Action(model::SetQuery{"rathaus"}));
    CHECK(tree.find("topic.staedte")->action ==
          model::Action(model::Open{model::Screen::topic, "staedte"}));
}

TEST_CASE("the facts of a case have rows only for what is known", "[ui][page]") {
    test::Stage stage;
    stage.state = test::screen("case");
    const Tree all = stage.draw();
    CHECK(all.find("facts.population")->spoken.say.find("612.065") != std::string::npos);
    CHECK(all.find("facts.software")->spoken.say == "LibreOffice (MPL-2.0), Kettle");
    stage.state.view.page->facts->population.reset();
    stage.state.view.page->facts->from = 0;
    stage.state.view.page->facts->results.clear();
    const Tree some = stage.draw();
    CHECK_FALSE(some.find("facts.population"));
    CHECK_FALSE(some.find("facts.years"));
    CHECK_FALSE(some.find("facts.results"));
    CHECK(some.find("facts.place"));
}

TEST_CASE("the summary comes first, the rest under \"more\"", "[ui][page]") {
    test::Stage stage;
    stage.state = test::screen("page");
    const Tree closed = stage.draw();
    CHECK(closed.find("page.summary"));
    CHECK_FALSE(closed.find("block1"));
    CHECK(closed.find("page.more")->action == model::Action(model::ToggleMore{}));
    stage.state.place().more = true;
    const Tree open = stage.draw();
    CHECK(open.find("block1"));
    CHECK(open.find("page.more"));
    CHECK(open.find("term.quellcode")->action ==
          model::Action(model::Show{model::Overlay::term, "quellcode"}));
    CHECK(open.find("related.dortmund")->action ==
          model::Action(model::Open{model::Screen::page, "dortmund"}));
}

TEST_CASE("a page in another language than the one chosen says so", "[ui][page]") {
    test::Stage stage;
    stage.state = test::screen("page");
    CHECK_FALSE(stage.draw().find("page.only_in"));
    stage.state.preferences.language = "en";
    const Tree tree = stage.draw();
    REQUIRE(tree.find("page.only_in"));
    CHECK(tree.find("page.only_in")->spoken.name.find("Deutsch") != std::string::npos);
}

TEST_CASE("LS-03 Leichte Sprache says who has checked it, or that nobody has", "[ui][page]") {
    test::Stage stage;
    stage.state = test::screen("page", "de-simple");
    const std::string unchecked = stage.draw().find("page.checked")->spoken.name;
    stage.state.view.page->checked_by = "Prüfgruppe Nord";
    const std::string checked = stage.draw().find("page.checked")->spoken.name;
    CHECK(checked.find("Prüfgruppe Nord") != std::string::npos);
    CHECK(unchecked != checked);
}

TEST_CASE("a picture that cannot be shown leaves its words", "[ui][page]") {
    test::Stage stage;
    stage.state = test::screen("article");
    const Tree tree = stage.draw();
    const Node* figure = tree.find("page.figure");
    REQUIRE(figure);
    CHECK(figure->spoken.name == "Eine Waage");
    CHECK(figure->spoken.say == "Eine Waage Links der Wechsel.");
    CHECK(tree.find("page.figure.caption"));
}
