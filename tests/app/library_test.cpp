// SPDX-License-Identifier: EUPL-1.2
// The risk: a pack that is exchanged at the wrong moment, or one broken page, takes the kiosk down.
#include "kiosk/app/library.h"

#include "kiosk/store/pack_writer.h"
#include "platform/memory/memory_files.h"
#include "tests/store/sample.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <set>
#include <string>

using namespace foyer;
using namespace foyer::model;

namespace {

struct Shelf {
    test::TemporaryFile file{"library.pack"};
    platform::MemoryFiles files;
    app::Library library{files};
    app::PackPlace place{"factory", file.path()};
    int tickets = 0;

    void put(const PackContent& content) {
        REQUIRE(store::write_pack(content, file.path()));
        files.put(file.path(), "stamp");
    }
    void put_bytes(const std::string& bytes) {
        // A file that is open is replaced by a rename, never written into.
        const test::TemporaryFile other("other.pack");
        test::write_file(other.path(), bytes);
        std::filesystem::rename(other.path(), file.path());
        files.put(file.path(), "stamp");
    }
    Action load(Screen screen, const std::string& id = {}, const std::string& language = "de") {
        const auto answer =
            library.answer(place, Load{++tickets, Place{screen, id, false, {}, {}}, language});
        REQUIRE(answer);
        return *answer;
    }
    View view(Screen screen, const std::string& id = {}, const std::string& language = "de") {
        const Action answer = load(screen, id, language);
        REQUIRE(std::holds_alternative<Loaded>(answer));
        CHECK(std::get<Loaded>(answer).ticket == tickets);
        return std::get<Loaded>(answer).view;
    }
    Errc failure() {
        const Action answer = load(Screen::home);
        REQUIRE(std::holds_alternative<PackFailed>(answer));
        CHECK(std::get<PackFailed>(answer).ticket == tickets);
        return std::get<PackFailed>(answer).error.code;
    }
};

PackContent other_content() {
    PackContent content = test::sample_content();
    content.version = "2";
    content.pages[0].texts.at("de").title = "Dortmund, neu";
    return content;
}

} // namespace

TEST_CASE("a library reads what each screen shows", "[app][library]") {
    Shelf shelf;
    shelf.put(test::sample_content());
    const View home = shelf.view(Screen::home);
    CHECK(home.language == "de");
    CHECK(home.catalogue.topics.size() == 2);
    CHECK(home.cards.empty());
    CHECK(shelf.view(Screen::topic, "staedte").cards.size() == 1);
    CHECK(shelf.view(Screen::attract).slides.size() == 3);
    const View page = shelf.view(Screen::page, "souveraenitaet");
    REQUIRE(page.page);
    CHECK(page.page->card.page == "souveraenitaet");
    REQUIRE(page.page_terms.size() == 1);
    CHECK(page.page_terms[0].term == "Quellcode");
    CHECK(shelf.view(Screen::home, {}, "en").catalogue.title == "Sample");
}

TEST_CASE("a library reads what the ways besides the topics show", "[app][library]") {
    Shelf shelf;
    shelf.put(test::sample_content());
    REQUIRE(shelf.view(Screen::map).cases.size() == 1);
    CHECK(shelf.view(Screen::map).cases[0].card.page == "dortmund");
    CHECK(shelf.view(Screen::timeline).events.size() == 2);
    REQUIRE(shelf.view(Screen::guides).guides.size() == 1);
    const View guide = shelf.view(Screen::guide, "wahl");
    REQUIRE(guide.guide);
    CHECK(guide.guide->results.size() == 2);
    CHECK_FALSE(shelf.view(Screen::guide, "no-such-guide").guide);
}

TEST_CASE("only cases that exist are compared, and the others stay", "[app][library]") {
    Shelf shelf;
    shelf.put(test::sample_content());
    const View view = shelf.view(Screen::compare, "no-such-page dortmund souveraenitaet");
    REQUIRE(view.compared.size() == 1);
    CHECK(view.compared[0].card.page == "dortmund");
    CHECK(view.cases.size() == 1);
    CHECK(shelf.view(Screen::compare).compared.empty());
}

