// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/app/storekeeper.h"

#include "kiosk/base/log.h"

#include <algorithm>
#include <utility>

namespace foyer::app {

namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Storekeeper::Storekeeper(std::string store, std::string state, host::Files& files, host::Disk& disk)
    : store_(std::move(store)), state_(std::move(state)), files_(files), disk_(disk) {}

StoreAnswer Storekeeper::answer(const StoreJob& job) {
    if (!note_) note_ = read_note();
    if (std::holds_alternative<Choose>(job)) return choose();
    if (std::holds_alternative<LookAtUpdate>(job)) return look();
    if (std::holds_alternative<TakeBack>(job)) return take_back();
    if (const auto* broken = std::get_if<PackBroken>(&job)) return give_up(broken->pack);
    if (const auto* shown = std::get_if<PackShown>(&job)) keep(store::showing(*note_, shown->pack));
    if (std::holds_alternative<Settle>(job)) keep(store::settled(*note_));
    return {};
}

Result<store::Current> Storekeeper::read_current() {
    const std::string path = store::current_path(store_);
    Result<std::string> text = files_.read(path, store::max_slot_file_bytes);
    if (!text && text.error().code == Errc::not_found) return store::Current{};
    if (!text) return text.error();
    if (const auto current = store::parse_current(*text)) return *current;
    return Error{Errc::damaged, path + ": not whole"};
}

store::Note Storekeeper::read_note() {
    const Result<std::string> text = disk_.read(state_ + "/note", store::max_slot_file_bytes);
    const std::optional<store::Note> note = text ? store::parse_note(*text) : std::nullopt;
    if (note) kept_ = *text;
    if (text ? !note : text.error().code != Errc::not_found)
        log::warning("the note about packs cannot be read, a new one is begun");
    return note.value_or(store::Note{});
}

StoreAnswer Storekeeper::choose() {
    const Result<store::Current> current = read_current();
    if (!current) {
        log::warning("the store cannot be read: " + current.error().what);
        if (!chosen_.empty()) return {}; // what is shown is better than what is not known
    }
    current_ = current ? *current : store::Current{};
    store::Note note = *note_;
    // A pack that stands now does not crash, however often it was started.
    if (note.opened == chosen_) note = store::settled(std::move(note));
    if (store::is_heeded(current_, note)) {
        note.unwanted.clear();
        note_ = note;
        keep(note);
    }
    return take(store::candidates(current_, note).front());
}

StoreAnswer Storekeeper::give_up(const std::string& pack) {
    if (pack != chosen_) return {}; // given up already
    log::warning("the pack " + pack + " cannot be shown, another one takes its place");
    note_ = store::failing(store::settled(*note_), pack);
    std::vector<std::string> packs = store::candidates(current_, *note_);
    // What stood before is still open, and newer than what came with the device.
    const bool may_return = !before_.empty() && !contains(note_->failed, before_);
    if (may_return && !contains(packs, before_)) packs.insert(packs.end() - 1, before_);
    return take(packs.front());
}

StoreAnswer Storekeeper::take(const std::string& pack) {
    if (pack == chosen_) return {};
    store::Note note = chosen_.empty() ? *note_ : store::settled(*note_);
    keep(store::opening(std::move(note), pack));
    log::info("the pack that is shown: " + pack);
    before_ = std::exchange(chosen_, pack);
    return Chosen{pack};
}

StoreAnswer Storekeeper::take_back() {
    const Result<store::Current> current = read_current();
    if (current) current_ = *current;
    const std::optional<store::Note> note = store::taking_back(current_, *note_, chosen_);
    if (!note) return TookBack{};
    log::warning("the pack " + chosen_ + " was taken back at the device");
    note_ = note;
    take(store::candidates(current_, *note_).front());
    return TookBack{chosen_};
}

StoreAnswer Storekeeper::look() {
    const Result<std::string> text =
        files_.read(store::update_path(store_), store::max_update_file_bytes);
    if (!text && text.error().code == Errc::not_found) return store::UpdateFile{};
    const std::optional<store::UpdateFile> file =
        text ? store::parse_update_file(*text) : std::nullopt;
    if (file) return *file;
    log::warning("what the updater says cannot be read");
    return {};
}

Result<void> Storekeeper::write(const std::string& text) {
    if (!folder_is_there_) {
        const std::size_t slash = state_.rfind('/');
        TRY(disk_.make_folder(state_));
        TRY(disk_.sync_folder(
            slash == std::string::npos ? "." : state_.substr(0, std::max<std::size_t>(slash, 1))));
        folder_is_there_ = true;
    }
    return host::replace_file(disk_, state_ + "/note", text);
}

void Storekeeper::keep(store::Note note) {
    note_ = std::move(note);
    const std::string text = store::to_text(*note_);
    if (text == kept_) return;
    const Result<void> written = write(text);
    if (written) {
        kept_ = text;
    } else if (!std::exchange(cannot_write_, true)) {
        log::error("the note about packs cannot be written; a pack that takes the kiosk down will "
                   "not be noticed: " +
                   written.error().what);
    }
}

} // namespace foyer::app
