// SPDX-License-Identifier: EUPL-1.2
// The risk: a visitor types what people type, and the page that is there is not found.
#include "kiosk/base/text.h"
#include "kiosk/store/context.h"
#include "kiosk/store/edit_distance.h"
#include "kiosk/store/pack.h"
#include "kiosk/store/pack_writer.h"
#include "tests/store/sample.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace foyer;
using store::Pack;

namespace {

class Searching {
  public:
    explicit Searching(const model::PackContent& content = test::sample_content())
        : file_("search.pack"), pack_(open(content, file_.path())) {}

    model::SearchResult search(const std::string& query, const std::string& language = "de",
                               int limit = 10) {
        Result<model::SearchResult> result = pack_.search(query, language, limit);
        if (!result) FAIL(result.error().what);
        return *std::move(result);
    }

    /// Ids of the hits, best first; a term as "term:id".
    std::vector<std::string> ids(const std::string& query, const std::string& language = "de") {
        std::vector<std::string> out;
        for (const model::Hit& hit : search(query, language).hits) {
            out.push_back(hit.term.empty() ? hit.card.page : "term:" + hit.term);
        }
        return out;
    }

    bool finds(const std::string& query, const std::string& id,
               const std::string& language = "de") {
        const auto all = ids(query, language);
        return std::find(all.begin(), all.end(), id) != all.end();
    }

  private:
    static Pack open(const model::PackContent& content, const std::string& path) {
        REQUIRE(store::write_pack(content, path));
        Result<Pack> opened = Pack::open(path);
        REQUIRE(opened);
        return *std::move(opened);
    }

    test::TemporaryFile file_;
    Pack pack_;
};

model::PageContent page(const std::string& id, const std::string& title, const std::string& text) {
    model::PageContent out;
    out.id = id;
    out.kind = "explainer";
    out.topic = "grundlagen";
    out.updated = "2026-01-01";
    model::Block block;
    block.text.push_back({});
    block.text[0].text = text;
    out.texts["de"].title = title;
    out.texts["de"].body.push_back(block);
    return out;
}

model::PackContent with_pages(const std::vector<model::PageContent>& pages) {
    model::PackContent out = test::sample_content();
    out.pages.insert(out.pages.end(), pages.begin(), pages.end());
    return out;
}

std::string shown(const model::Inline& context) {
    std::string out;
    for (const model::Run& run : context) out += run.bold ? "[" + run.text + "]" : run.text;
    return out;
}

} // namespace

TEST_CASE("what begins as it was typed comes first, before it what is called so",
          "[store][search]") {
    model::PackContent content = test::sample_content();
    content.pages.push_back(page("a", "Apache-Lizenz", "Lizenz Lizenz"));
    content.pages.push_back(page("b", "MIT-Lizenz", "Lizenz"));
    content.pages.push_back(page("c", "Li\u00ADzenzen im Vergleich", "Text"));
    content.pages.push_back(page("d", "Lizenz", "Text"));
    Searching searching(content);
    CHECK(searching.ids("lizenz") == std::vector<std::string>{"d", "c", "a", "b"});
    CHECK(searching.ids("LIZ") == std::vector<std::string>{"c", "d", "a", "b"});
}

TEST_CASE("search finds umlauts, sharp s and other forms of a word", "[store][search]") {
    Searching in;
    CHECK(in.ids("strasse").front() == "strassen");
    CHECK(in.ids("Straße").front() == "strassen");
    CHECK(in.finds("schloss", "souveraenitaet"));
    CHECK(in.finds("schlösser", "souveraenitaet"));
    CHECK(in.finds("schloesser", "souveraenitaet"));
    CHECK(in.finds("koeln", "souveraenitaet"));
    CHECK(in.finds("köln", "souveraenitaet"));
    CHECK(in.finds("koln", "souveraenitaet"));
    CHECK(in.finds("KÖLN", "souveraenitaet"));
    CHECK(in.finds("Ko\u0308ln", "souveraenitaet"));
}

TEST_CASE("search finds a part of a compound", "[store][search]") {
    Searching in;
    CHECK(in.finds("stärkungsgesetz", "souveraenitaet"));
    CHECK(in.finds("staerkungsgesetz", "souveraenitaet"));
    CHECK(in.finds("freiheit", "souveraenitaet"));
    CHECK(in.finds("software", "dortmund"));
}

