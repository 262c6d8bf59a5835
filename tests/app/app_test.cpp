// SPDX-License-Identifier: EUPL-1.2
// The risk: everything works by itself and not together: a touch that opens what was under a
// dialog, a new pack that throws a reader out, a page that is shown under another one's name.
#include "tests/app/kiosk.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace foyer;
using Catch::Approx;
using namespace std::chrono_literals;
using host::Phase;
using model::Overlay;
using model::Screen;
using test::Kiosk;

namespace {

void open_page(Kiosk& kiosk, const std::string& topic, const std::string& page) {
    kiosk.wake();
    kiosk.tap("topic." + topic);
    kiosk.tap("card." + page);
    REQUIRE(kiosk.place().screen == Screen::page);
}

std::string title(const Kiosk& kiosk) {
    const ui::Node* node = kiosk.app->tree().find("page.title");
    return node ? node->spoken.name : std::string();
}

} // namespace

TEST_CASE("the kiosk comes up with its pack", "[app]") {
    Kiosk kiosk;
    kiosk.start();
    CHECK(kiosk.place().screen == Screen::attract);
    CHECK(kiosk.screen.frames() == 1);
    CHECK(kiosk.app->tree().find("attract.title")->spoken.name == "Probe");
}

TEST_CASE("a page can be opened from the start, and back leads home", "[app]") {
    Kiosk kiosk;
    kiosk.setup.page = "souveraenitaet";
    model::Preferences preferences;
    preferences.language = "en";
    preferences.size = 2;
    kiosk.setup.preferences = preferences;
    kiosk.start();
    CHECK(title(kiosk) == "Digital sovereignty");
    CHECK(kiosk.state().preferences.size == 2);
    kiosk.tap("nav.back");
    CHECK(kiosk.place().screen == Screen::home);
    kiosk.tap("bar.end");
    CHECK(kiosk.state().preferences == model::Preferences{});
}

