// SPDX-License-Identifier: EUPL-1.2
// The risk: what an editor wrote is not what a visitor reads. Everything goes into a pack and comes
// back.
#include "kiosk/store/pack.h"
#include "kiosk/store/pack_writer.h"
#include "tests/store/open_sample.h"
#include "tests/store/sample.h"

#include <catch2/catch_test_macros.hpp>
#include <string_view>

using namespace foyer;
using store::Pack;
using test::OpenSample;

namespace {

const model::PageContent& page_of(const model::PackContent& content, std::string_view id) {
    for (const auto& page : content.pages) {
        if (page.id == id) return page;
    }
    FAIL("the sample has no page " << id);
    return content.pages.front();
}

} // namespace

TEST_CASE("a page comes back as it was written", "[store]") {
    OpenSample sample;
    Pack pack = sample.pack();
    for (const auto& page : sample.content.pages) {
        for (const auto& [language, text] : page.texts) {
            const Result<model::Page> read = pack.page(page.id, language);
            REQUIRE(read);
            CHECK(read->card.language == language);
            CHECK(read->card.title == text.title);
            CHECK(read->card.line == text.line);
            CHECK(read->card.minutes == text.minutes);
            CHECK(read->card.place == text.place);
            CHECK(read->card.kind == page.kind);
            CHECK(read->card.topic == page.topic);
            CHECK(read->summary == text.summary);
            CHECK(read->updated == page.updated);
            CHECK(read->checked_by == text.checked_by);
            CHECK(read->body == text.body);
            CHECK(read->facts.has_value() == page.facts.has_value());
        }
    }
}

TEST_CASE("the sources of a page come in the order of their numbers", "[store]") {
    OpenSample sample;
    Pack pack = sample.pack();
    const auto page = pack.page("souveraenitaet", "de");
    REQUIRE(page);
    REQUIRE(page->sources.size() == 2);
    CHECK(page->sources[0] == sample.content.sources[1]);
    CHECK(page->sources[1] == sample.content.sources[0]);
}

TEST_CASE("a case has its facts, results and lessons", "[store]") {
    OpenSample sample;
    Pack pack = sample.pack();
    const auto page = pack.page("dortmund", "de");
    REQUIRE(page);
    const auto& written = page_of(sample.content, "dortmund");
    model::CaseFacts expected = *written.facts;
    expected.place = written.texts.at("de").place;
    expected.results = written.texts.at("de").results;
    expected.lessons = written.texts.at("de").lessons;
    REQUIRE(page->facts);
    CHECK(*page->facts == expected);
    CHECK(page->card.status == "running");
}

TEST_CASE("a case without a known population has none", "[store]") {
    model::PackContent content = test::sample_content();
    content.pages[0].facts->population.reset();
    OpenSample sample(content);
    const auto page = sample.pack().page("dortmund", "de");
    REQUIRE(page);
    CHECK_FALSE(page->facts->population);
}

TEST_CASE("the terms of a page are those marked in it, each once", "[store]") {
    OpenSample sample;
    const auto page = sample.pack().page("souveraenitaet", "de");
    REQUIRE(page);
    CHECK(page->terms == std::vector<std::string>{"quellcode"});
}

TEST_CASE("related pages are cards in the visitor's language", "[store]") {
    OpenSample sample;
    const auto page = sample.pack().page("dortmund", "en");
    REQUIRE(page);
    REQUIRE(page->related.size() == 2);
    CHECK(page->related[0].title == "Digital sovereignty");
    CHECK(page->related[0].language == "en");
    CHECK(page->related[1].language == "de");
}

