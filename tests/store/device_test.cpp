// SPDX-License-Identifier: EUPL-1.2
// The risk: the device keeps something about a visitor that nobody said it would, or a damaged file
// takes down the kiosk, or takes along what was set and counted.
#include "kiosk/store/database.h"
#include "kiosk/store/device_database.h"
#include "kiosk/store/device_tables.h"
#include "tests/store/sample.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

using namespace foyer;
using namespace foyer::store;
using model::Counted;
using test::TemporaryFile;

namespace {

/// A database of a device, gone with all that belongs to it.
struct Device {
    TemporaryFile file{"device.db"};
    ~Device() { std::filesystem::remove(file.path() + ".damaged"); }
    DeviceDatabase open() const { return DeviceDatabase(file.path()); }
};

model::SiteSettings settings() {
    model::SiteSettings site;
    site.start_language = "de-simple";
    site.languages = std::vector<std::string>{"de", "de-simple"};
    site.warn_seconds = 90;
    site.volume = 0;
    site.reach = true;
    site.counting = false;
    site.hours = model::OpeningHours{};
    (*site.hours)[6] = {0, 0};
    (*site.hours)[0] = {8 * 60, 17 * 60 + 30};
    return site;
}

model::ClassRecord lesson() {
    model::ClassRecord record{"grundlagen", "de", "2026-11-23", 12, 2, 1, 90, {}};
    record.answers = {{"q-02", {3, 0, 9}}, {"q-01", {12, 0}}};
    return record;
}

void fill(const std::string& path) {
    DeviceDatabase database(path);
    REQUIRE(database.keep(settings()));
    REQUIRE(database.keep(lesson()));
    REQUIRE(database.keep_wrong_pins(4));
    REQUIRE(database.add("2026-11-23T14", {{Counted::visit, "visit", 3},
                                           {Counted::page, "was-ist-open-source", 7},
                                           {Counted::missed, "Freibad", 6}}));
}

/// Runs a statement as a mistake in the program might.
bool takes(const std::string& path, const std::string& sql) {
    const auto database = Database::create(path);
    return database && (*database)->run(sql.c_str());
}

} // namespace

TEST_CASE("what the device keeps is there again", "[store][device]") {
    const Device device;
    fill(device.file.path());
    DeviceDatabase database = device.open();
    CHECK(database.on_medium());
    CHECK_FALSE(database.set_aside());
    CHECK(*database.site() == settings());
    CHECK(*database.class_record() == lesson());
    CHECK(*database.wrong_pins() == 4);
    REQUIRE(database.keep(std::optional<model::ClassRecord>()));
    CHECK_FALSE(device.open().class_record()->has_value());
}

TEST_CASE("the device's database can hold nothing else", "[store][device]") {
    // Whoever adds a table or a column has to say so here, and on the privacy page.
    const std::map<std::string, std::vector<std::string>> all = {
        {"class",
         {"one", "course", "language", "date", "people", "section", "question", "timer_seconds"}},
        {"class_answer", {"place", "option", "question", "count"}},
        {"hourly", {"hour", "kind", "name", "count"}},
        {"missed", {"month", "query", "count"}},
        {"pin", {"one", "wrong"}},
        {"setting", {"name", "value"}}};
    const Device device;
    fill(device.file.path());
    const auto database = Database::create(device.file.path());
    REQUIRE(database);
    std::map<std::string, std::vector<std::string>> found;
    REQUIRE((*database)
                ->query("SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c "
                        "ORDER BY m.name, c.cid")
                .each([&](Row& row) { found[row.text(0)].push_back(row.text(1)); }));
    CHECK(found == all);
    // No row has a number that tells when it came.
    for (const auto& [table, columns] : all) {
        CAPTURE(table);
        CHECK_FALSE(takes(device.file.path(), "SELECT rowid FROM " + table));
    }
}

TEST_CASE("the tables refuse what is no counter", "[store][device]") {
    const Device device;
    fill(device.file.path());
    const std::string& path = device.file.path();
    REQUIRE(takes(path, "INSERT INTO hourly VALUES ('2026-11-23T15', 'page', 'start', 1)"));
    for (const char* wrong :
         {"INSERT INTO hourly VALUES ('2026-11-23T15:31', 'page', 'a', 1)",
          "INSERT INTO hourly VALUES ('2026-11-23', 'page', 'a', 1)",
          "INSERT INTO hourly VALUES ('2026-11-23T15', 'visitor', 'a', 1)",
          "INSERT INTO hourly VALUES ('2026-11-23T15', 'page', 'a b', 1)",
          "INSERT INTO hourly VALUES ('2026-11-23T15', 'page', '15:31', 1)",
          "INSERT INTO hourly VALUES ('2026-11-23T15', 'page', 'a', 0)",
          "INSERT INTO hourly VALUES ('2026-11-23T15', 'page', 'a', 'once')",
          "INSERT INTO missed VALUES ('2026-11-23', 'freibad', 1)",
          "INSERT INTO missed VALUES ('2026-11', 'telefon 0123456', 1)",
          "INSERT INTO missed VALUES ('2026-11', '', 1)",
          "INSERT INTO setting VALUES ('visitor', 'a')", "INSERT INTO pin VALUES (2, 1)",
          "INSERT INTO class_answer VALUES (0, 9, 'Erika Mustermann', 1)",
          "INSERT INTO class_answer VALUES (0, 9, 'q', 501)"}) {
        CAPTURE(wrong);
        CHECK_FALSE(takes(path, wrong));
    }
}

