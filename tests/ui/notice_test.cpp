// SPDX-License-Identifier: EUPL-1.2
// The risk: somebody stands there with a stick in the hand and cannot read, understand or pass on
// what the screen says of it, or a visitor cannot go on because of it.
#include "kiosk/model/notice.h"
#include "tests/ui/stage.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace foyer;
using namespace foyer::ui;
using Catch::Approx;
using model::Refusal;
using model::UpdatePhase;

namespace {

const char* const languages[] = {"de", "en", "de-simple", "ar"};

model::UpdateStatus fetching() {
    model::UpdateStatus status;
    status.phase = UpdatePhase::fetching;
    status.channel = model::Channel::stick;
    status.publisher = "Verwaltungsgemeinschaft Oberes Musterbachtal";
    status.new_pages = 1234;
    status.changed_pages = 1;
    status.pages_known = true;
    status.done_bytes = 42;
    status.total_bytes = 100;
    status.seconds_left = 35;
    return status;
}

model::UpdateStatus phase(UpdatePhase phase) {
    model::UpdateStatus status = fetching();
    status.phase = phase;
    return status;
}

model::UpdateStatus refused(Refusal refusal) {
    model::UpdateStatus status;
    status.phase = UpdatePhase::refused;
    status.channel = model::Channel::stick;
    status.refusal = refusal;
    status.detail = "errno 5";
    status.source = "/media/secret";
    return status;
}

std::vector<Refusal> all_refusals() {
    std::vector<Refusal> all;
    for (int i = 1; i <= static_cast<int>(Refusal::store); ++i)
        all.push_back(static_cast<Refusal>(i));
    return all;
}

/// The longest of each kind.
std::vector<model::UpdateStatus> all_notices() {
    std::vector<model::UpdateStatus> all = {
        phase(UpdatePhase::looking), fetching(), phase(UpdatePhase::checking),
        phase(UpdatePhase::installed), phase(UpdatePhase::up_to_date)};
    for (const Refusal refusal : all_refusals()) all.push_back(refused(refusal));
    return all;
}

void tell(test::Stage& stage, const model::UpdateStatus& status) {
    model::see(stage.state, {model::UpdateSeen::When::now, status, {}});
}

/// The box of the notice, which must be there.
const Node& notice_in(const Tree& tree) {
    const Node* node = tree.find("update");
    REQUIRE(node);
    return *node;
}

std::string spoken(test::Stage& stage, const model::UpdateStatus& status) {
    tell(stage, status);
    return notice_in(stage.draw()).spoken.say;
}

using Check = std::function<void(const test::Stage&, const Tree&, const Node&)>;

/// A progress, a result and the longest refusal on each screen, each panel, smallest and largest
/// letters.
void on_all_screens(const Check& check) {
    const model::UpdateStatus told[] = {fetching(), phase(UpdatePhase::installed),
                                        refused(Refusal::newer_format)};
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        for (const int size : {0, 2}) {
            for (const test::NamedState& named : test::all_screens("de")) {
                for (const model::UpdateStatus& status : told) {
                    stage.state = named.state;
                    stage.state.preferences.size = size;
                    tell(stage, status);
                    const Tree tree = stage.draw();
                    INFO(named.name << " on " << panel.name << ", size " << size << ", "
                                    << model::name(status.phase));
                    check(stage, tree, notice_in(tree));
                }
            }
        }
    }
}

} // namespace

TEST_CASE("every refusal has its own words and its code, in every language", "[ui][notice]") {
    for (const char* language : languages) {
        test::Stage stage;
        stage.words = test::words_of(language);
        stage.state = test::screen("home", language);
        std::set<std::string> sentences;
        for (const Refusal refusal : all_refusals()) {
            const std::string said = spoken(stage, refused(refusal));
            INFO(language << " " << model::name(refusal) << ": " << said);
            CHECK(said.find(model::refusal_code(refusal)) != std::string::npos);
            CHECK(said.find("update.") == std::string::npos);
            CHECK(said.find("errno") == std::string::npos);
            CHECK(said.find("secret") == std::string::npos);
            CHECK(sentences.insert(said.substr(0, said.size() - 3)).second);
        }
    }
}