TEST_CASE("a slide is a card with the first figure of the text it shows", "[store]") {
    OpenSample sample;
    Pack pack = sample.pack();
    const auto slide = pack.slide("souveraenitaet", "de");
    REQUIRE(slide);
    CHECK(slide->card == *pack.card("souveraenitaet", "de"));
    REQUIRE(slide->figure);
    CHECK(slide->figure->media == "souveraenitaet/wahl.de.svg");
    CHECK(slide->figure->alt == "Eine Waage");
    CHECK(slide->figure->width == 640);
    const auto without = pack.slide("dortmund", "de");
    REQUIRE(without);
    CHECK_FALSE(without->figure);
    model::PackContent content = test::sample_content();
    for (model::PageContent& one : content.pages) {
        for (auto& [language, text] : one.texts) {
            for (model::Block& block : text.body) block.figure.decorative = true;
        }
    }
    OpenSample decorative(content);
    CHECK_FALSE(decorative.pack().slide("souveraenitaet", "de")->figure);
    CHECK(pack.slide("nirgends", "de").error().code == Errc::not_found);
}

TEST_CASE("a text missing in a language comes in the nearest one, and says so", "[store]") {
    OpenSample sample;
    Pack pack = sample.pack();
    const auto language_of = [&](const char* page, const char* wished) {
        const auto card = pack.card(page, wished);
        return card ? card->language : name(card.error().code);
    };
    CHECK(language_of("souveraenitaet", "de-simple") == "de-simple");
    CHECK(language_of("dortmund", "de-simple") == "de");
    CHECK(language_of("dortmund", "en") == "de");
    CHECK(language_of("souveraenitaet", "en-GB") == "en");
    CHECK(language_of("souveraenitaet", "ar") == "de");
    const auto term = pack.term("quellcode", "de-simple");
    REQUIRE(term);
    CHECK(term->language == "de");
    CHECK(term->term == "Quellcode");
    CHECK(term->text == "Der lesbare Bauplan eines Programms.");
}

TEST_CASE("a page only in one unexpected language is still offered", "[store]") {
    model::PackContent content = test::sample_content();
    content.languages.push_back({"ar", "العربية"});
    content.pages[2].texts["ar"] = content.pages[2].texts.at("de");
    content.pages[2].texts.erase("de");
    OpenSample sample(content);
    const auto card = sample.pack().card("strassen", "en");
    REQUIRE(card);
    CHECK(card->language == "ar");
}

TEST_CASE("the catalogue names the pack, its languages, topics and what is new", "[store]") {
    OpenSample sample;
    const auto found = sample.pack().catalogue("en");
    REQUIRE(found);
    CHECK(found->id == "probe");
    CHECK(found->version == "2026.11.1");
    CHECK(found->date == "2026-11-23");
    CHECK(found->title == "Sample");
    CHECK(found->publisher == "Sample Town");
    CHECK(found->base_url == "https://example.org/");
    CHECK(found->languages == sample.content.languages);
    REQUIRE(found->topics.size() == 2);
    CHECK(found->topics[0] == model::Topic{"grundlagen", "book", "en", "Basics", "What it is.", 2});
    CHECK(found->topics[1].language == "de");
    CHECK(found->topics[1].pages == 1);
    REQUIRE(found->fresh.size() == 2);
    CHECK(found->fresh[0].page == "dortmund");
    CHECK(found->fresh[0].is_new);
    CHECK(found->fresh[1].page == "souveraenitaet");
}

TEST_CASE("the cards of a topic are in the editor's order, then by title", "[store]") {
    model::PackContent content = test::sample_content();
    model::PageContent other = content.pages[2];
    other.id = "zz-aemter";
    other.texts.at("de").title = "Ämter";
    content.pages.push_back(other);
    OpenSample sample(content);
    const auto cards = sample.pack().topic("grundlagen", "de");
    REQUIRE(cards);
    REQUIRE(cards->size() == 3);
    CHECK((*cards)[0].page == "zz-aemter");
    CHECK((*cards)[1].page == "strassen");
    CHECK((*cards)[2].page == "souveraenitaet");
}

