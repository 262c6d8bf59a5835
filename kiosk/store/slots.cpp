// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/slots.h"

#include "kiosk/base/text.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace foyer::store {

namespace {

bool is_pack(std::string_view text) { return text == factory || is_sha256(text); }

template <class Number> bool read_number(std::string_view text, Number& number) {
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failed == std::errc() && end == text.data() + text.size();
}

using Words = std::vector<std::string_view>;

bool read_slot(const Words& words, std::optional<Slot>& slot) {
    Slot read;
    if (slot || !is_sha256(words[1]) || !read_number(words[2], read.sequence)) return false;
    read.sha256 = words[1];
    slot = std::move(read);
    return true;
}

bool read_current_line(const Words& words, Current& current) {
    const bool state = words.size() == 4 && (words[3] == "trial" || words[3] == "confirmed");
    if (words[0] == "active" && state) {
        current.confirmed = words[3] == "confirmed";
        return read_slot(words, current.active);
    }
    if (words[0] == "previous" && words.size() == 3) return read_slot(words, current.previous);
    if (words[0] == "refuse" && words.size() == 2 && is_sha256(words[1])) {
        current.refuse.emplace_back(words[1]);
        return current.refuse.size() <= max_refused;
    }
    return false;
}

bool read_note_line(const Words& words, Note& note) {
    if (words.size() < 2 || !is_pack(words[1])) return false;
    if (words[0] == "starts" && words.size() == 3) {
        note.opened = words[1];
        return read_number(words[2], note.starts) && note.starts >= 0;
    }
    if (words.size() != 2) return false;
    if (words[0] == "shown") {
        note.shown = words[1];
        return true;
    }
    if (words[0] == "unwanted") {
        note.unwanted = words[1];
        return true;
    }
    if (words[0] != "failed") return false;
    note.failed.emplace_back(words[1]);
    return note.failed.size() <= max_refused;
}

template <class T, class ReadLine>
std::optional<T> parse(std::string_view text, std::string_view head, ReadLine read_line) {
    // The last line must be ended: half a file is none.
    if (text.size() > max_slot_file_bytes || !text.ends_with('\n')) return std::nullopt;
    text.remove_suffix(1);
    T parsed;
    bool first = true;
    for (const std::string_view line : text::split(text, '\n')) {
        if (std::exchange(first, false)) {
            if (line != head) return std::nullopt;
        } else if (!read_line(text::split(line, ' '), parsed)) {
            return std::nullopt;
        }
    }
    return parsed;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

std::string to_text(const Current& current) {
    std::string text = "foyer-store 1\n";
    if (current.active) {
        text += "active " + current.active->sha256 + " " +
                std::to_string(current.active->sequence) +
                (current.confirmed ? " confirmed\n" : " trial\n");
    }
    if (current.previous) {
        text += "previous " + current.previous->sha256 + " " +
                std::to_string(current.previous->sequence) + "\n";
    }
    for (const std::string& hash : current.refuse) text += "refuse " + hash + "\n";
    return text;
}

std::string to_text(const Note& note) {
    std::string text = "foyer-note 1\n";
    if (!note.opened.empty()) {
        text += "starts " + note.opened + " " + std::to_string(note.starts) + "\n";
    }
    if (!note.shown.empty()) text += "shown " + note.shown + "\n";
    for (const std::string& hash : note.failed) text += "failed " + hash + "\n";
    if (!note.unwanted.empty()) text += "unwanted " + note.unwanted + "\n";
    return text;
}

std::optional<Current> parse_current(std::string_view text) {
    return parse<Current>(text, "foyer-store 1", read_current_line);
}

std::optional<Note> parse_note(std::string_view text) {
    return parse<Note>(text, "foyer-note 1", read_note_line);
}

bool is_sha256(std::string_view text) {
    return text.size() == 64 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string current_path(const std::string& store) { return store + "/current"; }

std::string pack_path(const std::string& store, const std::string& sha256) {
    return store + "/packs/" + sha256 + ".pack";
}

std::vector<std::string> candidates(const Current& current, const Note& note) {
    std::vector<std::string> packs;
    for (const std::optional<Slot>* slot : {&current.active, &current.previous}) {
        if (!*slot) continue;
        const std::string& hash = (*slot)->sha256;
        const bool crashes = note.opened == hash && note.starts >= max_starts;
        // Without an active pack the factory's was gone back to, by staff or an operator.
        const bool stepped_over =
            !current.active && contains(current.refuse, hash) && note.unwanted != factory;
        if (!crashes && !stepped_over && hash != note.unwanted && !contains(note.failed, hash))
            packs.push_back(hash);
    }
    packs.emplace_back(factory);
    return packs;
}

std::optional<Note> taking_back(const Current& current, Note note, const std::string& shown) {
    note.unwanted = shown;
    // The factory's may be the one that is not wanted any more; then it is not what is left.
    if (candidates(current, note).front() == shown) return std::nullopt;
    return note;
}

bool is_heeded(const Current& current, const Note& note) {
    if (note.unwanted == factory) return current.active.has_value();
    return contains(current.refuse, note.unwanted);
}

Note opening(Note note, const std::string& pack) {
    if (note.opened != pack) {
        // What was given up for crashing is remembered, now that another takes its place.
        const std::string given_up = note.opened;
        if (note.starts >= max_starts) note = failing(std::move(note), given_up);
        note.opened = pack;
        note.starts = 0;
    }
    ++note.starts;
    return note;
}

Note showing(Note note, const std::string& pack) {
    note.shown = pack;
    return note;
}

Note failing(Note note, const std::string& pack) {
    if (pack == factory || pack.empty() || contains(note.failed, pack)) return note;
    note.failed.push_back(pack);
    if (note.failed.size() > max_refused) note.failed.erase(note.failed.begin());
    return note;
}

Note settled(Note note) {
    note.starts = 0;
    return note;
}

} // namespace foyer::store
