// SPDX-License-Identifier: EUPL-1.2
// The risk: a new pack takes the kiosk down, and it comes up with that pack again and again; or a
// good one is given up for nothing.
#include "tests/app/town.h"

#include <future>
#include <string>
#include <vector>

using namespace foyer;
using namespace std::chrono_literals;
using model::Screen;
using test::Town;

namespace {

const std::string a(64, 'a'), b(64, 'b'), c(64, 'c');
constexpr auto note_path = "/data/kiosk/note";

/// Does not answer before it is told to.
class StubbornPictures final : public host::Pictures {
  public:
    Result<host::Bitmap> decode(const host::PictureJob&) override {
        asked_.set_value();
        answers_.get_future().wait();
        return Error{Errc::damaged, "on order"};
    }
    void wait_until_asked() { asked_.get_future().wait(); }
    void answer() { answers_.set_value(); }

  private:
    std::promise<void> asked_, answers_;
};

} // namespace

TEST_CASE("the note says which pack is opened, then that it was shown, then that it stood",
          "[app][store]") {
    Town town;
    town.add(a);
    town.point_to(a, {});
    town.crash();
    CHECK(town.note() == store::Note{a, 1, {}, {}});
    town.kiosk.start();
    CHECK(town.shown() == a);
    CHECK(town.note() == store::Note{a, 2, a, {}});
    town.kiosk.pass(59s);
    CHECK(town.note().starts == 2);
    town.kiosk.pass(2s);
    CHECK(town.note() == store::Note{a, 0, a, {}});
}

TEST_CASE("a program that ends as it should is no crash", "[app][store]") {
    Town town;
    town.add(a);
    town.point_to(a, {});
    for (int i = 0; i < 3; ++i) {
        town.kiosk.start();
        CHECK(town.shown() == a);
        town.kiosk.app->finish();
        town.kiosk.app.reset();
        CHECK(town.note() == store::Note{a, 0, a, {}});
    }
}

TEST_CASE("two starts that show nothing, and the previous pack returns", "[app][store]") {
    Town town;
    town.add(a);
    town.add(b);
    town.point_to(b, a);
    town.crash();
    town.crash();
    town.kiosk.start();
    CHECK(town.shown() == a);
    CHECK(town.note() == store::Note{a, 1, a, {b}});
    town.kiosk.app.reset();
    town.kiosk.start();
    CHECK(town.shown() == a); // and b does not come back
}

TEST_CASE("packs that crash one after another end with the one the device came with",
          "[app][store]") {
    Town town;
    town.add(a);
    town.add(b);
    town.point_to(b, a);
    for (int i = 0; i < 4; ++i) town.crash();
    town.kiosk.start();
    CHECK(town.shown() == "factory");
    CHECK(town.note().failed == std::vector<std::string>{b, a});
    CHECK_FALSE(town.kiosk.state().fault);
}

TEST_CASE("a pack that cannot be opened gives way to the previous one, then to the factory's",
          "[app][store]") {
    Town town;
    town.add_rubbish(a);
    town.add(b);
    town.point_to(a, b);
    town.kiosk.start();
    CHECK(town.shown() == b);
    CHECK(town.note() == store::Note{b, 1, b, {a}});
    town.kiosk.app.reset();

    town.add_rubbish(c);
    town.point_to(c, a);
    town.kiosk.start();
    CHECK(town.shown() == "factory");
    CHECK(town.note().failed == std::vector<std::string>{a, c});
}

TEST_CASE("a file that is missing gives way as well", "[app][store]") {
    Town town;
    town.point_to(a, b);
    town.kiosk.start();
    CHECK(town.shown() == "factory");
    CHECK_FALSE(town.kiosk.state().fault);
}

TEST_CASE("without a store's decision the factory pack is shown", "[app][store]") {
    for (const char* text : {"", "foyer-store 1\nactive", "rubbish\n"}) {
        Town town;
        if (*text != '\0') town.kiosk.disk.put(store::current_path(town.folder.path()), text);
        town.kiosk.start();
        CHECK(town.shown() == "factory");
        CHECK(town.note().shown == "factory");
    }
}

TEST_CASE("a new pack appears without a restart, the place kept", "[app][store]") {
    Town town;
    town.add(a);
    town.add(b);
    town.point_to(a, {});
    town.kiosk.wake();
    town.kiosk.tap("topic.staedte");
    town.kiosk.tap("card.dortmund");
    town.kiosk.tap("page.more");
    CHECK(town.kiosk.app->tree().find("page.title")->spoken.name == "Dortmund aaa");
    town.point_to(b, a);
    CHECK(town.shown() == b);
    CHECK(town.kiosk.app->tree().find("page.title")->spoken.name == "Dortmund bbb");
    CHECK(town.kiosk.place().more);
    CHECK(town.note() == store::Note{b, 1, b, {}});
    town.kiosk.tap("nav.back");
    CHECK(town.kiosk.place().screen == Screen::topic);
}

TEST_CASE("the pictures are those of the pack that is shown, also where it calls itself the same",
          "[app][store]") {
    Town town;
    town.add(a);
    town.add(b);
    town.point_to(a, {});
    town.kiosk.setup.page = "souveraenitaet";
    town.kiosk.start();
    REQUIRE(town.kiosk.pictures.jobs().size() == 1);
    CHECK(town.kiosk.pictures.jobs()[0].bytes.find(a) != std::string::npos);
    town.point_to(b, a);
    REQUIRE(town.kiosk.pictures.jobs().size() == 2);
    CHECK(town.kiosk.pictures.jobs()[1].bytes.find(b) != std::string::npos);
}

