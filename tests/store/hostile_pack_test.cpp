// SPDX-License-Identifier: EUPL-1.2
// The risk: a pack made to harm, or eaten by a worn card, takes the kiosk down. Each case here is a
// sound pack, broken in one way.
#include "kiosk/store/pack.h"
#include "kiosk/store/pack_writer.h"
#include "tests/store/read_all.h"
#include "tests/store/sample.h"
#include "tests/store/victim.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <filesystem>

using namespace foyer;
using store::Pack;
using test::Victim;

namespace {

constexpr std::size_t page_size = 4096;

} // namespace

TEST_CASE("what is no pack is told apart from what is not there", "[store][hostile]") {
    CHECK(Pack::open("/nowhere/at/all.pack").error().code == Errc::not_found);
    CHECK(Pack::open(std::filesystem::temp_directory_path().string()).error().code ==
          Errc::wrong_format);
    Victim victim;
    const std::string sound = victim.bytes;
    victim.bytes = "";
    CHECK(victim.refusal_of_bytes() == Errc::wrong_format);
    victim.bytes = "PK\x03\x04 not a pack at all" + std::string(200, ' ');
    CHECK(victim.refusal_of_bytes() == Errc::wrong_format);
    victim.bytes = sound.substr(0, 99);
    CHECK(victim.refusal_of_bytes() == Errc::wrong_format);
}

TEST_CASE("another application's database is not opened", "[store][hostile]") {
    Victim victim;
    victim.run("PRAGMA application_id = 1");
    CHECK(victim.refusal() == Errc::wrong_format);
}

TEST_CASE("a newer format is named as such", "[store][hostile]") {
    Victim victim;
    victim.run("PRAGMA user_version = 4");
    CHECK(victim.refusal() == Errc::newer_format);
}

TEST_CASE("a format that never was, or was never published, is not opened", "[store][hostile]") {
    Victim victim;
    victim.run(GENERATE(as<std::string>{}, "PRAGMA user_version = 0", "PRAGMA user_version = 1",
                        "PRAGMA user_version = 2"));
    CHECK(victim.refusal() == Errc::wrong_format);
}

TEST_CASE("a pack in WAL mode or with another page size is not opened", "[store][hostile]") {
    Victim victim;
    SECTION("wal") { victim.run("PRAGMA journal_mode = WAL"); }
    SECTION("page size") { victim.run("PRAGMA page_size = 8192; VACUUM"); }
    CHECK(victim.refusal() == Errc::wrong_format);
}

TEST_CASE("one table, view, trigger or index more or less, and a pack is not opened",
          "[store][hostile]") {
    const std::string change = GENERATE(
        as<std::string>{}, "CREATE TABLE extra(x)", "CREATE VIEW extra AS SELECT 1",
        "CREATE TRIGGER extra AFTER INSERT ON page BEGIN SELECT 1; END",
        "CREATE INDEX extra ON page(kind)", "DROP TABLE keyword", "DROP INDEX page_fresh",
        "CREATE VIRTUAL TABLE extra USING fts5(x)", "ANALYZE",
        "ALTER TABLE source ADD COLUMN extra TEXT", "ALTER TABLE page RENAME COLUMN kind TO sort",
        "DROP TABLE term_form; CREATE VIEW term_form AS SELECT 1 AS form");
    CAPTURE(change);
    Victim victim;
    victim.run(change);
    CHECK(victim.refusal() == Errc::wrong_format);
}

TEST_CASE("a schema that was written over by hand is not opened", "[store][hostile]") {
    const std::string sql = GENERATE(
        as<std::string>{},
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE pack(id, version, date, licence, base_url)' "
        "WHERE name = 'pack'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'ascii', 'porter') WHERE name = 'search'",
        "UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE search USING nothing(x)' "
        "WHERE name = 'search'",
        "UPDATE sqlite_schema SET sql = 'CREATE' WHERE name = 'page'",
        "DELETE FROM sqlite_schema WHERE name = 'gram'");
    CAPTURE(sql);
    Victim victim;
    victim.run("PRAGMA writable_schema = ON; " + sql);
    const Errc code = victim.refusal();
    CHECK((code == Errc::wrong_format || code == Errc::damaged));
}