TEST_CASE("media keep their bytes, zeros included", "[store]") {
    model::PackContent content = test::sample_content();
    content.media.push_back(
        {{"dortmund/a.png", "png", std::string("\x89PNG\0\0x", 7)}, 3, 2, "X", "CC0-1.0"});
    OpenSample sample(content);
    Pack pack = sample.pack();
    const auto media = pack.media("dortmund/a.png");
    REQUIRE(media);
    CHECK(media->type == "png");
    CHECK(media->bytes == content.media[1].media.bytes);
    const auto all = pack.media_content("dortmund/a.png");
    REQUIRE(all);
    CHECK(all->width == 3);
    CHECK(all->height == 2);
    CHECK(all->author == "X");
    CHECK(all->licence == "CC0-1.0");
}

TEST_CASE("what is not there is not found", "[store]") {
    OpenSample sample;
    Pack pack = sample.pack();
    CHECK(pack.page("nowhere", "de").error().code == Errc::not_found);
    CHECK(pack.card("nowhere", "de").error().code == Errc::not_found);
    CHECK(pack.topic("nowhere", "de").error().code == Errc::not_found);
    CHECK(pack.media("nowhere").error().code == Errc::not_found);
    CHECK(pack.media_content("nowhere").error().code == Errc::not_found);
    CHECK(pack.term("nowhere", "de").error().code == Errc::not_found);
    CHECK(pack.languages("nowhere").value().empty());
}

TEST_CASE("lists are complete and sorted", "[store]") {
    OpenSample sample;
    Pack pack = sample.pack();
    using Strings = std::vector<std::string>;
    CHECK(*pack.page_ids() == Strings{"dortmund", "souveraenitaet", "strassen"});
    CHECK(*pack.term_ids() == Strings{"quellcode"});
    CHECK(*pack.media_ids() == Strings{"souveraenitaet/wahl.de.svg"});
    CHECK(*pack.languages("souveraenitaet") == Strings{"de", "de-simple", "en"});
    CHECK(*pack.licence() == "CC-BY-SA-4.0");
    const auto entries = pack.page_entries();
    REQUIRE(entries->size() == 5);
    CHECK(entries->front() == store::PageEntry{"dortmund", "de", "case",
                                               "Dortmund: Freie Software als Regel", "2026-11-21"});
}

TEST_CASE("a fingerprint differs exactly for the text that was changed", "[store]") {
    OpenSample before;
    model::PackContent content = before.content;
    SECTION("a word") { content.pages[1].texts.at("de").body[1].text[0].text += "!"; }
    SECTION("a picture") { content.media[0].media.bytes += " "; }
    SECTION("a keyword") { content.pages[1].texts.at("de").keywords[0] = "anders"; }
    SECTION("a number of a chart") {
        content.pages[1].texts.at("de").body[8].chart.points[0].value = 86.2;
    }
    SECTION("a label of a chart") {
        content.pages[1].texts.at("de").body[8].chart.points[1].label += "!";
    }
    SECTION("the note of a chart") { content.pages[1].texts.at("de").body[8].chart.note.clear(); }
    SECTION("a table cell") { content.pages[1].texts.at("de").body[7].rows[1][0][0].text = "2014"; }
    OpenSample after(content);
    Pack old_pack = before.pack(), new_pack = after.pack();
    const auto same = [&](const char* page, const char* language) {
        return *old_pack.fingerprint(page, language) == *new_pack.fingerprint(page, language);
    };
    CHECK_FALSE(same("souveraenitaet", "de"));
    CHECK(same("souveraenitaet", "en"));
    CHECK(same("dortmund", "de"));
}

TEST_CASE("a fingerprint differs when a case moves or grows", "[store]") {
    OpenSample before;
    model::PackContent content = before.content;
    SECTION("its place") { content.pages[0].facts->spot->latitude = 51.52; }
    SECTION("its size") { content.pages[0].facts->size = "large"; }
    OpenSample after(content);
    CHECK(*before.pack().fingerprint("dortmund", "de") !=
          *after.pack().fingerprint("dortmund", "de"));
}