TEST_CASE("a pack counts as shown once its pictures are there as well", "[app][store]") {
    Town town;
    town.add(a);
    town.point_to(a, {});
    town.kiosk.setup.page = "souveraenitaet";
    StubbornPictures pictures;
    town.kiosk.app.emplace(app::Devices{town.kiosk.screen, town.kiosk.layouter, town.kiosk.clock,
                                        town.kiosk.disk, pictures, &town.kiosk.card},
                           town.kiosk.setup);
    town.kiosk.app->start();
    while (!town.kiosk.app->tree().find("page.title")) {
        town.kiosk.screen.wait(std::nullopt);
        town.kiosk.app->step();
    }
    pictures.wait_until_asked();
    town.kiosk.app->step();
    town.kiosk.app->finish(); // what was to be written is written
    CHECK(town.note().shown.empty());
    pictures.answer();
    town.kiosk.settle();
    CHECK(town.note().shown == a);
    town.kiosk.app.reset();
}

TEST_CASE("a new pack that cannot be opened changes nothing but the note", "[app][store]") {
    for (const bool is_previous : {true, false}) {
        Town town;
        town.add(a);
        town.add_rubbish(b);
        town.point_to(a, {});
        town.kiosk.wake();
        town.kiosk.tap("topic.staedte");
        town.kiosk.tap("card.dortmund");
        const std::string before = model::print(town.kiosk.state());
        // Even where the store has forgotten it: it is still open.
        town.point_to(b, is_previous ? a : std::string());
        CHECK(town.shown() == a);
        CHECK(model::print(town.kiosk.state()) == before);
        CHECK_FALSE(town.kiosk.state().fault);
        CHECK(town.note() == store::Note{a, 1, a, {b}});
    }
}

TEST_CASE("a pack that stands in its second start is not thrown out when it is confirmed",
          "[app][store]") {
    Town town;
    town.add(a);
    town.add(b);
    town.point_to(b, a);
    town.crash();
    town.kiosk.start();
    REQUIRE(town.note().starts == 2);
    town.point_to(b, a);
    CHECK(town.shown() == b);
    // Nor does its successor give it a bad name.
    town.add(c);
    town.point_to(c, b);
    CHECK(town.shown() == c);
    CHECK(town.note() == store::Note{c, 1, c, {}});
}

TEST_CASE("going back one pack is a change like any other", "[app][store]") {
    Town town;
    town.add(a);
    town.point_to(a, {});
    town.kiosk.start();
    town.point_to({}, {});
    CHECK(town.shown() == "factory");
    town.point_to(a, {});
    CHECK(town.shown() == a);
    CHECK(town.note() == store::Note{a, 1, a, {}});
}

TEST_CASE("a decision that cannot be read leaves what is shown", "[app][store]") {
    Town town;
    town.add(a);
    town.point_to(a, {});
    town.kiosk.start();
    town.kiosk.disk.put(store::current_path(town.folder.path()), "foyer-store 1\nactive");
    town.kiosk.app->changed(app::Watched::current);
    town.kiosk.settle();
    CHECK(town.shown() == a);
}

TEST_CASE("a state folder that cannot be written costs the note and nothing else", "[app][store]") {
    Town town;
    town.add(a);
    town.add_rubbish(b);
    town.point_to(b, a);
    town.kiosk.card.fail_at(0, platform::MemoryDisk::Fault::io_error,
                            platform::MemoryDisk::Lasting::for_good);
    town.kiosk.start();
    CHECK(town.shown() == a);
    CHECK_FALSE(town.kiosk.card.get(note_path));
    town.add(c);
    town.point_to(c, a);
    CHECK(town.shown() == c);
}

TEST_CASE("the note survives a power cut at every step, old or new", "[app][store]") {
    Town town;
    town.add(a);
    town.add(b);
    town.point_to(a, {});
    std::vector<std::string> found;
    platform::MemoryDisk& card = town.kiosk.card;
    bool begun = false;
    card.before_each([&] {
        for (std::size_t i = 0; i < card.outcomes(); ++i) {
            const auto text = card.after_crash(i).get(note_path);
            begun = begun || (text && card.outcomes() == 1);
            if (text ? !store::parse_note(*text) : begun) found.push_back(text.value_or("nothing"));
        }
    });
    town.kiosk.start();
    town.point_to(b, a);
    town.kiosk.pass(61s);
    card.before_each({});
    CHECK(begun);
    CHECK(found.empty());
}

TEST_CASE("the note is written where something changed, not again and again", "[app][store]") {
    Town town;
    town.add(a);
    town.point_to(a, {});
    town.kiosk.wake();
    town.kiosk.pass(61s);
    REQUIRE(town.note() == store::Note{a, 0, a, {}});
    const std::size_t written = town.kiosk.card.operations();
    town.kiosk.tap_at({10, 10});
    town.kiosk.pass(600s);
    town.point_to(a, {});
    town.kiosk.app->finish(); // it has stood already
    CHECK(town.kiosk.card.operations() == written);
}
