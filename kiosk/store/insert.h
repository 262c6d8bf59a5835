// SPDX-License-Identifier: EUPL-1.2
// How the writer puts rows down: each text is checked before it is bound, and every refusal says
// which page or term it was about.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/store/database.h"
#include "kiosk/store/inline_markup.h"
#include "kiosk/store/limits.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer::store {

/// NULL in the table where the number is 0.
struct OrNull {
    std::int64_t value;
};

struct Blob {
    std::string_view bytes;
};

class Inserter {
  public:
    explicit Inserter(Database& database) : database_(database) {}

    /// What the next rows are about, e.g. "page dortmund (de)".
    void about(std::string what) { about_ = std::move(what); }

    template <class... Values> Result<void> row(const char* sql, const Values&... values) {
        Query query = database_.query(sql);
        Result<void> fine;
        ((fine = fine ? bind(query, values) : fine), ...);
        if (fine) fine = query.run();
        if (!fine) return Error{fine.error().code, about_ + ": " + fine.error().what};
        return {};
    }

    Error error(Errc code, const std::string& what) const { return {code, about_ + ": " + what}; }

  private:
    static Result<void> bind(Query& query, std::string_view text) {
        if (text.size() > limits::text_bytes) return Error{Errc::too_large, "a text over 1 MB"};
        if (!is_text(text)) return Error{Errc::invalid, "text that is not UTF-8, or has controls"};
        query.bind(text);
        return {};
    }
    static Result<void> bind(Query& query, std::int64_t value) {
        return query.bind(value), Result<void>();
    }
    static Result<void> bind(Query& query, int value) { return query.bind(value), Result<void>(); }
    static Result<void> bind(Query& query, double value) {
        if (!std::isfinite(value)) return Error{Errc::invalid, "a number that is none"};
        return query.bind(value), Result<void>();
    }
    template <class T> static Result<void> bind(Query& query, const std::optional<T>& value) {
        return value ? bind(query, *value) : bind(query, nullptr);
    }
    static Result<void> bind(Query& query, OrNull value) {
        value.value == 0 ? query.bind_null() : query.bind(value.value);
        return {};
    }
    static Result<void> bind(Query& query, Blob blob) {
        return query.bind_blob(blob.bytes), Result<void>();
    }
    static Result<void> bind(Query& query, std::nullptr_t) {
        return query.bind_null(), Result<void>();
    }

    Database& database_;
    std::string about_;
};

} // namespace foyer::store
