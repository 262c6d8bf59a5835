// SPDX-License-Identifier: EUPL-1.2
// The risk: a learner cannot tell what was right without colours, a trainer's count goes to the
// wrong option, somebody is told that something is saved which is not.
#include "kiosk/model/reduce.h"
#include "tests/ui/samples.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace foyer;
using namespace foyer::ui;
using model::Action, model::Open, model::Screen;

namespace {

Tree drawn(const std::string& screen) {
    test::Stage stage;
    stage.state = test::screen(screen);
    return stage.draw();
}

/// All that is read out.
std::string said(const Tree& tree) {
    std::string all;
    for (const Node& node : tree.nodes) all += node.spoken.say + "\n";
    return all;
}

bool says(const Tree& tree, const std::string& words) {
    return said(tree).find(words) != std::string::npos;
}

const Node& node(const Tree& tree, const std::string& id) {
    const Node* found = tree.find(id);
    INFO(id);
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("learning offers the quick quiz and every course, and a class that waits",
          "[ui][learn]") {
    const Tree plain = drawn("learn"), waits = drawn("learn with a class");
    CHECK(node(plain, "learn.quick").action == Action(Open{Screen::quiz, model::quick_quiz}));
    CHECK(node(plain, "course.einstieg").action == Action(Open{Screen::course, "einstieg"}));
    CHECK(node(plain, "course.beschaffung").spoken.say.find("45") != std::string::npos);
    CHECK_FALSE(plain.find("learn.class"));
    CHECK(node(waits, "learn.class").action == Action(Open{Screen::pin, "class:einstieg"}));
    CHECK(node(waits, "learn.class").spoken.say.find("23") != std::string::npos);
    CHECK(drawn("learn nothing").find("learn.none"));
}

TEST_CASE("a course shows all of itself, and its class only where there is a PIN", "[ui][learn]") {
    const Tree plain = drawn("course");
    CHECK(node(plain, "course.all_questions").action == Action(Open{Screen::quiz, "einstieg"}));
    CHECK(node(plain, "section2.questions").action == Action(Open{Screen::quiz, "einstieg/2"}));
    CHECK(node(plain, "section1.page.lizenzen").action == Action(Open{Screen::page, "lizenzen"}));
    CHECK(plain.find("section2.block1"));
    CHECK(plain.find("goal1"));
    CHECK_FALSE(plain.find("course.hold"));
    CHECK(node(drawn("course to hold"), "course.hold").action ==
          Action(Open{Screen::pin, "class:einstieg"}));
    test::Stage inside;
    inside.state = test::screen("course to hold");
    inside.state.staff.owner = model::PinOwner::trainer;
    CHECK(node(inside.draw(), "course.hold").action == Action(Open{Screen::classroom, "einstieg"}));
}

TEST_CASE("VI-07 the chosen option says so in words", "[ui][learn]") {
    const Tree tree = drawn("quiz chosen");
    CHECK_FALSE(node(tree, "option2").state.empty());
    CHECK(node(tree, "option0").state.empty());
    const bool shown = std::any_of(tree.nodes.begin(), tree.nodes.end(), [&](const Node& one) {
        return one.parent >= 0 && one.spoken.name == "Ihre Antwort" &&
               tree.nodes[static_cast<std::size_t>(one.parent)].id == "option2";
    });
    CHECK(shown);
    CHECK(node(tree, "quiz.progress").spoken.name == "Frage 2 von 3");
    CHECK(node(tree, "quiz.next").action == Action(model::GoToQuestion{2}));
    CHECK(node(tree, "quiz.previous").action == Action(model::GoToQuestion{0}));
    CHECK(node(drawn("quiz first"), "quiz.next").spoken.name == "Überspringen");
    CHECK(node(drawn("quiz last"), "quiz.next").action == Action(model::GoToQuestion{3}));
}

TEST_CASE("TS-06 every answer can be changed before it is handed in", "[ui][learn]") {
    const Tree tree = drawn("quiz review");
    for (int i = 0; i < 3; ++i) {
        const std::string id = "review" + std::to_string(i);
        CHECK(node(tree, id + ".change").action == Action(model::GoToQuestion{i}));
    }
    CHECK(node(tree, "review0.answer").spoken.name.starts_with("Sie für die eigenen"));
    CHECK(node(tree, "review2.answer").spoken.name == "noch keine Antwort");
    CHECK(node(tree, "quiz.hand_in").action == Action(model::HandIn{}));
    CHECK_FALSE(tree.find("quiz.error"));
}

TEST_CASE("SP-14 what is missing names the question and the reason", "[ui][learn]") {
    const Tree tree = drawn("quiz missed");
    CHECK(node(tree, "quiz.error").role == Role::status);
    CHECK_FALSE(tree.find("quiz.error0"));
    const Node& error = node(tree, "quiz.error1");
    CHECK(error.role == Role::status);
    CHECK(error.spoken.say.find("Frage 2 hat noch keine Antwort") != std::string::npos);
    CHECK(error.spoken.say.find("Lizenzbedingungen") != std::string::npos);
    CHECK(node(tree, "quiz.hand_in").spoken.name == "Trotzdem abgeben");
}

TEST_CASE("a result says in words what was right, why, and where it stands", "[ui][learn]") {
    const Tree tree = drawn("quiz result");
    CHECK(node(tree, "quiz.score").spoken.name == "1 von 3 richtig");
    CHECK(node(tree, "result0.verdict").spoken.name == "Richtig");
    CHECK(node(tree, "result1.verdict").spoken.name == "Nicht richtig");
    CHECK(node(tree, "result2.verdict").spoken.name == "Nicht beantwortet");
    CHECK(node(tree, "result1.yours").spoken.name == "Ihre Antwort: Sie nutzen");
    CHECK(node(tree, "result1.right").spoken.name.starts_with("Richtig ist: Sie für"));
    CHECK_FALSE(tree.find("result0.right"));
    CHECK_FALSE(tree.find("result2.yours"));
    CHECK(node(tree, "result1.page.frei").action == Action(Open{Screen::page, "frei"}));
    CHECK(node(tree, "result1.sources").spoken.name.find("GNU") != std::string::npos);
    CHECK(tree.find("result1.why"));
    CHECK_FALSE(tree.find("quiz.again"));
    CHECK(drawn("quick result").find("quiz.again"));
}

TEST_CASE("SP-15 a score is nobody else's business", "[ui][learn]") {
    std::set<std::string> secrets;
    for (const Node& one : drawn("quiz result").nodes) {
        if (one.is_private) secrets.insert(one.id);
    }
    CHECK(secrets == std::set<std::string>{"quiz.score", "result0.verdict", "result0.yours",
                                           "result1.verdict", "result1.yours", "result2.verdict"});
}

TEST_CASE("TS-05 staying is what a dialog about losing offers first", "[ui][learn]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        for (const int size : {0, 2}) {
            for (const char* name : {"quiz leaving", "class ending", "class ending written"}) {
                test::Stage stage(panel.panel);
                stage.state = test::screen(name);
                stage.state.preferences.size = size;
                const Tree tree = stage.draw();
                INFO(name << " on " << panel.name << ", size " << size);
                const std::vector<std::string> order = tree.focus_order();
                CHECK(order[0] == "dialog.close");
                CHECK(order[1] == "confirm.leave");
                const Rect title = node(tree, "confirm.title").rect,
                           stay = node(tree, "dialog.close").rect;
                CHECK(title.bottom() <= stay.y);
                CHECK(intersection(stage.look().screen, stay) == stay);
                const Rect dialog = node(tree, "dialog").rect;
                CHECK(title.y >= dialog.y);
                CHECK(title.right() <= dialog.right() + 0.5f);
            }
        }
    }
    CHECK(node(drawn("quiz leaving"), "confirm.leave").action == Action(model::LoseAnswers{}));
    CHECK(node(drawn("class ending"), "confirm.leave").action ==
          Action(model::ClassAction(model::EndClass{})));
    CHECK(says(drawn("class ending"), "auf einem Stick"));
    CHECK_FALSE(says(drawn("class ending written"), "Nichts davon"));
}

