// SPDX-License-Identifier: EUPL-1.2
// The risk: a way into the content that leads nowhere, a filter that hides what it should show, a
// recommendation without its reasons, a code that says something else than the screen.
#include "kiosk/model/guide.h"
#include "kiosk/model/reduce.h"
#include "kiosk/model/take_along.h"
#include "kiosk/ui/qr.h"
#include "tests/ui/samples.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace foyer;
using namespace foyer::ui;
using model::Action, model::Open, model::Screen;

namespace {

std::vector<std::string> ids_with(const Tree& tree, const std::string& prefix) {
    std::vector<std::string> ids;
    for (const Node& node : tree.nodes) {
        if (node.id.starts_with(prefix) && node.parent < 0)
            ids.push_back(node.id.substr(prefix.size()));
    }
    return ids;
}

/// Words stand on the thing.
bool has_words(const Tree& tree, const std::string& id) {
    return std::any_of(tree.nodes.begin(), tree.nodes.end(), [&](const Node& node) {
        return node.text && node.parent >= 0 &&
               tree.nodes[static_cast<std::size_t>(node.parent)].id == id;
    });
}

using Ids = std::vector<std::string>;

/// Does what the node does and waits for the pack, which says the same as before.
void touch(model::State& state, const Action& action) {
    model::reduce(state, action);
    if (state.journey) model::reduce(state, model::Loaded{state.journey->ticket, state.view});
}

} // namespace

// Home

TEST_CASE("home leads to its seven topics and eight other ways", "[ui][discover]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        stage.state = test::screen("home");
        const Tree tree = stage.draw();
        INFO(panel.name);
        CHECK(ids_with(tree, "topic.").size() == 7);
        for (const model::Topic& topic : stage.state.view.catalogue.topics) {
            const Node* node = tree.find("topic." + topic.id);
            REQUIRE(node);
            CHECK(node->action == Action(Open{Screen::topic, topic.id}));
            CHECK(node->spoken.say.find(std::to_string(topic.pages)) != std::string::npos);
        }
        const std::vector<std::pair<std::string, Action>> ways = {
            {"home.map", Open{Screen::map, {}}},
            {"home.timeline", Open{Screen::timeline, {}}},
            {"home.compare", Open{Screen::compare, {}}},
            {"home.guides", Open{Screen::guides, {}}},
            {"home.tours", Open{Screen::tours, {}}},
            {"home.learn", Open{Screen::learn, {}}},
            {"home.news", Open{Screen::news, {}}},
            {"home.surprise", model::Surprise{}}};
        for (const auto& [id, action] : ways) {
            INFO(id);
            REQUIRE(tree.find(id));
            CHECK(tree.find(id)->action == action);
            CHECK(tree.find(id)->rank == Rank::primary);
            CHECK(has_words(tree, id)); // an icon alone would be a riddle
        }
    }
}

// Guides

TEST_CASE("each guide is a card that opens it and says how many questions it asks",
          "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("guides");
    const Tree tree = stage.draw();
    CHECK(ids_with(tree, "guide.") == Ids{"lizenz", "bauen", "reifegrad"});
    CHECK(tree.find("guide.bauen")->action == Action(Open{Screen::guide, "bauen"}));
    CHECK(tree.find("guide.bauen")->spoken.say.find("8") != std::string::npos);
    CHECK(tree.find("guide.bauen")->spoken.name == "Kaufen, nachnutzen oder selbst bauen?");
}

TEST_CASE("a question has one button for each answer, and nothing else is asked",
          "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("guide question");
    const model::GuideQuestion question = stage.state.view.guide->questions[0];
    const Tree tree = stage.draw();
    CHECK(tree.find("guide.question")->spoken.name == question.text);
    CHECK(tree.find("guide.question")->role == Role::heading);
    CHECK(tree.find("guide.help")->spoken.name == question.help);
    CHECK(tree.find("guide.step")->spoken.name.find('1') != std::string::npos);
    CHECK(tree.find("guide.private"));
    CHECK(ids_with(tree, "option") == Ids{"0", "1", "2", "3"});
    for (int i = 0; i < 4; ++i) {
        const Node* option = tree.find("option" + std::to_string(i));
        CHECK(option->action == Action(model::Answer{i}));
        CHECK(option->spoken.name ==
              text::without_soft_hyphens(question.options[static_cast<std::size_t>(i)].text));
    }
    CHECK_FALSE(tree.find("guide.result"));
    CHECK_FALSE(tree.find("guide.qr"));
}

