// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/model/notice.h"

#include <algorithm>

namespace foyer::model {

namespace {

bool works(UpdatePhase phase) {
    return phase == UpdatePhase::looking || phase == UpdatePhase::fetching ||
           phase == UpdatePhase::checking;
}

/// How long a phase is spoken of after it was told of last.
Milliseconds stays(UpdatePhase phase) {
    if (works(phase)) return max_silence;
    return phase == UpdatePhase::refused ? refusal_stays : result_stays;
}

NoticeKind kind_of(UpdatePhase phase) {
    switch (phase) {
    case UpdatePhase::idle:
    case UpdatePhase::looking: break;
    case UpdatePhase::fetching: return NoticeKind::loading;
    case UpdatePhase::checking: return NoticeKind::checking;
    case UpdatePhase::installed: return NoticeKind::done;
    case UpdatePhase::up_to_date: return NoticeKind::nothing_new;
    case UpdatePhase::refused: return NoticeKind::refused;
    }
    return NoticeKind::looking;
}

int percent_of(const UpdateStatus& status) {
    if (status.phase == UpdatePhase::checking) return 100;
    if (status.phase != UpdatePhase::fetching || status.total_bytes == 0) return 0;
    const double part =
        static_cast<double>(status.done_bytes) / static_cast<double>(status.total_bytes);
    return static_cast<int>(std::clamp(part, 0.0, 1.0) * 100);
}

/// Up to the next ten below a minute, to the next minute above.
int rounded(int seconds) {
    const int step = seconds <= 60 ? 10 : 60;
    return std::max(1, (seconds + step - 1) / step) * step;
}

} // namespace

void see(State& state, const UpdateSeen& seen) {
    Updating& update = state.update;
    update.has_store = true;
    update.latest = seen.status;
    update.freshness = seen.freshness;
    // What the network does meanwhile does not take away what is said of a stick.
    const bool idle = seen.status.phase == UpdatePhase::idle;
    if (seen.status.channel != Channel::stick && !idle) return;
    const bool is_history = seen.when == UpdateSeen::When::at_start && !works(seen.status.phase);
    const bool goes_on = works(seen.status.phase) || seen.status != update.stick;
    update.stick = is_history ? UpdateStatus{} : seen.status;
    if (goes_on) update.stick_at = state.now;
}

std::optional<Notice> notice(const State& state) {
    const UpdateStatus& stick = state.update.stick;
    if (stick.phase == UpdatePhase::idle) return std::nullopt;
    Notice notice;
    notice.kind = kind_of(stick.phase);
    const Milliseconds silent = state.now - state.update.stick_at;
    if (silent >= stays(stick.phase)) {
        if (!works(stick.phase) || silent >= max_silence + refusal_stays) return std::nullopt;
        notice.kind = NoticeKind::interrupted;
        return notice;
    }
    notice.refusal = stick.refusal;
    notice.publisher = stick.publisher;
    notice.new_pages = stick.new_pages;
    notice.changed_pages = stick.changed_pages;
    notice.pages_known = stick.pages_known;
    notice.percent = percent_of(stick);
    if (stick.seconds_left && notice.kind == NoticeKind::loading)
        notice.seconds = rounded(*stick.seconds_left);
    return notice;
}

std::optional<Milliseconds> next_notice(const State& state) {
    const std::optional<Notice> shown = notice(state);
    if (!shown) return std::nullopt;
    const Milliseconds end = state.update.stick_at + stays(state.update.stick.phase);
    return shown->kind == NoticeKind::interrupted ? end + refusal_stays : end;
}

} // namespace foyer::model