TEST_CASE("a pack cut short is damaged, wherever it is cut", "[store][hostile]") {
    Victim victim;
    const std::string sound = victim.bytes;
    for (std::size_t size = 100; size < sound.size(); size += 1 + size / 7) {
        victim.bytes = sound.substr(0, size);
        CHECK(victim.refusal_of_bytes() == Errc::damaged);
    }
    victim.bytes = sound + "x";
    CHECK(victim.refusal_of_bytes() == Errc::damaged);
}

TEST_CASE("a pack whose head hides that it was cut is survived", "[store][hostile]") {
    Victim victim;
    const std::string sound = victim.bytes;
    for (std::size_t pages = 1; pages < sound.size() / page_size; pages += 3) {
        victim.bytes = sound.substr(0, pages * page_size);
        victim.bytes[30] = static_cast<char>(pages >> 8);
        victim.bytes[31] = static_cast<char>(pages);
        if (Result<Pack> opened = victim.open_bytes()) {
            test::read_all(*opened);
            CHECK_FALSE(opened->check());
        }
    }
}

TEST_CASE("wrong bytes in any page are an error or cost one page, never a crash",
          "[store][hostile]") {
    Victim victim;
    const std::string sound = victim.bytes;
    int noticed = 0, tried = 0;
    for (std::size_t page = 0; page < sound.size() / page_size; ++page) {
        for (const std::size_t at : {0u, 1u, 3u, 5u, 8u, 9u, 12u, 1000u, 2048u, 3900u, 4090u}) {
            victim.bytes = sound;
            char& byte = victim.bytes[page * page_size + at];
            byte = static_cast<char>(byte ^ (at % 2 == 0 ? 0xFF : 0x41));
            ++tried;
            Result<Pack> opened = victim.open_bytes();
            if (!opened || !test::read_all(*opened) || !opened->check()) ++noticed;
        }
    }
    // Unused space and letters of texts cannot be noticed by anyone but the signature.
    CHECK(noticed > tried / 4);
}

TEST_CASE("values that cannot be cost their page, not the others", "[store][hostile]") {
    const std::string change = GENERATE(
        as<std::string>{},
        "UPDATE block SET text = '<b>offen' WHERE page = 'souveraenitaet' AND position = 2",
        "UPDATE block SET text = CAST(x'FFFE' AS TEXT) WHERE page = 'souveraenitaet' AND position "
        "= 2",
        "UPDATE block SET text = 'a' || char(0) || 'b' WHERE page = 'souveraenitaet' AND position "
        "= 2",
        "UPDATE block SET text = '<s n=\"3\"/>' WHERE page = 'souveraenitaet' AND position = 2",
        "UPDATE block SET text = printf('%.*c', 1100000, 'x') WHERE page = 'souveraenitaet' AND "
        "position = 2",
        "UPDATE block SET level = 9999999999 WHERE page = 'souveraenitaet' AND position = 1",
        "UPDATE block SET level = -1 WHERE page = 'souveraenitaet' AND position = 1",
        "UPDATE block SET kind = 'heading' WHERE page = 'souveraenitaet' AND kind = 'table'",
        "UPDATE block SET kind = 'heading' WHERE page = 'souveraenitaet' AND kind = 'figure'",
        "UPDATE cell SET line = line + 1 WHERE page = 'souveraenitaet' AND line = 3",
        "UPDATE cell SET position = 5 WHERE page = 'souveraenitaet' AND position = 2",
        "UPDATE block SET kind = 'heading' WHERE page = 'souveraenitaet' AND kind = 'chart'",
        "UPDATE chart SET kind = 'pie'", "UPDATE chart SET source = 3", "DELETE FROM chart",
        "DELETE FROM chart_point", "UPDATE chart_point SET position = 7 WHERE position = 2",
        "UPDATE chart_point SET value = 1e300", "UPDATE chart_point SET value = -9e999",
        "UPDATE chart_point SET block = 2",
        "UPDATE chart SET kind = 'share'; UPDATE chart_point SET value = 101",
        "UPDATE chart_point SET label = CAST(x'C3' AS TEXT) WHERE position = 1",
        "WITH RECURSIVE n(i) AS (VALUES(3) UNION ALL SELECT i + 1 FROM n WHERE i < 200) INSERT "
        "INTO chart_point SELECT 'souveraenitaet', 'de', 9, i, 'x', 1.0, '1' FROM n",
        "DELETE FROM figure", "DELETE FROM source WHERE id = 'gnu'",
        "DELETE FROM page_source WHERE page = 'souveraenitaet' AND number = 1",
        "UPDATE page_text SET minutes = -5 WHERE page = 'souveraenitaet'",
        "UPDATE page_text SET title = CAST(x'C3' AS TEXT) WHERE page = 'souveraenitaet'",
        "DELETE FROM page_text WHERE page = 'souveraenitaet'",
        "UPDATE page SET kind = 'poem' WHERE id = 'souveraenitaet'",
        "UPDATE page SET fresh = 7 WHERE id = 'souveraenitaet'",
        "DELETE FROM page WHERE id = 'souveraenitaet'",
        "WITH RECURSIVE n(i) AS (VALUES(100) UNION ALL SELECT i + 1 FROM n WHERE i < 10200) "
        "INSERT INTO block SELECT 'souveraenitaet', 'de', i, 'paragraph', 0, 0, 'x' FROM n");
    CAPTURE(change);
    Victim victim;
    victim.run("PRAGMA ignore_check_constraints = ON; " + change);
    Result<Pack> opened = victim.open();
    REQUIRE(opened);
    CHECK_FALSE(opened->page("souveraenitaet", "de"));
    CHECK(opened->page("dortmund", "de"));
    CHECK(opened->page("strassen", "de"));
    CHECK(opened->topic("grundlagen", "de"));
    CHECK(opened->catalogue("de"));
    CHECK(opened->search("straße", "de", 10));
}