TEST_CASE("an answer leads to the next question, and back to the one before", "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("guide question");
    touch(stage.state, *stage.draw().find("option0")->action);
    const Tree next = stage.draw();
    CHECK(next.find("guide.question")->spoken.name == "Bauen Sie auf einem fremden Programm auf?");
    CHECK(next.find("guide.step")->spoken.name.find('2') != std::string::npos);
    CHECK(ids_with(next, "option") == Ids{"0", "1"});
    CHECK_FALSE(next.find("guide.help")); // this one has none
    touch(stage.state, *next.find("option1")->action);
    CHECK(stage.draw().find("guide.result"));
    touch(stage.state, model::Back{});
    CHECK(stage.draw().find("option1"));
    touch(stage.state, model::Back{});
    CHECK(stage.draw().find("option3"));
}

TEST_CASE("a result gives its reasons in the order of the answers, its pages and a code",
          "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("guide result");
    const model::Guide& guide = *stage.state.view.guide;
    const Tree tree = stage.draw();
    CHECK(tree.find("guide.result")->spoken.name == guide.results[0].title);
    CHECK(tree.find("guide.result.text")->spoken.name == guide.results[0].text);
    const std::vector<std::string> reasons = model::follow(guide, {1, 1}).reasons;
    REQUIRE(reasons.size() == 2);
    CHECK(tree.find("reason0")->spoken.name == reasons[0]);
    CHECK(tree.find("reason1")->spoken.name == reasons[1]);
    CHECK(tree.find("reason0")->rect.bottom() <= tree.find("reason1")->rect.y);
    CHECK_FALSE(tree.find("reason2"));
    CHECK(tree.find("card.dortmund")->action == Action(Open{Screen::page, "dortmund"}));
    CHECK(ids_with(tree, "card.") == Ids{"lizenzen", "frei", "dortmund"});
    const std::string text = model::take_along(stage.state.view.catalogue, guide, 1).text;
    CHECK(text.find("https://eupl.example/") != std::string::npos);
    CHECK(tree.find("guide.qr")->value == text);
    CHECK(tree.find("guide.again")->action == Action(Open{Screen::guide, "lizenz"}));
    CHECK(ids_with(tree, "option").empty());
}

TEST_CASE("a result without reasons and pages has no empty headings", "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("guide short result");
    const Tree tree = stage.draw();
    CHECK(tree.find("guide.result")->spoken.name.find("MIT") != std::string::npos);
    CHECK_FALSE(tree.find("guide.reasons"));
    CHECK_FALSE(tree.find("guide.pages"));
    CHECK(tree.find("guide.qr")->value ==
          model::take_along(stage.state.view.catalogue, *stage.state.view.guide, 2).text);
}

// News

TEST_CASE("news are all cards of the pack that are new, or the word that there are none",
          "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("news");
    const Tree tree = stage.draw();
    CHECK(ids_with(tree, "new.").size() == 7);
    CHECK(tree.find("new.neu6")->action == Action(Open{Screen::page, "neu6"}));
    stage.state = test::screen("no news");
    const Tree none = stage.draw();
    CHECK(ids_with(none, "new.").empty());
    CHECK(none.find("news.text")->spoken.name != tree.find("news.text")->spoken.name);
}

// Taking a page along

TEST_CASE("the code of a page holds its address, or its sources and says how many are left out",
          "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("take address");
    const Tree address = stage.draw();
    CHECK(address.find("take.qr")->value ==
          "https://open.musterstadt.example/kiosk/de/pages/frei.html");
    CHECK(address.find("dialog.close")->action == Action(model::Close{}));
    const std::string hint = address.find("take.text")->spoken.name;
    stage.state = test::screen("take sources");
    const model::TakeAlong taken =
        model::take_along(stage.state.view.catalogue, *stage.state.view.page);
    REQUIRE(taken.left_out > 0);
    const Tree sources = stage.draw();
    CHECK(sources.find("take.qr")->value == taken.text);
    CHECK(sources.find("take.qr")->spoken.say.find("Seite frei") != std::string::npos);
    CHECK(sources.find("take.text")->spoken.name.find(std::to_string(taken.left_out)) !=
          std::string::npos);
    CHECK(sources.find("take.text")->spoken.name != hint);
    stage.state.view.page->sources.resize(2);
    CHECK(stage.draw().find("take.text")->spoken.name == stage.words.say("take.sources"));
}

