// SPDX-License-Identifier: EUPL-1.2
// PackStore: which packs lie on this kiosk and which one it shows. One file, STORE/current,
// decides, and is only ever replaced as a whole; packs are named by their own hash and never
// changed. So a power cut leaves the old state or the new one.
#pragma once

#include "kiosk/host/disk.h"
#include "kiosk/store/slots.h"

#include <string>
#include <vector>

namespace foyer::update {

/// What a note of the kiosk led to.
enum class Heeded {
    nothing,
    confirmed, ///< the kiosk has shown the active pack
    gave_up,   ///< the active pack fails: the one before is active again
    took_back, ///< staff took the active pack back at the device
};

/// One thread, one process: whoever changes anything holds the lock STORE/lock.
/// After a write that failed nobody knows what stands on the medium: everything that changes
/// something then fails with unreadable until recover() has looked again.
class PackStore {
  public:
    /// `disk` must outlive it. `folder` must be there, on one file system with all that is in it.
    PackStore(host::Disk& disk, std::string folder);

    /// First, at every start; safe to repeat. Reads STORE/current, removes what an interruption
    /// left behind and cannot be continued, and goes back to the previous pack if the active one is
    /// not there. Packs are not removed here.
    Result<void> recover();
    /// Instead of recover(), for those who have no lock: reads STORE/current, changes nothing.
    Result<void> look();
    const store::Current& current() const { return current_; }

    // The names of files; none of them need be there.
    std::string packs_folder() const { return folder_ + "/packs"; }
    std::string pack_path(const std::string& sha256) const;
    /// A pack outside of the store that patches may start from: the factory pack. Its bytes have
    /// been read and have that hash.
    void also_base(std::string sha256, std::string path);
    /// Of an installed pack, or of the one outside.
    std::string base_path(const std::string& sha256) const;
    /// Of a download that may be continued; `hash` is that of the file.
    std::string download_path(const std::string& hash) const;
    /// Of a pack that is being made; gone with the next recover().
    std::string fresh_path(const std::string& sha256) const;

    /// It crashed this kiosk, or an operator took it back.
    bool refuses(const std::string& sha256) const;

    /// Makes an installed pack the active one, on trial: the commit point of an update. The pack
    /// before stays, or the last one that was confirmed. Fails with not_found if it is not
    /// installed, refused, older (its sequence is not higher than the active one's).
    Result<void> activate(const store::Slot& slot);
    /// Takes into account what the kiosk noted about the active pack and the one before.
    Result<Heeded> heed(const store::Note& note);
    /// By an operator: the previous pack becomes active, and the active one previous; it is not
    /// installed again by itself. Without a previous one, the factory pack. Fails with not_found if
    /// there is neither.
    Result<void> roll_back();
    /// Takes a pack out that was found damaged here. Unlike a pack that fails, it may be installed
    /// again.
    Result<void> drop(const std::string& sha256);

    /// Reads an installed pack from the medium. Fails with damaged if it is not what its name says,
    /// not_found, unreadable. Reads all of it: seconds.
    Result<void> verify(const std::string& sha256) const;
    /// Removes packs that `current` does not name, and all downloads: to be called when an update
    /// is through, or has no room.
    Result<void> collect();
    /// Removes downloads except those of these files.
    Result<void> forget_downloads(const std::vector<std::string>& except_hashes);

  private:
    Result<void> read_current();
    Result<void> remove_leftovers();
    Result<void> write(store::Current next);
    Result<bool> has(const std::string& sha256) const;
    Result<void> known() const;

    host::Disk& disk_;
    std::string folder_;
    store::Current current_;
    std::string outside_sha256_, outside_path_; ///< of also_base(), or empty
    bool known_ = false;                        ///< current_ is what stands on the medium
};

} // namespace foyer::update
