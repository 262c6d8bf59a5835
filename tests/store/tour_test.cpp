// SPDX-License-Identifier: EUPL-1.2
// The risk: a presenter shows something else than was prepared, with numbers that lead to other
// sources, or a damaged tour takes the kiosk along.
#include "tests/store/open_sample.h"
#include "tests/store/victim.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <functional>

using namespace foyer;
using model::TourShow;
using test::OpenSample;
using test::Victim;

namespace {

model::Tour sample_tour() {
    OpenSample sample;
    auto tour = sample.pack().tour("rundgang", "de");
    REQUIRE(tour);
    return *std::move(tour);
}

std::vector<std::string> ids(const std::vector<model::Source>& sources) {
    std::vector<std::string> out;
    for (const model::Source& source : sources) out.push_back(source.id);
    return out;
}

using Ids = std::vector<std::string>;

Errc refusal(const std::function<void(model::TourContent&)>& spoil) {
    model::PackContent content = test::sample_content();
    spoil(content.tours.at(0));
    const test::TemporaryFile file("refused.pack");
    const Result<void> written = store::write_pack(content, file.path());
    REQUIRE_FALSE(written);
    return written.error().code;
}

} // namespace

TEST_CASE("a tour is a card with its steps and planned minutes", "[store][tour]") {
    OpenSample sample;
    const auto tours = sample.pack().tours("en");
    REQUIRE(tours);
    REQUIRE(tours->size() == 1);
    CHECK(tours->front() == model::TourCard{"rundgang", "de", "Ein Rund\u00ADgang",
                                            "Für alle, in fünf Minuten.", 6, 6});
}

TEST_CASE("the steps of a tour show what they name", "[store][tour]") {
    OpenSample sample;
    store::Pack pack = sample.pack();
    const auto tour = pack.tour("rundgang", "de");
    const auto page = pack.page("souveraenitaet", "de");
    REQUIRE(tour);
    REQUIRE(page);
    REQUIRE(tour->steps.size() == 6);
    CHECK(tour->steps[0].show == TourShow::slide);
    CHECK(tour->steps[0].seconds == 90);
    const model::TourStep& front = tour->steps[1];
    CHECK(front.show == TourShow::page);
    CHECK(front.page == "souveraenitaet");
    REQUIRE(front.body.size() == 2);
    CHECK(model::plain(front.body[0].text) == page->summary);
    CHECK(front.body[1] == page->body[9]);
    const model::TourStep& section = tour->steps[2];
    REQUIRE(section.body.size() == 9);
    CHECK(section.body == std::vector<model::Block>(page->body.begin() + 1, page->body.end()));
    CHECK(ids(section.sources) == Ids{"kgst", "gnu"});
    CHECK(tour->steps[3].title == "Die Waage");
    CHECK(tour->steps[3].body == std::vector<model::Block>{page->body[9]});
    CHECK(tour->steps[4].body == std::vector<model::Block>{page->body[8]});
    const model::TourStep& map = tour->steps[5];
    CHECK(map.body.empty());
    CHECK(map.page == "dortmund");
    CHECK(map.spot == model::Spot{51.51, 7.47});
    CHECK(map.zoom == 3);
}

TEST_CASE("the numbers of a step are those of its own sources", "[store][tour]") {
    const model::Tour tour = sample_tour();
    const model::TourStep& slide = tour.steps[0];
    CHECK(ids(slide.sources) == Ids{"kgst", "gnu"}); // the slide cites kgst first
    CHECK(slide.body[0].text.back().source == 1);
    CHECK(slide.body[0].text.back().text == "1");
    CHECK(slide.notes[0].text[1].source == 2);
    CHECK(slide.notes[0].text[3].source == 1);
    const model::TourStep& chart = tour.steps[4];
    CHECK(ids(chart.sources) == Ids{"kgst", "gnu"});
    CHECK(chart.body[0].chart.source == 1);
    CHECK(chart.notes[0].text[1].source == 2);
}

TEST_CASE("a tour that is not there is told apart", "[store][tour]") {
    OpenSample sample;
    CHECK(sample.pack().tour("nirgends", "de").error().code == Errc::not_found);
}

