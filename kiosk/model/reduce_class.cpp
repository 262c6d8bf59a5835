// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/reduce_class.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace foyer::model {

namespace {

using Requests = std::vector<Request>;

Requests keep(const Classroom& room) { return {DeviceRequest{KeepClass{room.record}}}; }

int whole_seconds(Milliseconds left) {
    return static_cast<int>(
        std::chrono::ceil<std::chrono::seconds>(std::max(left, Milliseconds{0})).count());
}

int seconds_left(const Classroom& room, Milliseconds now) {
    if (room.timer_ends) return whole_seconds(*room.timer_ends - now);
    return room.record ? room.record->timer_seconds : 0;
}

void pause(Classroom& room, Milliseconds now) {
    if (room.record) room.record->timer_seconds = seconds_left(room, now);
    room.timer_ends.reset();
}

int planned_seconds(const Classroom& room) {
    const CourseSection* section = section_of(room);
    return section ? std::min(max_timer_seconds, section->exercise_minutes * 60) : 0;
}

/// The counts of the question that is shown, as they were confirmed, or none.
void take_counts(Classroom& room) {
    room.counts.clear();
    const QuizQuestion* question = question_of(room);
    if (!question) return;
    const ClassAnswer* answer = answer_of(room.record, question->id);
    if (answer) room.counts = answer->counts;
    room.counts.resize(question->options.size());
    room.entering = !answer;
}

/// A course may have become shorter since the class was here.
void stay_inside(Classroom& room) {
    ClassRecord& record = *room.record;
    record.section = std::clamp(record.section, -1, static_cast<int>(room.course->sections.size()));
    if (!question_of(room)) record.question = -1;
}

struct ClassReducer {
    State& state;
    Classroom& room;

    Requests operator()(const StartClass& start) {
        const std::optional<Course>& course = state.view.course;
        if (room.record || !course || course->card.id != start.course) return {};
        room.record = ClassRecord{};
        room.record->course = start.course;
        room.record->language = state.preferences.language;
        room.course = course;
        room.papers = {};
        return turn();
    }

    Requests operator()(const GoInClass& go) {
        if (!room.record || !room.course) return {};
        ClassRecord& record = *room.record;
        const int before = record.section;
        record.section = go.section;
        record.question = go.question;
        stay_inside(room);
        if (record.section != before) {
            room.timer_ends.reset();
            record.timer_seconds = planned_seconds(room);
        }
        return turn();
    }

    /// What is shown changes as a whole.
    Requests turn() {
        take_counts(room);
        state.place().scroll = {};
        state.place().focus.clear();
        return keep_timer();
    }

    Requests keep_timer() {
        room.record->timer_seconds = seconds_left(room, state.now);
        return keep(room);
    }

    Requests operator()(const SetPeople& set) {
        if (!room.record) return {};
        room.record->people = std::clamp(set.people, 0, max_class_people);
        room.papers.written = false;
        return keep_timer();
    }

    Requests operator()(const SetCount& set) {
        const bool is_option = set.option >= 0 && set.option < static_cast<int>(room.counts.size());
        if (is_option && room.entering)
            room.counts[static_cast<std::size_t>(set.option)] =
                std::clamp(set.count, 0, max_class_people);
        return {};
    }

    Requests operator()(const ConfirmCounts&) {
        const QuizQuestion* question = question_of(room);
        if (!question || !room.record) return {};
        std::vector<ClassAnswer>& answers = room.record->answers;
        const auto same = std::find_if(answers.begin(), answers.end(), [&](const ClassAnswer& one) {
            return one.question == question->id;
        });
        const ClassAnswer answer{question->id, room.counts};
        if (same == answers.end()) {
            answers.push_back(answer);
        } else {
            *same = answer;
        }
        room.papers.written = false;
        return turn();
    }

    Requests operator()(const CorrectCounts&) {
        room.entering = true;
        state.place().scroll = {};
        return {};
    }

