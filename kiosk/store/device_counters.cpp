// SPDX-License-Identifier: EUPL-1.2
// The part of DeviceDatabase about counters.
#include "kiosk/base/text.h"
#include "kiosk/model/counting.h"
#include "kiosk/model/local_day.h"
#include "kiosk/store/database.h"
#include "kiosk/store/device_database.h"
#include "kiosk/store/words.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace foyer::store {

namespace {

constexpr std::size_t max_listed = 100;
constexpr std::ptrdiff_t most_digits = 4;

using model::Counted;

Result<std::vector<model::Total>> totals(Query& query) {
    std::vector<model::Total> all;
    TRY(query.each([&](Row& row) {
        const std::string key = row.text(0);
        all.push_back({key, key, static_cast<long>(row.integer(1))});
        return all.size() < max_listed;
    }));
    return all;
}

} // namespace

std::string kept_query(const std::string& query) {
    std::string all;
    for (const Span& word : words(query, Hyphens::part)) {
        const std::string folded = fold(query.substr(word.begin, word.end - word.begin));
        if (folded.empty()) continue;
        const std::string longer = all.empty() ? folded : all + " " + folded;
        if (text::length(longer) > model::max_missed_letters) break;
        all = longer;
    }
    const auto digits = std::count_if(all.begin(), all.end(),
                                      [](char letter) { return letter >= '0' && letter <= '9'; });
    return digits > most_digits ? std::string() : all;
}

Result<void> DeviceDatabase::add(const std::string& hour, const std::vector<HourCount>& counts) {
    std::vector<HourCount> sorted = counts;
    for (HourCount& count : sorted) {
        if (count.what == Counted::missed) count.key = kept_query(count.key);
    }
    std::erase_if(sorted, [](const HourCount& count) { return count.key.empty(); });
    // By name: what stands in the file does not tell what came first.
    std::sort(sorted.begin(), sorted.end(), [](const HourCount& a, const HourCount& b) {
        return std::tie(a.what, a.key) < std::tie(b.what, b.key);
    });
    return change([&]() -> Result<void> {
        for (const HourCount& count : sorted) {
            if (count.what == Counted::missed) {
                TRY(database_
                        ->query("INSERT INTO missed VALUES (substr(?, 1, 7), ?, ?) "
                                "ON CONFLICT DO UPDATE SET count = count + excluded.count")
                        .bind(hour)
                        .bind(count.key)
                        .bind(std::int64_t{count.count})
                        .run());
                continue;
            }
            TRY(database_
                    ->query("INSERT INTO hourly VALUES (?, ?, ?, ?) "
                            "ON CONFLICT DO UPDATE SET count = count + excluded.count")
                    .bind(hour)
                    .bind(model::name(count.what))
                    .bind(count.key)
                    .bind(std::int64_t{count.count})
                    .run());
        }
        return drop_old(hour.substr(0, 10));
    });
}

Result<void> DeviceDatabase::forget_old(const std::string& today) {
    // Asked first, so that nothing is written where there is nothing to forget.
    const std::string oldest = model::months_before(today, kept_months);
    bool any = false;
    TRY(database_
            ->query(
                "SELECT EXISTS (SELECT 1 FROM hourly WHERE hour < ?) OR EXISTS (SELECT 1 FROM "
                "missed WHERE month < substr(?, 1, 7) OR (month < substr(?, 1, 7) AND count < ?))")
            .bind(oldest)
            .bind(oldest)
            .bind(today)
            .bind(least_missed)
            .one([&](Row& row) { any = row.integer(0) != 0; }));
    if (!any) return {};
    return change([&] { return drop_old(today); });
}

Result<void> DeviceDatabase::drop_old(const std::string& today) {
    const std::string oldest = model::months_before(today, kept_months);
    TRY(database_->query("DELETE FROM hourly WHERE hour < ?").bind(oldest).run());
    return database_
        ->query("DELETE FROM missed WHERE month < substr(?, 1, 7) OR (month < substr(?, 1, 7) AND "
                "count < ?)")
        .bind(oldest)
        .bind(today)
        .bind(least_missed)
        .run();
}

Result<model::Statistics> DeviceDatabase::statistics(const std::string& today, int days) {
    model::Statistics all;
    all.days = days;
    const std::string since = days > 0 ? model::days_before(today, days - 1) : std::string();
    const auto most = [&](Counted what) {
        Query query =
            database_->query("SELECT name, sum(count) FROM hourly WHERE kind = ? AND hour >= ? "
                             "GROUP BY name ORDER BY 2 DESC, 1");
        query.bind(model::name(what)).bind(since);
        return totals(query);
    };
    all.pages = TRY(most(Counted::page));
    all.screens = TRY(most(Counted::screen));
    all.languages = TRY(most(Counted::language));
    all.aids = TRY(most(Counted::aid));
    Query missed = database_->query("SELECT query, sum(count) FROM missed WHERE month >= "
                                    "substr(?, 1, 7) GROUP BY query HAVING sum(count) >= ? "
                                    "ORDER BY 2 DESC, 1");
    missed.bind(since).bind(least_missed);
    all.missed = TRY(totals(missed));
    TRY(database_
            ->query("SELECT substr(hour, 12, 2), sum(count) FROM hourly WHERE kind = 'visit' AND "
                    "hour >= ? GROUP BY 1")
            .bind(since)
            .each([&](Row& row) {
                const std::string text = row.text(0);
                std::size_t hour = all.by_hour.size();
                std::from_chars(text.data(), text.data() + text.size(), hour);
                const long count = static_cast<long>(row.integer(1));
                if (hour < all.by_hour.size()) all.by_hour[hour] += count;
                all.visits += count;
            }));
    Query spans = database_->query("SELECT substr(hour, 1, ?), sum(count) FROM hourly WHERE "
                                   "kind = 'visit' AND hour >= ? GROUP BY 1 ORDER BY 1");
    spans.bind(days > 0 && days <= 31 ? 10 : 7).bind(since);
    all.by_day = TRY(totals(spans));
    return all;
}

Result<std::vector<CountRow>> DeviceDatabase::rows() {
    std::vector<CountRow> all;
    const auto take = [&](Row& row) {
        all.push_back({row.text(0), row.text(1), row.text(2), static_cast<long>(row.integer(3))});
    };
    TRY(database_->query("SELECT hour, kind, name, count FROM hourly ORDER BY 1, 2, 3").each(take));
    TRY(database_
            ->query(
                "SELECT month, 'missed', query, count FROM missed WHERE count >= ? ORDER BY 1, 3")
            .bind(least_missed)
            .each(take));
    return all;
}

} // namespace foyer::store
