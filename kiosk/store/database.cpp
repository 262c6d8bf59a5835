// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/database.h"

#include "kiosk/base/text.h"
#include "kiosk/store/limits.h"

#include <sqlite3.h>

namespace foyer::store {

namespace {

constexpr int steps_between_looks = 2'000;

int past_deadline(void* deadline) {
    const auto* at = static_cast<const std::chrono::steady_clock::time_point*>(deadline);
    return std::chrono::steady_clock::now() > *at ? 1 : 0;
}

} // namespace

Errc meaning(int sqlite_code) {
    switch (sqlite_code & 0xFF) {
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Errc::unreadable;
    case SQLITE_FULL: return Errc::no_space;
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM: return Errc::too_large;
    case SQLITE_INTERRUPT: return Errc::timeout;
    case SQLITE_AUTH: return Errc::refused;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH: return Errc::invalid;
    default: return Errc::damaged;
    }
}

bool Row::null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::string Row::text(int column) {
    if (sqlite3_column_type(statement_, column) != SQLITE_TEXT) return mark_damaged(), "";
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    const auto count = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    if (bytes == nullptr || count > limits::text_bytes) return mark_damaged(), "";
    std::string value(bytes, count);
    // A zero byte inside would cut the text short wherever it meets a C library.
    if (text::first_invalid(value) != std::string_view::npos ||
        value.find('\0') != std::string::npos) {
        return mark_damaged(), "";
    }
    return value;
}

std::string Row::blob(int column) {
    if (sqlite3_column_type(statement_, column) != SQLITE_BLOB) return mark_damaged(), "";
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto count = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    if (count > limits::media_bytes || (bytes == nullptr && count > 0)) return mark_damaged(), "";
    return count == 0 ? std::string() : std::string(bytes, count);
}

std::int64_t Row::integer(int column) {
    if (sqlite3_column_type(statement_, column) != SQLITE_INTEGER) return mark_damaged(), 0;
    return sqlite3_column_int64(statement_, column);
}

int Row::number(int column, int least, int most) {
    const std::int64_t value = integer(column);
    if (value < least || value > most) return mark_damaged(), least;
    return static_cast<int>(value);
}

double Row::real(int column) { return sqlite3_column_double(statement_, column); }

double Row::measure(int column, double least, double most) {
    if (sqlite3_column_type(statement_, column) != SQLITE_FLOAT) return mark_damaged(), least;
    const double value = sqlite3_column_double(statement_, column);
    const bool fits = value >= least && value <= most; // which "not a number" never is
    if (!fits) return mark_damaged(), least;
    return value;
}

std::string_view Row::bytes(int column) {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto count = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return data == nullptr ? std::string_view() : std::string_view(data, count);
}

int Row::columns() const { return sqlite3_column_count(statement_); }

Query::Query(Database& database, const char* sql) : database_(database), code_(SQLITE_OK) {
    statement_ = database.take(sql, code_);
}

Query::~Query() {
    if (statement_ != nullptr) database_.put_back(sqlite3_sql(statement_), statement_);
}

Query& Query::bind(std::string_view text) {
    if (code_ == SQLITE_OK) {
        // A null pointer would bind NULL, and an empty text is a text.
        const char* bytes = text.data() == nullptr ? "" : text.data();
        code_ = sqlite3_bind_text64(statement_, next_++, bytes, text.size(), SQLITE_STATIC,
                                    SQLITE_UTF8);
    }
    return *this;
}

Query& Query::bind(std::int64_t value) {
    if (code_ == SQLITE_OK) code_ = sqlite3_bind_int64(statement_, next_++, value);
    return *this;
}

Query& Query::bind(double value) {
    if (code_ == SQLITE_OK) code_ = sqlite3_bind_double(statement_, next_++, value);
    return *this;
}

Query& Query::bind_blob(std::string_view bytes) {
    if (code_ == SQLITE_OK) {
        const char* data = bytes.data() == nullptr ? "" : bytes.data();
        code_ = sqlite3_bind_blob64(statement_, next_++, data, bytes.size(), SQLITE_STATIC);
    }
    return *this;
}

Query& Query::bind_null() {
    if (code_ == SQLITE_OK) code_ = sqlite3_bind_null(statement_, next_++);
    return *this;
}

Result<bool> Query::step() {
    if (code_ == SQLITE_OK) code_ = sqlite3_step(statement_);
    const int now = code_;
    code_ = now == SQLITE_ROW ? SQLITE_OK : now;
    if (now == SQLITE_ROW) return true;
    if (now == SQLITE_DONE) return false;
    return database_.error(now, statement_ == nullptr ? "prepare" : sqlite3_sql(statement_));
}

Result<void> Query::run() {
    return each([](Row&) {});
}

Error Query::damaged_row() const {
    return {Errc::damaged, std::string("a value that cannot be: ") + sqlite3_sql(statement_)};
}

Database::~Database() {
    for (const auto& [sql, statement] : idle_) sqlite3_finalize(statement);
    sqlite3_close(handle_);
}

Result<std::unique_ptr<Database>> Database::create(const std::string& path) {
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(handle));
    if (code != SQLITE_OK) return database->error(code, path);
    return database;
}

Result<void> Database::run(const char* sql) {
    const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return error(code, sql);
    return {};
}

void Database::allow(std::chrono::milliseconds span) {
    deadline_ = std::chrono::steady_clock::now() + span;
    sqlite3_progress_handler(handle_, steps_between_looks, past_deadline, &deadline_);
}

std::vector<std::string> Database::statements() const {
    std::vector<std::string> all;
    for (const auto& [sql, statement] : idle_) all.emplace_back(sql);
    return all;
}

sqlite3_stmt* Database::take(const char* sql, int& code) {
    if (const auto found = idle_.find(sql); found != idle_.end()) {
        sqlite3_stmt* statement = found->second;
        idle_.erase(found);
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    code = sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return statement;
}

void Database::put_back(const char* sql, sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    // The key lives in the statement itself. A query inside a query of the same SQL made a second.
    if (!idle_.emplace(sql, statement).second) sqlite3_finalize(statement);
}

Error Database::error(int code, std::string_view doing) const {
    std::string what = handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_);
    return {meaning(code), what.append(": ").append(doing)};
}

} // namespace foyer::store
