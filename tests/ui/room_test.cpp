// SPDX-License-Identifier: EUPL-1.2
// The risk: a slide that the last row cannot read, that loses half a sentence between two parts, or
// that shows the room what only the presenter should see.
#include "kiosk/ui/room.h"

#include "tests/ui/samples.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>
#include <string>

using namespace foyer;
using namespace foyer::ui;
using Catch::Approx;

namespace {

constexpr float degrees_07 = 0.01222f;
constexpr int steps = 6;
/// A picture of two metres that is read from five.
const Panel projector{{1920, 1080}, {2000, 1125}, 0, 5000};

Tree draw_wall_of(test::Stage& stage) {
    Tree tree;
    stage.draw([&](Ui& ui) { tree = draw_wall(ui, stage.state); });
    return tree;
}

/// Each part of each step, as a room sees it.
void on_all_parts(test::Stage& stage, const std::function<Tree()>& draw,
                  const std::function<void(const Tree&)>& check) {
    for (int step = 0; step < steps; ++step) {
        int parts = 1;
        for (int part = 0; part < parts; ++part) {
            stage.state = test::tour_state("de", step);
            stage.state.presentation->part = part;
            const Tree tree = draw();
            REQUIRE(tree.parts);
            parts = tree.parts->parts;
            INFO("step " << step + 1 << ", part " << part + 1 << " of " << parts);
            check(tree);
        }
    }
}

bool is_of_room(const Node& node) { return node.id.starts_with("room."); }

float least_cap_mm(const Tree& tree) {
    float least = 1e6f;
    for (const Node& node : tree.nodes)
        if (is_of_room(node) && node.text) least = std::min(least, node.text->cap_mm);
    return least;
}

void check_places(const Tree& tree, Size screen) {
    for (const Node& node : tree.nodes) {
        if (!is_of_room(node)) continue;
        INFO(node.id << " at " << node.rect.x << "," << node.rect.y << " " << node.rect.w << " x "
                     << node.rect.h);
        CHECK(node.rect.x >= -0.5f);
        CHECK(node.rect.y >= -0.5f);
        CHECK(node.rect.right() <= screen.w + 0.5f);
        CHECK(node.rect.bottom() <= screen.h + 0.5f);
        if (node.text) CHECK_FALSE(node.text->overflow);
    }
}

/// What stands on a slide does not lie on anything else.
void check_apart(const Tree& tree) {
    for (const Node& one : tree.nodes) {
        for (const Node& other : tree.nodes) {
            if (!is_of_room(one) || !is_of_room(other) || one.id >= other.id) continue;
            if (one.parent >= 0 || other.parent >= 0) continue;
            if (!one.text || !other.text) continue;
            INFO(one.id << " and " << other.id);
            const Rect shared = intersection(one.rect, other.rect);
            const bool lies_on_it = shared.w > 1 && shared.h > 1;
            CHECK_FALSE(lies_on_it);
        }
    }
}

/// A step of these blocks on the wall, part by part.
std::vector<Tree> parts_of(const std::vector<model::Block>& blocks,
                           const std::vector<model::Source>& sources) {
    test::Stage stage(projector);
    std::vector<Tree> parts;
    for (int part = 0, count = 1; part < count; ++part) {
        parts.push_back(stage.draw([&](Ui& ui) {
            const Room room(ui.look, "de", projector.px, projector.mm, 5000, 0);
            ui.inset(room.look, ui.look.screen, Ui::Nodes::kept, [&](Ui& inner) {
                const RoomText text{model::TourShow::section, "de", "Ein Titel", blocks, sources};
                count = draw_room_text(inner, room, text, [&](int) { return part; });
            });
        }));
    }
    return parts;
}

std::string words_of_parts(test::Stage& stage, int step, const std::function<Tree()>& draw) {
    std::string all;
    int parts = 1;
    for (int part = 0; part < parts; ++part) {
        stage.state = test::tour_state("de", step);
        stage.state.presentation->part = part;
        const Tree tree = draw();
        parts = tree.parts->parts;
        for (const Node& node : tree.nodes)
            if (node.id.starts_with("room.block") && node.role == Role::text &&
                !node.id.ends_with(".number"))
                all += node.spoken.name + " ";
    }
    std::string packed;
    for (const char letter : all)
        if (letter != ' ' && letter != '\n' && letter != '-') packed += letter;
    return packed;
}

std::string packed_words_of(const model::TourStep& step) {
    std::string packed;
    for (const model::Block& block : step.body)
        for (const char letter : model::plain(block.text))
            if (letter != ' ') packed += letter;
    return packed;
}

} // namespace

TEST_CASE("a room reads every letter of a tour from where it sits", "[ui][room]") {
    test::Stage stage(projector);
    on_all_parts(
        stage, [&] { return draw_wall_of(stage); },
        [&](const Tree& tree) {
            CHECK(least_cap_mm(tree) >= 5000 * degrees_07 * 0.99f);
            check_places(tree, projector.px);
            check_apart(tree);
        });
}

