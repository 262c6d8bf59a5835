// SPDX-License-Identifier: EUPL-1.2
// The risk: two people build the same content and get different packs, or content that does not
// hold together gets into one.
#include "kiosk/store/pack_writer.h"

#include "kiosk/store/pack.h"
#include "tests/store/sample.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <filesystem>
#include <functional>

using namespace foyer;

namespace {

Errc refusal(const std::function<void(model::PackContent&)>& spoil) {
    model::PackContent content = test::sample_content();
    spoil(content);
    const test::TemporaryFile file("refused.pack");
    const Result<void> written = store::write_pack(content, file.path());
    REQUIRE_FALSE(written);
    INFO(written.error().what);
    CHECK_FALSE(std::filesystem::exists(file.path()));
    CHECK_FALSE(std::filesystem::exists(file.path() + ".part"));
    return written.error().code;
}

model::Run& first_run(model::PackContent& content) {
    return content.pages[1].texts.at("de").body[1].text[0];
}

model::Chart& chart(model::PackContent& content) {
    return content.pages[1].texts.at("de").body[8].chart;
}

model::Guide& guide(model::PackContent& content) { return content.guides[0].texts.at("de"); }

/// Changes the guide alike in all its languages.
void each_guide(model::PackContent& content, const std::function<void(model::Guide&)>& change) {
    for (auto& [language, text] : content.guides[0].texts) change(text);
}

} // namespace

TEST_CASE("the same content gives the same bytes", "[store][writer]") {
    const test::TemporaryFile one("one.pack"), two("two.pack");
    REQUIRE(store::write_pack(test::sample_content(), one.path()));
    REQUIRE(store::write_pack(test::sample_content(), two.path()));
    const std::string bytes = test::read_file(one.path());
    CHECK(bytes.size() > 10'000);
    CHECK(bytes == test::read_file(two.path()));
}

TEST_CASE("other content gives other bytes", "[store][writer]") {
    const test::TemporaryFile one("one.pack"), two("two.pack");
    model::PackContent content = test::sample_content();
    REQUIRE(store::write_pack(content, one.path()));
    content.pages[0].texts.at("de").title += "!";
    REQUIRE(store::write_pack(content, two.path()));
    CHECK(test::read_file(one.path()) != test::read_file(two.path()));
}

TEST_CASE("a pack replaces the one that was there", "[store][writer]") {
    const test::TemporaryFile file("replaced.pack");
    test::write_file(file.path(), "something else");
    test::write_file(file.path() + ".part", "left over from a crash");
    REQUIRE(store::write_pack(test::sample_content(), file.path()));
    CHECK(store::Pack::open(file.path()));
    CHECK_FALSE(std::filesystem::exists(file.path() + ".part"));
}

TEST_CASE("a pack that is refused leaves the old one alone", "[store][writer]") {
    const test::TemporaryFile file("kept.pack");
    REQUIRE(store::write_pack(test::sample_content(), file.path()));
    model::PackContent content = test::sample_content();
    content.pages[0].topic = "nowhere";
    REQUIRE_FALSE(store::write_pack(content, file.path()));
    CHECK(store::Pack::open(file.path()));
}

TEST_CASE("a folder that is not there cannot be written to", "[store][writer]") {
    const auto written = store::write_pack(test::sample_content(), "/nowhere/at/all.pack");
    REQUIRE_FALSE(written);
    CHECK(written.error().code == Errc::unreadable);
}

TEST_CASE("content that points at nothing is refused", "[store][writer]") {
    using Content = model::PackContent;
    CHECK(refusal([](Content& c) { c.pages[0].topic = "x"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[0].sources = {"x"}; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[0].related = {"x"}; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[0].facts->population->source = 9; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[0].texts["xx"] = {}; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[0].texts.at("de").results[0].source = 9; }) ==
          Errc::invalid);
    CHECK(refusal([](Content& c) { c.terms[0].texts["xx"] = {}; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { chart(c).source = 3; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { chart(c).source = 0; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.events[0].page = "x"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.events[0].sources = {"x"}; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.events[0].texts["xx"] = {}; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.guides[0].sources = {"x"}; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.guides[0].pages[0] = {"x"}; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.guides[0].texts["xx"] = guide(c); }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.media.clear(); }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.fresh = {"x"}; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.titles["xx"] = "x"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { first_run(c).term = "x"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { first_run(c).page = "x"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { first_run(c).source = 3; }) == Errc::invalid);
}

TEST_CASE("content that is not well formed is refused", "[store][writer]") {
    using Content = model::PackContent;
    CHECK(refusal([](Content& c) { c.pages[0].id = "Nicht so"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[0].id = c.pages[1].id; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[0].kind = "poem"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[0].facts->spot->latitude = NAN; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { chart(c).points[0].value = INFINITY; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { chart(c).points.clear(); }) == Errc::invalid);
    CHECK(refusal([](Content& c) { chart(c).points[0].value = 1e16; }) == Errc::invalid);
    CHECK(refusal([](Content& c) {
              chart(c).kind = model::ChartKind::share;
              chart(c).points[0].value = 101;
          }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.events[0].texts.clear(); }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.events[1].id = c.events[0].id; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.events[0].id = "A b"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.guides[0].id = "A b"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.guides.push_back(c.guides[0]); }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[2].texts.clear(); }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[0].texts.at("de").title = "\xFF"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[0].texts.at("de").title = "\x1B[2J"; }) ==
          Errc::invalid);
    CHECK(refusal([](Content& c) { c.languages[0].tag = "de/.."; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.languages.clear(); }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.topics[0].texts.clear(); }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.terms[0].texts.clear(); }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.terms[0].id = "A"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.media[0].media.type = "exe"; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.media.push_back(c.media[0]); }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.sources[0].reliability = 'Z'; }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[1].texts.at("de").body[7].rows.push_back({}); }) ==
          Errc::invalid);
    CHECK(refusal([](Content& c) { c.pages[1].texts.at("de").body[0].rows = {{{}}}; }) ==
          Errc::invalid);
}