    Requests operator()(const ChangeTimer& change) {
        if (!room.record || planned_seconds(room) == 0) return {};
        int left = seconds_left(room, state.now);
        const bool runs = room.timer_ends.has_value();
        bool will_run = runs;
        switch (change.change) {
        case TimerChange::start: will_run = left > 0; break;
        case TimerChange::pause: will_run = false; break;
        case TimerChange::reset:
            left = planned_seconds(room);
            will_run = false;
            break;
        case TimerChange::more: left = std::min(max_timer_seconds, left + 60); break;
        }
        room.record->timer_seconds = left;
        room.timer_ends.reset();
        if (will_run) room.timer_ends = state.now + std::chrono::seconds(left);
        return keep(room);
    }

    Requests operator()(const SetCertificates& set) {
        room.papers.certificates = std::clamp(set.count, 0, max_class_people);
        return {};
    }

    Requests operator()(const WriteClass&) {
        if (!room.record || room.papers.writing) return {};
        room.papers.writing = true;
        room.papers.error.reset();
        return {DeviceRequest{WriteOut{Paper::class_results, certificates_of(room)}}};
    }

    Requests operator()(const EndClass&) {
        if (!room.record) return {};
        room = Classroom{};
        return keep(room);
    }
};

bool is_classroom(const Place& place) { return place.screen == Screen::classroom; }

} // namespace

Requests reduce_class(State& state, const ClassAction& action) {
    if (state.staff.owner == PinOwner::nobody) return {};
    return std::visit(ClassReducer{state, state.classroom}, action);
}

Requests arrive_in_class(State& state) {
    Classroom& room = state.classroom;
    const bool on_the_way = std::any_of(state.history.begin(), state.history.end(), is_classroom);
    if (!on_the_way || state.staff.owner == PinOwner::nobody) {
        leave_class(state);
        return {};
    }
    const Place& place = state.place();
    if (!is_classroom(place) || !room.record || room.record->course != place.id) return {};
    room.course = state.view.course;
    if (!room.course) return {};
    // Counts that are being entered outlive a look at a page and another language.
    const std::vector<int> counts = std::exchange(room.counts, {});
    const bool entering = room.entering;
    room.record->language = state.preferences.language;
    stay_inside(room);
    take_counts(room);
    if (entering && counts.size() == room.counts.size()) {
        room.counts = counts;
        room.entering = true;
    }
    return {};
}

void leave_class(State& state) {
    Classroom& room = state.classroom;
    pause(room, state.now);
    room.course.reset();
    room.counts.clear();
    room.entering = false;
}

namespace {

struct Listener {
    Classroom& room;

    void operator()(const DeviceFound& found) const {
        if (!room.record) room.record = found.record;
        room.kept = found.record;
    }

    void operator()(const ClassKept& answer) const {
        room.keep_error = answer.error;
        if (answer.error) return;
        room.kept = answer.record;
        // The device knows the date.
        const bool same =
            answer.record && room.record && answer.record->course == room.record->course;
        if (same && room.record->date.empty()) room.record->date = answer.record->date;
    }

    void operator()(const WrittenOut& written) const {
        if (written.paper != Paper::class_results) return;
        room.papers.writing = false;
        room.papers.written = !written.error;
        room.papers.error = written.error;
        room.papers.where = written.where;
        room.papers.files = written.files;
    }

    template <class Other> void operator()(const Other&) const {}
};

} // namespace

void hear_of_class(State& state, const DeviceAnswer& answer) {
    std::visit(Listener{state.classroom}, answer);
}

Requests tick_class(State& state) {
    Classroom& room = state.classroom;
    if (!room.record || !room.timer_ends) return {};
    const int left = seconds_left(room, state.now);
    if (left > 0 && room.record->timer_seconds - left < timer_kept_every_seconds) return {};
    room.record->timer_seconds = left;
    if (left == 0) room.timer_ends.reset();
    return keep(room);
}

std::optional<Milliseconds> next_class(const State& state) {
    const Classroom& room = state.classroom;
    if (!room.timer_ends) return std::nullopt;
    // When one second less is left.
    return *room.timer_ends - std::chrono::seconds(std::max(0, seconds_left(room, state.now) - 1));
}

int timer_left(const State& state) { return seconds_left(state.classroom, state.now); }

std::optional<Milliseconds> quiet_time_of_class(const State& state) {
    const bool on_the_way = std::any_of(state.history.begin(), state.history.end(), is_classroom);
    if (!on_the_way || state.staff.owner == PinOwner::nobody) return std::nullopt;
    return quiet_class;
}

} // namespace foyer::model
