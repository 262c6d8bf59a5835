// SPDX-License-Identifier: EUPL-1.2
// The risk: a query that walks through a whole table. With twelve pages nobody notices; with ten
// thousand the kiosk stands still.
#include "kiosk/store/pack.h"
#include "kiosk/store/pack_writer.h"
#include "tests/store/sample.h"

#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace foyer;

namespace {

/// Tables that may be walked through: a pack has one row of the first, and few of the others.
constexpr std::array<std::string_view, 10> small = {"pack",   "pack_text",    "language", "topic",
                                                    "event",  "guide",        "tour",     "quiz",
                                                    "course", "sqlite_schema"};

struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// Everything that reads a page or searches, so that its SQL is known to the pack.
void use_everything(store::Pack& pack) {
    REQUIRE(pack.catalogue("de"));
    REQUIRE(pack.topic("grundlagen", "de"));
    const auto pages = pack.page_ids(), media = pack.media_ids();
    for (const std::string& id : *pages) {
        REQUIRE(pack.page(id, "de"));
        REQUIRE(pack.fingerprint(id, "de"));
        REQUIRE(pack.languages(id));
    }
    for (const std::string& id : *media) {
        REQUIRE(pack.media(id));
        REQUIRE(pack.media_content(id));
    }
    REQUIRE(pack.term("quellcode", "de"));
    REQUIRE(pack.cases("de"));
    REQUIRE(pack.events("de"));
    REQUIRE(pack.guides("de"));
    REQUIRE(pack.guide("wahl", "de"));
    REQUIRE(pack.tours("de"));
    REQUIRE(pack.tour("rundgang", "de"));
    REQUIRE(pack.courses("de"));
    REQUIRE(pack.course("kurs", "de"));
    REQUIRE(pack.quiz("de", 1, 6));
    REQUIRE(pack.question_ids());
    for (const char* query : {"s", "str", "strasse", "souverenität", "stärkungsgesetz",
                              "office suite", "Quellcode", "Straße Rat", "beschxxfzng"}) {
        for (const char* language : {"de", "en", "de-simple"}) {
            REQUIRE(pack.search(query, language, 10));
        }
    }
}

std::vector<std::string> plan_of(sqlite3* handle, const std::string& sql) {
    sqlite3_stmt* raw = nullptr;
    const int code =
        sqlite3_prepare_v2(handle, ("EXPLAIN QUERY PLAN " + sql).c_str(), -1, &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, Close> statement(raw);
    REQUIRE(code == SQLITE_OK);
    std::vector<std::string> out;
    while (sqlite3_step(raw) == SQLITE_ROW) {
        out.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(raw, 3)));
    }
    return out;
}

/// "SCAN name ..." of a table that may be large; FTS5 and pragmas look things up their own way.
bool is_walk(const std::string& step) {
    if (!step.starts_with("SCAN ")) return false;
    if (step.find("VIRTUAL TABLE INDEX") != std::string::npos) return false;
    const std::string table = step.substr(5, step.find(' ', 5) - 5);
    return std::find(small.begin(), small.end(), table) == small.end();
}

void ignore_rank(sqlite3_context* context, int, sqlite3_value**) { sqlite3_result_null(context); }

} // namespace

TEST_CASE("no query walks through a table that may be large", "[store][sql]") {
    const test::TemporaryFile file("plans.pack");
    REQUIRE(store::write_pack(test::sample_content(), file.path()));
    auto pack = store::Pack::open(file.path());
    REQUIRE(pack);
    use_everything(*pack);

    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open_v2(file.path().c_str(), &raw, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    const std::unique_ptr<sqlite3, Close> handle(raw);
    sqlite3_create_function(raw, "foyer_rank", 2, SQLITE_UTF8, nullptr, ignore_rank, nullptr,
                            nullptr);

    const std::vector<std::string> statements = pack->statements();
    CHECK(statements.size() > 50);
    for (const std::string& sql : statements) {
        // The lists of all ids and of all cases are walks by their nature.
        const bool lists_all = sql.find("FROM page ORDER BY id") != std::string::npos ||
                               sql.find("FROM media ORDER BY id") != std::string::npos ||
                               sql.find("FROM case_facts WHERE latitude") != std::string::npos;
        for (const std::string& step : plan_of(raw, sql)) {
            INFO(sql << "\n" << step);
            CHECK((lists_all || !is_walk(step)));
        }
    }
}

TEST_CASE("a walk would be seen", "[store][sql]") {
    const test::TemporaryFile file("walk.pack");
    REQUIRE(store::write_pack(test::sample_content(), file.path()));
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open_v2(file.path().c_str(), &raw, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    const std::unique_ptr<sqlite3, Close> handle(raw);
    const auto plan = plan_of(raw, "SELECT id FROM page WHERE updated = ''");
    REQUIRE_FALSE(plan.empty());
    CHECK(is_walk(plan.front()));
}

TEST_CASE("the stock SQLite reads a pack without any code of ours", "[store][sql]") {
    const test::TemporaryFile file("stock.pack");
    REQUIRE(store::write_pack(test::sample_content(), file.path()));
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open_v2(file.path().c_str(), &raw, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    const std::unique_ptr<sqlite3, Close> handle(raw);
    const auto first = [&](const char* sql) {
        sqlite3_stmt* statement = nullptr;
        REQUIRE(sqlite3_prepare_v2(raw, sql, -1, &statement, nullptr) == SQLITE_OK);
        const std::unique_ptr<sqlite3_stmt, Close> owner(statement);
        REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
        return std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    };
    CHECK(first("PRAGMA integrity_check") == "ok");
    CHECK(first("PRAGMA application_id") == std::to_string(0x466F7965));
    CHECK(first("PRAGMA user_version") == "3");
    CHECK(first("PRAGMA page_size") == "4096");
    CHECK(first("PRAGMA journal_mode") == "delete");
    CHECK(first("SELECT count(*) FROM pragma_foreign_key_check") == "0");
    CHECK(first("SELECT text FROM block WHERE page = 'souveraenitaet' AND language = 'de' AND "
                "position = 2") ==
          "Das <b>Barrierefreiheitsstärkungsgesetz</b> gilt seit 2025 <s n=\"1\"/>. Der "
          "<g t=\"quellcode\">Quellcode</g> steht bei <p to=\"dortmund\">Dortmund</p>.");
    CHECK(first("SELECT page FROM entry WHERE number IN "
                "(SELECT rowid FROM search WHERE search MATCH 'title : strasse')") == "strassen");
}