TEST_CASE("counters of one hour add up, in no order but that of their names", "[store][device]") {
    const Device device;
    const std::vector<HourCount> counts = {
        {Counted::page, "b", 1}, {Counted::page, "a", 2}, {Counted::visit, "visit", 1}};
    std::vector<HourCount> turned(counts.rbegin(), counts.rend());
    const Device other;
    REQUIRE(device.open().add("2026-11-23T14", counts));
    REQUIRE(other.open().add("2026-11-23T14", turned));
    CHECK(test::read_file(device.file.path()) == test::read_file(other.file.path()));
    REQUIRE(device.open().add("2026-11-23T14", counts));
    const std::vector<CountRow> rows = {{"2026-11-23T14", "page", "a", 4},
                                        {"2026-11-23T14", "page", "b", 2},
                                        {"2026-11-23T14", "visit", "visit", 2}};
    CHECK(*device.open().rows() == rows);
}

TEST_CASE("searches that found nothing are shown from five times on", "[store][device]") {
    const Device device;
    DeviceDatabase database = device.open();
    REQUIRE(database.add("2026-11-23T14", {{Counted::missed, "Freibäder!", 4}}));
    CHECK(database.statistics("2026-11-23", 30)->missed.empty());
    CHECK(database.rows()->empty());
    REQUIRE(database.add("2026-11-24T09", {{Counted::missed, "freibäder", 1}}));
    const std::vector<model::Total> five = {{"freibader", "freibader", 5}};
    CHECK(database.statistics("2026-11-24", 30)->missed == five);
    CHECK(database.rows()->size() == 1);
}

TEST_CASE("what was rarely searched for is gone with its month", "[store][device]") {
    const Device device;
    DeviceDatabase database = device.open();
    REQUIRE(database.add("2026-11-30T14",
                         {{Counted::missed, "selten", 4}, {Counted::missed, "oft", 5}}));
    REQUIRE(database.forget_old("2026-11-30"));
    CHECK(test::read_file(device.file.path()).find("selten") != std::string::npos);
    REQUIRE(database.forget_old("2026-12-01"));
    // Not only from the table: from the file.
    CHECK(test::read_file(device.file.path()).find("selten") == std::string::npos);
    CHECK(database.rows()->size() == 1);
}

TEST_CASE("numbers that may be somebody's are not kept", "[store][device]") {
    CHECK(kept_query("Rufnummer 0231 5012345") == "");
    CHECK(kept_query("Freibad 2026") == "freibad 2026");
    CHECK(kept_query("  Straße,  Müll!") == "strasse mull");
    CHECK(kept_query("erika@example.org") == "erika example org");
    CHECK(kept_query(std::string(200, 'a')).size() <= 60);
    CHECK(kept_query("\xFF\xFE") == "");
}

TEST_CASE("counters are kept for twelve months", "[store][device]") {
    const Device device;
    DeviceDatabase database = device.open();
    REQUIRE(database.add("2025-11-22T23", {{Counted::visit, "visit", 1}}));
    REQUIRE(database.add("2025-11-23T00", {{Counted::visit, "visit", 2}}));
    REQUIRE(database.forget_old("2026-11-23"));
    CHECK(database.statistics("2026-11-23", 0)->visits == 2);
    REQUIRE(database.add("2026-11-24T08", {{Counted::visit, "visit", 1}}));
    CHECK(database.statistics("2026-11-24", 0)->visits == 1);
}

TEST_CASE("statistics add up by hour of the day and by day", "[store][device]") {
    const Device device;
    DeviceDatabase database = device.open();
    REQUIRE(database.add("2026-11-01T09", {{Counted::visit, "visit", 1}}));
    REQUIRE(database.add(
        "2026-11-22T09",
        {{Counted::visit, "visit", 2}, {Counted::aid, "size_1", 2}, {Counted::language, "en", 1}}));
    REQUIRE(database.add("2026-11-23T17", {{Counted::visit, "visit", 4}}));
    const model::Statistics week = *database.statistics("2026-11-23", 7);
    CHECK(week.visits == 6);
    CHECK(week.by_hour[9] == 2);
    CHECK(week.by_hour[17] == 4);
    CHECK(week.by_day == std::vector<model::Total>{{"2026-11-22", "2026-11-22", 2},
                                                   {"2026-11-23", "2026-11-23", 4}});
    CHECK(week.aids == std::vector<model::Total>{{"size_1", "size_1", 2}});
    const model::Statistics all = *database.statistics("2026-11-23", 0);
    CHECK(all.by_day == std::vector<model::Total>{{"2026-11", "2026-11", 7}});
}

