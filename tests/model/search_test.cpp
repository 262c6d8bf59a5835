// SPDX-License-Identifier: EUPL-1.2
// The risk: a key that does not do what is written on it, half a letter left over in the query, or
// results that belong to another one.
#include "kiosk/base/text.h"
#include "tests/model/session.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace foyer;
using namespace foyer::model;
using test::Session;

namespace {

Session searching(const std::string& query = {}) {
    Session session;
    session.act(Open{Screen::home, {}});
    session.act(Open{Screen::search, {}});
    if (!query.empty()) session.act(SetQuery{query});
    return session;
}

SearchResult result(const std::string& query, int hits) {
    SearchResult found{query, "de", {}, {}};
    for (int i = 0; i < hits; ++i) found.hits.push_back({{}, "term" + std::to_string(i), {}});
    return found;
}

} // namespace

TEST_CASE("every key asks again", "[model][search]") {
    Session session = searching();
    session.act(Type{"s"});
    CHECK(session.requests == std::vector<Request>{Find{"s", "de"}});
    session.act(Type{"ö"});
    CHECK(session.requests == std::vector<Request>{Find{"sö", "de"}});
    session.act(Erase{false});
    CHECK(session.requests == std::vector<Request>{Find{"s", "de"}});
    session.act(SetQuery{"straße"});
    CHECK(session.requests == std::vector<Request>{Find{"straße", "de"}});
    session.act(Erase{true});
    CHECK(session.state.search.query.empty());
}

TEST_CASE("erasing takes a whole letter, however many bytes it has", "[model][search]") {
    Session session = searching("aß€\xF0\x9F\x8F\x9B");
    for (const char* left : {"aß€", "aß", "a", ""}) {
        session.act(Erase{false});
        CHECK(session.state.search.query == left);
    }
    session.act(Erase{false});
    CHECK(session.requests.empty());
}

TEST_CASE("a query ends at its limit, counted in letters", "[model][search]") {
    Session session = searching();
    for (std::size_t i = 0; i < max_query_characters + 10; ++i) session.act(Type{"ü"});
    CHECK(text::length(session.state.search.query) == max_query_characters);
    CHECK(session.requests.empty());
}

TEST_CASE("many letters at once end at the limit too", "[model][search]") {
    std::string long_text;
    for (std::size_t i = 0; i < 3 * max_query_characters; ++i) long_text += "ä";
    Session session = searching("x");
    session.act(Type{long_text});
    CHECK(text::length(session.state.search.query) == max_query_characters);
    CHECK(text::first_invalid(session.state.search.query) == std::string::npos);
    session.act(SetQuery{long_text});
    CHECK(text::length(session.state.search.query) == max_query_characters);
}

TEST_CASE("only the answer to the query that stands there is shown", "[model][search]") {
    Session session = searching("rat");
    session.act(Found{result("ra", 3)});
    CHECK(session.state.search.result.hits.empty());
    session.act(Found{result("rat", 2)});
    CHECK(session.state.search.result.hits.size() == 2);
}

TEST_CASE("a new query begins at its first hit", "[model][search]") {
    Session session = searching("rat");
    session.act(Found{result("rat", 9)});
    session.act(ShowHits{6});
    CHECK(session.state.search.first == 6);
    session.act(Type{"h"});
    CHECK(session.state.search.first == 0);
}

TEST_CASE("no hit beyond the last or before the first is shown", "[model][search]") {
    Session session = searching("rat");
    session.act(ShowHits{4});
    CHECK(session.state.search.first == 0);
    session.act(Found{result("rat", 5)});
    session.act(ShowHits{50});
    CHECK(session.state.search.first == 4);
    session.act(ShowHits{-3});
    CHECK(session.state.search.first == 0);
    session.act(Found{{"rat", "de", {}, {"rad", "rast"}}});
    session.act(ShowHits{50});
    const auto topics = static_cast<int>(session.state.view.catalogue.topics.size());
    CHECK(session.state.search.first == 2 + topics - 1);
}

TEST_CASE("the keyboard changes its layout and nothing else", "[model][search]") {
    Session session = searching("rat");
    State expected = session.state;
    expected.search.layout = KeyboardLayout::digits;
    session.act(SetKeyboard{KeyboardLayout::digits});
    CHECK(session.state == expected);
}
