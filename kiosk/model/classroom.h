// SPDX-License-Identifier: EUPL-1.2
// A class: a course that a trainer holds for a group. Only counts are kept, never a name. The
// record outlives the visit and the power: what was confirmed is on the medium (device.h).
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/course.h"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace foyer::model {

constexpr int max_class_people = 500;
/// The most a timer can be set to, in seconds.
constexpr int max_timer_seconds = 99 * 60;

/// How a class answered one question.
struct ClassAnswer {
    std::string question;    ///< id
    std::vector<int> counts; ///< of each option, 0 to max_class_people
    friend bool operator==(const ClassAnswer&, const ClassAnswer&) = default;
};

/// What of a class is kept.
struct ClassRecord {
    std::string course;    ///< id
    std::string language;  ///< in which it is held
    std::string date;      ///< YYYY-MM-DD, or empty where the device does not know it
    int people = 0;        ///< present; 0: not said
    int section = -1;      ///< from 0; -1: the look at all of it; behind the last: the end
    int question = -1;     ///< of the section, from 0; -1: the section itself
    int timer_seconds = 0; ///< left for the exercise when it was kept
    std::vector<ClassAnswer> answers; ///< confirmed; each question once
    friend bool operator==(const ClassRecord&, const ClassRecord&) = default;
};

/// What became of the files about a class.
struct ClassPapers {
    std::optional<int> certificates; ///< how many; absent: as many as people
    bool writing = false;
    bool written = false;      ///< with all that was confirmed
    std::optional<Errc> error; ///< as WrittenOut::error
    std::string where;
    std::vector<std::string> files;
    friend bool operator==(const ClassPapers&, const ClassPapers&) = default;
};

struct Classroom {
    std::optional<ClassRecord> record; ///< of the class that goes on, or waits to be gone on with
    std::optional<ClassRecord> kept;   ///< as it is on the medium
    std::optional<Errc> keep_error;    ///< what was asked to be kept last is not on the medium
    std::optional<Course> course;      ///< of the record, while its screen is in the history
    std::vector<int> counts;           ///< being entered, not confirmed
    bool entering = false;             ///< the counts are entered; else they are shown
    std::optional<std::chrono::milliseconds> timer_ends; ///< of the program's clock; runs
    ClassPapers papers;
    friend bool operator==(const Classroom&, const Classroom&) = default;
};

/// Where the class is; null: elsewhere, or the course is gone.
const CourseSection* section_of(const Classroom& room);
const QuizQuestion* question_of(const Classroom& room);
/// What the class answered, as it was confirmed; null: nothing.
const ClassAnswer* answer_of(const std::optional<ClassRecord>& record, const std::string& question);
/// What was confirmed for the question is on the medium.
bool is_kept(const Classroom& room, const std::string& question);
/// The class is at its end: results and certificates. All that is left where the course is gone.
bool at_end(const Classroom& room);
/// How many certificates are written.
int certificates_of(const Classroom& room);

struct StartClass {
    std::string course;
    friend bool operator==(const StartClass&, const StartClass&) = default;
};
/// To a section, or a question of it; as ClassRecord::section and ClassRecord::question.
struct GoInClass {
    int section, question;
    friend bool operator==(const GoInClass&, const GoInClass&) = default;
};
struct SetPeople {
    int people;
    friend bool operator==(const SetPeople&, const SetPeople&) = default;
};
struct SetCount {
    int option, count;
    friend bool operator==(const SetCount&, const SetCount&) = default;
};
struct ConfirmCounts {
    friend bool operator==(const ConfirmCounts&, const ConfirmCounts&) = default;
};
/// What was confirmed is entered once more.
struct CorrectCounts {
    friend bool operator==(const CorrectCounts&, const CorrectCounts&) = default;
};
enum class TimerChange { start, pause, reset, more };
struct ChangeTimer {
    TimerChange change;
    friend bool operator==(const ChangeTimer&, const ChangeTimer&) = default;
};
struct SetCertificates {
    int count;
    friend bool operator==(const SetCertificates&, const SetCertificates&) = default;
};
/// Results and certificates to a stick.
struct WriteClass {
    friend bool operator==(const WriteClass&, const WriteClass&) = default;
};
/// Ends the class: its record is deleted.
struct EndClass {
    friend bool operator==(const EndClass&, const EndClass&) = default;
};
using ClassAction = std::variant<StartClass, GoInClass, SetPeople, SetCount, ConfirmCounts,
                                 CorrectCounts, ChangeTimer, SetCertificates, WriteClass, EndClass>;

/// The step after that where the class is, and the one before: sections with their questions, in
/// order. Empty: there is none.
std::optional<GoInClass> next_in_class(const Classroom& room);
std::optional<GoInClass> before_in_class(const Classroom& room);

} // namespace foyer::model