TEST_CASE("a code to take along is large enough for a camera and covers no words",
          "[ui][discover]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        for (const char* name : {"take address", "take sources"}) {
            for (const int size : {0, 1, 2}) {
                stage.state = test::screen(name);
                stage.state.preferences.size = size;
                const Tree tree = stage.draw();
                INFO(name << " on " << panel.name << ", size " << size);
                const Rect dialog = tree.find("dialog")->rect, code = tree.find("take.qr")->rect;
                CHECK(qr_module(tree.find("take.qr")->value, code.w) >=
                      0.45f * panel.panel.px_per_mm());
                // It is seen as a whole; the words beside or below it may have to be scrolled to.
                CHECK(intersection(code, dialog) == code);
                for (const char* id : {"take.title", "take.text", "dialog.close"}) {
                    INFO(id);
                    const Rect rect = tree.find(id)->rect;
                    CHECK(rect.x >= dialog.x);
                    CHECK(rect.right() <= dialog.right());
                    CHECK(intersection(code, rect).empty());
                }
            }
        }
    }
}

// The timeline

TEST_CASE("the timeline shows all events by date, and those with a page lead there",
          "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("timeline");
    const Tree tree = stage.draw();
    CHECK(ids_with(tree, "event.") == Ids{"gnu", "limux", "freiburg", "sh", "ozg", "opencode"});
    float before = 0;
    for (const model::Event& event : stage.state.view.events) {
        INFO(event.id);
        const Node* node = tree.find("event." + event.id);
        CHECK(node->rect.y >= before);
        before = node->rect.bottom();
        CHECK(node->operable() == !event.page.empty());
        if (!event.page.empty()) CHECK(node->action == Action(Open{Screen::page, event.page}));
        CHECK(node->spoken.say.find(stage.words.date(event.date)) == 0);
        CHECK(node->spoken.say.find(text::without_soft_hyphens(event.text)) != std::string::npos);
    }
    const std::string& said = tree.find("event.limux")->spoken.say;
    CHECK(said.find("München") != std::string::npos);
    CHECK(said.find("KGSt") != std::string::npos); // who says so is said as well
}

TEST_CASE("a theme of the timeline shows its events alone and says that it is chosen",
          "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("timeline");
    const Tree all = stage.draw();
    CHECK(ids_with(all, "theme.") ==
          Ids{"all", "movement", "towns", "setbacks", "states", "law", "project"});
    CHECK_FALSE(all.find("theme.all")->state.empty());
    CHECK(all.find("theme.law")->state.empty());
    for (const model::Event& event : stage.state.view.events) {
        INFO(event.theme);
        model::reduce(stage.state, *all.find("theme." + event.theme)->action);
        const Tree one = stage.draw();
        CHECK(ids_with(one, "event.") == Ids{event.id});
        CHECK(ids_with(one, "theme.").size() == 7);
        CHECK_FALSE(one.find("theme." + event.theme)->state.empty());
        CHECK(one.find("theme.all")->state.empty());
    }
    model::reduce(stage.state, *all.find("theme.all")->action);
    CHECK(ids_with(stage.draw(), "event.").size() == 6);
}

TEST_CASE("a pack without events says so", "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("empty timeline");
    const Tree tree = stage.draw();
    CHECK(tree.find("timeline.none"));
    CHECK(ids_with(tree, "theme.").empty());
}

// Comparisons

TEST_CASE("what nobody says of a case is said to be missing", "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("compare three");
    const Tree tree = stage.draw();
    const std::string missing = stage.words.say("compare.missing");
    for (const char* fact :
         {"population_label", "domain", "software", "years", "status", "results", "lessons"}) {
        INFO(fact);
        const auto said = [&](const std::string& page) {
            return tree.find("compare." + page + "." + fact)->spoken;
        };
        CHECK(said("dortmund").name != missing);
        CHECK(said("verbund").name == missing);
        CHECK(said("verbund").say == "Verbund: " + missing);
    }
    CHECK(tree.find("compare.muenchen.software")->spoken.name == missing);
    CHECK(tree.find("compare.muenchen.results")->spoken.name == missing);
    // Nobody counted, but how large the town is is known.
    CHECK(tree.find("compare.muenchen.population_label")->spoken.name ==
          stage.words.say("size.metropolis"));
    CHECK(tree.find("compare.dortmund.population_label")->spoken.name.find("612.065") !=
          std::string::npos);
    CHECK(tree.find("compare.dortmund.software")->spoken.name.find("MPL-2.0") != std::string::npos);
}