TEST_CASE("a guide that is not one is refused", "[store][writer]") {
    using Content = model::PackContent;
    CHECK(refusal([](Content& c) { c.guides[0].texts.clear(); }) == Errc::invalid);
    CHECK(refusal([](Content& c) { c.guides[0].pages.pop_back(); }) == Errc::invalid);
    const auto in_one = [](const std::function<void(model::Guide&)>& change) {
        return refusal([&](Content& c) { change(guide(c)); });
    };
    CHECK(in_one([](model::Guide& g) { g.questions.pop_back(); }) == Errc::invalid);
    CHECK(in_one([](model::Guide& g) { g.questions[0].options[0].points = 7; }) == Errc::invalid);
    CHECK(in_one([](model::Guide& g) { g.results[0].least_points = 7; }) == Errc::invalid);
    const auto in_all = [](const std::function<void(model::Guide&)>& change) {
        return refusal([&](Content& c) { each_guide(c, change); });
    };
    CHECK(in_all([](model::Guide& g) { g.questions.clear(); }) == Errc::invalid);
    CHECK(in_all([](model::Guide& g) { g.questions[1].options.clear(); }) == Errc::invalid);
    CHECK(in_all([](model::Guide& g) { g.questions[0].options[0].question = 1; }) == Errc::invalid);
    CHECK(in_all([](model::Guide& g) { g.questions[1].options[0].question = 2; }) == Errc::invalid);
    CHECK(in_all([](model::Guide& g) { g.questions[0].options[0].question = 3; }) == Errc::invalid);
    CHECK(in_all([](model::Guide& g) { g.questions[0].options[0].result = 3; }) == Errc::invalid);
}

TEST_CASE("content beyond the limits is refused", "[store][writer]") {
    using Content = model::PackContent;
    CHECK(refusal([](Content& c) { c.pages[0].texts.at("de").title.assign(2'000'000, 'x'); }) ==
          Errc::too_large);
    CHECK(refusal([](Content& c) { c.media[0].media.bytes.assign(17'000'000, 'x'); }) ==
          Errc::too_large);
    CHECK(refusal([](Content& c) { c.pages[1].texts.at("de").body.resize(10'001); }) ==
          Errc::too_large);
    CHECK(refusal([](Content& c) { chart(c).points.resize(101); }) == Errc::too_large);
    CHECK(refusal([](Content& c) { c.events.resize(2'001, c.events[0]); }) == Errc::too_large);
    CHECK(refusal([](Content& c) { c.guides.resize(101, c.guides[0]); }) == Errc::too_large);
    CHECK(refusal([](Content& c) {
              each_guide(c, [](model::Guide& g) { g.questions.resize(101, g.questions[1]); });
          }) == Errc::too_large);
    CHECK(refusal([](Content& c) {
              each_guide(c, [](model::Guide& g) {
                  g.questions[1].options.resize(21, g.questions[1].options[1]);
              });
          }) == Errc::too_large);
    CHECK(refusal([](Content& c) {
              each_guide(c, [](model::Guide& g) { g.questions[0].options[0].points = 10'001; });
          }) == Errc::too_large);
    CHECK(refusal([](Content& c) {
              each_guide(c, [](model::Guide& g) { g.results[0].least_points = -10'001; });
          }) == Errc::too_large);
    CHECK(refusal([](Content& c) { c.topics.resize(201, c.topics[0]); }) == Errc::too_large);
    CHECK(refusal([](Content& c) { c.pages[0].texts.at("de").keywords.resize(1'001); }) ==
          Errc::too_large);
}
