// SPDX-License-Identifier: EUPL-1.2
// Database and Query: SQLite as values. This pair and its neighbours are the only ones that include
// sqlite3.h. A query is bound in order, run once, and puts its statement back:
//     TRY(database.query(select_media).bind(id).each([&](Row& row) { ... }));
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/store/row.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace foyer::store {

class Database;

/// One use of a prepared statement. Bound texts must live until it is run.
class Query {
  public:
    Query(Database& database, const char* sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& bind(std::string_view text);
    Query& bind(std::int64_t value);
    Query& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
    Query& bind(double value);
    Query& bind_blob(std::string_view bytes);
    Query& bind_null();
    /// NULL for 0: how tables say "no source".
    Query& bind_or_null(int value) { return value == 0 ? bind_null() : bind(value); }

    /// Calls `use` for each row. It may return a Result<void>, whose error ends the walk, or a
    /// bool: whether to go on.
    template <class F> Result<void> each(F&& use) {
        using Answer = std::invoke_result_t<F&, Row&>;
        for (bool more = true; more;) {
            const bool there = TRY(step());
            if (!there) break;
            Row row(statement_);
            if constexpr (std::is_void_v<Answer>) {
                use(row);
            } else if constexpr (std::is_same_v<Answer, bool>) {
                more = use(row);
            } else {
                TRY(use(row));
            }
            if (row.damaged()) return damaged_row();
        }
        return {};
    }

    /// Calls `use` for the first row. False when there is none.
    template <class F> Result<bool> one(F&& use) {
        const bool there = TRY(step());
        if (!there) return false;
        Row row(statement_);
        use(row);
        if (row.damaged()) return damaged_row();
        return true;
    }

    Result<void> run();

  private:
    Result<bool> step();
    Error damaged_row() const;

    Database& database_;
    sqlite3_stmt* statement_;
    int next_ = 1;
    int code_; ///< the first thing that went wrong, in SQLite's numbers
};

/// A connection, for one thread. Not movable: SQLite keeps its address.
class Database {
  public:
    /// A file that is not there yet, for the writer.
    static Result<std::unique_ptr<Database>> create(const std::string& path);
    /// A file nobody trusts, hardened (hardening.cpp). Does not look at its tables.
    static Result<std::unique_ptr<Database>> open_untrusted(const std::string& path);

    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Query query(const char* sql) { return Query(*this, sql); }
    /// Runs statements that answer nothing.
    Result<void> run(const char* sql);
    /// From now on every query ends with timeout after `span`.
    void allow(std::chrono::milliseconds span);

    /// The SQL that was prepared so far.
    std::vector<std::string> statements() const;
    sqlite3* handle() const { return handle_; }

  private:
    friend class Query;
    explicit Database(sqlite3* handle) : handle_(handle) {}
    sqlite3_stmt* take(const char* sql, int& code);
    void put_back(const char* sql, sqlite3_stmt* statement);
    Error error(int code, std::string_view doing) const;

    sqlite3* handle_;
    std::unordered_map<std::string_view, sqlite3_stmt*> idle_;
    std::chrono::steady_clock::time_point deadline_ = std::chrono::steady_clock::time_point::max();
};

/// What an error of SQLite means to a caller.
Errc meaning(int sqlite_code);

} // namespace foyer::store