TEST_CASE("whoever asks for any page gets each in its turn", "[app][library]") {
    Shelf shelf;
    shelf.put(test::sample_content());
    std::set<std::string> seen;
    for (std::size_t dice = 0; dice < 4; ++dice) {
        const Load any{1, Place{Screen::page, {}, false, {}, {}}, "de", dice};
        const auto answer = shelf.library.answer(shelf.place, any);
        REQUIRE(answer);
        const View& view = std::get<Loaded>(*answer).view;
        REQUIRE(view.page);
        seen.insert(view.page->card.page);
    }
    CHECK(seen.size() == 3);
}

TEST_CASE("a library answers searches and questions about words", "[app][library]") {
    Shelf shelf;
    shelf.put(test::sample_content());
    const auto found = shelf.library.answer(shelf.place, Find{"strasse", "de"});
    REQUIRE(found);
    CHECK(std::get<Found>(*found).result.hits.size() > 0);
    const auto term = shelf.library.answer(shelf.place, LoadTerm{"quellcode", "en"});
    REQUIRE(term);
    CHECK(std::get<TermLoaded>(*term).term.term == "source code");
    CHECK_FALSE(shelf.library.answer(shelf.place, LoadTerm{"nothing", "de"}));
    CHECK(shelf.library.media(shelf.place, "souveraenitaet/wahl.de.svg")->type == "svg");
    CHECK(shelf.library.media(shelf.place, "nothing").error().code == Errc::not_found);
}

TEST_CASE("a page that cannot be read costs that page", "[app][library]") {
    Shelf shelf;
    shelf.put(test::sample_content());
    const View view = shelf.view(Screen::page, "no-such-page");
    REQUIRE(view.broken);
    CHECK(view.broken->code == Errc::not_found);
    CHECK_FALSE(view.page);
    CHECK(view.catalogue.topics.size() == 2);
    CHECK(shelf.view(Screen::topic, "no-such-topic").cards.empty());
    CHECK(shelf.view(Screen::page, "dortmund").page);
}

TEST_CASE("a pack that is missing or none at all is a fault with its code", "[app][library]") {
    Shelf shelf;
    CHECK(shelf.failure() == Errc::not_found);
    CHECK_FALSE(shelf.library.answer(shelf.place, Find{"rat", "de"}));
    CHECK_FALSE(shelf.library.media(shelf.place, "any"));
    shelf.put_bytes("this is no pack");
    CHECK(shelf.failure() == Errc::wrong_format);
    shelf.put(test::sample_content());
    CHECK(shelf.view(Screen::home).catalogue.id == "probe");
}

TEST_CASE("a pack that is replaced is read at the next question", "[app][library]") {
    Shelf shelf;
    shelf.put(test::sample_content());
    CHECK(shelf.view(Screen::home).catalogue.version == "2026.11.1");
    shelf.put(other_content());
    CHECK(shelf.view(Screen::home).catalogue.version == "2");
    CHECK(shelf.view(Screen::page, "dortmund").page->card.title == "Dortmund, neu");
}

TEST_CASE("a pack that is replaced by a damaged one stays until a good one comes",
          "[app][library]") {
    Shelf shelf;
    shelf.put(test::sample_content());
    CHECK(shelf.view(Screen::home).catalogue.version == "2026.11.1");
    const std::string bytes = test::read_file(shelf.file.path());
    for (const std::string& bad : {std::string(), std::string("nothing"), bytes.substr(0, 1000)}) {
        shelf.put_bytes(bad);
        CHECK(shelf.view(Screen::home).catalogue.version == "2026.11.1");
        CHECK(shelf.view(Screen::page, "souveraenitaet").page);
    }
    shelf.put(other_content());
    CHECK(shelf.view(Screen::home).catalogue.version == "2");
}

TEST_CASE("a pack that disappears stays readable as long as it is open", "[app][library]") {
    Shelf shelf;
    shelf.put(test::sample_content());
    CHECK(shelf.view(Screen::home).catalogue.id == "probe");
    shelf.files.remove(shelf.file.path());
    CHECK(shelf.view(Screen::page, "dortmund").page);
}
