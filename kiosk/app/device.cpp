// SPDX-License-Identifier: EUPL-1.2
// The part of App that deals with the caretaker: what the device keeps and knows, and counting.
#include "kiosk/app/app.h"
#include "kiosk/app/class_files.h"
#include "kiosk/base/log.h"
#include "kiosk/model/local_day.h"
#include "kiosk/model/opening.h"

#include <algorithm>
#include <utility>

namespace foyer::app {

namespace {

constexpr std::size_t measured_frames = 600;
/// How long the end of the program waits for the card.
constexpr int most_waits = 50;
constexpr model::Milliseconds a_wait{100};

template <class... Visitors> struct Overloaded : Visitors... { using Visitors::operator()...; };
template <class... Visitors> Overloaded(Visitors...) -> Overloaded<Visitors...>;

std::string dated(const char* name, const std::string& day, const char* ending) {
    return std::string(name) + "-" + day + ending;
}

std::string lines(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& line : all) {
        text += line;
        if (!text.ends_with('\n')) text += '\n';
    }
    return text;
}

} // namespace

void App::ask_device(const model::DeviceRequest& request) {
    if (!caring_) return;
    const std::string& language = state_.preferences.language;
    std::visit(Overloaded{[&](const model::AddUp& wish) {
                              caring_->post(AddUpPages{wish.days, place_of(chosen_), language});
                          },
                          [&](const model::LookAtDevice&) { look_around(); },
                          [&](const model::WriteOut& wish) { write_out(wish); },
                          [&](const model::GoBackToPack&) { go_back(); },
                          [&](const model::RestartProgram&) {
                              log::info("staff restart the program");
                              restarts_ = true;
                              quit();
                          },
                          [&](const auto& job) { caring_->post(job); }},
               request);
}

bool App::look_around() {
    if (!caring_) return false;
    const std::string factory(store::factory);
    caring_->post(LookAround{place_of(chosen_), place_of(factory), setup_.store});
    return true;
}

void App::write_out(const model::WriteOut& wish) {
    const host::LocalTime now = devices_.desk->machine.local(devices_.desk->date.now());
    const std::string day = model::day_text(now.year, now.month, now.day);
    switch (wish.paper) {
    case model::Paper::statistics:
        flush_counts();
        return caring_->post(WriteCounters{dated("foyer-statistics", day, ".csv"),
                                           {"time", "kind", "name", "count"}});
    case model::Paper::logs:
        return caring_->post(WriteFiles{
            wish.paper, {OutFile{dated("foyer-log", day, ".txt"), lines(log::recent())}}});
    case model::Paper::class_results:
        return caring_->post(WriteFiles{wish.paper, class_papers(wish.certificates)});
    }
}

/// In the language in which the class is held.
std::vector<OutFile> App::class_papers(int certificates) {
    const std::optional<model::ClassRecord>& record = state_.classroom.record;
    const std::string& language = record ? record->language : state_.preferences.language;
    return class_files(state_, words(language), certificates);
}

void App::take_device_answers() {
    if (!caring_) return;
    for (CaretakerAnswer& answer : caring_->take()) {
        if (!answer) continue;
        if (auto* seen = std::get_if<model::DeviceSeen>(&*answer)) {
            seen->status.program = FOYER_VERSION;
            seen->status.frames = frame_times();
            device_ = seen->status;
            ++looks_;
        }
        const bool sets = std::holds_alternative<model::DeviceFound>(*answer) ||
                          std::holds_alternative<model::SiteKept>(*answer);
        if (sets) hours_due_ = model::Milliseconds{0};
        // A monitoring system that asks changes nothing on the screen.
        if (std::holds_alternative<model::DeviceSeen>(*answer) &&
            state_.staff.owner == model::PinOwner::nobody)
            continue;
        act(*std::move(answer));
    }
}

void App::count() {
    if (!caring_) return;
    const model::Footprint now = model::footprint(state_);
    std::vector<model::Count> counts = model::counts_between(tally_.last, now);
    if (std::optional<model::Count> missed = tally_.missed.see(now, state_.now))
        counts.push_back(*std::move(missed));
    tally_.last = now;
    if (tally_.ends && state_.now >= *tally_.ends) flush_counts();
    const host::WallClock& date = devices_.desk->date;
    if (counts.empty() || !(date.synchronised() || date.kept())) return;
    const host::LocalTime time = devices_.desk->machine.local(date.now());
    const std::string hour = model::hour_text(time.year, time.month, time.day, time.hour);
    if (hour != tally_.hour) flush_counts();
    tally_.hour = hour;
    tally_.ends = state_.now + std::chrono::minutes(60 - time.minute);
    for (model::Count& count : counts) ++tally_.counts[{count.what, std::move(count.key)}];
}

void App::flush_counts() {
    if (!caring_ || tally_.counts.empty()) return;
    caring_->post(KeepCounts{tally_.hour, tally_.take()});
}

void App::look_at_hours() {
    const model::Milliseconds now = state_.now;
    if (!hours_due_ || now < *hours_due_) return;
    hours_due_.reset();
    if (!caring_) return;
    const host::WallClock& date = devices_.desk->date;
    const bool believed = date.synchronised() || date.kept();
    const host::LocalTime time = devices_.desk->machine.local(date.now());
    const int minute = time.hour * 60 + time.minute;
    bool closed = false;
    if (state_.settings.hours) {
        closed = believed && !model::is_open(*state_.settings.hours, time.weekday, minute);
        hours_due_ = now + std::chrono::minutes(model::minutes_to_change(*state_.settings.hours,
                                                                         time.weekday, minute));
    }
    if (closed != state_.staff.closed) act(model::StaffAction{model::HoursSeen{closed}});
}

std::optional<model::Milliseconds> App::next_device() const {
    if (!caring_) return std::nullopt;
    std::optional<model::Milliseconds> next = hours_due_;
    for (const std::optional<model::Milliseconds>& other : {tally_.ends, tally_.missed.due()})
        if (other) next = std::min(next.value_or(*other), *other);
    return next;
}

void App::note_frame(double milliseconds) {
    if (frame_ms_.size() < measured_frames) frame_ms_.resize(frame_ms_.size() + 1);
    frame_ms_[next_frame_ms_] = static_cast<float>(milliseconds);
    next_frame_ms_ = (next_frame_ms_ + 1) % measured_frames;
}

model::FrameTimes App::frame_times() const {
    std::vector<float> sorted = frame_ms_;
    if (sorted.empty()) return {};
    std::sort(sorted.begin(), sorted.end());
    const auto at = [&](double part) {
        return double{
            sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))]};
    };
    return {static_cast<int>(sorted.size()), at(0.5), at(0.99), at(1)};
}

void App::finish_device() {
    if (!caring_) return;
    flush_counts();
    for (int i = 0; i < most_waits && caring_->busy(); ++i) {
        caring_->take();
        caring_->wait(a_wait);
    }
}

} // namespace foyer::app