TEST_CASE("search forgives misspellings, also in a word that goes on", "[store][search]") {
    Searching in;
    CHECK(in.ids("souverenität").front() == "souveraenitaet");
    CHECK(in.ids("souverenitaet").front() == "souveraenitaet");
    CHECK(in.ids("souveren").front() == "souveraenitaet");
    CHECK(in.finds("dortmudn", "dortmund"));
    CHECK(in.finds("digitale souverenität", "souveraenitaet"));
}

TEST_CASE("search finds synonyms and translations", "[store][search]") {
    Searching in;
    CHECK(in.ids("sovereignty").front() == "souveraenitaet");
    CHECK(in.ids("sovereig").front() == "souveraenitaet");
    CHECK(in.finds("Unabhängigkeit", "strassen"));
    CHECK(in.finds("office suite", "dortmund"));
    CHECK(in.finds("office suites", "dortmund"));
    CHECK(in.finds("Souveränität", "souveraenitaet", "en"));
}

TEST_CASE("a word of another language finds its page, shown in the visitor's", "[store][search]") {
    Searching in;
    const auto hits = in.search("procurement").hits;
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].card.page == "souveraenitaet");
    CHECK(hits[0].card.language == "de");
    CHECK(shown(hits[0].context).starts_with("Wer wechseln kann"));
}

TEST_CASE("a page without a translation is found in the language it has", "[store][search]") {
    Searching in;
    const auto hits = in.search("Geodaten", "en").hits;
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].card.page == "strassen");
    CHECK(hits[0].card.language == "de");
    CHECK(shown(hits[0].context).find("[Geodaten]") != std::string::npos);
}

TEST_CASE("pages without a translation compete even when there is enough", "[store][search]") {
    model::PackContent content = test::sample_content();
    content.pages[1].texts.at("en").body[0].text[0].text = "Linux matters.";
    content.pages[2].texts.at("de").title = "Linux";
    Searching in(content);
    const auto hits = in.search("Linux", "en", 1).hits;
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].card.page == "strassen");
}

TEST_CASE("the last word counts as unfinished, the others do not", "[store][search]") {
    Searching in;
    CHECK(in.finds("Beschaff", "dortmund"));
    CHECK(in.ids("frei sof").front() == "dortmund");
    for (std::size_t letters = 3; letters <= 9; ++letters) {
        CHECK(in.finds(std::string("dortmund").substr(0, letters), "dortmund"));
    }
}

TEST_CASE("one or two letters match titles only", "[store][search]") {
    Searching in;
    CHECK(in.finds("d", "dortmund"));
    CHECK(in.finds("st", "strassen"));
    CHECK_FALSE(in.finds("k", "strassen"));
    CHECK_FALSE(in.finds("ge", "strassen"));
    CHECK(in.finds("geo", "strassen"));
}

TEST_CASE("glossary terms and their forms are hits", "[store][search]") {
    Searching in;
    CHECK(in.ids("Quellcode").front() == "term:quellcode");
    CHECK(in.finds("quelltext", "term:quellcode"));
    const auto hits = in.search("source code", "en").hits;
    REQUIRE_FALSE(hits.empty());
    CHECK(hits[0].term == "quellcode");
    CHECK(hits[0].card.title == "source code");
    CHECK(hits[0].card.language == "en");
    CHECK(hits[0].card.page.empty());
}

TEST_CASE("Leichte Sprache is found as German and shown in Leichte Sprache", "[store][search]") {
    Searching in;
    const auto hits = in.search("bestimmen", "de-simple").hits;
    REQUIRE_FALSE(hits.empty());
    CHECK(hits[0].card.language == "de-simple");
    CHECK(hits[0].card.title == "Selbst bestimmen");
    CHECK(in.finds("bestimmt", "souveraenitaet", "de-simple"));
    // A page without Leichte Sprache is found through its German text.
    CHECK(in.finds("Bürosoftware", "dortmund", "de-simple"));
}