TEST_CASE("a panel too small for that keeps seven lines of twenty characters and says its reach",
          "[ui][room]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        const Look look = stage.look();
        const Room room(look, "de", look.panel.px, look.panel.mm, 5000, look.primary);
        INFO(panel.name << ", read from " << room.readable_mm);
        CHECK(room.readable_mm <= 5000);
        const float em = room.look.em_px(Type::body);
        if (room.readable_mm < 5000) CHECK(room.content.w / em >= 20 * 0.53f * 0.97f);
        // The last line is the foot.
        CHECK((room.foot.bottom() - room.content.y) / em >= 7 * 1.3f * 0.97f);
        on_all_parts(
            stage, [&] { return stage.draw(); },
            [&](const Tree& tree) {
                CHECK(least_cap_mm(tree) >= room.readable_mm * degrees_07 * 0.97f);
                check_places(tree, look.panel.px);
                check_apart(tree);
            });
    }
}

TEST_CASE("the parts of a step hold all its words, each once", "[ui][room]") {
    for (const int step : {0, 1}) {
        const std::string all = packed_words_of(
            test::tour_state("de", step).presentation->tour.steps[static_cast<std::size_t>(step)]);
        test::Stage wall(projector);
        const std::string shown = words_of_parts(wall, step, [&] { return draw_wall_of(wall); });
        CHECK(shown.find(all) == 0);
        for (const test::NamedPanel& panel : test::reference_panels()) {
            INFO("step " << step + 1 << " on " << panel.name);
            test::Stage stage(panel.panel);
            const std::string here = words_of_parts(stage, step, [&] { return stage.draw(); });
            CHECK(here.find(all) == 0);
            CHECK(here.size() < all.size() + 40); // and the source
        }
    }
}

TEST_CASE("a long text goes on behind a sentence", "[ui][room]") {
    model::Block block;
    for (int i = 0; i < 12; ++i)
        block.text.push_back({.text = "Am 1. März war die Liste der Klagen so lang wie nie. "});
    const std::vector<Tree> parts = parts_of({block}, {});
    REQUIRE(parts.size() > 1);
    for (const Tree& part : parts) {
        const std::string& said = part.find("room.block0")->spoken.name;
        INFO(said);
        CHECK(said.starts_with("Am 1. März"));
        CHECK(said.substr(0, said.find_last_not_of(' ') + 1).ends_with("nie."));
    }
}

TEST_CASE("the foot names the sources of its part, and that there are more", "[ui][room]") {
    const auto source = [](const std::string& who, const std::string& date) {
        model::Source one;
        one.publisher = who;
        one.date = date;
        return one;
    };
    const std::vector<model::Source> sources = {
        source("Stadtblatt", "2012-03"), source("Stadtblatt", "2014"),
        source("Landesanzeiger", "2015"), source("Verein der Kommunen", "2016"),
        source("Rechenzentrum", "2017")};
    std::vector<model::Block> blocks(20);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        blocks[i].text = {{.text = "Ein Absatz, der eine Zeile füllt."}};
        const std::vector<int> cited = i < 7 ? std::vector<int>{1, 2} : std::vector<int>{3, 4, 5};
        for (const int number : cited)
            blocks[i].text.push_back({.text = std::to_string(number), .source = number});
    }
    const std::vector<Tree> parts = parts_of(blocks, sources);
    REQUIRE(parts.size() > 1);
    CHECK(parts.front().find("room.sources")->spoken.name.find("Stadtblatt, 2012, 2014") !=
          std::string::npos);
    CHECK(parts.back().find("room.sources")->spoken.name ==
          "Quelle: Rechenzentrum, 2017 u.\u00A0a.");
    CHECK(parts.back().find("room.block0")->spoken.name == "Ein Absatz, der eine Zeile füllt.");
}

TEST_CASE("a caption is in sight with its picture", "[ui][room]") {
    model::Block block;
    block.kind = model::BlockKind::figure;
    block.figure.alt = "Ein Bild";
    block.figure.width = 400;
    block.figure.height = 300;
    block.figure.caption = {{.text = "Eine Beschreibung, die mehr als eine Zeile der Wand füllt"}};
    const std::vector<Tree> parts = parts_of({block}, {});
    REQUIRE(parts.size() == 1);
    const Node &picture = *parts[0].find("room.block0"), &caption = *parts[0].find("room.block1");
    CHECK(caption.rect.x > picture.rect.right());
    CHECK(picture.rect.h > 400);
}

TEST_CASE("a part that is not there any more is the last one", "[ui][room]") {
    test::Stage stage(projector);
    stage.state = test::tour_state("de", 1);
    stage.state.presentation->part = model::last_part;
    const Tree last = draw_wall_of(stage);
    stage.state.presentation->part = last.parts->parts - 1;
    const Tree same = draw_wall_of(stage);
    REQUIRE(last.nodes.size() == same.nodes.size());
    CHECK(last.find("room.block0")->spoken.name == same.find("room.block0")->spoken.name);
}