TEST_CASE("a tour that does not hold together is damaged", "[store][tour][hostile]") {
    const std::string change = GENERATE(
        as<std::string>{}, "DELETE FROM tour_text", "DELETE FROM tour_step",
        "DELETE FROM tour_step WHERE step = 2", "DELETE FROM tour_step_text WHERE step = 3",
        "UPDATE tour_step SET show = 'film' WHERE step = 1",
        "UPDATE tour_step SET show = 'section' WHERE step = 1",
        "UPDATE tour_step SET show = 'map' WHERE step = 2",
        "UPDATE tour_step SET seconds = 0 WHERE step = 1",
        "UPDATE tour_step SET seconds = 9000000000 WHERE step = 1",
        "UPDATE tour_step SET latitude = 91 WHERE step = 6",
        "UPDATE tour_step SET zoom = 7 WHERE step = 6",
        "UPDATE tour_step SET page = 'nirgends' WHERE step = 3", "DELETE FROM tour_extract",
        "UPDATE tour_extract SET first = 11 WHERE step = 3",
        "UPDATE tour_extract SET blocks = 10 WHERE step = 3",
        "UPDATE tour_extract SET blocks = 9000000000 WHERE step = 3",
        "UPDATE tour_extract SET first = 9 WHERE step = 4",
        "UPDATE tour_extract SET page = 'dortmund' WHERE step = 4",
        "UPDATE tour_extract SET step = 1 WHERE step = 4", "UPDATE tour_block SET kind = 'chart'",
        "UPDATE tour_block SET text = '<s n=\"3\"/>'", "UPDATE tour_block SET text = '<b>'",
        "UPDATE tour_block SET step = 7 WHERE step = 5",
        "UPDATE tour_block SET position = 3 WHERE position = 2",
        "UPDATE tour_source SET number = number + 10", "DELETE FROM tour_source",
        "DELETE FROM page_text WHERE page = 'souveraenitaet'",
        "DELETE FROM page_text WHERE page = 'souveraenitaet' AND language = 'de'",
        "DELETE FROM chart", "UPDATE tour_text SET language = 'en'",
        "WITH RECURSIVE n(i) AS (VALUES(7) UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT "
        "INTO tour_step SELECT 'rundgang', i, 'map', 9, NULL, 1.0, 1.0, 1 FROM n; INSERT INTO "
        "tour_step_text SELECT tour, 'de', step, 'x' FROM tour_step WHERE step > 6");
    CAPTURE(change);
    Victim victim;
    victim.run("PRAGMA ignore_check_constraints = ON; " + change);
    Result<store::Pack> opened = victim.open();
    REQUIRE(opened);
    CHECK_FALSE(opened->tour("rundgang", "de"));
    CHECK(opened->tours("de"));
    CHECK(opened->page("dortmund", "de"));
}

TEST_CASE("a tour that copies a large page over and over is damaged", "[store][tour][hostile]") {
    Victim victim;
    victim.run("UPDATE block SET text = printf('%.*c', 1000000, 'x') WHERE page = 'souveraenitaet' "
               "AND position = 2;"
               "WITH RECURSIVE n(i) AS (VALUES(7) UNION ALL SELECT i + 1 FROM n WHERE i < 40) "
               "INSERT INTO tour_step SELECT 'rundgang', i, 'section', 9, 'souveraenitaet', NULL, "
               "NULL, NULL FROM n; INSERT INTO tour_step_text SELECT tour, 'de', step, 'x' FROM "
               "tour_step WHERE step > 6; INSERT INTO tour_extract SELECT tour, 'de', step, page, "
               "2, 1 FROM tour_step WHERE step > 6");
    Result<store::Pack> opened = victim.open();
    REQUIRE(opened);
    REQUIRE(opened->page("souveraenitaet", "de"));
    const auto tour = opened->tour("rundgang", "de");
    REQUIRE_FALSE(tour);
    CHECK(tour.error().what.find("more than a tour may show") != std::string::npos);
}

TEST_CASE("a tour that does not hold together is not written", "[store][tour][writer]") {
    using Tour = model::TourContent;
    CHECK(refusal([](Tour& t) { t.id = "A b"; }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.texts.clear(); }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps.clear(); }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.texts["en"]; }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps[0].page = "dortmund"; }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps[1].page.clear(); }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps[1].page = "x"; }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps[1].seconds = 0; }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps[1].texts["de"].blocks = 1; }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps[2].texts["de"].blocks = 0; }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps[2].texts["de"].blocks = 10; }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps[5].zoom = 7; }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps[0].sources.pop_back(); }) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps[0].sources[0] = "x"; }) == Errc::invalid);
    const auto slide = [](model::BlockKind kind) {
        return [kind](Tour& t) { t.steps[0].texts["de"].slide[0].kind = kind; };
    };
    CHECK(refusal(slide(model::BlockKind::figure)) == Errc::invalid);
    CHECK(refusal(slide(model::BlockKind::code)) == Errc::invalid);
    CHECK(refusal([](Tour& t) { t.steps.resize(201, t.steps[1]); }) == Errc::too_large);
    CHECK(refusal([](Tour& t) { t.steps[0].sources.resize(101, "gnu"); }) == Errc::too_large);
    CHECK(refusal([](Tour& t) {
              auto& notes = t.steps[0].texts["de"].notes;
              notes.resize(501, notes[0]);
          }) == Errc::too_large);
}
