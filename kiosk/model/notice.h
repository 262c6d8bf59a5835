// SPDX-License-Identifier: EUPL-1.2
// What the screen says of an update. Only a stick is spoken of, since somebody stands there who
// put it in; the network and the neighbours are no business of a visitor.
#pragma once

#include "kiosk/model/action.h"

#include <optional>
#include <string>

namespace foyer::model {

enum class NoticeKind {
    looking,     ///< a stick is there
    loading,     ///< new content comes from it
    checking,    ///< all of it is there and is read once more
    done,        ///< it is on the screen; the stick may go
    nothing_new, ///< the kiosk has it already; the stick may go
    refused,     ///< `refusal` says why
    interrupted, ///< the updater said nothing any more
};

struct Notice {
    NoticeKind kind = NoticeKind::looking;
    Refusal refusal = Refusal::none;
    std::string publisher;
    int new_pages = 0, changed_pages = 0;
    bool pages_known = false;
    int percent = 0;            ///< 0 to 100
    std::optional<int> seconds; ///< that are left, rounded so that they do not jump

    bool has_progress() const {
        return kind == NoticeKind::loading || kind == NoticeKind::checking;
    }
    friend bool operator==(const Notice&, const Notice&) = default;
};

/// An updater that works writes more often than this; one that does not is gone.
constexpr Milliseconds max_silence{15'000};
/// How long a result stays, unless the stick is pulled before: a refusal has a code to be read out.
constexpr Milliseconds result_stays{20'000}, refusal_stays{60'000};

/// Takes in what the updater wrote.
void see(State& state, const UpdateSeen& seen);

/// Empty: nothing is said.
std::optional<Notice> notice(const State& state);
/// When it changes, if nothing but time passes. Empty: never.
std::optional<Milliseconds> next_notice(const State& state);

} // namespace foyer::model
