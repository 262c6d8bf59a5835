// SPDX-License-Identifier: EUPL-1.2
// Opening a file nobody trusts. After "Defense Against The Dark Arts" on sqlite.org: everything a
// reader does not need is off before SQLite sees the first byte of the schema.
#include "kiosk/store/database.h"
#include "kiosk/store/limits.h"
#include "kiosk/store/rank.h"
#include "kiosk/store/schema.h"

#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace foyer::store {

namespace {

constexpr std::size_t head_bytes = 100;
using Head = std::array<unsigned char, head_bytes>;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

std::uint32_t big_endian(const Head& head, std::size_t at) {
    return std::uint32_t{head[at]} << 24 | std::uint32_t{head[at + 1]} << 16 |
           std::uint32_t{head[at + 2]} << 8 | std::uint32_t{head[at + 3]};
}

Result<Head> read_head(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return Error{Errc::wrong_format, path + " is a folder"};
    }
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (file == nullptr) {
        return Error{errno == ENOENT ? Errc::not_found : Errc::unreadable, "cannot open " + path};
    }
    Head head{};
    if (std::fread(head.data(), 1, head.size(), file.get()) != head.size()) {
        return Error{Errc::wrong_format, path + " is too short for a pack"};
    }
    return head;
}

/// The head of the file by our own eyes: what kind it is, and whether it ends where it says.
Result<void> check_head(const Head& head, const std::string& path) {
    constexpr std::string_view magic("SQLite format 3\0", 16);
    const auto wrong = [&](const char* why) { return Error{Errc::wrong_format, path + why}; };
    if (std::string_view(reinterpret_cast<const char*>(head.data()), magic.size()) != magic) {
        return wrong(" is no SQLite file");
    }
    if (big_endian(head, 68) != schema::application_id) return wrong(" is no pack");
    const std::uint32_t version = big_endian(head, 60);
    if (version > schema::version) {
        return Error{Errc::newer_format, path + " has format " + std::to_string(version)};
    }
    if (version != schema::version) return wrong(" has a format that never was");
    if ((head[16] << 8 | head[17]) != schema::page_size) return wrong(" has another page size");
    if (head[18] != 1 || head[19] != 1) return wrong(" is in WAL mode");
    if (big_endian(head, 56) != SQLITE_UTF8) return wrong(" is not in UTF-8");
    std::error_code failed;
    const std::uintmax_t bytes = std::filesystem::file_size(path, failed);
    if (failed) return Error{Errc::unreadable, "cannot tell the size of " + path};
    if (bytes != std::uintmax_t{big_endian(head, 28)} * schema::page_size) {
        return Error{Errc::damaged, path + " does not end where it says"};
    }
    return {};
}

/// SQLite reads the name as an URI: what means something there is written as %XX.
std::string uri(const std::string& path) {
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : path) {
        if (plain.find(c) != std::string_view::npos) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out.append({'%', digits[byte >> 4], digits[byte & 15u]});
        }
    }
    return out + "?mode=ro&immutable=1";
}

/// Reading, and the three pragmas that we or FTS5 ask.
int authorize(void*, int action, const char* name, const char*, const char*, const char*) {
    if (action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_FUNCTION) {
        return SQLITE_OK;
    }
    // SQLite asks this when FTS5 declares its columns, and then writes nothing.
    if (action == SQLITE_UPDATE && name != nullptr && std::string_view(name) == "sqlite_master") {
        return SQLITE_OK;
    }
    if (action == SQLITE_PRAGMA && name != nullptr) {
        const std::string_view pragma = name;
        for (const char* harmless : {"data_version", "quick_check", "foreign_key_check"}) {
            if (pragma == harmless) return SQLITE_OK;
        }
    }
    return SQLITE_DENY;
}

bool configure(sqlite3* handle) {
    constexpr std::array<std::array<int, 2>, 5> switches = {{
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    }};
    for (const auto& [name, value] : switches) {
        if (sqlite3_db_config(handle, name, value, nullptr) != SQLITE_OK) return false;
    }
    // EXPR_DEPTH and VDBE_OP are the least that FTS5 and quick_check still run with, doubled.
    constexpr std::array<std::array<int, 2>, 11> bounds = {{
        {SQLITE_LIMIT_LENGTH, static_cast<int>(limits::media_bytes + limits::text_bytes)},
        {SQLITE_LIMIT_SQL_LENGTH, 100'000},
        {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 20},
        {SQLITE_LIMIT_COMPOUND_SELECT, 3},
        {SQLITE_LIMIT_VDBE_OP, 25'000},
        {SQLITE_LIMIT_FUNCTION_ARG, 8},
        {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 10},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
    }};
    for (const auto& [name, value] : bounds) sqlite3_limit(handle, name, value);
    return true;
}

} // namespace

Result<std::unique_ptr<Database>> Database::open_untrusted(const std::string& path) {
    const Head head = TRY(read_head(path));
    TRY(check_head(head, path));

    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(uri(path).c_str(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(handle));
    if (code != SQLITE_OK) return database->error(code, path);
    if (!configure(handle)) return Error{Errc::refused, "this SQLite cannot be hardened"};
    TRY(database->run("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                      "PRAGMA cache_size = -8192"));
    TRY(add_rank_function(*database));
    sqlite3_set_authorizer(handle, authorize, nullptr);
    database->allow(limits::answer);
    return database;
}

} // namespace foyer::store