TEST_CASE("a case that cannot be placed costs its mark", "[store][hostile]") {
    const std::string change = GENERATE(
        as<std::string>{}, "UPDATE case_facts SET latitude = 91.0",
        "UPDATE case_facts SET longitude = NULL", "UPDATE case_facts SET longitude = 9e999",
        "UPDATE case_facts SET from_year = -1", "UPDATE case_facts SET size = CAST(x'FF' AS TEXT)",
        "UPDATE case_domain SET domain = 'a' || char(0)", "DELETE FROM page");
    CAPTURE(change);
    Victim victim;
    victim.run(change);
    Result<Pack> opened = victim.open();
    REQUIRE(opened);
    const auto cases = opened->cases("de");
    REQUIRE(cases);
    CHECK(cases->empty());
}

TEST_CASE("an event that cannot be read costs itself", "[store][hostile]") {
    const std::string change = GENERATE(
        as<std::string>{}, "DELETE FROM event_text WHERE event = 'gnu'",
        "UPDATE event_text SET text = CAST(x'FFFE' AS TEXT) WHERE event = 'gnu'",
        "UPDATE source SET reliability = 'AB' WHERE id = 'gnu'; DELETE FROM event_source WHERE "
        "event = 'beschluss'",
        "UPDATE event_text SET title = printf('%.*c', 1100000, 'x') WHERE event = 'gnu'");
    CAPTURE(change);
    Victim victim;
    victim.run("PRAGMA ignore_check_constraints = ON; " + change);
    Result<Pack> opened = victim.open();
    REQUIRE(opened);
    const auto events = opened->events("de");
    REQUIRE(events);
    REQUIRE(events->size() == 1);
    CHECK(events->front().id == "beschluss");
}