TEST_CASE("nothing of the wall can be touched, and no note is on it", "[ui][room]") {
    test::Stage stage(projector);
    on_all_parts(
        stage, [&] { return draw_wall_of(stage); },
        [&](const Tree& tree) {
            for (const Node& node : tree.nodes) {
                CHECK_FALSE(node.action);
                CHECK(node.spoken.say.find("Begrüßen") == std::string::npos);
            }
        });
}

TEST_CASE("the wall is dark when it should be", "[ui][room]") {
    test::Stage stage(projector);
    stage.state = test::tour_state("de", 0);
    stage.state.presentation->blank = true;
    CHECK(draw_wall_of(stage).nodes.empty());
    CHECK_FALSE(stage.painted({0, 0, 0}).empty());
}

TEST_CASE("while the presenter looks something up the wall keeps the step", "[ui][room]") {
    test::Stage stage(projector);
    stage.state = test::screen("hits");
    stage.state.presentation = test::tour_state("de", 1).presentation;
    stage.state.presentation->here = false;
    CHECK(draw_wall_of(stage).find("room.title")->spoken.name == "Zehn Jahre Umbau");
}

TEST_CASE("a page that is opened for a question is on the wall, and moves on with its reader",
          "[ui][room]") {
    test::Stage stage(projector);
    stage.state = test::screen("article");
    stage.state.presentation = test::tour_state("de", 1).presentation;
    stage.state.presentation->here = false;
    const Tree first = draw_wall_of(stage);
    CHECK(first.find("room.title")->spoken.name == "Seite frei");
    CHECK(first.find("room.block0")->spoken.name == "Wer wechseln kann, entscheidet selbst.");
    stage.state.place().scroll.item = 12;
    const Tree later = draw_wall_of(stage);
    CHECK(later.find("room.block0")->spoken.name != first.find("room.block0")->spoken.name);
}

TEST_CASE("without a tour the wall says whose kiosk this is", "[ui][room]") {
    test::Stage stage(projector);
    for (const char* name : {"attract", "home", "article"}) {
        stage.state = test::screen(name);
        CHECK(draw_wall_of(stage).find("wall.title"));
    }
}

TEST_CASE("the presenter sees time used and left, the next step and the notes", "[ui][room]") {
    test::Stage stage;
    stage.state = test::screen("presenter");
    const Tree tree = stage.draw();
    const auto said = [&](const std::string& id) {
        INFO(id);
        REQUIRE(tree.find(id));
        return tree.find(id)->spoken.say;
    };
    CHECK(said("presenter.time_step").find("1:10") != std::string::npos);
    CHECK(said("presenter.time_step").find("0:20") != std::string::npos);
    CHECK(said("presenter.time_all").find("3:15") != std::string::npos);
    CHECK(said("presenter.next").find("München") != std::string::npos);
    CHECK(said("block0").find("Begrüßen") != std::string::npos);
    for (const char* id : {"tour.back", "tour.next", "tour.blank", "tour.overview", "tour.play",
                           "tour.question", "tour.end"}) {
        INFO(id);
        REQUIRE(tree.find(id));
        CHECK(tree.find(id)->operable());
    }
    // The small picture of the room says nothing twice.
    CHECK_FALSE(tree.find("room.title"));
}

TEST_CASE("time that is over is said in words", "[ui][room]") {
    test::Stage stage;
    stage.state = test::screen("presenter in the dark");
    const Tree tree = stage.draw();
    CHECK(tree.find("presenter.time_step")->spoken.say.find("über der Zeit") != std::string::npos);
    CHECK(tree.find("presenter.dark"));
}

TEST_CASE("the overview shows every step and which one is shown", "[ui][room]") {
    test::Stage stage;
    stage.state = test::screen("tour overview");
    const Tree tree = stage.draw();
    for (int step = 1; step <= steps; ++step) {
        const Node* node = tree.find("step" + std::to_string(step));
        REQUIRE(node);
        CHECK(node->action == model::Action{model::PresentAction{model::JumpToStep{step - 1}}});
        CHECK(node->state.empty() == (step != 2));
    }
}

TEST_CASE("while a tour waits, every screen leads back to it", "[ui][room]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        for (const char* name : {"home", "article", "search", "about"}) {
            if (std::string(name) == "search" && stage.look().keyboard_under_rails()) continue;
            INFO(name << " on " << panel.name);
            stage.state = test::screen(name);
            stage.state.presentation = test::tour_state("de", 1).presentation;
            stage.state.presentation->here = false;
            const Tree tree = stage.draw();
            REQUIRE(tree.find("nav.tour"));
            CHECK(tree.find("nav.tour")->operable());
            CHECK(tree.find("nav.back"));
        }
    }
}
