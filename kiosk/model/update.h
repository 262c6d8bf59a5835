// SPDX-License-Identifier: EUPL-1.2
// What the updater tells the kiosk and the operator, as plain data. Texts in it come from signed
// metadata or are ours.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace foyer::model {

/// Where content comes from.
enum class Channel { stick, network, neighbour };

/// What the updater is doing, or what became of it.
enum class UpdatePhase {
    idle,       ///< nothing has happened yet
    looking,    ///< a source is there, its metadata are being checked
    fetching,   ///< `done_bytes` of `total_bytes`; publisher and pages are known
    checking,   ///< all bytes are there and are checked once more
    installed,  ///< the new pack is the active one; a stick may be pulled out
    up_to_date, ///< nothing newer there; a stick may be pulled out
    refused,    ///< `refusal` says why; nothing has changed
};

/// Why something was not taken. The code a person reads out on the phone is fixed for ever:
/// U01, U02, ... in this order (refusal_code()). New ones are added at the end.
enum class Refusal {
    none,
    no_repository, ///< U01 nothing for a kiosk there
    foreign,       ///< U02 of a publisher this kiosk does not know
    untrusted,     ///< U03 signatures are missing or wrong
    expired,       ///< U04 too old to be vouched for
    older,         ///< U05 older than what was accepted before
    damaged,       ///< U06 bytes are not those that were signed, or no metadata at all
    unreadable,    ///< U07 pulled out in the middle, or the medium fails
    no_space,      ///< U08 the kiosk's own disk is full
    too_large,     ///< U09 beyond a stated limit
    too_slow,      ///< U10 stalled, or beyond the deadline
    unreachable,   ///< U11 no network, no server, a server that answers with errors
    newer_format,  ///< U12 made for a later version of this program
    bad_pack,      ///< U13 signed, and yet no pack this kiosk would show
    wrong_channel, ///< U14 signed for sticks, and came by network
    failed_here,   ///< U15 this very pack crashed the kiosk, or was taken back by an operator
    store,         ///< U16 the kiosk's own disk fails
};

struct UpdateStatus {
    UpdatePhase phase = UpdatePhase::idle;
    Channel channel = Channel::network;
    std::string source; ///< folder or address, for the operator; never shown to visitors
    Refusal refusal = Refusal::none;
    std::string detail; ///< for the log and the operator

    // What is being installed, or was; from signed metadata.
    std::string publisher, title, version;
    int new_pages = 0, changed_pages = 0;
    bool pages_known = false; ///< false: the pack comes whole, and nobody counted
    std::uint64_t done_bytes = 0, total_bytes = 0;
    std::optional<int> seconds_left;

    std::string at; ///< when this was written, RFC 3339 in UTC, by the kiosk's own clock

    friend bool operator==(const UpdateStatus&, const UpdateStatus&) = default;
};

/// What is known about the freshness of the content; outlives the single update.
struct Freshness {
    std::string fresh_at; ///< content was last proven to be the newest, RFC 3339; empty: never
    bool clock_known =
        true; ///< false: no time source; `fresh_at` is the latest time that is proven
    std::string last_source;              ///< of the last success: the name of its channel
    std::string last_success;             ///< RFC 3339; empty: never
    Refusal last_refusal = Refusal::none; ///< of the last run that was refused
    std::string last_refusal_at, last_refusal_detail;

    friend bool operator==(const Freshness&, const Freshness&) = default;
};

const char* name(Channel channel);
const char* name(UpdatePhase phase);
const char* name(Refusal refusal);
/// "U01", "U02", ...; empty for none.
std::string refusal_code(Refusal refusal);

} // namespace foyer::model
