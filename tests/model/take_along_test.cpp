// SPDX-License-Identifier: EUPL-1.2
// The risk: a visitor goes home with a code that no telephone reads, or that leads to another page.
#include "kiosk/model/take_along.h"

#include <catch2/catch_test_macros.hpp>

using namespace foyer::model;

namespace {

Source source(const std::string& url) { return {"s", "Titel", "Amt", "2024", url, "de", 'A'}; }

Page page() {
    Page page;
    page.card.page = "dortmund";
    page.card.language = "de";
    page.card.title = "Dort\u00ADmund: ein Rat";
    page.sources = {source("https://a.example/1"), source(""), source("https://b.example/2")};
    return page;
}

Guide guide() {
    Guide guide;
    guide.card.title = "Kaufen?";
    guide.results = {{"Kaufen", "", 0, {page().card}}};
    guide.sources = {source("https://c.example/3")};
    return guide;
}

} // namespace

TEST_CASE("a page is taken along as its permanent address where the pack names one") {
    Catalogue catalogue;
    catalogue.base_url = "https://stadt.example/foyer";
    const TakeAlong expected{"https://stadt.example/foyer/de/pages/dortmund.html", true, 0};
    CHECK(take_along(catalogue, page()) == expected);
    catalogue.base_url += "/";
    CHECK(take_along(catalogue, page()) == expected);
}

TEST_CASE("without a base address a page is taken along as its sources") {
    const TakeAlong taken = take_along(Catalogue{}, page());
    CHECK(taken ==
          TakeAlong{"Dortmund: ein Rat\nhttps://a.example/1\nhttps://b.example/2", false, 0});
    CHECK(take_along(Catalogue{}, Page{}) == TakeAlong{});
}

TEST_CASE("a code never holds more than a small panel can show, and says what was left out") {
    Page long_page = page();
    long_page.sources.assign(20, source("https://a.example/" + std::string(80, 'x')));
    const TakeAlong taken = take_along(Catalogue{}, long_page);
    CHECK(taken.text.size() <= max_take_along_bytes);
    CHECK(taken.left_out == 14);
    long_page.sources.push_back(source("https://b.example/2"));
    CHECK(take_along(Catalogue{}, long_page).text.ends_with("https://b.example/2"));
}

TEST_CASE("the result of a guide is taken along with its pages, else with the guide's sources") {
    Catalogue catalogue;
    CHECK(take_along(catalogue, guide(), 1).text == "Kaufen?: Kaufen\nhttps://c.example/3");
    catalogue.base_url = "https://stadt.example";
    CHECK(take_along(catalogue, guide(), 1).text ==
          "Kaufen?: Kaufen\nhttps://stadt.example/de/pages/dortmund.html");
    CHECK(take_along(catalogue, guide(), 2) == TakeAlong{});
    CHECK(take_along(catalogue, guide(), 0) == TakeAlong{});
}
