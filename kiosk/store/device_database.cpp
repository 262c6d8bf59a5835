// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/device_database.h"

#include "kiosk/store/database.h"
#include "kiosk/store/device_site.h"
#include "kiosk/store/device_tables.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace foyer::store {

namespace {

namespace fs = std::filesystem;

/// EXTRA: after a power cut a journal that comes back would undo what was confirmed.
constexpr const char* switches = "PRAGMA busy_timeout = 2000;"
                                 "PRAGMA trusted_schema = OFF;"
                                 "PRAGMA cell_size_check = ON;"
                                 "PRAGMA temp_store = MEMORY;"
                                 "PRAGMA secure_delete = ON;"
                                 "PRAGMA journal_mode = DELETE;"
                                 "PRAGMA synchronous = EXTRA";

Result<std::int64_t> pragma(Database& database, const char* sql) {
    std::int64_t value = 0;
    TRY(database.query(sql).one([&](Row& row) { value = row.integer(0); }));
    return value;
}

Result<std::vector<std::string>> schema_of(Database& database) {
    std::vector<std::string> tables;
    TRY(database.query("SELECT coalesce(sql, '') FROM sqlite_schema ORDER BY name")
            .each([&](Row& row) { tables.push_back(row.text(0)); }));
    return tables;
}

Result<void> make_tables(Database& database) {
    std::string sql = "BEGIN IMMEDIATE;";
    for (const char* table : device_tables::all) sql += std::string(table) + ";";
    sql += "PRAGMA application_id = " + std::to_string(device_tables::application_id) + ";";
    sql += "PRAGMA user_version = " + std::to_string(device_tables::version) + ";COMMIT";
    return database.run(sql.c_str());
}

Result<void> check(Database& database, const std::vector<std::string>& schema) {
    if (TRY(pragma(database, "PRAGMA application_id")) != device_tables::application_id)
        return {Errc::wrong_format, "not the database of a device"};
    if (TRY(pragma(database, "PRAGMA user_version")) != device_tables::version)
        return {Errc::newer_format, "made by another version of this program"};
    const bool ours = std::equal(schema.begin(), schema.end(), device_tables::all.begin(),
                                 device_tables::all.end());
    if (!ours) return {Errc::wrong_format, "other tables than ours"};
    std::string verdict;
    TRY(database.query("PRAGMA integrity_check(1)").one([&](Row& row) { verdict = row.text(0); }));
    if (verdict != "ok") return {Errc::damaged, verdict};
    return {};
}

/// Out of the way, with what belongs to it: an old journal would spoil the fresh file.
void move_aside(const std::string& path) {
    std::error_code ignored;
    fs::rename(path, path + ".damaged", ignored);
    if (ignored) fs::remove(path, ignored);
    for (const char* rest : {"-journal", "-wal", "-shm"}) fs::remove(path + rest, ignored);
}

/// Two bytes of its head, with which SQLite would open a file for reading only, or keep a log
/// beside it.
bool is_of_another_kind(const std::string& path) {
    std::array<char, 20> head{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(head.data(), head.size())) return false;
    return head[18] != 1 || head[19] != 1;
}

bool is_wrong_file(Errc code) {
    return code == Errc::damaged || code == Errc::wrong_format || code == Errc::newer_format ||
           code == Errc::invalid || code == Errc::too_large;
}

} // namespace

DeviceDatabase::DeviceDatabase(const std::string& path) {
    Result<void> opened = path.empty() ? Error{Errc::not_found, "no folder for it"} : open(path);
    if (!opened && !path.empty() && is_wrong_file(opened.error().code)) {
        trouble_ = opened.error().what;
        set_aside_ = true;
        database_.reset();
        move_aside(path);
        opened = open(path);
    }
    on_medium_ = opened.has_value();
    if (on_medium_) return;
    trouble_ += (trouble_.empty() ? "" : "; ") + opened.error().what;
    if (const Result<void> begun = begin_in_memory(); !begun) trouble_ += "; " + begun.error().what;
}

DeviceDatabase::~DeviceDatabase() = default;

Result<void> DeviceDatabase::open(const std::string& path) {
    std::error_code ignored;
    fs::create_directory(fs::path(path).parent_path(), ignored);
    if (fs::is_symlink(path, ignored)) return {Errc::wrong_format, path + ": a link"};
    if (is_of_another_kind(path)) return {Errc::wrong_format, path + ": another kind of file"};
    database_ = TRY(Database::create(path));
    return prepare(path);
}

Result<void> DeviceDatabase::prepare(const std::string& path) {
    TRY(database_->run(switches));
    const std::vector<std::string> schema = TRY(schema_of(*database_));
    const bool empty = schema.empty() && TRY(pragma(*database_, "PRAGMA application_id")) == 0;
    if (!empty) return check(*database_, schema);
    Result<void> made = make_tables(*database_);
    if (!made) return Error{made.error().code, path + ": " + made.error().what};
    return {};
}

Result<void> DeviceDatabase::begin_in_memory() {
    database_ = TRY(Database::create(":memory:"));
    return make_tables(*database_);
}

Result<void> DeviceDatabase::change(const std::function<Result<void>()>& what) {
    TRY(database_->run("BEGIN IMMEDIATE"));
    Result<void> done = what();
    if (done) done = database_->run("COMMIT");
    if (done) return {};
    // SQLite may have gone back by itself; then there is nothing to go back from.
    if (Result<void> back = database_->run("ROLLBACK"); !back) return done;
    return done;
}

Result<model::SiteSettings> DeviceDatabase::site() {
    model::SiteSettings site;
    TRY(database_->query("SELECT name, value FROM setting").each([&](Row& row) {
        read_row(site, {row.text(0), row.text(1)});
    }));
    return site;
}

Result<void> DeviceDatabase::keep(const model::SiteSettings& site) {
    return change([&]() -> Result<void> {
        TRY(database_->query("DELETE FROM setting").run());
        for (const auto& [name, value] : rows_of(site)) {
            TRY(database_->query("INSERT INTO setting VALUES (?, ?)").bind(name).bind(value).run());
        }
        return {};
    });
}

Result<int> DeviceDatabase::wrong_pins() {
    int count = 0;
    TRY(database_->query("SELECT wrong FROM pin").one([&](Row& row) {
        count = row.number(0, 0, 1000);
    }));
    return count;
}

Result<void> DeviceDatabase::keep_wrong_pins(int count) {
    return database_->query("INSERT OR REPLACE INTO pin VALUES (1, ?)")
        .bind(std::clamp(count, 0, 1000))
        .run();
}

} // namespace foyer::store
