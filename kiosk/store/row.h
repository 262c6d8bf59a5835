// SPDX-License-Identifier: EUPL-1.2
// Row: the values of a row of an answer, none of them believed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace foyer::store {

/// The row a query stands on. A value of the wrong type, out of range, or text that is not UTF-8
/// reads as empty and makes the query fail with damaged.
class Row {
  public:
    explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

    bool null(int column) const;
    std::string text(int column);
    std::string blob(int column);
    std::int64_t integer(int column);
    /// An integer from `least` to `most`.
    int number(int column, int least, int most);
    double real(int column);
    /// A number with a fraction from `least` to `most`.
    double measure(int column, double least, double most);
    /// The value as SQLite has it, of whatever type; valid until the next row. For hashing.
    std::string_view bytes(int column);
    int columns() const;

    /// For what only the caller can know to be wrong.
    void mark_damaged() { damaged_ = true; }
    bool damaged() const { return damaged_; }

  private:
    sqlite3_stmt* statement_;
    bool damaged_ = false;
};

} // namespace foyer::store