TEST_CASE("words with hyphens are found in parts and as a whole", "[store][search]") {
    Searching in;
    CHECK(in.finds("email", "souveraenitaet"));
    CHECK(in.finds("e-mail", "souveraenitaet"));
    CHECK(in.finds("quellcode", "souveraenitaet", "de-simple"));
}

TEST_CASE("title beats keyword beats heading beats summary beats body", "[store][search]") {
    model::PackContent content = test::sample_content();
    auto in_body = page("a-body", "Eins", "Das Fahrrad steht hier.");
    auto in_summary = page("b-summary", "Zwei", "");
    in_summary.texts.at("de").summary = "Ein Fahrrad.";
    auto in_heading = page("c-heading", "Drei", "Fahrrad");
    in_heading.texts.at("de").body[0].kind = model::BlockKind::heading;
    auto in_keywords = page("d-keywords", "Vier", "");
    in_keywords.texts.at("de").keywords = {"Fahrrad"};
    auto in_title = page("e-title", "Das Fahrrad", "");
    for (auto& one : {in_body, in_summary, in_heading, in_keywords, in_title}) {
        content.pages.push_back(one);
    }
    Searching in(content);
    CHECK(in.ids("Fahrrad") ==
          std::vector<std::string>{"e-title", "d-keywords", "c-heading", "b-summary", "a-body"});
}

TEST_CASE("exact beats stem beats prefix beats compound", "[store][search]") {
    model::PackContent content = test::sample_content();
    content.pages.push_back(page("a-compound", "Stadtgarten", ""));
    content.pages.push_back(page("b-prefix", "Gartenbau", ""));
    content.pages.push_back(page("c-stem", "Gartens", ""));
    content.pages.push_back(page("d-exact", "Garten", ""));
    Searching in(content);
    CHECK(in.ids("Garten") ==
          std::vector<std::string>{"d-exact", "c-stem", "b-prefix", "a-compound"});
}

TEST_CASE("a misspelt guess never stands before what was typed", "[store][search]") {
    model::PackContent content = test::sample_content();
    content.pages.push_back(page("a-other", "Kanten", ""));
    content.pages.push_back(page("b-typed", "Nichts", "Karten liegen aus."));
    Searching in(content);
    CHECK(in.ids("Karten") == std::vector<std::string>{"b-typed"});
}

TEST_CASE("several words: pages with all of them first, then with some", "[store][search]") {
    model::PackContent content = test::sample_content();
    content.pages.push_back(page("a-one", "Brunnen", ""));
    content.pages.push_back(page("b-both", "Nichts", "Der Brunnen am Marktplatz."));
    content.pages.push_back(page("c-other", "Nichts", "Der Marktplatz."));
    Searching in(content);
    const auto ids = in.ids("Brunnen Marktplatz");
    REQUIRE(ids.size() == 3);
    CHECK(ids[0] == "b-both");
}

TEST_CASE("the context shows the match in the words of the text", "[store][search]") {
    Searching in;
    const auto hits = in.search("stärkungsgesetz").hits;
    REQUIRE_FALSE(hits.empty());
    CHECK(shown(hits[0].context).starts_with("Das [Barrierefreiheitsstärkungsgesetz] gilt"));
    const auto umlaut = in.search("kanal").hits;
    REQUIRE(umlaut.size() == 1);
    CHECK(shown(umlaut[0].context) == "Ein langer Absatz über [Kanäle].");
}

TEST_CASE("a context is cut on word bounds, near its match and not too long", "[store][search]") {
    std::string text;
    for (int i = 0; i < 60; ++i) text += "wörter davor ";
    text += "Ziel";
    for (int i = 0; i < 60; ++i) text += " wörter danach";
    const model::Inline context = store::cut_context(text, {{"ziel", 0}});
    CHECK(text::length(model::plain(context)) <= store::context_letters);
    CHECK(text::length(model::plain(context)) > 90);
    const std::string said = shown(context);
    CHECK(said.find(" [Ziel] ") != std::string::npos);
    CHECK((said.starts_with("…wörter ") || said.starts_with("…davor ")));
    CHECK((said.ends_with(" wörter…") || said.ends_with(" danach…")));
}

