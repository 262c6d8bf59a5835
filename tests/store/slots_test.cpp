// SPDX-License-Identifier: EUPL-1.2
// The risk: half a file counts as a whole one, and the kiosk starts with the wrong pack, or with
// one that crashes it, again and again.
#include "kiosk/store/slots.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer::store;

namespace {

const std::string a(64, 'a'), b(64, 'b'), c(64, 'c');
using Packs = std::vector<std::string>;

} // namespace

TEST_CASE("the list of packs reads as it was written", "[store][slots]") {
    const Current full{Slot{a, 12}, true, Slot{b, 11}, {c}};
    CHECK(to_text(full) == "foyer-store 1\nactive " + a + " 12 confirmed\nprevious " + b +
                               " 11\nrefuse " + c + "\n");
    CHECK(parse_current(to_text(full)) == full);
    const Current trial{Slot{a, 18'446'744'073'709'551'615U}, false, {}, {}};
    CHECK(parse_current(to_text(trial)) == trial);
    CHECK(parse_current(to_text(Current{})) == Current{});
}

TEST_CASE("the kiosk's note reads as it was written", "[store][slots]") {
    const Note full{a, 2, b, {c, a}};
    CHECK(to_text(full) == "foyer-note 1\nstarts " + a + " 2\nshown " + b + "\nfailed " + c +
                               "\nfailed " + a + "\n");
    CHECK(parse_note(to_text(full)) == full);
    const Note factory{"factory", 1, "factory", {}};
    CHECK(parse_note(to_text(factory)) == factory);
    CHECK(parse_note(to_text(Note{})) == Note{});
}

TEST_CASE("a list that is cut inside a line is none", "[store][slots]") {
    const Current full{Slot{a, 12}, true, Slot{b, 11}, {c}};
    const std::string text = to_text(full);
    for (std::size_t length = 0; length < text.size(); ++length) {
        const std::string cut = text.substr(0, length);
        if (cut.ends_with('\n')) continue;
        CAPTURE(length);
        CHECK_FALSE(parse_current(cut));
        CHECK_FALSE(parse_note(cut));
    }
}

TEST_CASE("a list with anything else in it is none", "[store][slots]") {
    const std::string head = "foyer-store 1\n";
    const std::string active = "active " + a + " 1 trial\n";
    CHECK(parse_current(head + active));
    for (const std::string& wrong : {
             "foyer-store 2\n" + active,
             active,
             head + active + active,
             head + "active " + a + " 1\n",
             head + "active " + a + " 1 perhaps\n",
             head + "active " + a + " -1 trial\n",
             head + "active " + a + " 1x trial\n",
             head + "active " + a + " 18446744073709551616 trial\n",
             head + "active " + std::string(64, 'A') + " 1 trial\n",
             head + "active " + std::string(63, 'a') + " 1 trial\n",
             head + "active ../../../../etc/passwd 1 trial\n",
             head + "previous " + a + "\n",
             head + "previous factory 1\n",
             head + "refuse\n",
             head + "refuse " + a + " " + b + "\n",
             head + active + "\n",
             head + " " + active,
             head + "unknown " + a + "\n",
             head + active + std::string(100, '\0') + "\n",
         }) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_current(wrong));
    }
    CHECK_FALSE(parse_note("foyer-note 1\nstarts " + a + " -1\n"));
    CHECK_FALSE(parse_note("foyer-note 1\nstarts " + a + "\n"));
    CHECK_FALSE(parse_note("foyer-note 1\nshown ../x\n"));
}

TEST_CASE("a list without end is none", "[store][slots]") {
    std::string text = "foyer-store 1\n";
    for (std::size_t i = 0; i < max_refused; ++i) text += "refuse " + a + "\n";
    CHECK(parse_current(text));
    CHECK_FALSE(parse_current(text + "refuse " + a + "\n"));
    std::string note = "foyer-note 1\n";
    for (std::size_t i = 0; i <= max_refused; ++i) note += "failed " + a + "\n";
    CHECK_FALSE(parse_note(note));
    CHECK_FALSE(parse_current(std::string(max_slot_file_bytes, '\n') + "\n"));
}