TEST_CASE("the classroom opens for a PIN only", "[ui][learn]") {
    const Tree tree = drawn("class locked");
    CHECK(node(tree, "class.enter").action == Action(Open{Screen::pin, "class:einstieg"}));
    CHECK_FALSE(tree.find("class.begin"));
    CHECK(node(drawn("class begins"), "class.begin").action ==
          Action(model::ClassAction(model::StartClass{"einstieg"})));
    CHECK(node(drawn("another class"), "class.go_there").action ==
          Action(Open{Screen::classroom, "beschaffung"}));
    CHECK_FALSE(drawn("another class").find("class.begin"));
}

TEST_CASE("a count goes to its option, by ones and by fives", "[ui][learn]") {
    const Tree tree = drawn("class question");
    const auto sets = [&](const std::string& id) {
        return std::get<model::SetCount>(std::get<model::ClassAction>(*node(tree, id).action));
    };
    CHECK(sets("count0.less5") == model::SetCount{0, 115});
    CHECK(sets("count0.more1") == model::SetCount{0, 121});
    CHECK(sets("count4.more5") == model::SetCount{4, 5});
    CHECK(sets("count4.less1") == model::SetCount{4, 0});
    CHECK(node(tree, "count0").value == "120");
    CHECK(node(tree, "count0.more1").spoken.say == "A. Sie nutzen: +1");
    CHECK(tree.find("class.too_many")); // 120 of 18
    CHECK(tree.find("class.unsaved"));
    CHECK_FALSE(tree.find("class.right")); // nobody is told before
}