TEST_CASE("a context copes with one endless word", "[store][search]") {
    const std::string text(5'000, 'x');
    CHECK(text::length(model::plain(store::cut_context(text, {}))) <= store::context_letters);
    CHECK(store::cut_context("", {}).empty());
}

TEST_CASE("each page is found once", "[store][search]") {
    Searching in;
    auto ids = in.ids("Souveränität");
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    CHECK(in.search("e", "de", 2).hits.size() <= 2);
}

TEST_CASE("no result offers the nearest words of the pack", "[store][search]") {
    Searching in;
    const auto result = in.search("beschxxfzng");
    CHECK(result.hits.empty());
    REQUIRE_FALSE(result.nearest.empty());
    CHECK(result.nearest.front() == "Beschaffung");
    CHECK(in.search("souveränität").nearest.empty());
}

TEST_CASE("nothing that can be typed is an error", "[store][search]") {
    Searching in;
    for (const char* query :
         {"",   " ",       "\"",      "AND",      "a OR b", "NEAR(a b)", "title:x", "*",
          "-",  "((((",    "'; DROP", "\xFF\xFE", "\xC3",   "\u00AD",    "e\u0301", "x*",
          "^a", "{title}", "日本語",  "مرحبا",    "ß",      "İ",         "ﬁ"}) {
        CAPTURE(query);
        CHECK(in.search(query).query == query);
    }
    CHECK(in.search(std::string(100'000, 'a')).hits.empty());
    std::string many;
    for (int i = 0; i < 2'000; ++i) many += "wort" + std::to_string(i) + " ";
    CHECK(in.search(many).hits.empty());
    CHECK(in.search("Straße", "de", 0).hits.empty());
    CHECK(in.search("Straße", "", 5).hits.size() >= 1);
}

TEST_CASE("edit distance counts letters added, dropped, changed and swapped", "[store][search]") {
    using store::Compare;
    using store::edit_distance;
    CHECK(edit_distance(U"haus", U"haus", 2, Compare::whole_words) == 0);
    CHECK(edit_distance(U"hasu", U"haus", 2, Compare::whole_words) == 1);
    CHECK(edit_distance(U"hau", U"haus", 2, Compare::whole_words) == 1);
    CHECK(edit_distance(U"hauss", U"haus", 2, Compare::whole_words) == 1);
    CHECK(edit_distance(U"heus", U"haus", 2, Compare::whole_words) == 1);
    CHECK(edit_distance(U"baum", U"haus", 1, Compare::whole_words) == 2);
    CHECK(edit_distance(U"hau", U"hausmeister", 2, Compare::start_of_other) == 0);
    CHECK(edit_distance(U"hasum", U"hausmeister", 2, Compare::start_of_other) == 1);
    CHECK(edit_distance(U"", U"haus", 2, Compare::whole_words) == 3);
}

TEST_CASE("the words of a chart find their page, those of events and guides nothing", "[store]") {
    Searching all;
    CHECK(all.finds("Umzugskosten", "souveraenitaet"));
    CHECK(all.finds("Geplante", "souveraenitaet"));
    CHECK(all.ids("angekündigt").empty());
    CHECK(all.ids("Wegweiser").empty());
}

// What follows holds the rules for whole questions: tests/bench/search_quality measures them.

TEST_CASE("the small words of a question are not looked for", "[store][search]") {
    Searching in(with_pages(
        {page("a-small", "Wer ist wo?", "Was ist ein Weiher?"), page("b-subject", "Weiher", "")}));
    CHECK(in.ids("Was ist ein Weiher?") == std::vector<std::string>{"b-subject", "a-small"});
    CHECK(in.ids("wer").front() == "a-small");
}

TEST_CASE("a question need not be answered in all its words, and rare ones count more",
          "[store][search]") {
    model::PackContent content = test::sample_content();
    for (int i = 0; i < 20; ++i) {
        const std::string number = std::to_string(i);
        content.pages.push_back(page("a-common-" + number, "Nichts " + number, "Unsere Gemeinde."));
    }
    content.pages.push_back(page("b-common", "Gemeinde", "Unsere Gemeinde."));
    content.pages.push_back(page("c-rare", "Nichts", "Der Weiher friert zu."));
    content.pages.push_back(page("d-rare-title", "Weiher", ""));
    Searching in(content);
    const auto ids = in.ids("friert jeder Weiher unserer Gemeinde ein");
    REQUIRE_FALSE(ids.empty());
    const auto place = [&](const char* id) { return std::find(ids.begin(), ids.end(), id); };
    CHECK(place("c-rare") < place("b-common"));
    CHECK(place("d-rare-title") < place("b-common"));
}

TEST_CASE("what is written as one word can be typed apart, and the other way round",
          "[store][search]") {
    Searching in(
        with_pages({page("a-one", "Im BigBlueButton", ""), page("b-two", "Freier Marktplatz", ""),
                    page("c-part", "Blue Button", "")}));
    CHECK(in.ids("big blue button").front() == "a-one");
    CHECK(in.ids("freiermarktplatz") == std::vector<std::string>{"b-two"});
    CHECK(in.ids("freiermarktpl") == std::vector<std::string>{"b-two"});
}

TEST_CASE("forms of German verbs lead to the word", "[store][search]") {
    model::PackContent content =
        with_pages({page("a-cost", "Kosten", ""), page("b-change", "Umstellen mit Plan", ""),
                    page("c-meant", "Weiher", "")});
    content.synonyms.push_back({{"de", {"Weiher", "einteichen"}}});
    Searching in(content);
    CHECK(in.ids("kostet").front() == "a-cost");
    CHECK(in.ids("umgestellt") == std::vector<std::string>{"b-change"});
    CHECK(in.ids("eingeteicht") == std::vector<std::string>{"c-meant"});
}

TEST_CASE("a misspelt word finds other forms and synonyms of what was meant", "[store][search]") {
    model::PackContent content =
        with_pages({page("a-typed", "Nichts", "Eine Bepflanzung."),
                    page("b-form", "Bepflanzen", ""), page("c-synonym", "Begrünen", "")});
    content.synonyms.push_back({{"de", {"Bepflanzung", "Begrünen"}}});
    Searching in(content);
    auto ids = in.ids("bepflazung");
    std::sort(ids.begin(), ids.end());
    CHECK(ids == std::vector<std::string>{"a-typed", "b-form", "c-synonym"});
}

TEST_CASE("a phrase with a synonym is understood inside a question", "[store][search]") {
    model::PackContent content =
        with_pages({page("a-answer", "Gartenfest", ""), page("b-other", "Nichts", "Im Sommer.")});
    content.synonyms.push_back({{"de", {"Gartenfest", "Feier im Grünen"}}});
    Searching in(content);
    CHECK(in.ids("wann ist die Feier im Grünen diesen Sommer").front() == "a-answer");
}

TEST_CASE("of a synonym of several words, one of them is no answer", "[store][search]") {
    model::PackContent content =
        with_pages({page("a-one-of-two", "Grüner Ort", "Am Weiher."),
                    page("b-both", "Nichts", "Eine Tafel."), page("c-both", "Grüner Weiher", "")});
    content.synonyms.push_back({{"de", {"Tafel", "grüner Weiher"}}});
    Searching in(content);
    const auto ids = in.ids("Tafel");
    CHECK(ids == std::vector<std::string>{"c-both", "b-both", "a-one-of-two"});
}

TEST_CASE("the words of one expression weigh together as much as one", "[store][search]") {
    model::PackContent content = with_pages(
        {page("a-expression", "Grüner Weiher", "Hier."), page("b-subject", "Tafel", "Tafel")});
    for (const char* id : {"c", "d"}) content.pages.push_back(page(id, "Nichts", "Grüner Weiher"));
    for (const char* id : {"e", "f"}) content.pages.push_back(page(id, "Nichts", "Tafel"));
    content.pages.push_back(page("g", "Nichts", "Teich"));
    content.synonyms.push_back({{"de", {"Teich", "grüner Weiher"}}});
    Searching in(content);
    CHECK(in.ids("grüner Weiher Tafel").front() == "b-subject");
}

TEST_CASE("a page is found by its id, whatever its title makes of it", "[store][search]") {
    Searching in(with_pages({page("rasenpflege", "Wie es wächst", "Grün.")}));
    CHECK(in.ids("Rasenpflege") == std::vector<std::string>{"rasenpflege"});
}