TEST_CASE("TO-05 the first touch on the attract screen only wakes, wherever it is", "[app]") {
    for (const char* id : {"nav.search", "bar.end", "bar.size", "topic.grundlagen"}) {
        Kiosk kiosk;
        kiosk.wake();
        const Point point = kiosk.centre_of(id);
        kiosk.tap("bar.end");
        REQUIRE(kiosk.place().screen == Screen::attract);
        kiosk.tap_at(point);
        INFO(id);
        CHECK(model::print(kiosk.state()) == "home [de light 0]");
    }
}
TEST_CASE("TO-05 a touch on \"still there?\" only continues, wherever it is", "[app]") {
    for (const char* id : {"nav.home", "bar.end", "bar.size", "page.more"}) {
        Kiosk kiosk;
        open_page(kiosk, "grundlagen", "souveraenitaet");
        const Point point = kiosk.centre_of(id);
        kiosk.pass(80s);
        REQUIRE(kiosk.state().overlay == Overlay::idle);
        const std::string before = model::print(kiosk.state());
        kiosk.tap_at(point);
        INFO(id);
        CHECK(model::print(kiosk.state()) + " over idle" == before);
    }
}
TEST_CASE("TO-05 a key on \"still there?\" only continues", "[app]") {
    Kiosk kiosk;
    open_page(kiosk, "grundlagen", "souveraenitaet");
    for (const char* key : {"Return", "Escape", "Home", "F1", "Tab"}) {
        kiosk.pass(80s);
        REQUIRE(kiosk.state().overlay == Overlay::idle);
        const model::Place before = kiosk.place();
        kiosk.key(key);
        INFO(key);
        CHECK(kiosk.state().overlay == Overlay::none);
        CHECK(kiosk.place() == before);
    }
}
TEST_CASE("scrolling, typing and the wheel count as being there", "[app]") {
    Kiosk kiosk;
    open_page(kiosk, "grundlagen", "souveraenitaet");
    kiosk.pass(70s);
    kiosk.app->handle(host::WheelEvent{1});
    kiosk.pass(70s);
    kiosk.finger(Phase::down, {600, 500});
    kiosk.pass(10s);
    kiosk.finger(Phase::move, {600, 400});
    kiosk.pass(70s);
    kiosk.finger(Phase::up, {600, 400});
    CHECK(kiosk.state().overlay == Overlay::none);
    kiosk.tap("nav.search");
    kiosk.pass(70s);
    kiosk.app->handle(host::TextEvent{"a"});
    kiosk.pass(70s);
    CHECK(kiosk.state().overlay == Overlay::none);
}
TEST_CASE("Ctrl+Q leaves where it may, and nothing else does", "[app]") {
    for (const bool may : {true, false}) {
        Kiosk kiosk;
        kiosk.setup.leave_by_key = may;
        kiosk.start();
        for (const char* key : {"Q", "Escape", "F4"}) kiosk.key(key);
        kiosk.app->handle(host::KeyEvent{.key = "F4", .alt = true});
        CHECK(kiosk.app->running());
        kiosk.app->handle(host::KeyEvent{.key = "Q", .control = true});
        CHECK(kiosk.app->running() == !may);
    }
}
TEST_CASE("closing the window ends the program", "[app]") {
    Kiosk kiosk;
    kiosk.start();
    kiosk.app->handle(host::QuitEvent{});
    CHECK_FALSE(kiosk.app->running());
}
TEST_CASE("FO-01 FO-05 the keys visit everything once, in order, and change no screen", "[app]") {
    Kiosk kiosk;
    kiosk.wake();
    const std::vector<std::string> order = kiosk.app->tree().focus_order();
    REQUIRE(order.size() > 8);
    std::vector<std::string> visited;
    for (std::size_t i = 0; i < order.size(); ++i) {
        kiosk.key("Tab");
        visited.push_back(kiosk.place().focus);
        CHECK(kiosk.place().screen == Screen::home);
    }
    CHECK(visited == order);
    kiosk.key("Tab");
    CHECK(kiosk.place().focus == order.front());
    kiosk.key("Up");
    CHECK(kiosk.place().focus == order.back());
}
TEST_CASE("FO-04 what has the keys is in sight as a whole", "[app]") {
    Kiosk kiosk;
    open_page(kiosk, "grundlagen", "souveraenitaet");
    kiosk.tap("page.more");
    const std::size_t count = kiosk.app->tree().focus_order().size();
    for (std::size_t i = 0; i < count; ++i) {
        kiosk.key("Tab");
        const ui::Node* node = kiosk.app->tree().find(kiosk.place().focus);
        REQUIRE(node);
        INFO(node->id);
        CHECK(node->visible > 0.999f);
    }
}
TEST_CASE("keys alone reach a page, its explanation and the way back", "[app]") {
    Kiosk kiosk;
    kiosk.start();
    kiosk.key("Tab");
    CHECK(kiosk.place().screen == Screen::home); // the first key only wakes
    const auto walk_to = [&](const std::string& id) {
        for (int i = 0; i < 60 && kiosk.place().focus != id; ++i) kiosk.key("Tab");
        REQUIRE(kiosk.place().focus == id);
        kiosk.key("Return");
    };
    walk_to("topic.grundlagen");
    walk_to("card.souveraenitaet");
    walk_to("page.more");
    walk_to("term.quellcode");
    CHECK(kiosk.state().overlay == Overlay::term);
    walk_to("dialog.close");
    CHECK(kiosk.state().overlay == Overlay::none);
    CHECK(kiosk.place().focus == "term.quellcode");
    kiosk.key("Escape");
    CHECK(kiosk.place().screen == Screen::topic);
    kiosk.key("F1");
    CHECK(kiosk.place().screen == Screen::help);
    kiosk.key("Home");
    CHECK(kiosk.place().screen == Screen::home);
}
TEST_CASE("a keyboard types into the search and nowhere else", "[app]") {
    Kiosk kiosk;
    kiosk.wake();
    kiosk.app->handle(host::TextEvent{"x"});
    CHECK(kiosk.state().search.query.empty());
    kiosk.tap("nav.search");
    for (const char* letter : {"s", "t", "r", "a", "s", "s", "e"})
        kiosk.app->handle(host::TextEvent{letter});
    kiosk.settle();
    CHECK(kiosk.state().search.query == "strasse");
    CHECK_FALSE(kiosk.state().search.result.hits.empty());
    kiosk.key("Space"); // comes as text as well
    kiosk.key("Backspace");
    CHECK(kiosk.state().search.query == "strass");
    CHECK(kiosk.place().screen == Screen::search);
    kiosk.tap("key.clear");
    kiosk.key("Backspace");
    CHECK(kiosk.place().screen == Screen::home);
}
TEST_CASE("the keyboard of the kiosk finds a page", "[app]") {
    Kiosk kiosk;
    kiosk.wake();
    kiosk.tap("nav.search");
    for (const char* key : {"key.d", "key.o", "key.r", "key.t"}) kiosk.tap(key);
    kiosk.tap("hit0");
    CHECK(title(kiosk) == "Dortmund: Freie Software als Regel");
    kiosk.tap("nav.back");
    CHECK(kiosk.state().search.query == "dort");
}
TEST_CASE("TO-03 buttons turn the page, to the end and back", "[app]") {
    Kiosk kiosk;
    open_page(kiosk, "grundlagen", "souveraenitaet");
    kiosk.tap("page.more");
    const float view = kiosk.app->tree().scroll->viewport.h;
    const float most = kiosk.app->tree().scroll->most;
    kiosk.tap("nav.down");
    const float first = kiosk.app->tree().scroll->offset;
    CHECK(first > view * 0.7f);
    CHECK(first < view);
    for (int i = 0; i < 20; ++i) kiosk.tap("nav.down");
    CHECK(kiosk.app->tree().scroll->offset == Approx(most).margin(0.5));
    for (int i = 0; i < 20; ++i) kiosk.tap("nav.up");
    CHECK(kiosk.app->tree().scroll->offset == 0);
}
TEST_CASE("TO-10 content follows the finger, and a touch stops it", "[app]") {
    Kiosk kiosk;
    open_page(kiosk, "grundlagen", "souveraenitaet");
    kiosk.tap("page.more");
    const auto offset = [&] { return kiosk.app->tree().scroll->offset; };
    kiosk.finger(Phase::down, {600, 800});
    kiosk.finger(Phase::move, {600, 750});
    kiosk.finger(Phase::move, {600, 550});
    kiosk.settle();
    CHECK(offset() == 250);
    for (int i = 1; i <= 5; ++i) {
        kiosk.clock.advance(10ms);
        kiosk.finger(Phase::move, {600, 550 - 30.0f * static_cast<float>(i)});
    }
    kiosk.finger(Phase::up, {600, 400});
    kiosk.clock.advance(32ms);
    kiosk.app->step();
    CHECK_FALSE(kiosk.app->settled());
    const std::string before = model::print(kiosk.state());
    kiosk.finger(Phase::down, {600, 500});
    kiosk.settle();
    const float held = offset();
    kiosk.finger(Phase::up, {600, 500});
    kiosk.pass(1s);
    CHECK(offset() == held);
    CHECK(model::print(kiosk.state()) == before);
}
TEST_CASE("a pack that is replaced keeps the page and shows what is new", "[app]") {
    Kiosk kiosk;
    open_page(kiosk, "staedte", "dortmund");
    kiosk.tap("page.more");
    model::PackContent content = test::sample_content();
    content.version = "2";
    content.pages[0].texts.at("de").title = "Dortmund, neu";
    kiosk.write_pack(content);
    kiosk.app->changed(app::Watched::pack);
    kiosk.settle();
    CHECK(title(kiosk) == "Dortmund, neu");
    CHECK(kiosk.place().more);
    kiosk.tap("nav.back");
    CHECK(kiosk.place().screen == Screen::topic);
}
TEST_CASE("a pack that is replaced by rubbish changes nothing", "[app]") {
    Kiosk kiosk;
    open_page(kiosk, "staedte", "dortmund");
    const std::string before = model::print(kiosk.state());
    kiosk.write_pack_bytes("rubbish");
    kiosk.app->changed(app::Watched::pack);
    kiosk.settle();
    CHECK(model::print(kiosk.state()) == before);
    kiosk.tap("nav.home");
    kiosk.tap("topic.grundlagen");
    kiosk.tap("card.souveraenitaet");
    CHECK(kiosk.state().view.page);
}
TEST_CASE("a page that the new pack has no more costs that page", "[app]") {
    Kiosk kiosk;
    open_page(kiosk, "staedte", "dortmund");
    model::PackContent content = test::sample_content();
    test::keep_only_pages(content);
    content.version = "2";
    content.pages.erase(content.pages.begin());
    content.fresh.clear();
    for (model::PageContent& page : content.pages) {
        page.related.clear();
        for (auto& [language, text] : page.texts) {
            for (model::Block& block : text.body)
                for (model::Run& run : block.text) run.page.clear();
        }
    }
    kiosk.write_pack(content);
    kiosk.app->changed(app::Watched::pack);
    kiosk.settle();
    CHECK(kiosk.app->tree().find("page.broken"));
    kiosk.tap("nav.home");
    kiosk.tap("topic.grundlagen");
    kiosk.tap("card.souveraenitaet");
    CHECK(title(kiosk) == "Digitale Souveränität");
}
TEST_CASE("no pack is a fault with its code, and a pack that comes ends it", "[app]") {
    Kiosk kiosk;
    kiosk.disk.remove(kiosk.pack.path());
    kiosk.start();
    CHECK(kiosk.place().screen == Screen::fault);
    CHECK(kiosk.app->tree().find("fault.code")->spoken.name.ends_with("F1"));
    kiosk.tap_at({10, 10});
    CHECK(kiosk.place().screen == Screen::fault);
    kiosk.write_pack(test::sample_content());
    kiosk.app->changed(app::Watched::pack);
    kiosk.settle();
    CHECK(kiosk.place().screen == Screen::attract);
    CHECK_FALSE(kiosk.state().fault);
}
TEST_CASE("a picture that cannot be decoded costs that picture", "[app]") {
    Kiosk kiosk;
    kiosk.pictures.fail(Error{Errc::timeout, "on order"});
    open_page(kiosk, "grundlagen", "souveraenitaet");
    REQUIRE(kiosk.pictures.jobs().size() == 1);
    CHECK(kiosk.pictures.jobs()[0].type == host::PictureType::svg);
    CHECK(kiosk.pictures.jobs()[0].css.find(".ink{fill:#16202c}") != std::string::npos);
    CHECK(kiosk.app->tree().find("page.figure.broken"));
    CHECK(kiosk.app->tree().find("page.summary"));
    kiosk.pass(10s);
    CHECK(kiosk.pictures.jobs().size() == 1); // it is not tried again and again
}
TEST_CASE("a drawing comes in the colours of the theme", "[app]") {
    Kiosk kiosk;
    open_page(kiosk, "grundlagen", "souveraenitaet");
    kiosk.tap("bar.theme");
    REQUIRE(kiosk.pictures.jobs().size() == 2);
    CHECK(kiosk.pictures.jobs()[0].css != kiosk.pictures.jobs()[1].css);
}
TEST_CASE("a page read ahead is never shown under another one's name", "[app]") {
    Kiosk kiosk;
    kiosk.wake();
    const Point one = kiosk.centre_of("topic.grundlagen"), two = kiosk.centre_of("topic.staedte");
    kiosk.disk.let(1); // the first topic is read, the second waits
    kiosk.finger(Phase::down, one);
    kiosk.finger(Phase::cancel, one);
    kiosk.finger(Phase::down, two);
    kiosk.disk.wait_for_a_guest(); // then the first is there
    kiosk.app->step();
    kiosk.finger(Phase::up, two);
    kiosk.disk.open();
    kiosk.settle();
    CHECK(kiosk.place().id == "staedte");
    CHECK(kiosk.app->tree().find("card.dortmund"));
    CHECK_FALSE(kiosk.app->tree().find("card.souveraenitaet"));
}
TEST_CASE("a slow pack leaves the old screen in place and the kiosk alive", "[app]") {
    Kiosk kiosk;
    kiosk.wake();
    kiosk.disk.let(0);
    const Point topic = kiosk.centre_of("topic.staedte"), size = kiosk.centre_of("bar.size");
    kiosk.finger(Phase::down, topic);
    kiosk.finger(Phase::up, topic);
    kiosk.app->step();
    CHECK(kiosk.place().screen == Screen::home);
    CHECK_FALSE(kiosk.app->settled());
    const std::uint64_t before = kiosk.app->frames();
    kiosk.finger(Phase::down, size);
    kiosk.finger(Phase::up, size);
    kiosk.app->step();
    CHECK(kiosk.app->frames() == before + 1);
    CHECK(kiosk.app->look().size == 1);
    kiosk.disk.open();
    kiosk.settle();
    CHECK(model::print(kiosk.state()) == "topic:staedte [de light 1]");
}

