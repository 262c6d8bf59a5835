// SPDX-License-Identifier: EUPL-1.2
// Storekeeper: chooses the pack that is shown, by STORE/current and the kiosk's own note, and keeps
// that note (kiosk/store/slots.h). It writes nothing but STATE/note, and that before anything is
// opened: a pack that takes the kiosk down must be found in it at the next start.
#pragma once

#include "kiosk/host/disk.h"
#include "kiosk/host/files.h"
#include "kiosk/store/slots.h"
#include "kiosk/store/update_file.h"

#include <optional>
#include <string>
#include <variant>

namespace foyer::app {

/// At the start, and whenever STORE/current may have changed.
struct Choose {};
/// A frame of this pack was on the screen, with its pictures.
struct PackShown {
    std::string pack;
};
/// It cannot be opened, or not be read.
struct PackBroken {
    std::string pack;
};
/// The pack has stood long enough, or the program ends as it should.
struct Settle {};
/// STORE/update.json may have changed.
struct LookAtUpdate {};
/// Staff do not want the pack that is shown: the one before takes its place.
struct TakeBack {};
using StoreJob = std::variant<Choose, PackShown, PackBroken, Settle, LookAtUpdate, TakeBack>;

/// From now on this pack is to be shown.
struct Chosen {
    std::string pack; ///< its hash, or "factory"
};
struct TookBack {
    std::string pack; ///< is to be shown from now on; empty: there is no other
};
using StoreAnswer = std::variant<std::monostate, Chosen, TookBack, store::UpdateFile>;

/// Lives in a worker of its own, since a note takes as long as the card wants.
class Storekeeper {
  public:
    Storekeeper(std::string store, std::string state, host::Files& files, host::Disk& disk);

    /// Chosen where another pack than before is to be shown; an UpdateFile for LookAtUpdate, unless
    /// what stands there is none; TookBack for TakeBack; else nothing.
    StoreAnswer answer(const StoreJob& job);

  private:
    StoreAnswer choose();
    StoreAnswer give_up(const std::string& pack);
    StoreAnswer take(const std::string& pack);
    StoreAnswer take_back();
    StoreAnswer look();
    Result<store::Current> read_current();
    store::Note read_note();
    void keep(store::Note note);
    Result<void> write(const std::string& text);

    std::string store_, state_;
    host::Files& files_;
    host::Disk& disk_;
    store::Current current_; ///< as it was read last
    std::optional<store::Note> note_;
    std::string kept_; ///< the note's text on the disk
    std::string chosen_, before_;
    bool folder_is_there_ = false, cannot_write_ = false; ///< known, and said, once
};

} // namespace foyer::app
