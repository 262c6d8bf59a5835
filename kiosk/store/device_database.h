// SPDX-License-Identifier: EUPL-1.2
// STATE/device.db: what the device itself keeps. Settings made on site, wrong PINs, the class that
// goes on, and counters; device_tables.h says all that can stand there. What was kept is on the
// medium when the function returns.
#pragma once

#include "kiosk/model/device.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foyer::store {

class Database;

/// A counter of an hour.
struct HourCount {
    model::Counted what = model::Counted::visit;
    std::string key;
    long count = 0;
    friend bool operator==(const HourCount&, const HourCount&) = default;
};

/// A line of the list of all counters.
struct CountRow {
    std::string when; ///< an hour, of missed queries a month
    std::string kind, key;
    long count = 0;
    friend bool operator==(const CountRow&, const CountRow&) = default;
};

/// From so many on, a query that found nothing is shown to anybody and kept beyond its month.
constexpr int least_missed = 5;
constexpr int kept_months = 12;

/// One thread. Errors are those of the medium (unreadable, no_space), damaged, or invalid for what
/// the tables do not take.
class DeviceDatabase {
  public:
    /// A file that is damaged, foreign or of a later program is renamed to "<path>.damaged", and a
    /// fresh one begun. Where none can be begun, or `path` is empty, all is kept in memory.
    explicit DeviceDatabase(const std::string& path);
    ~DeviceDatabase();

    bool set_aside() const { return set_aside_; }
    bool on_medium() const { return on_medium_; }
    /// Why it is not on the medium, or was set aside; for the log.
    const std::string& trouble() const { return trouble_; }

    Result<model::SiteSettings> site();
    Result<void> keep(const model::SiteSettings& site);

    Result<int> wrong_pins();
    Result<void> keep_wrong_pins(int count);

    Result<std::optional<model::ClassRecord>> class_record();
    Result<void> keep(const std::optional<model::ClassRecord>& record);

    /// Adds to the counters of the hour "YYYY-MM-DDTHH" and drops what has been kept long enough,
    /// all at once.
    Result<void> add(const std::string& hour, const std::vector<HourCount>& counts);
    /// Drops what has been kept long enough on the day "YYYY-MM-DD".
    Result<void> forget_old(const std::string& today);
    /// Of the last `days` up to `today`; 0: all. `by_day` has months ("YYYY-MM") for more than 31
    /// days. Labels are the keys.
    Result<model::Statistics> statistics(const std::string& today, int days);
    /// All that may be shown, by time.
    Result<std::vector<CountRow>> rows();

  private:
    Result<void> open(const std::string& path);
    Result<void> prepare(const std::string& path);
    Result<void> begin_in_memory();
    Result<void> change(const std::function<Result<void>()>& what);
    Result<void> drop_old(const std::string& today);

    std::unique_ptr<Database> database_;
    bool set_aside_ = false, on_medium_ = false;
    std::string trouble_;
};

/// How a query that found nothing is kept: folded words with blanks between, at most 60 letters.
/// Empty for what is not kept, since it may be a number that belongs to somebody.
std::string kept_query(const std::string& query);

} // namespace foyer::store