TEST_CASE("what is said has all its blanks filled in, in every language", "[ui][notice]") {
    for (const char* language : languages) {
        test::Stage stage;
        stage.words = test::words_of(language);
        stage.state = test::screen("home", language);
        std::set<std::string> different;
        for (const model::UpdateStatus& status : all_notices()) {
            const std::string said = spoken(stage, status);
            INFO(language << ": " << said);
            CHECK(said.find_first_of("{}") == std::string::npos);
            CHECK(said.find("update.") == std::string::npos);
            CHECK(said.find("\u00AD") == std::string::npos);
            CHECK(different.insert(said).second);
        }
    }
}

TEST_CASE("whose content it is, how much is new, how long it takes and how far it is",
          "[ui][notice]") {
    test::Stage stage;
    stage.state = test::screen("home");
    model::UpdateStatus status = fetching();
    CHECK(spoken(stage, status) ==
          "Neuer Inhalt von Verwaltungsgemeinschaft Oberes Musterbachtal 1.234\u00A0neue Seiten "
          "und 1\u00A0geänderte Seite. Das dauert noch etwa 40\u00A0Sekunden. Bitte lassen Sie den "
          "Stick stecken. 42\u00A0%");
    status.publisher.clear();
    status.changed_pages = 0;
    status.new_pages = 1;
    status.seconds_left = 3;
    CHECK(spoken(stage, status)
              .find("Neuer Inhalt ist da. 1\u00A0neue Seite. Das dauert nur "
                    "wenige Sekunden.") == 0);
    status.new_pages = 0;
    status.changed_pages = 7;
    status.seconds_left = 200;
    CHECK(spoken(stage, status)
              .find("7\u00A0geänderte Seiten. Das dauert noch etwa 4\u00A0Minuten.") !=
          std::string::npos);
    status.changed_pages = 0;
    status.seconds_left.reset();
    CHECK(spoken(stage, status).find("Nur Kleinigkeiten haben sich geändert. Bitte") !=
          std::string::npos);
    status.pages_known = false;
    CHECK(spoken(stage, status).find("Alle Seiten kommen neu. Bitte") != std::string::npos);
    status.publisher = std::string(300, 'x');
    CHECK(spoken(stage, status).find(std::string(59, 'x') + "… ") != std::string::npos);
}

TEST_CASE("the notice is on every screen, whole, and a status", "[ui][notice][screens]") {
    on_all_screens([](const test::Stage& stage, const Tree& tree, const Node& notice) {
        CHECK(notice.role == Role::status);
        CHECK_FALSE(notice.action);
        CHECK_FALSE(notice.covered);
        CHECK(notice.visible == Approx(1));
        CHECK(notice.rect.h <= stage.panel.px.h * 0.56f);
        for (const Node& node : tree.nodes) {
            const bool inside =
                node.parent >= 0 && &tree.nodes[static_cast<std::size_t>(node.parent)] == &notice;
            if (!inside) continue;
            INFO(node.spoken.name);
            REQUIRE(node.text);
            CHECK(node.rect.x >= notice.rect.x);
            CHECK(node.rect.right() <= notice.rect.right());
            CHECK(node.rect.y >= notice.rect.y);
            CHECK(node.rect.bottom() <= notice.rect.bottom());
            CHECK_FALSE(node.text->overflow);
            CHECK(contrast(node.text->colour, node.text->background) >= 7);
            // As large as small text has to be (ASR A6): the viewing distance over 155.
            CHECK(node.text->cap_mm >= stage.panel.distance_mm / 155 - 0.05f);
        }
    });
}

TEST_CASE("the notice covers nothing that is the same on every screen", "[ui][notice][screens]") {
    on_all_screens([](const test::Stage&, const Tree& tree, const Node& notice) {
        for (const Node& node : tree.nodes) {
            const bool fixed = node.id.starts_with("nav.") || node.id.starts_with("bar.");
            if (!fixed || !node.operable()) continue;
            INFO(node.id);
            CHECK(intersection(node.rect, notice.rect).empty());
            REQUIRE(tree.at(node.rect.centre()));
            CHECK(tree.at(node.rect.centre())->id == node.id);
        }
    });
}

