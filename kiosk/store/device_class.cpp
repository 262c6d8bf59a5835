// SPDX-License-Identifier: EUPL-1.2
// The part of DeviceDatabase about the class that goes on.
#include "kiosk/store/database.h"
#include "kiosk/store/device_database.h"

#include <utility>

namespace foyer::store {

Result<std::optional<model::ClassRecord>> DeviceDatabase::class_record() {
    model::ClassRecord record;
    const bool there =
        TRY(database_
                ->query("SELECT course, language, date, people, section, question, timer_seconds "
                        "FROM class")
                .one([&](Row& row) {
                    record.course = row.text(0);
                    record.language = row.text(1);
                    record.date = row.text(2);
                    record.people = row.number(3, 0, model::max_class_people);
                    record.section = row.number(4, -1, 1000);
                    record.question = row.number(5, -1, 1000);
                    record.timer_seconds = row.number(6, 0, 86'400);
                }));
    if (!there) return std::optional<model::ClassRecord>();
    std::int64_t last = -1;
    TRY(database_->query("SELECT place, question, count FROM class_answer ORDER BY place, option")
            .each([&](Row& row) {
                if (std::exchange(last, row.integer(0)) != row.integer(0))
                    record.answers.push_back({row.text(1), {}});
                record.answers.back().counts.push_back(row.number(2, 0, model::max_class_people));
            }));
    return std::optional(std::move(record));
}

Result<void> DeviceDatabase::keep(const std::optional<model::ClassRecord>& record) {
    const auto write = [&]() -> Result<void> {
        TRY(database_->query("DELETE FROM class").run());
        TRY(database_->query("DELETE FROM class_answer").run());
        if (!record) return {};
        TRY(database_->query("INSERT INTO class VALUES (1, ?, ?, ?, ?, ?, ?, ?)")
                .bind(record->course)
                .bind(record->language)
                .bind(record->date)
                .bind(record->people)
                .bind(record->section)
                .bind(record->question)
                .bind(record->timer_seconds)
                .run());
        int place = 0;
        for (const model::ClassAnswer& answer : record->answers) {
            int option = 0;
            for (const int count : answer.counts) {
                TRY(database_->query("INSERT INTO class_answer VALUES (?, ?, ?, ?)")
                        .bind(place)
                        .bind(option++)
                        .bind(answer.question)
                        .bind(count)
                        .run());
            }
            ++place;
        }
        return {};
    };
    return change(write);
}

} // namespace foyer::store