TEST_CASE("a kiosk starts with the active pack, then the one before, then the factory's",
          "[store][slots]") {
    const Current current{Slot{a, 2}, false, Slot{b, 1}, {}};
    CHECK(candidates(current, {}) == Packs{a, b, "factory"});
    CHECK(candidates({}, {}) == Packs{"factory"});
    CHECK(candidates(current, failing({}, a)) == Packs{b, "factory"});
    CHECK(candidates(current, failing(failing({}, a), b)) == Packs{"factory"});
    // The factory pack is tried whatever happened to it.
    const Note crashes = opening(opening(opening({}, "factory"), "factory"), "factory");
    CHECK(candidates({}, failing(crashes, "factory")) == Packs{"factory"});
}

TEST_CASE("one start that did not end may have been the plug, two were the pack",
          "[store][slots]") {
    const Current current{Slot{a, 2}, false, Slot{b, 1}, {}};
    Note note = opening({}, a);
    CHECK(candidates(current, note).front() == a);
    note = opening(note, a);
    CHECK(candidates(current, note).front() == b);
    // Whoever comes next leaves a mark on the one that was given up.
    note = opening(note, b);
    CHECK(note.failed == Packs{a});
    CHECK(note.starts == 1);
    CHECK(candidates(current, note).front() == b);
}

TEST_CASE("a pack that ended well starts counting anew", "[store][slots]") {
    const Current current{Slot{a, 2}, true, {}, {}};
    Note note = opening(settled(opening({}, a)), a);
    CHECK(note.starts == 1);
    CHECK(candidates(current, note).front() == a);
    note = showing(note, a);
    CHECK(note.shown == a);
}

TEST_CASE("a note remembers a bounded number of failures, the newest", "[store][slots]") {
    Note note;
    for (int i = 0; i < 40; ++i)
        note = failing(note, std::string(62, 'd') + std::to_string(10 + i));
    CHECK(note.failed.size() == max_refused);
    CHECK(note.failed.back() == std::string(62, 'd') + "49");
    CHECK(failing(note, note.failed.front()) == note);
    CHECK(parse_note(to_text(note)) == note);
}

TEST_CASE("a pack that staff took back gives way to the other one", "[store][slots]") {
    const Current two{Slot{b, 2}, true, Slot{a, 1}, {}};
    const auto back = taking_back(two, Note{}, b);
    REQUIRE(back);
    CHECK(parse_note(to_text(*back)) == back);
    CHECK(candidates(two, *back) == Packs{a, "factory"});
    // The updater makes it last; then the note need not say it any more.
    const Current heeded{Slot{a, 1}, true, Slot{b, 2}, {b}};
    CHECK_FALSE(is_heeded(two, *back));
    CHECK(is_heeded(heeded, *back));
    CHECK(candidates(heeded, Note{}) == Packs{a, b, "factory"});
    // And forth again.
    const auto forth = taking_back(heeded, Note{}, a);
    REQUIRE(forth);
    CHECK(candidates(heeded, *forth).front() == b);
}

TEST_CASE("behind the only pack of the store is the factory's", "[store][slots]") {
    const Current one{Slot{a, 1}, true, {}, {}};
    const auto back = taking_back(one, Note{}, a);
    REQUIRE(back);
    CHECK(candidates(one, *back) == Packs{"factory"});
    const Current heeded{{}, false, Slot{a, 1}, {a}};
    CHECK(is_heeded(heeded, *back));
    CHECK(candidates(heeded, Note{}) == Packs{"factory"});
    const auto forth = taking_back(heeded, Note{}, "factory");
    REQUIRE(forth);
    CHECK(candidates(heeded, *forth).front() == a);
    CHECK_FALSE(taking_back(Current{}, Note{}, "factory"));
}
