// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/classroom.h"

#include <algorithm>
#include <cstddef>

namespace foyer::model {

namespace {

template <class Thing> const Thing* at(const std::vector<Thing>& things, int index) {
    const bool is_there = index >= 0 && index < static_cast<int>(things.size());
    return is_there ? &things[static_cast<std::size_t>(index)] : nullptr;
}

int section_count(const Classroom& room) {
    return room.course ? static_cast<int>(room.course->sections.size()) : 0;
}

int question_count(const Classroom& room, int section) {
    const CourseSection* found = room.course ? at(room.course->sections, section) : nullptr;
    return found ? static_cast<int>(found->questions.size()) : 0;
}

} // namespace

const CourseSection* section_of(const Classroom& room) {
    if (!room.record || !room.course) return nullptr;
    return at(room.course->sections, room.record->section);
}

const QuizQuestion* question_of(const Classroom& room) {
    const CourseSection* section = section_of(room);
    return section ? at(section->questions, room.record->question) : nullptr;
}

const ClassAnswer* answer_of(const std::optional<ClassRecord>& record,
                             const std::string& question) {
    if (!record) return nullptr;
    const auto found =
        std::find_if(record->answers.begin(), record->answers.end(),
                     [&](const ClassAnswer& answer) { return answer.question == question; });
    return found == record->answers.end() ? nullptr : &*found;
}

bool is_kept(const Classroom& room, const std::string& question) {
    const ClassAnswer *confirmed = answer_of(room.record, question),
                      *kept = answer_of(room.kept, question);
    return confirmed && kept && *confirmed == *kept && room.kept->course == room.record->course;
}

bool at_end(const Classroom& room) {
    return room.record && (!room.course || room.record->section >= section_count(room));
}

int certificates_of(const Classroom& room) {
    return room.papers.certificates.value_or(room.record ? room.record->people : 0);
}

std::optional<GoInClass> next_in_class(const Classroom& room) {
    if (!room.record || at_end(room)) return std::nullopt;
    const ClassRecord& record = *room.record;
    if (record.question + 1 < question_count(room, record.section))
        return GoInClass{record.section, record.question + 1};
    return GoInClass{record.section + 1, -1};
}

std::optional<GoInClass> before_in_class(const Classroom& room) {
    if (!room.record || room.record->section < 0) return std::nullopt;
    const ClassRecord& record = *room.record;
    if (record.question >= 0) return GoInClass{record.section, record.question - 1};
    const int section = std::min(record.section, section_count(room)) - 1;
    return GoInClass{section, question_count(room, section) - 1};
}

} // namespace foyer::model
