// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/update/pack_store.h"

#include "kiosk/update/file_hash.h"

#include <algorithm>
#include <utility>

namespace foyer::update {

namespace {

constexpr std::string_view download_prefix = ".part-";
constexpr std::string_view fresh_suffix = ".new";

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void refuse(store::Current& current, const std::string& sha256) {
    if (contains(current.refuse, sha256)) return;
    current.refuse.push_back(sha256);
    if (current.refuse.size() > store::max_refused) current.refuse.erase(current.refuse.begin());
}

/// Starts that are being counted mean nothing yet: the kiosk may be about to show a page. It puts a
/// pack among those that failed once it has given it up.
bool fails(const store::Note& note, const std::string& sha256) {
    return contains(note.failed, sha256);
}

/// The state without the active pack: the one before has been shown, so it needs no trial.
void step_back(store::Current& current) {
    current.active = std::exchange(current.previous, std::nullopt);
    current.confirmed = current.active.has_value();
}

} // namespace

PackStore::PackStore(host::Disk& disk, std::string folder)
    : disk_(disk), folder_(std::move(folder)) {}

std::string PackStore::pack_path(const std::string& sha256) const {
    return store::pack_path(folder_, sha256);
}

std::string PackStore::download_path(const std::string& hash) const {
    return packs_folder() + "/" + std::string(download_prefix) + hash;
}

std::string PackStore::fresh_path(const std::string& sha256) const {
    return packs_folder() + "/" + sha256 + std::string(fresh_suffix);
}

bool PackStore::refuses(const std::string& sha256) const {
    return contains(current_.refuse, sha256);
}

Result<void> PackStore::recover() {
    known_ = false;
    TRY(disk_.make_folder(packs_folder()));
    // What a process that was killed had renamed may not be on the medium yet; from here on it is.
    TRY(disk_.sync_folder(folder_));
    TRY(disk_.sync_folder(packs_folder()));
    TRY(read_current());
    TRY(remove_leftovers());
    known_ = true;
    if (!current_.active) return {};
    const bool there = TRY(has(current_.active->sha256));
    if (there) return {};
    store::Current next = current_;
    step_back(next);
    return write(std::move(next));
}

Result<void> PackStore::look() {
    known_ = false;
    return read_current();
}

void PackStore::also_base(std::string sha256, std::string path) {
    outside_sha256_ = std::move(sha256);
    outside_path_ = std::move(path);
}

std::string PackStore::base_path(const std::string& sha256) const {
    return sha256 == outside_sha256_ ? outside_path_ : pack_path(sha256);
}

Result<void> PackStore::read_current() {
    current_ = {};
    const Result<std::string> text =
        disk_.read(store::current_path(folder_), store::max_slot_file_bytes);
    if (!text) {
        const Errc code = text.error().code;
        // Too large is nothing that we wrote. Anything else may be readable next time.
        if (code != Errc::not_found && code != Errc::too_large) return text.error();
        return {};
    }
    if (std::optional<store::Current> parsed = store::parse_current(*text)) {
        current_ = *std::move(parsed);
    }
    return {};
}

Result<void> PackStore::remove_leftovers() {
    for (const std::string& folder : {folder_, packs_folder()}) {
        const std::vector<std::string> names = TRY(disk_.list(folder));
        for (const std::string& name : names) {
            if (name.ends_with(fresh_suffix)) TRY(disk_.remove(folder + "/" + name));
        }
    }
    return {};
}

Result<bool> PackStore::has(const std::string& sha256) const {
    const Result<std::uint64_t> size = disk_.size(pack_path(sha256));
    if (size) return true;
    if (size.error().code == Errc::not_found) return false;
    return size.error();
}

Result<void> PackStore::known() const {
    if (known_) return {};
    return {Errc::unreadable, folder_ + ": its state is not known"};
}

Result<void> PackStore::write(store::Current next) {
    TRY(known());
    // If this fails, either state may be found.
    known_ = false;
    TRY(host::replace_file(disk_, store::current_path(folder_), store::to_text(next)));
    current_ = std::move(next);
    known_ = true;
    return {};
}

Result<void> PackStore::activate(const store::Slot& slot) {
    TRY(known());
    if (current_.active && current_.active->sha256 == slot.sha256) return {};
    if (refuses(slot.sha256)) return {Errc::refused, slot.sha256 + ": failed on this kiosk"};
    if (current_.active && slot.sequence <= current_.active->sequence) {
        return {Errc::older, slot.sha256 + ": not newer than the active pack"};
    }
    const bool there = TRY(has(slot.sha256));
    if (!there) return {Errc::not_found, slot.sha256 + ": is not installed"};
    store::Current next = current_;
    // A pack on trial is nothing to return to.
    if (next.active && next.confirmed) next.previous = next.active;
    if (next.previous && next.previous->sha256 == slot.sha256) next.previous.reset();
    next.active = slot;
    next.confirmed = false;
    return write(std::move(next));
}

Result<Heeded> PackStore::heed(const store::Note& note) {
    TRY(known());
    store::Current next = current_;
    Heeded heeded = Heeded::nothing;
    if (next.previous && fails(note, next.previous->sha256)) {
        refuse(next, next.previous->sha256);
        next.previous.reset();
    }
    if (next.active && fails(note, next.active->sha256)) {
        refuse(next, next.active->sha256);
        step_back(next);
        heeded = Heeded::gave_up;
    } else if (next.active && !next.confirmed && note.shown == next.active->sha256) {
        next.confirmed = true;
        heeded = Heeded::confirmed;
    }
    if (next != current_) TRY(write(std::move(next)));
    // The kiosk forgets the wish when it sees that it was heeded.
    const std::string_view active =
        current_.active ? std::string_view(current_.active->sha256) : store::factory;
    const bool there_is_another = current_.active || current_.previous;
    if (heeded == Heeded::gave_up || note.unwanted != active || !there_is_another) return heeded;
    TRY(roll_back());
    return Heeded::took_back;
}

Result<void> PackStore::roll_back() {
    TRY(known());
    if (!current_.active && !current_.previous) {
        return {Errc::not_found, folder_ + ": nothing but the factory pack"};
    }
    store::Current next = current_;
    if (next.active) refuse(next, next.active->sha256);
    std::swap(next.active, next.previous);
    next.confirmed = next.active.has_value();
    if (next.active) std::erase(next.refuse, next.active->sha256);
    return write(std::move(next));
}

Result<void> PackStore::drop(const std::string& sha256) {
    TRY(known());
    store::Current next = current_;
    if (next.previous && next.previous->sha256 == sha256) next.previous.reset();
    if (next.active && next.active->sha256 == sha256) step_back(next);
    if (next != current_) TRY(write(std::move(next)));
    TRY(disk_.remove(pack_path(sha256)));
    return disk_.sync_folder(packs_folder());
}

Result<void> PackStore::verify(const std::string& sha256) const {
    const std::string path = base_path(sha256);
    const FileHash found = TRY(hash_file(disk_, path, HashKind::sha256, {}));
    if (found.hex != sha256) return {Errc::damaged, path + ": is not what it was"};
    return {};
}

Result<void> PackStore::collect() {
    TRY(known());
    std::vector<std::string> wanted;
    for (const std::optional<store::Slot>& slot : {current_.active, current_.previous}) {
        if (slot) wanted.push_back(slot->sha256 + ".pack");
    }
    const std::vector<std::string> names = TRY(disk_.list(packs_folder()));
    for (const std::string& name : names) {
        if (name.ends_with(".pack") && !contains(wanted, name)) {
            TRY(disk_.remove(packs_folder() + "/" + name));
        }
    }
    return forget_downloads({});
}

Result<void> PackStore::forget_downloads(const std::vector<std::string>& except_hashes) {
    const std::vector<std::string> names = TRY(disk_.list(packs_folder()));
    for (const std::string& name : names) {
        if (!name.starts_with(download_prefix)) continue;
        if (contains(except_hashes, name.substr(download_prefix.size()))) continue;
        TRY(disk_.remove(packs_folder() + "/" + name));
    }
    return {};
}

} // namespace foyer::update
