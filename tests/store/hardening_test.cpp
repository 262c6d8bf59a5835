// SPDX-License-Identifier: EUPL-1.2
// The risk: one of the switches that keep a hostile pack harmless is off, and nobody notices until
// a hostile pack comes.
#include "kiosk/store/database.h"
#include "kiosk/store/limits.h"
#include "kiosk/store/pack_writer.h"
#include "tests/store/sample.h"

#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

#include <array>

using namespace foyer;
using store::Database;

namespace {

std::unique_ptr<Database> open_sample(const std::string& path) {
    REQUIRE(store::write_pack(test::sample_content(), path));
    Result<std::unique_ptr<Database>> opened = Database::open_untrusted(path);
    REQUIRE(opened);
    return *std::move(opened);
}

} // namespace

TEST_CASE("a pack is opened with every switch in the safe position", "[store][hardening]") {
    const test::TemporaryFile file("switches.pack");
    const auto database = open_sample(file.path());
    constexpr std::array<std::array<int, 2>, 5> expected = {{
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    }};
    for (const auto& [name, value] : expected) {
        int now = -1;
        REQUIRE(sqlite3_db_config(database->handle(), name, -1, &now) == SQLITE_OK);
        CAPTURE(name);
        CHECK(now == value);
    }
    CHECK(sqlite3_db_readonly(database->handle(), "main") == 1);
    CHECK(sqlite3_limit(database->handle(), SQLITE_LIMIT_ATTACHED, -1) == 0);
    CHECK(sqlite3_limit(database->handle(), SQLITE_LIMIT_LENGTH, -1) < (20 << 20));
    CHECK(sqlite3_limit(database->handle(), SQLITE_LIMIT_VDBE_OP, -1) == 25'000);
    CHECK(sqlite3_limit(database->handle(), SQLITE_LIMIT_EXPR_DEPTH, -1) == 20);
}

TEST_CASE("nothing but reading is allowed in a pack", "[store][hardening]") {
    const test::TemporaryFile file("reading.pack");
    const auto database = open_sample(file.path());
    for (const char* sql :
         {"ATTACH ':memory:' AS x", "DELETE FROM page", "UPDATE page SET kind = 'case'",
          "INSERT INTO term VALUES('x')", "CREATE TABLE x(y)", "CREATE TEMP TABLE x(y)",
          "DROP TABLE page", "PRAGMA journal_mode = WAL", "PRAGMA writable_schema = ON",
          "PRAGMA trusted_schema = ON", "PRAGMA cell_size_check", "BEGIN", "VACUUM", "REINDEX",
          "ANALYZE", "SELECT load_extension('x')",
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
          "SELECT i + 1 FROM n) SELECT max(i) FROM n"}) {
        CAPTURE(sql);
        CHECK_FALSE(database->query(sql).run());
    }
    CHECK(database->query("SELECT id FROM page").run());
}

TEST_CASE("a query that does not end is ended", "[store][hardening]") {
    const test::TemporaryFile file("endless.pack");
    const auto database = open_sample(file.path());
    database->allow(std::chrono::milliseconds(1));
    const auto result = database
                            ->query("SELECT count(*) FROM block a, block b, block c, block d, "
                                    "word e, word f, gram_word g")
                            .run();
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Errc::timeout);
}
