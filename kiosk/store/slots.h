// SPDX-License-Identifier: EUPL-1.2
// The pack store: which packs lie there and which one is shown. Two small text files decide it:
//   STORE/current   written by foyer-update: the active pack, the one before, what is refused
//   STATE/note      written by the kiosk: which pack it opened, showed, or crashed with
// Both are pure text here; who reads and writes them does so by host::replace_file. A file that
// does not parse counts as absent, and the factory pack is shown.
//
//   foyer-store 1                                 foyer-note 1
//   active <sha256> <sequence> trial|confirmed    starts <sha256> <count>
//   previous <sha256> <sequence>                  shown <sha256>
//   refuse <sha256>                               failed <sha256>
//                                                 unwanted <sha256>
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::store {

/// A pack in the store: the file packs/<sha256>.pack.
struct Slot {
    std::string sha256;         ///< 64 hex digits, small letters
    std::uint64_t sequence = 0; ///< the publisher's count of packs: only ever rises
    friend bool operator==(const Slot&, const Slot&) = default;
};

struct Current {
    std::optional<Slot> active; ///< empty: the factory pack is shown
    bool confirmed = false;     ///< the kiosk has shown a page of the active pack
    std::optional<Slot> previous;
    std::vector<std::string> refuse; ///< hashes of packs that are not installed again
    friend bool operator==(const Current&, const Current&) = default;
};

/// What the kiosk knows about packs, by their hash. The factory pack has the name "factory".
struct Note {
    /// The pack that was opened last, and how often in a row the kiosk started with it without
    /// having ended properly or stood for max_unproven.
    std::string opened;
    int starts = 0;
    std::string shown;               ///< the last one a page of which was on the screen
    std::vector<std::string> failed; ///< could not be opened, or crashed the kiosk
    std::string unwanted =
        {}; ///< staff took it back at the device: the other one is shown; or empty
    friend bool operator==(const Note&, const Note&) = default;
};

/// The name of the pack that came with the device.
constexpr std::string_view factory = "factory";

constexpr std::size_t max_slot_file_bytes = 64 * 1024;
/// A first start that did not end properly may have been a power cut. The second was the pack.
constexpr int max_starts = 2;
/// A pack that has stood this long does not crash the kiosk at its start.
constexpr std::chrono::milliseconds max_unproven{60'000};
/// Hashes kept in `refuse` and `failed`; the oldest go first.
constexpr std::size_t max_refused = 16;

std::string to_text(const Current& current);
std::string to_text(const Note& note);
/// Empty if the text is not whole.
std::optional<Current> parse_current(std::string_view text);
std::optional<Note> parse_note(std::string_view text);

/// 64 hex digits, small letters.
bool is_sha256(std::string_view text);

std::string current_path(const std::string& store);
std::string pack_path(const std::string& store, const std::string& sha256);

/// The packs to try, best first: active, previous, factory ("factory"); those that failed before
/// or were started max_starts times in a row without success are left out, and so is one that is
/// unwanted; the factory pack never is.
std::vector<std::string> candidates(const Current& current, const Note& note);

/// The note while `pack` is being opened: one more start.
Note opening(Note note, const std::string& pack);
/// The note once a page of `pack` was on the screen.
Note showing(Note note, const std::string& pack);
/// The note after `pack` could not be opened.
Note failing(Note note, const std::string& pack);
/// The note after staff took `shown` back; empty if there is nothing else to show.
std::optional<Note> taking_back(const Current& current, Note note, const std::string& shown);
/// The updater has made it last that a pack is unwanted.
bool is_heeded(const Current& current, const Note& note);
/// The note after `pack` has stood long enough, or the kiosk ended properly.
Note settled(Note note);

} // namespace foyer::store