TEST_CASE("a language without words of its own speaks German", "[app]") {
    Kiosk kiosk;
    kiosk.setup.config.settings.start_language = "fr";
    kiosk.wake();
    CHECK(kiosk.app->tree().find("nav.back")->spoken.name == "Zurück");
}

TEST_CASE("a town's theme that cannot be read is not used", "[app]") {
    Kiosk kiosk;
    std::string theme = test::asset("theme.toml");
    const std::string paper = "paper = \"#fbfaf7\"";
    REQUIRE(theme.find(paper) != std::string::npos);
    kiosk.setup.config.theme_file = "own.toml";
    SECTION("it is used where it holds") {
        theme.replace(theme.find(paper), paper.size(), "paper = \"#ffffff\"");
        kiosk.disk.put("own.toml", theme);
        kiosk.start();
        CHECK(kiosk.app->look().palette.paper == ui::Colour{255, 255, 255});
    }
    SECTION("it has too little contrast") {
        theme.replace(theme.find(paper), paper.size(), "paper = \"#777777\"");
        kiosk.disk.put("own.toml", theme);
        kiosk.start();
        CHECK(kiosk.app->look().palette.paper == ui::Colour{0xfb, 0xfa, 0xf7});
    }
    SECTION("it is not there") {
        kiosk.start();
        CHECK(kiosk.app->look().palette.paper == ui::Colour{0xfb, 0xfa, 0xf7});
    }
}