TEST_CASE("the cases come with their place on the map, by title", "[store]") {
    model::PackContent content = test::sample_content();
    model::PageContent other = content.pages[0];
    other.id = "aa-ulm";
    other.texts.at("de").title = "Ulm";
    other.facts->to = 2024;
    content.pages.push_back(other);
    other.id = "bb-nirgends";
    other.facts->spot.reset();
    content.pages.push_back(other);
    OpenSample sample(content);
    const auto cases = sample.pack().cases("en");
    REQUIRE(cases);
    REQUIRE(cases->size() == 2);
    const model::CaseMark& first = cases->front();
    CHECK(first.card == *sample.pack().card("dortmund", "en"));
    CHECK(first.card.language == "de");
    CHECK(first.spot == model::Spot{51.51, 7.47});
    CHECK(first.country == "DE");
    CHECK(first.size == "metropolis");
    CHECK(first.domains == std::vector<std::string>{"governance", "office"});
    CHECK(first.from == 2021);
    CHECK(first.to == 0);
    CHECK(cases->back().card.page == "aa-ulm");
    CHECK(cases->back().to == 2024);
}

TEST_CASE("events come by date, each with its sources, in the nearest language", "[store]") {
    model::PackContent content = test::sample_content();
    std::swap(content.events[0], content.events[1]);
    OpenSample sample(content);
    const auto events = sample.pack().events("en");
    REQUIRE(events);
    REQUIRE(events->size() == 2);
    CHECK(events->front() == model::Event{"gnu",
                                          "1983-09-27",
                                          "movement",
                                          "",
                                          "en",
                                          "GNU begins",
                                          "A free operating system is announced.",
                                          {content.sources[0]}});
    CHECK(events->back() == model::Event{"beschluss",
                                         "2021",
                                         "towns",
                                         "dortmund",
                                         "de",
                                         "Dortmund beschließt",
                                         "Freie Software wird die Regel.",
                                         {content.sources[1], content.sources[0]}});
}

TEST_CASE("a guide comes back as it was written, with the cards of its pages", "[store]") {
    OpenSample sample;
    Pack pack = sample.pack();
    const model::GuideContent& written = sample.content.guides[0];
    for (const auto& [language, text] : written.texts) {
        const auto read = pack.guide("wahl", language);
        REQUIRE(read);
        model::Guide expected = text;
        expected.card = {"wahl", "compass", language, text.card.title, text.card.summary, 2};
        expected.results[0].pages = {*pack.card("dortmund", language),
                                     *pack.card("souveraenitaet", language)};
        expected.sources = {sample.content.sources[1]};
        CHECK(*read == expected);
    }
    CHECK(pack.guide("wahl", "de-simple")->card.language == "de");
    CHECK(pack.guide("nirgends", "de").error().code == Errc::not_found);
}

TEST_CASE("the guides are cards in the order of the pack", "[store]") {
    model::PackContent content = test::sample_content();
    model::GuideContent other = content.guides[0];
    other.id = "aa-andere";
    other.texts.erase("en");
    content.guides.push_back(other);
    OpenSample sample(content);
    const auto guides = sample.pack().guides("en");
    REQUIRE(guides);
    REQUIRE(guides->size() == 2);
    CHECK(guides->front() ==
          model::GuideCard{"wahl", "compass", "en", "What fits?", "Two questions.", 2});
    CHECK(guides->back().id == "aa-andere");
    CHECK(guides->back().language == "de");
}

TEST_CASE("a sound pack passes the check", "[store]") {
    OpenSample sample;
    CHECK(sample.pack().check());
}

TEST_CASE("a pack can be opened under any name", "[store]") {
    const test::TemporaryFile odd("a b%20?mode=rwc#ä.pack");
    REQUIRE(store::write_pack(test::sample_content(), odd.path()));
    CHECK(Pack::open(odd.path()));
}