TEST_CASE("a finger on the notice reaches only what is as large as the screen", "[ui][notice]") {
    on_all_screens([](const test::Stage& stage, const Tree& tree, const Node& notice) {
        const Node* hit = tree.at(notice.rect.centre());
        if (hit) CHECK(hit->rect == stage.look().screen);
    });
}

TEST_CASE("from right to left the notice is the mirror image", "[ui][notice]") {
    for (const test::NamedPanel& panel : test::reference_panels()) {
        test::Stage stage(panel.panel);
        const auto boxes = [&](const std::string& language) {
            stage.state = test::screen("home", language);
            tell(stage, fetching());
            const Tree tree = stage.draw();
            std::vector<Rect> found;
            for (const Node& node : tree.nodes) {
                if (node.id.starts_with("update")) found.push_back(node.rect);
            }
            return found;
        };
        const std::vector<Rect> left = boxes("en"), right = boxes("ar");
        REQUIRE(left.size() == 4); // the box, title, words, per cent
        REQUIRE(right.size() == 4);
        for (std::size_t i = 0; i < left.size(); ++i) {
            CHECK(right[i].x == Approx(panel.panel.px.w - left[i].right()).margin(0.02));
            CHECK(right[i].y == left[i].y);
            CHECK(right[i].h == left[i].h);
        }
    }
}

TEST_CASE("the bar is as full as the per cent say, and nothing else moves", "[ui][notice]") {
    test::Stage stage;
    stage.state = test::screen("home");
    model::UpdateStatus status = fetching();
    Rect box;
    for (const std::uint64_t done : {1u, 10u, 50u, 100u}) {
        status.done_bytes = done;
        tell(stage, status);
        const Tree tree = stage.draw();
        CHECK(notice_in(tree).value == std::to_string(done) + "\u00A0%");
        if (!box.empty()) CHECK(notice_in(tree).rect == box);
        box = notice_in(tree).rect;
    }
}

TEST_CASE("the network changes not one node of a screen", "[ui][notice]") {
    test::Stage stage;
    stage.state = test::screen("home");
    const std::size_t before = stage.draw().nodes.size();
    for (model::UpdateStatus status : all_notices()) {
        status.channel = model::Channel::network;
        tell(stage, status);
        CHECK(stage.draw().nodes.size() == before);
    }
}

TEST_CASE("about says since when the content is known to be fresh, and when that was checked last",
          "[ui][notice]") {
    test::Stage stage;
    stage.state = test::screen("about");
    CHECK_FALSE(stage.draw().find("about.fresh")); // nobody keeps it up to date
    const auto said = [&](const model::Freshness& freshness, const std::string& id) {
        model::see(stage.state, {model::UpdateSeen::When::now, {}, freshness});
        const Tree tree = stage.draw();
        return tree.find(id) ? tree.find(id)->spoken.name : std::string();
    };
    model::Freshness fresh;
    CHECK(said(fresh, "about.fresh") == "Ob es neueren Inhalt gibt, wurde noch nicht geprüft.");
    CHECK(said(fresh, "about.checked").empty());
    fresh.fresh_at = "2026-11-23T10:00:00Z";
    fresh.last_success = "2026-11-09T10:00:00Z";
    fresh.last_source = "/media/secret";
    CHECK(said(fresh, "about.checked").empty()); // no way of ours, and nothing to be shown
    CHECK(said(fresh, "about.fresh") == "Zuletzt als aktuell bestätigt: 23.\u00A0November 2026");
    fresh.clock_known = false;
    CHECK(said(fresh, "about.fresh").find("Die Uhr dieses Geräts ist nicht gestellt.") !=
          std::string::npos);
    std::set<std::string> ways;
    for (const model::Channel channel :
         {model::Channel::stick, model::Channel::network, model::Channel::neighbour}) {
        fresh.last_source = model::name(channel);
        ways.insert(said(fresh, "about.checked"));
    }
    CHECK(ways.size() == 3);
    CHECK(ways.count("Zuletzt nachgesehen am 9.\u00A0November 2026, auf einem USB-Stick.") == 1);
}