TEST_CASE("a fact is in the language of the page, what we call it in that of the interface",
          "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("compare three");
    stage.state.preferences.language = "ar";
    stage.words = test::words_of("ar");
    const Tree tree = stage.draw();
    for (const char* fact : {"domain", "status", "years", "population_label"})
        CHECK(tree.find(std::string("compare.dortmund.") + fact)->language == "ar");
    for (const char* fact : {"software", "results", "lessons"})
        CHECK(tree.find(std::string("compare.dortmund.") + fact)->language == "de");
    CHECK(tree.find("compare.verbund.results")->language == "ar"); // "missing" is our word
}

TEST_CASE("cases stand beside each other where there is room, else below each other",
          "[ui][discover]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        for (const int size : {0, 2}) {
            stage.state = test::screen("compare three");
            stage.state.preferences.size = size;
            const Tree tree = stage.draw();
            INFO(panel.name << ", size " << size);
            const Rect first = tree.find("compare.dortmund.status")->rect;
            const Rect second = tree.find("compare.muenchen.status")->rect;
            const Rect third = tree.find("compare.verbund.status")->rect;
            const bool beside = third.y == first.y;
            if (beside) {
                CHECK(first.right() <= second.x);
                CHECK(second.right() <= third.x);
                CHECK(first.y == second.y);
            } else {
                CHECK(first.bottom() < third.y);
            }
        }
    }
    // On the widest panel there is room for three, on the smallest for one.
    test::Stage wide({{3840, 2160}, {708, 398}, 850, 600});
    test::Stage narrow(test::reference_panels().back().panel);
    wide.state = narrow.state = test::screen("compare three");
    narrow.state.preferences.size = 2;
    const Tree beside = wide.draw(), below = narrow.draw();
    CHECK(beside.find("compare.dortmund.status")->rect.y ==
          beside.find("compare.verbund.status")->rect.y);
    // The buttons stand in one line, though one title takes two.
    CHECK(beside.find("compare.dortmund.open")->rect.y ==
          beside.find("compare.muenchen.open")->rect.y);
    CHECK(below.find("compare.dortmund.status")->rect.x ==
          below.find("compare.muenchen.status")->rect.x);
    CHECK(below.find("compare.dortmund.status")->rect.bottom() <=
          below.find("compare.muenchen.status")->rect.y);
}

TEST_CASE("cases are chosen and taken out where they are compared", "[ui][discover]") {
    test::Stage stage;
    stage.state = test::screen("compare two");
    const Tree tree = stage.draw();
    CHECK(tree.find("compare.dortmund.open")->action == Action(Open{Screen::page, "dortmund"}));
    CHECK(tree.find("compare.dortmund.remove")->action ==
          Action(model::ToggleCompared{"dortmund"}));
    CHECK(tree.find("compare.dortmund.remove")->spoken.say.find("Dortmund") != std::string::npos);
    CHECK(ids_with(tree, "choose.").size() == stage.state.view.cases.size());
    CHECK_FALSE(tree.find("choose.muenchen")->state.empty());
    CHECK(tree.find("choose.verbund")->state.empty());
    CHECK(tree.find("choose.verbund")->action == Action(model::ToggleCompared{"verbund"}));
}

TEST_CASE("a comparison of too few says what to do", "[ui][discover]") {
    test::Stage stage;
    std::vector<std::string> said;
    for (const char* name : {"compare nothing", "compare one", "compare three"}) {
        stage.state = test::screen(name);
        const Tree tree = stage.draw();
        said.push_back(tree.find("compare.text")->spoken.name);
        CHECK(tree.find("choose.dortmund"));
    }
    CHECK(said[0] != said[1]);
    CHECK(said[1] != said[2]);
}
