// SPDX-License-Identifier: EUPL-1.2
// Staging: from a file that a source is said to have to a whole pack that lies in the store, under
// the name of its hash. Nobody is trusted on the way, neither the source nor the medium.
// What runs here may be interrupted anywhere: a download goes on where it was, the rest starts
// anew.
#pragma once

#include "kiosk/host/disk.h"
#include "kiosk/host/fetch.h"
#include "kiosk/update/download.h"
#include "kiosk/update/pack_store.h"

#include <functional>
#include <string>
#include <vector>

namespace foyer::update {

/// A pack to be installed. All of it from verified metadata.
struct Offer {
    store::Slot slot;         ///< the hash of the pack itself, and its sequence
    std::uint64_t length = 0; ///< of the pack itself
    RemoteFile whole;
    struct Patch {
        RemoteFile file;
        std::string base_sha256;
    };
    std::vector<Patch> patches;
};

enum class StagePhase { fetching, unpacking, checking };
/// Told often: bytes done of all bytes of this phase.
using StageProgress =
    std::function<void(StagePhase phase, std::uint64_t done, std::uint64_t total)>;

/// The last question about a pack before it is installed (pack_gate.h): the path of a file whose
/// bytes are the signed ones.
using Gate = std::function<Result<void>(const std::string& path)>;

/// Whose fault an error is.
enum class Blame {
    nobody,
    source, ///< did not deliver, or not what was signed
    store,  ///< our own disk is full or fails
    pack,   ///< the bytes are the signed ones, and yet no pack for this kiosk
};

/// Kept free beside what an update needs, for everything else that writes.
constexpr std::uint64_t spare_bytes = std::uint64_t{64} << 20U;

/// One use: one offer from one source. The disk, the source and the store must outlive it, and the
/// store must have recovered.
class Staging {
  public:
    Staging(host::Disk& disk, host::Fetch& source, PackStore& store, Gate gate,
            StageProgress progress);

    /// On success the pack is in the store for good, and PackStore::activate can commit it. Nothing
    /// is fetched if it is there already. Fails as Fetch, Disk and the gate do; damaged: bytes are
    /// not those that were signed; no_space: before anything was fetched, if that can be known.
    /// Nothing stays behind but a download that may be continued.
    Result<void> run(const Offer& offer);

    /// After run() failed.
    Blame blame() const { return blame_; }

  private:
    /// `for_a_while`: bytes that are needed only until the pack is made.
    Result<void> make_room(const Offer& offer, const RemoteFile& file, std::uint64_t for_a_while);
    Result<void> has_room(const Offer& offer, const RemoteFile& file, std::uint64_t for_a_while);
    Result<std::unique_ptr<host::NewFile>> copy_of_base(const std::string& base_sha256);
    Result<void> build(const Offer& offer);
    Result<void> build_from_patch(const Offer& offer, const Offer::Patch& patch);
    Result<void> build_from_whole(const Offer& offer);
    Result<void> apply(const Offer& offer, const Offer::Patch& patch);
    Result<void> unpack(const Offer& offer);
    Result<void> check_medium(const Offer& offer);
    Result<void> install(const Offer& offer);
    Result<void> blamed(Result<void> made);
    void clean_up(const Offer& offer, const Error& error);
    bool holds(const std::string& base_sha256) const;
    Result<void> fetch(const RemoteFile& file);
    void tell(StagePhase phase, std::uint64_t done, std::uint64_t total) const;

    host::Disk& disk_;
    host::Fetch& source_;
    PackStore& store_;
    Gate gate_;
    StageProgress progress_;
    Blame blame_ = Blame::nobody;
};

} // namespace foyer::update
