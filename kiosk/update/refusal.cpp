// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/refusal.h"

namespace foyer::update {

namespace {

using model::Channel;
using model::Refusal;

/// What a source fails with, other than by missing a file.
Refusal refusal_of_source(Errc code, Channel channel) {
    const bool stick = channel == Channel::stick;
    switch (code) {
    case Errc::timeout: return Refusal::too_slow;
    case Errc::too_large: return Refusal::too_large;
    case Errc::unreadable: return stick ? Refusal::unreadable : Refusal::unreachable;
    // A stick has links or devices in place of files; a server answers with an error or a redirect.
    case Errc::refused: return stick ? Refusal::damaged : Refusal::unreachable;
    default: return Refusal::damaged;
    }
}

} // namespace

Result<void> WatchedFetch::get(const host::Wanted& wanted, const host::Sink& sink) {
    bool sink_failed = false;
    Result<void> got = inner_.get(wanted, [&](std::string_view piece) {
        Result<void> taken = sink(piece);
        sink_failed = !taken;
        return taken;
    });
    failed_.reset();
    if (!got && !sink_failed) failed_ = Failure{got.error().code, wanted.name};
    return got;
}

Refusal refusal_of_look(const Error& error, const std::optional<WatchedFetch::Failure>& failed,
                        Channel channel, const std::function<bool()>& is_foreign) {
    if (failed && failed->code == error.code) {
        const bool nothing_there = failed->code == Errc::not_found &&
                                   failed->name.find("timestamp.json") != std::string::npos;
        return nothing_there ? Refusal::no_repository : refusal_of_source(error.code, channel);
    }
    switch (error.code) {
    case Errc::untrusted: return is_foreign() ? Refusal::foreign : Refusal::untrusted;
    case Errc::expired: return Refusal::expired;
    case Errc::older: return Refusal::older;
    case Errc::newer_format: return Refusal::newer_format;
    case Errc::too_large: return Refusal::too_large;
    case Errc::refused: return Refusal::wrong_channel;
    case Errc::no_space: return Refusal::no_space;
    case Errc::unreadable: return Refusal::store;
    default: return Refusal::damaged;
    }
}

Refusal refusal_of_staging(const Error& error, Blame blame, Channel channel) {
    switch (blame) {
    case Blame::source: return refusal_of_source(error.code, channel);
    case Blame::pack:
        return error.code == Errc::newer_format ? Refusal::newer_format : Refusal::bad_pack;
    case Blame::store:
    case Blame::nobody: break;
    }
    return error.code == Errc::no_space ? Refusal::no_space : Refusal::store;
}

} // namespace foyer::update