TEST_CASE("a guide that leads in circles or nowhere is damaged", "[store][hostile]") {
    const std::string change = GENERATE(
        as<std::string>{}, "UPDATE guide_option SET next = 1 WHERE question = 2",
        "UPDATE guide_option SET next = 2 WHERE question = 2",
        "UPDATE guide_option SET next = 3 WHERE question = 1",
        "UPDATE guide_option SET result = 3 WHERE question = 1 AND option = 1",
        "UPDATE guide_option SET result = -1 WHERE question = 1 AND option = 1",
        "UPDATE guide_option SET points = 2000000000", "DELETE FROM guide_option",
        "DELETE FROM guide_option WHERE option = 1", "DELETE FROM guide_option_text",
        "UPDATE guide_question SET question = 4 WHERE question = 2", "DELETE FROM guide_question",
        "DELETE FROM guide_question WHERE question = 1", "DELETE FROM guide_result",
        "DELETE FROM guide_result WHERE result = 1", "DELETE FROM guide_result_text",
        "UPDATE guide_result SET least_points = 9000000000", "DELETE FROM guide_text",
        "WITH RECURSIVE n(i) AS (VALUES(3) UNION ALL SELECT i + 1 FROM n WHERE i < 200) INSERT "
        "INTO guide_question SELECT 'wahl', 'de', i, 'x', '' FROM n",
        "WITH RECURSIVE n(i) AS (VALUES(3) UNION ALL SELECT i + 1 FROM n WHERE i < 30) INSERT "
        "INTO guide_option SELECT 'wahl', 2, i, 0, NULL, NULL FROM n; INSERT INTO "
        "guide_option_text SELECT guide, 'de', question, option, 'x', '' FROM guide_option WHERE "
        "option > 2");
    CAPTURE(change);
    Victim victim;
    victim.run(change);
    Result<Pack> opened = victim.open();
    REQUIRE(opened);
    CHECK_FALSE(opened->guide("wahl", "de"));
    CHECK(opened->guides("de"));
    CHECK(opened->events("de"));
    CHECK(opened->page("dortmund", "de"));
}

TEST_CASE("a result's page that is gone costs its card", "[store][hostile]") {
    Victim victim;
    victim.run("DELETE FROM page WHERE id = 'dortmund'");
    Result<Pack> opened = victim.open();
    REQUIRE(opened);
    const auto guide = opened->guide("wahl", "de");
    REQUIRE(guide);
    REQUIRE(guide->results[0].pages.size() == 1);
    CHECK(guide->results[0].pages[0].page == "souveraenitaet");
}

TEST_CASE("a missing or broken picture costs the picture", "[store][hostile]") {
    Victim victim;
    SECTION("missing") { victim.run("DELETE FROM media"); }
    SECTION("larger than any picture") {
        victim.run("UPDATE media SET bytes = zeroblob(16777217)");
    }
    Result<Pack> opened = victim.open();
    REQUIRE(opened);
    CHECK_FALSE(opened->media("souveraenitaet/wahl.de.svg"));
    const auto page = opened->page("souveraenitaet", "de");
    REQUIRE(page);
    CHECK(page->body.back().figure.alt == "Eine Waage");
}

TEST_CASE("a picture beyond SQLite's own limit is too large", "[store][hostile]") {
    Victim victim;
    victim.run("UPDATE media SET bytes = zeroblob(40000000)");
    Result<Pack> opened = victim.open();
    REQUIRE(opened);
    CHECK(opened->media("souveraenitaet/wahl.de.svg").error().code == Errc::too_large);
}

TEST_CASE("an index that lies finds wrong or nothing, and hurts nobody", "[store][hostile]") {
    const std::string change = GENERATE(
        as<std::string>{}, "DELETE FROM entry", "DELETE FROM word", "DELETE FROM gram_word",
        "DELETE FROM shown_as", "UPDATE word SET token = '\" OR \"x'", "UPDATE word SET token = ''",
        "UPDATE word SET entries = 9000000000", "UPDATE gram SET words = -1",
        "UPDATE OR REPLACE word_start SET word = 99999",
        "UPDATE entry SET page = 'nowhere' WHERE page IS NOT NULL",
        "UPDATE language SET position = 0", "UPDATE language SET position = position + 1000",
        "UPDATE synonym SET folded = '', stemmed = ''", "UPDATE search_data SET block = x'00'",
        "UPDATE search_data SET block = zeroblob(4000)", "DELETE FROM search_data",
        "DELETE FROM search_idx", "DELETE FROM search_config", "UPDATE search_config SET v = 99");
    CAPTURE(change);
    Victim victim;
    victim.run("PRAGMA writable_schema = ON; " + change);
    Result<Pack> opened = victim.open();
    REQUIRE(opened);
    test::read_all(*opened);
    CHECK(opened->page("dortmund", "de"));
}

TEST_CASE("rows that point at nothing are found by the check", "[store][hostile]") {
    Victim victim;
    victim.run("DELETE FROM source");
    Result<Pack> opened = victim.open();
    REQUIRE(opened);
    const Result<void> checked = opened->check();
    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == Errc::damaged);
}