TEST_CASE("saved is said when it is, and not before", "[ui][learn]") {
    CHECK(node(drawn("class saved"), "class.keeping").spoken.name == "Gespeichert");
    CHECK(node(drawn("class saving"), "class.keeping").spoken.name == "Wird gespeichert …");
    const Tree failed = drawn("class not saved");
    CHECK(node(failed, "class.keeping").spoken.name.starts_with("Nicht gespeichert"));
    CHECK(failed.find("class.confirm"));
    for (const char* name : {"class saved", "class saving", "class not saved"}) {
        const Tree tree = drawn(name);
        CHECK(node(tree, "chart.point2").spoken.say.find("(richtig): 12") != std::string::npos);
        CHECK(node(tree, "class.right").spoken.name.find("C. ") != std::string::npos);
        CHECK(tree.find("class.correct"));
    }
}

TEST_CASE("the timer can be read by the room, and its end is said", "[ui][learn]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        stage.state = test::screen("class timer");
        const Tree tree = stage.draw();
        INFO(panel.name);
        CHECK(node(tree, "timer").spoken.name == "04:59");
        CHECK(node(tree, "timer").spoken.say == "Noch 4 Minuten und 59 Sekunden");
        const auto digits = std::find_if(tree.nodes.begin(), tree.nodes.end(), [](const Node& one) {
            return one.text && one.spoken.name == "04:59";
        });
        REQUIRE(digits != tree.nodes.end());
        const float share = digits->rect.h / stage.look().stage.h;
        // As high as a room needs them, or as much of the panel as there is.
        const bool enough =
            digits->text->cap_mm >= 0.01222f * 5000 - 1 || share > 0.38f ||
            digits->rect.w > 0.85f * (stage.look().stage.w - 2 * stage.look().margin);
        CHECK(enough);
    }
    CHECK(node(drawn("class timer over"), "timer.state").spoken.name == "Die Zeit ist um.");
    CHECK(drawn("class timer runs").find("class.timer_pause"));
    CHECK(drawn("class timer").find("class.timer_start"));
    CHECK_FALSE(drawn("class timer over").find("class.timer_start"));
}

TEST_CASE("what became of the stick is said in words", "[ui][learn]") {
    std::set<std::string> outcomes;
    for (const Errc error :
         {Errc::not_found, Errc::no_space, Errc::refused, Errc::unreadable, Errc::invalid}) {
        test::Stage stage;
        stage.state = test::screen("class no stick");
        stage.state.classroom.papers.error = error;
        const Tree tree = stage.draw();
        const std::string words = node(tree, "class.outcome").spoken.say;
        CHECK(words.find("nicht verloren") != std::string::npos);
        outcomes.insert(words);
    }
    CHECK(outcomes.size() == 5);
    CHECK(says(drawn("class written"), "Kurs-Ergebnisse-einstieg-2026-11-23.csv"));
    CHECK(drawn("class writing").find("class.outcome"));
    CHECK_FALSE(drawn("class end").find("class.outcome"));
    CHECK(says(drawn("class end"), "Frage q-alt gibt es in diesem Inhalt nicht mehr"));
    CHECK(says(drawn("class course gone"), "Diesen Kurs gibt es in diesem Inhalt nicht mehr"));
    CHECK(drawn("class course gone").find("class.write"));
}