TEST_CASE("wrong bytes in any page of the device's database cost no more than what stands there",
          "[store][device]") {
    const Device device;
    fill(device.file.path());
    const std::string whole = test::read_file(device.file.path());
    int aside = 0;
    for (std::size_t at = 0; at < whole.size(); at += at % 4096 < 128 ? 1 : 37) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
        test::write_file(device.file.path(), flipped);
        CAPTURE(at);
        DeviceDatabase database = device.open();
        CHECK(database.on_medium());
        aside += database.set_aside() ? 1 : 0;
        // Whatever stands there now, it can be worked with.
        const auto site = database.site();
        const auto record = database.class_record();
        const auto statistics = database.statistics("2026-11-23", 30);
        CHECK(database.keep_wrong_pins(1));
        CHECK(database.keep(settings()));
        CHECK(*database.site() == settings());
    }
    CHECK(aside > 100);
}

TEST_CASE("a file that is none, or a later one, is set aside and said so", "[store][device]") {
    const Device device;
    const std::string& path = device.file.path();
    fill(path);
    const std::string whole = test::read_file(path);
    std::string later = whole;
    later[63] = 9; // user_version
    for (const std::string& wrong :
         {std::string("not a database at all, and long enough to be one"), later,
          whole.substr(0, whole.size() / 2), std::string(5000, '\xFF')}) {
        test::write_file(path, wrong);
        {
            DeviceDatabase database = device.open();
            CHECK(database.set_aside());
            CHECK(database.on_medium());
            CHECK_FALSE(database.trouble().empty());
            CHECK(*database.site() == model::SiteSettings{});
            CHECK(database.keep(settings()));
        }
        CHECK(test::read_file(path + ".damaged") == wrong);
        CHECK_FALSE(device.open().set_aside());
        CHECK(*device.open().site() == settings());
    }
}

TEST_CASE("an old journal does not spoil the fresh database", "[store][device]") {
    const Device device;
    test::write_file(device.file.path(), std::string(9000, 'x'));
    test::write_file(device.file.path() + "-journal", std::string(9000, 'y'));
    { CHECK(device.open().set_aside()); }
    CHECK_FALSE(std::filesystem::exists(device.file.path() + "-journal"));
    CHECK_FALSE(device.open().set_aside());
}

TEST_CASE("without a folder everything works until the end of the program", "[store][device]") {
    for (const char* path : {"", "/proc/there/is/none/device.db"}) {
        DeviceDatabase database{std::string(path)};
        CHECK_FALSE(database.on_medium());
        CHECK(database.keep(settings()));
        CHECK(*database.site() == settings());
        CHECK(database.add("2026-11-23T14", {{Counted::visit, "visit", 3}}));
        CHECK(database.statistics("2026-11-23", 1)->visits == 3);
    }
}

TEST_CASE("nothing is written where there is nothing to forget", "[store][device]") {
    const Device device;
    fill(device.file.path());
    const auto before = std::filesystem::last_write_time(device.file.path());
    DeviceDatabase database = device.open();
    CHECK(database.forget_old("2026-11-23"));
    CHECK(std::filesystem::last_write_time(device.file.path()) == before);
}

TEST_CASE("a class that cannot be kept whole leaves the one that was kept", "[store][device]") {
    const Device device;
    DeviceDatabase database = device.open();
    REQUIRE(database.keep(lesson()));
    model::ClassRecord wrong = lesson();
    wrong.section = 3;
    wrong.answers.push_back({"q-03", {1, model::max_class_people + 1}});
    CHECK_FALSE(database.keep(wrong));
    CHECK(*database.class_record() == lesson());
    CHECK(database.keep(settings())); // nothing hangs
    CHECK(*device.open().class_record() == lesson());
}

TEST_CASE("counts that cannot be kept leave no half of an hour", "[store][device]") {
    const Device device;
    DeviceDatabase database = device.open();
    CHECK_FALSE(
        database.add("2026-11-23T14", {{Counted::visit, "visit", 1}, {Counted::page, "no id", 1}}));
    CHECK(database.rows()->empty());
}

TEST_CASE("a link is not followed, and what it leads to stays as it is", "[store][device]") {
    const Device device;
    const TemporaryFile other("elsewhere");
    test::write_file(other.path(), "theirs");
    std::filesystem::create_symlink(other.path(), device.file.path());
    { CHECK(device.open().set_aside()); }
    CHECK(test::read_file(other.path()) == "theirs");
}