TEST_CASE("a panel that was measured lying may stand", "[app]") {
    Kiosk kiosk;
    kiosk.start();
    CHECK(kiosk.app->look().panel.mm == Size{476, 268});
    kiosk.screen.resize({1080, 1920});
    kiosk.settle();
    CHECK(kiosk.app->look().panel.mm == Size{268, 476});
}

TEST_CASE("words can be made longer for tests", "[app]") {
    Kiosk kiosk;
    kiosk.setup.pseudo_locale = true;
    kiosk.wake();
    CHECK(kiosk.app->tree().find("nav.back")->spoken.name.size() > 8);
    CHECK(kiosk.app->tree().find("nav.back")->spoken.name.starts_with("Zurück"));
}

TEST_CASE("a hundred visits use no more textures than ten", "[app]") {
    Kiosk kiosk;
    const auto visit = [&] {
        kiosk.tap_at({10, 10});
        kiosk.tap("topic.grundlagen");
        kiosk.tap("card.souveraenitaet");
        kiosk.tap("page.more");
        kiosk.tap("bar.end");
    };
    kiosk.start();
    for (int i = 0; i < 10; ++i) visit();
    const std::size_t bytes = kiosk.screen.texture_bytes();
    for (int i = 0; i < 90; ++i) visit();
    CHECK(kiosk.screen.texture_bytes() == bytes);
    CHECK(kiosk.screen.lost_textures() == 0);
}
